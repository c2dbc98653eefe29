package io.github.romparser.cli.report;

import io.github.romparser.check.PciDevice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A snippet as text: comments on what is not known, then what to paste.
 *
 * <p>Sources: libvirt formatdomain ({@code hostdev}, {@code rom}, {@code qemu:override} since 8.2);
 * QEMU's vfio-pci properties; Proxmox's qm(1), {@code hostpciN}.
 */
final class SnippetText {

  /** Where Proxmox looks for ROM files. */
  private static final String PROXMOX_FOLDER = "/usr/share/kvm/";

  private final Snippet snippet;
  private final StringBuilder text = new StringBuilder();

  SnippetText(Snippet snippet) {
    this.snippet = snippet;
  }

  String text() {
    switch (snippet.target()) {
      case LIBVIRT -> libvirt();
      case QEMU -> qemu();
      case PROXMOX -> proxmox();
    }
    return text.toString();
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  /** What the snippet is for, what has to be filled in, and what else is worth knowing. */
  private List<String> comments(String title) {
    List<String> comments = new ArrayList<>();
    comments.add(
        title
            + snippet
                .rom()
                .map(d -> " for " + d.id() + classCode(d))
                .orElse(" for a device that the file does not tell")
            + String.format(Locale.US, ", ROM of %,d bytes", snippet.size()));
    snippet.unknowns().forEach(u -> comments.add(u.placeholder() + ": " + u.hint()));
    if (snippet.subsystemVendorId().isEmpty()) {
      comments.add(
          "subsystem ids: the ROM does not tell them; a guest that needs them: lspci -nnk, --lspci");
    }
    comments.addAll(snippet.remarks());
    return comments;
  }

  private static String classCode(PciDevice device) {
    return String.format(Locale.US, " (class %06x)", device.classCode().orElse(0));
  }

  private String path() {
    return snippet.path().map(Path::toString).orElse(Snippet.ROM_FILE);
  }

  // ---- libvirt -------------------------------------------------------------------------------

  private void libvirt() {
    List<String> comments = comments("libvirt");
    comments.add("other functions of the card, such as its sound, need a hostdev of their own");
    if (!path().startsWith("/usr/share/")) {
      comments.add("if QEMU may not read the file, keep it under /usr/share/vgabios, mode 0644");
    }
    line("<!--");
    comments.forEach(comment -> line("  " + Escapes.xmlComment(comment)));
    line("-->");
    line("<hostdev mode='subsystem' type='pci' managed='yes'>");
    line("  <source>");
    line("    " + address());
    line("  </source>");
    line("  <rom bar='on' file='" + Escapes.xml(path()) + "'/>");
    if (snippet.subsystemVendorId().isPresent()) {
      line("  <alias name='ua-gpu'/>");
    }
    line("</hostdev>");
    if (snippet.subsystemVendorId().isPresent()) {
      override();
    }
  }

  private String address() {
    Optional<String> host = snippet.host();
    if (host.isEmpty()) {
      String part = "='" + Snippet.HOST + "'";
      return "<address domain='0x0000' bus" + part + " slot" + part + " function" + part + "/>";
    }
    String[] parts = host.get().split("[:.]", -1);
    return String.format(
        Locale.US,
        "<address domain='0x%s' bus='0x%s' slot='0x%s' function='0x%s'/>",
        parts[0],
        parts[1],
        parts[2],
        parts[3]);
  }

  /** Numbers are decimal here. */
  private void override() {
    line("<!-- subsystem ids; behind </devices>, with");
    line("     xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0' in <domain> -->");
    line("<qemu:override>");
    line("  <qemu:device alias='ua-gpu'>");
    line("    <qemu:frontend>");
    line(property("x-pci-sub-vendor-id", snippet.subsystemVendorId()));
    line(property("x-pci-sub-device-id", snippet.subsystemId()));
    line("    </qemu:frontend>");
    line("  </qemu:device>");
    line("</qemu:override>");
  }

  private static String property(String name, OptionalInt value) {
    return String.format(
        Locale.US,
        "      <qemu:property name='%s' type='unsigned' value='%d'/>",
        name,
        value.orElse(0));
  }

  // ---- QEMU ----------------------------------------------------------------------------------

  private void qemu() {
    List<String> comments = comments("QEMU");
    comments.add("other functions of the card, such as its sound, need a -device of their own");
    if (snippet.vga() && snippet.firmware().efi()) {
      comments.add("SeaBIOS guest with this card as the first display: add x-vga=on");
    }
    comments.forEach(comment -> line("# " + comment));
    StringBuilder device = new StringBuilder("vfio-pci");
    device.append(",host=").append(snippet.host().orElse(Snippet.HOST));
    device.append(",bus=").append(Snippet.ROOT_PORT);
    device.append(",romfile=").append(Escapes.qemu(path()));
    snippet.romSize().ifPresent(size -> device.append(",romsize=").append(size));
    if (snippet.vga() && !snippet.firmware().efi()) {
      device.append(",x-vga=on");
    }
    if (snippet.subsystemVendorId().isPresent()) {
      device.append(
          String.format(
              Locale.US,
              ",x-pci-sub-vendor-id=0x%04x,x-pci-sub-device-id=0x%04x",
              snippet.subsystemVendorId().getAsInt(),
              snippet.subsystemId().orElse(0)));
    }
    line("-device " + Escapes.shell(device.toString()));
  }

  // ---- Proxmox -------------------------------------------------------------------------------

  private void proxmox() {
    String name = proxmoxName();
    List<String> comments = comments("Proxmox");
    if (!path().equals(PROXMOX_FOLDER + name)) {
      comments.add("first: cp -- " + Escapes.shell(path()) + " " + PROXMOX_FOLDER + name);
    }
    comments.add("pcie=1 needs machine: q35");
    if (snippet.vga()) {
      comments.add("x-vga=1 makes the card the first display; leave it away for a second one");
    }
    comments.forEach(comment -> line("# " + comment));
    StringBuilder card = new StringBuilder("hostpci0: ");
    card.append(snippet.host().map(SnippetText::proxmoxHost).orElse(Snippet.HOST));
    card.append(",pcie=1,romfile=").append(name);
    if (snippet.vga()) {
      card.append(",x-vga=1");
    }
    if (snippet.subsystemVendorId().isPresent()) {
      card.append(
          String.format(
              Locale.US,
              ",sub-vendor-id=0x%04x,sub-device-id=0x%04x",
              snippet.subsystemVendorId().getAsInt(),
              snippet.subsystemId().orElse(0)));
    }
    line(card.toString());
  }

  /** Without function 0 all functions of the card are meant, its sound among them. */
  private static String proxmoxHost(String host) {
    return host.endsWith(".0") ? host.substring(0, host.length() - 2) : host;
  }

  /** The file's own name, with everything replaced that Proxmox would not take in a value. */
  private String proxmoxName() {
    String name =
        snippet
            .path()
            .map(file -> String.valueOf(file.getFileName()))
            .orElse(Snippet.ROM_FILE)
            .replaceAll("[^A-Za-z0-9._+-]", "_");
    return name.startsWith("-") ? "_" + name : name;
  }
}
