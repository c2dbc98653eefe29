package io.github.romparser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.testdata.RomForge;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What the command line promises for {@code snippet}. */
class SnippetTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String LSPCI =
      """
      01:00.0 3D controller [0302]: NVIDIA Corporation Example [10de:1c8d] (rev a1)
      \tSubsystem: Acer Incorporated [ALI] Example [1025:118b]
      03:00.0 VGA compatible controller [0300]: Example [1002:67df] (rev c7)
      04:00.0 VGA compatible controller [0300]: Example [1002:67df] (rev c7)
      """;

  @TempDir private Path folder;

  static Set<String> layouts() {
    return RomForge.names();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Document xml(String snippet) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(utf8("<x xmlns:qemu='q'>" + snippet + "</x>")));
  }

  private static String attribute(Document xml, String element, String attribute) {
    return ((Element) xml.getElementsByTagName(element).item(0)).getAttribute(attribute);
  }

  private static String last(String text) {
    return text.lines().reduce("", (a, b) -> b);
  }

  @Test
  void libvirt_with_the_address_known() throws Exception {
    String rom = Samples.write(folder, "amd-three");
    Run run = Run.of("snippet", rom, "--for", "libvirt", "--host", "0a:1f.1");
    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("1002:73ff (class 030000)").doesNotContain("FILL-IN");
    assertThat(run.out())
        .contains("<address domain='0x0000' bus='0x0a' slot='0x1f' function='0x1'/>");
    assertThat(run.out()).doesNotContain("qemu:override");
    assertThat(attribute(xml(run.out()), "rom", "file")).isEqualTo(rom);
  }

  @Test
  void what_cannot_be_known_is_named() {
    String rom = Samples.write(folder, "amd-three");
    assertThat(Run.of("snippet", rom, "--for=libvirt").out())
        .contains("FILL-IN-HOST: address of the card on the host: lspci -D -nn -d 1002:73ff")
        .contains("bus='FILL-IN-HOST'")
        .contains("subsystem ids: the ROM does not tell them");
    assertThat(Run.of("snippet", rom, "--for=qemu").out())
        .contains("# FILL-IN-ROOT-PORT: ")
        .contains(
            "-device vfio-pci,host=FILL-IN-HOST,bus=FILL-IN-ROOT-PORT,romfile="
                + rom
                + ",romsize=16384\n");
    assertThat(Run.of("snippet", rom, "--for=proxmox").out())
        .contains("# FILL-IN-VMID: ")
        .contains("# first: cp -- " + rom + " /usr/share/kvm/amd-three.rom\n")
        .contains("hostpci0: FILL-IN-HOST,pcie=1,romfile=amd-three.rom,x-vga=1\n");
    assertThat(Run.with(RomForge.named("amd-three"), "snippet", "-", "--for=qemu").out())
        .contains("# FILL-IN-ROM-FILE: ")
        .contains("romfile=FILL-IN-ROM-FILE,");
    assertThat(Run.with(RomForge.named("amd-three"), "snippet", "-", "--for=proxmox").out())
        .contains("romfile=FILL-IN-ROM-FILE,");
  }

  @Test
  void subsystem_ids_of_the_rom() throws Exception {
    String rom = Samples.write(folder, "turing-nvgi3");
    assertThat(last(Run.of("snippet", rom, "--for", "qemu", "--host", "01:00.0").out()))
        .endsWith(",x-pci-sub-vendor-id=0x103c,x-pci-sub-device-id=0x860e")
        .contains(",host=0000:01:00.0,");
    assertThat(last(Run.of("snippet", rom, "--for", "proxmox", "--host", "01:00.0").out()))
        .isEqualTo(
            "hostpci0: 0000:01:00,pcie=1,romfile=turing-nvgi3.rom,x-vga=1,sub-vendor-id=0x103c,"
                + "sub-device-id=0x860e");
    String libvirt = Run.of("snippet", rom, "--for", "libvirt").out();
    assertThat(libvirt)
        .contains("<qemu:property name='x-pci-sub-vendor-id' type='unsigned' value='4156'/>")
        .contains("<qemu:property name='x-pci-sub-device-id' type='unsigned' value='34318'/>");
    assertThat(attribute(xml(libvirt), "qemu:device", "alias"))
        .isEqualTo(attribute(xml(libvirt), "alias", "name"));
  }

  @Test
  void a_listing_gives_address_and_subsystem_ids() throws IOException {
    String rom = Samples.write(folder, "muxless-laptop");
    String list = Files.writeString(folder.resolve("lspci.txt"), LSPCI).toString();
    Run run = Run.of("snippet", rom, "--for=qemu", "--lspci", list);
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("Class 0302: a card without outputs");
    assertThat(last(run.out()))
        .contains("host=0000:01:00.0,")
        .endsWith(",x-pci-sub-vendor-id=0x1025,x-pci-sub-device-id=0x118b");
    assertThat(Run.with(utf8(LSPCI), "snippet", rom, "--for=qemu", "--lspci", "-")).isEqualTo(run);

    String amd = Samples.write(folder, "amd-flash");
    Run several = Run.of("snippet", amd, "--for=qemu", "--lspci", list);
    assertThat(several.out())
        .contains("more than one such card, name one with --host: 0000:03:00.0, 0000:04:00.0.")
        .contains("host=FILL-IN-HOST");
    Run chosen = Run.of("snippet", amd, "--for=qemu", "--lspci", list, "--host", "04:00.0");
    assertThat(chosen.out()).doesNotContain("more than one").contains("host=0000:04:00.0,");
    assertThat(Run.of("snippet", amd, "--for=qemu", "--lspci", list, "--host", "01:00.0").out())
        .contains("The card at 0000:01:00.0 is 10de:1c8d, the ROM is for 1002:67df.");
    assertThat(Run.of("snippet", amd, "--for=qemu", "--lspci", list, "--host", "05:00.0").out())
        .contains("The listing has no device at 0000:05:00.0.");
    String apu = Samples.write(folder, "amd-apu");
    assertThat(Run.of("snippet", apu, "--for=qemu", "--lspci", list).out())
        .contains("The listing has no device 1002:1638.");
    assertThat(Run.with(new byte[0], "snippet", apu, "--for=qemu", "--lspci", "-").out())
        .contains("use lspci -nnk");
  }

  @Test
  void another_board_is_told() {
    byte[] rom = RomForge.named("turing-nvgi3");
    String list = "01:00.0 0300: 10de:1fb0 (rev a1)\n\tSubsystem: 1028:1489\n";
    Run run =
        Run.with(
            utf8(list), "snippet", Samples.write(folder, "t.rom", rom), "--for=qemu", "--lspci=-");
    assertThat(run.out())
        .contains("The ROM was built for subsystem 103c:860e, the card is 1028:1489")
        .contains("x-pci-sub-vendor-id=0x1028");
  }

  @Test
  void firmware_and_class_are_hinted_at() {
    String apu = Samples.write(folder, "amd-apu");
    assertThat(Run.of("snippet", apu, "--for=qemu").out())
        .contains("No EFI driver in it")
        .contains(",x-vga=on");
    String both = Samples.write(folder, "amd-three");
    assertThat(Run.of("snippet", both, "--for=qemu").out())
        .contains("add x-vga=on")
        .doesNotContain(",x-vga=on");
    String muxless = Samples.write(folder, "muxless-laptop");
    assertThat(Run.of("snippet", muxless, "--for=proxmox").out()).doesNotContain("x-vga");
  }

  @Test
  void a_rom_that_is_not_usable_is_printed_with_status_1() {
    String rom = Samples.write(folder, "truncated");
    Run run = Run.of("snippet", rom, "--for=qemu");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err())
        .startsWith("rom-parser: " + rom + ": not usable as it stands: TRUNCATED: ");
    assertThat(run.out()).contains("-device vfio-pci,");
    String flash = Samples.write(folder, "nvgi1");
    assertThat(Run.of("snippet", flash, "--for=qemu").err()).contains("rom-parser trim " + flash);
    Run none = Run.with(new byte[0], "snippet", "-", "--for=libvirt");
    assertThat(none.status()).isEqualTo(1);
    assertThat(none.out()).contains("a device that the file does not tell");
    assertThat(last(Run.with(new byte[0], "snippet", "-", "--for=qemu").out()))
        .doesNotContain("romsize");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a b.rom",
        "a,b.rom",
        "a'b&<c>\"d--e.rom",
        "-->.rom",
        "$(reboot) `x`;.rom",
        "-r.rom",
        "ü→.rom",
        "tab\tline\nend.rom"
      })
  void file_names_are_told_as_they_are(String name) throws Exception {
    String rom = Samples.write(folder, name, RomForge.named("amd-three"));
    String libvirt = Run.of("snippet", rom, "--for=libvirt").out();
    assertThat(attribute(xml(libvirt), "rom", "file")).isEqualTo(rom);

    String qemu = last(Run.of("snippet", rom, "--for=qemu").out());
    Process shell =
        new ProcessBuilder("bash", "-c", "printf '%s' " + qemu.substring("-device ".length()))
            .redirectErrorStream(true)
            .start();
    assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .contains("romfile=" + rom.replace(",", ",,") + ",romsize=16384");

    String proxmox = Run.of("snippet", rom, "--for=proxmox").out();
    assertThat(last(proxmox)).matches("hostpci0: [A-Za-z0-9=,._+-]+");
    assertThat(proxmox.lines().toList().subList(0, (int) proxmox.lines().count() - 1))
        .allMatch(line -> line.startsWith("# "));
  }

  @Test
  void a_name_that_xml_cannot_hold_is_told() {
    String rom = Samples.write(folder, "a\u0001b.rom", RomForge.named("amd-three"));
    Run run = Run.of("snippet", rom, "--for=libvirt");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("XML cannot hold this file name");
    assertThat(run.out()).contains("a?b.rom");
    assertThat(Run.of("snippet", rom, "--for=qemu").out())
        .contains("$'vfio-pci")
        .contains("a\\x01b");
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void every_layout_has_its_snippets(String layout) throws Exception {
    String rom = Samples.write(folder, layout);
    xml(Run.of("snippet", rom, "--for=libvirt").out());
    for (String target : new String[] {"libvirt", "qemu", "proxmox"}) {
      JsonNode report = JSON.readTree(Run.of("snippet", rom, "--json", "--for", target).out());
      assertThat(report.propertyNames())
          .containsExactly(
              "schemaVersion",
              "file",
              "target",
              "host",
              "subsystemVendorId",
              "subsystemId",
              "snippet",
              "unknowns",
              "remarks",
              "usable");
      assertThat(report.get("target").asString()).isEqualTo(target);
      assertThat(report.at("/unknowns/0/placeholder").asString()).isEqualTo("FILL-IN-HOST");
      assertThat(report.get("snippet").asString())
          .isEqualTo(Run.of("snippet", rom, "--for", target).out());
    }
  }

  @Test
  void wrong_usage_is_status_2() {
    String rom = Samples.write(folder, "minimal");
    Run wrong = Run.of("snippet", rom, "--for", "xen");
    assertThat(wrong.status()).isEqualTo(2);
    assertThat(wrong.err()).contains("xen").contains("--help");
    assertThat(Run.of("snippet", rom).status()).isEqualTo(2);
    assertThat(Run.of("snippet", "--for", "qemu").status()).isEqualTo(2);
    Run host = Run.of("snippet", rom, "--for=qemu", "--host", "1:0");
    assertThat(host.status()).isEqualTo(2);
    assertThat(host.err()).contains("'1:0' is no PCI address");
    assertThat(Run.of("snippet", "-", "--for=qemu", "--lspci", "-").status()).isEqualTo(2);
    assertThat(Run.of("snippet", folder + "/missing", "--for=qemu").status()).isEqualTo(2);
    assertThat(Run.of("snippet", folder.toString(), "--for=qemu").status()).isEqualTo(2);
    Run list = Run.of("snippet", rom, "--for=qemu", "--lspci", folder + "/missing");
    assertThat(list.status()).isEqualTo(2);
    assertThat(list.err()).isEqualTo("rom-parser: " + folder + "/missing: No such file\n");
  }
}
