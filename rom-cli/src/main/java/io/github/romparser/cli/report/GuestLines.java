package io.github.romparser.cli.report;

import io.github.romparser.acpi.ssdt.FwCfgName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a virtual machine has to be told to load tables: libvirt's formatdomain ({@code
 * qemu:commandline}, {@code sysinfo type='fwcfg'} since 6.5), QEMU's {@code -acpitable} and {@code
 * -fw_cfg}, Proxmox's {@code args}.
 *
 * @param tables the files of the tables, with their whole paths
 * @param fwCfg the name under which a table asks for the ROM; empty if the tables hold it
 * @param rom the ROM's whole path; empty if it was read from standard input
 * @param pci where the card is in the machine, from the first bus on; empty if that is not known
 */
public record GuestLines(
    List<String> tables, Optional<FwCfgName> fwCfg, Optional<String> rom, Optional<String> pci) {

  /** Bridge and card: what one line can say. */
  private static final int BRIDGE_AND_CARD = 2;

  /** Copies the list. */
  public GuestLines {
    tables = List.copyOf(tables);
  }

  /** Behind the devices in a domain's XML. */
  public String libvirt() {
    List<String> lines = new ArrayList<>();
    fwCfg.ifPresent(
        name -> {
          lines.add("<sysinfo type='fwcfg'>");
          lines.add(
              "  <entry name='"
                  + Escapes.xml(name.text())
                  + "' file='"
                  + Escapes.xml(romFile())
                  + "'/>");
          lines.add("</sysinfo>");
        });
    lines.add("<qemu:commandline>");
    for (String table : tables) {
      lines.add("  <qemu:arg value='-acpitable'/>");
      lines.add("  <qemu:arg value='file=" + Escapes.xml(Escapes.qemu(table)) + "'/>");
    }
    lines.add("</qemu:commandline>");
    return String.join("\n", lines);
  }

  /** Options of the command line; where the card has to be is among them if it is known. */
  public String qemu() {
    List<String> lines = new ArrayList<>(options());
    String[] steps = pci.map(path -> path.split("/", -1)).orElse(new String[0]);
    if (steps.length == BRIDGE_AND_CARD) {
      lines.add("-device pcie-root-port,id=rp1,bus=pcie.0,addr=" + steps[0] + ",chassis=1,slot=1");
      lines.add("-device vfio-pci,host=" + Snippet.HOST + ",bus=rp1,addr=" + steps[1]);
    }
    return String.join("\n", lines);
  }

  /** A line of a machine's file. */
  public String proxmox() {
    return "args: " + String.join(" ", options());
  }

  private List<String> options() {
    List<String> options = new ArrayList<>();
    for (String table : tables) {
      options.add("-acpitable " + Escapes.shell("file=" + Escapes.qemu(table)));
    }
    fwCfg.ifPresent(
        name ->
            options.add(
                "-fw_cfg "
                    + Escapes.shell(
                        "name=" + Escapes.qemu(name.text()) + ",file=" + Escapes.qemu(romFile()))));
    return options;
  }

  private String romFile() {
    return rom.orElse(Snippet.ROM_FILE);
  }
}
