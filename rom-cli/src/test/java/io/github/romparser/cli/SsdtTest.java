package io.github.romparser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.romparser.testdata.RomForge;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What the command line promises for {@code acpi ssdt}. */
class SsdtTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Run.of("acpi", "ssdt", "--schema").out());

  /** A table holds so many bytes of a ROM. */
  private static final int PIECE = 0xf000;

  @TempDir private Path folder;

  /** A ROM of one image that needs some tables. */
  private byte[] large(int tables) {
    byte[] rom = Arrays.copyOf(RomForge.named("minimal"), (tables * PIECE - 100) / 512 * 512);
    int pcir = (rom[0x18] & 0xff) | (rom[0x19] & 0xff) << 8;
    rom[pcir + 0x10] = (byte) (rom.length / 512);
    rom[pcir + 0x11] = (byte) ((rom.length / 512) >> 8);
    return rom;
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private static JsonNode json(Run run) {
    assertThat(SCHEMA.validate(run.out(), InputFormat.JSON)).isEmpty();
    return JSON.readTree(run.out());
  }

  @Test
  void one_table_and_the_lines_that_go_with_it() throws IOException {
    String rom = Samples.write(folder, "muxless-laptop");
    String out = folder.resolve("gpu.aml").toString();
    Run run = Run.of("acpi", "ssdt", rom, "--pci", "01.0/00.0", "--embed", "-o", out);
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith(rom + ": ROM of ")
        .contains(" bytes for \\_SB.PCI0.S08.S00\n  " + out + "  ")
        .contains("<domain xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>")
        .contains("  <qemu:commandline>\n    <qemu:arg value='-acpitable'/>\n")
        .contains("    <qemu:arg value='file=" + out + "'/>")
        .contains("\nQEMU:\n  -acpitable file=" + out + "\n  -device pcie-root-port,id=rp1,")
        .contains("addr=01.0,chassis=1,slot=1\n")
        .contains(",bus=rp1,addr=00.0\n")
        .contains("\n  args: -acpitable file=" + out + "\n")
        .doesNotContain("iasl", "fw_cfg", "fwcfg");
    assertThat(Files.readAllBytes(Path.of(out)))
        .startsWith("SSDT".getBytes(StandardCharsets.US_ASCII));
    Run again = Run.of("acpi", "ssdt", rom, "--pci", "01.0/00.0", "--embed", "-o", out);
    assertThat(again.status()).isEqualTo(2);
    assertThat(again.err()).contains("gpu.aml: exists already; --force replaces it");
    assertThat(again.out()).isEmpty();
  }

  @Test
  void several_tables_are_numbered_and_all_or_none_is_written() throws IOException {
    String rom = Samples.write(folder, "gpu.rom", large(3));
    String out = folder.resolve("gpu.aml").toString();
    Files.writeString(folder.resolve("gpu-2.aml"), "mine");
    String[] command = {"acpi", "ssdt", rom, "--path=\\_SB.PCI0.S10.S00", "--embed", "-o", out};
    Run run = Run.of(command);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("gpu-2.aml: exists already");
    assertThat(files()).containsExactly("gpu-2.aml", "gpu.rom");
    Files.delete(folder.resolve("gpu-2.aml"));
    JsonNode report =
        json(Run.of(Stream.concat(Stream.of(command), Stream.of("--json")).toArray(String[]::new)));
    assertThat(files()).containsExactly("gpu-1.aml", "gpu-2.aml", "gpu.aml", "gpu.rom");
    assertThat(report.get("tables")).hasSize(3);
    assertThat(report.at("/tables/2/file").asString()).endsWith("gpu-2.aml");
    assertThat(report.at("/lines/qemu").asString())
        .contains("gpu.aml\n-acpitable file=")
        .doesNotContain("-device");
    assertThat(report.get("variant").asString()).isEqualTo("embed");
    assertThat(report.get("fwCfgName").isNull()).isTrue();
    Run pipe = Run.of("acpi", "ssdt", rom, "--pci=01.0", "--embed", "-o", "-");
    assertThat(pipe.status()).isEqualTo(2);
    assertThat(pipe.err()).contains("standard output takes one table, and there are 3");
  }

  @Test
  void the_rom_is_trimmed() {
    byte[] rom = RomForge.named("muxless-laptop");
    byte[] padded = Arrays.copyOf(rom, rom.length + 70_000);
    Arrays.fill(padded, rom.length, padded.length, (byte) 0xff);
    String plain = folder.resolve("a.aml").toString();
    String trimmed = folder.resolve("b.aml").toString();
    JsonNode first =
        json(Run.with(rom, "acpi", "ssdt", "-", "--pci=01.0", "--embed", "--json", "-o", plain));
    JsonNode second =
        json(
            Run.with(
                padded, "acpi", "ssdt", "-", "--pci=01.0", "--embed", "--json", "-o", trimmed));
    assertThat(second.get("rom")).isEqualTo(first.get("rom"));
    assertThat(second.at("/tables/0/sha256")).isEqualTo(first.at("/tables/0/sha256"));
    assertThat(second.get("tables")).hasSize(1);
  }

  @Test
  void qemu_can_hand_the_rom_over() {
    String rom = Samples.write(folder, "muxless, laptop.rom", RomForge.named("muxless-laptop"));
    String out = folder.resolve("g.aml").toString();
    String[] command = {
      "acpi", "ssdt", rom, "--pci=01.0/00.0", "--fw-cfg=opt/a,b", "--battery=full", "-o", out
    };
    Run run = Run.of(command);
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("  <sysinfo type='fwcfg'>\n    <entry name='opt/a,b' file='" + rom + "'/>")
        .contains("-fw_cfg 'name=opt/a,,b,file=" + rom.replace(",", ",,") + "'");
    JsonNode report =
        json(Run.of("acpi", "ssdt", rom, "--pci=01.0", "-o", out, "-f", "--json", "--fw-cfg"));
    assertThat(report.get("fwCfgName").asString()).isEqualTo("opt/io.github.romparser/vbios");
    Run odd = Run.of("acpi", "ssdt", rom, "--pci=01.0", "-o", out, "-f", "--fw-cfg=etc/x");
    assertThat(odd.status()).isZero();
    assertThat(odd.err()).contains("warning: etc/x: QEMU wants names of users to begin with opt/");
    Run pipe =
        Run.with(
            RomForge.named("minimal"), "acpi", "ssdt", "-", "--pci=01.0", "-fo", out, "--fw-cfg");
    assertThat(pipe.out()).contains("file=FILL-IN-ROM-FILE");
    Run slow = Run.with(large(10), "acpi", "ssdt", "-", "--pci=01.0", "-fo", out, "--fw-cfg");
    assertThat(slow.err()).contains("--embed is faster");
  }

  @Test
  void source_text_is_printed_or_written() throws IOException {
    String rom = Samples.write(folder, "gpu.rom", large(2));
    Run printed = Run.of("acpi", "ssdt", rom, "--pci=01.0/00.0", "--embed", "--asl");
    assertThat(printed.status()).isZero();
    assertThat(printed.out().split("DefinitionBlock", -1)).hasSize(3);
    assertThat(printed.out()).contains("Method (_ROM, 2, Serialized)", "Name (RP01, Buffer (");
    String out = folder.resolve("gpu.asl").toString();
    Run written = Run.of("acpi", "ssdt", rom, "--pci=01.0/00.0", "--embed", "--asl", "-o", out);
    assertThat(written.status()).isZero();
    assertThat(
            Files.readString(folder.resolve("gpu.asl"))
                + Files.readString(folder.resolve("gpu-1.asl")))
        .isEqualTo(printed.out());
    assertThat(written.out())
        .contains("First: iasl " + out + " ")
        .contains("-acpitable file=" + folder.resolve("gpu-1.aml"));
  }

  @Test
  void what_is_no_rom_is_refused_in_one_line() throws IOException {
    String out = folder.resolve("x.aml").toString();
    String wrapped = Samples.write(folder, "turing-nvgi3");
    Run run = Run.of("acpi", "ssdt", wrapped, "--pci=01.0", "--embed", "-o", out);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err())
        .contains("CONTAINER-PREFIX: ")
        .contains("rom-parser trim " + wrapped + " -o");
    Run text =
        Run.with(
            "only words, and a few more".getBytes(StandardCharsets.UTF_8),
            "acpi",
            "ssdt",
            "-",
            "--pci=01.0",
            "--embed",
            "--json",
            "-o",
            out);
    assertThat(text.status()).isEqualTo(1);
    JsonNode report = json(text);
    assertThat(report.at("/findings/0/code").asString()).isEqualTo("NOT-ROM-TEXT");
    assertThat(report.get("rom").isNull()).isTrue();
    assertThat(report.get("tables")).isEmpty();
    assertThat(report.get("lines").isNull()).isTrue();
    byte[] cut = Arrays.copyOf(large(2), 70_000);
    assertThat(Run.with(cut, "acpi", "ssdt", "-", "--pci=01.0", "--embed", "-o", out).err())
        .contains("TRUNCATED");
    Run large = Run.with(large(33), "acpi", "ssdt", "-", "--pci=01.0", "--embed", "-o", out);
    assertThat(large.status()).isEqualTo(1);
    assertThat(large.err()).contains("SSDT-TOO-LARGE").contains("--fw-cfg");
    assertThat(
            Run.with(RomForge.named("isa"), "acpi", "ssdt", "-", "--pci=01.0", "--embed", "-o", out)
                .status())
        .isEqualTo(1);
    assertThat(files()).containsExactly("turing-nvgi3.rom");
  }

  @Test
  void what_may_be_wrong_with_a_rom_is_told() {
    byte[] rom = RomForge.named("minimal");
    rom[0x60]++;
    String out = folder.resolve("a:b.aml").toString();
    Run run = Run.with(rom, "acpi", "ssdt", "-", "--pci=01.0", "--embed", "-o", out);
    assertThat(run.status()).isZero();
    assertThat(run.err()).contains("warning: CHECKSUM: ").contains("QEMU takes a colon");
  }

  @ParameterizedTest
  @CsvSource({
    "--embed --pci=01.0, -o FILE is missing",
    "--embed --pci=01.0 --asl --json, -o FILE is missing",
    "--pci=01.0 -o x, one of --embed and --fw-cfg is needed",
    "--embed --fw-cfg=a --pci=01.0 -o x, one of --embed and --fw-cfg is needed",
    "--embed -o x, one of --path and --pci is needed",
    "--embed -o x --pci=01.0 --path=\\_SB, one of --path and --pci is needed",
    "--embed -o x --pci=40.0, is not of the form SS.F/SS.F",
    "--embed -o x --path=_SB.PCI0, is no ACPI path",
    "--fw-cfg=a\"b -o x --pci=01.0, at most 55 printable characters",
    "--embed --pci=01.0 -o /nowhere/x, No such folder",
    "--embed --pci=01.0 -o x --battery=half, expected one of"
  })
  void wrong_usage_is_one_clear_line(String options, String message) {
    String[] command = ("acpi ssdt - " + options).split(" ", -1);
    Run run = Run.with(RomForge.named("minimal"), command);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("rom-parser: ").contains(message);
    assertThat(Path.of("x")).doesNotExist();
  }

  @Test
  void help_and_missing_files() {
    assertThat(Run.of("acpi", "ssdt", "--help").out())
        .contains("Exit status:")
        .contains("Examples:");
    assertThat(Run.of("acpi", "--help").out()).contains("ssdt");
    assertThat(Run.of("acpi", "ssdt").err()).contains("no ROM given");
    Run none =
        Run.of("acpi", "ssdt", folder + "/none", "--embed", "--pci=01.0", "-o", folder + "/x");
    assertThat(none.status()).isEqualTo(2);
    assertThat(none.err()).isEqualTo("rom-parser: " + folder + "/none: No such file\n");
  }
}
