package io.github.romparser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.romparser.testdata.AcpiLayouts;
import io.github.romparser.testdata.DumpTextForge;
import io.github.romparser.testdata.RomForge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** {@code acpi vfct}, {@code acpi rom}, {@code acpi scan}: reports, files, exit statuses. */
class AcpiTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final byte[] HYBRID = RomForge.named("minimal-hybrid");

  @TempDir private Path folder;

  private static JsonNode json(String command, Run run) {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Run.of("acpi", command, "--schema").out());
    assertThat(schema.validate(run.out(), InputFormat.JSON)).isEmpty();
    assertThat(schema.validate("{\"schemaVersion\": 1}", InputFormat.JSON)).isNotEmpty();
    return JSON.readTree(run.out());
  }

  private String acpi(String layout) {
    return Samples.write(folder, layout + ".aml", AcpiLayouts.named(layout));
  }

  // ---- vfct

  @Test
  void the_images_of_a_vfct_are_listed_and_written() throws IOException {
    String table = Samples.write(folder, "vfct");
    Path roms = folder.resolve("roms");
    Run run = Run.of("acpi", "vfct", table, "-o", roms.toString());
    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("ACPI table VFCT (FORGED TESTDATA), ")
        .contains("2 images, checksum right")
        .contains("  0000:04:00.0  1002:1638, subsystem 1002:1638, revision 0, ")
        .contains("      wrote  " + roms + "/1002-1638_")
        .contains("note VFCT-NO-EFI")
        .containsPattern("rom-parser\\s+extract")
        .containsPattern("rom-parser\\s+wrap");
    JsonNode report = json("vfct", Run.of("acpi", "vfct", table, "--json", "-o", roms.toString()));
    assertThat(report.propertyNames().iterator().next()).isEqualTo("schemaVersion");
    assertThat(report.at("/file/kind").asString()).isEqualTo("acpi-vfct");
    assertThat(report.get("checksumValid").asBoolean()).isTrue();
    JsonNode image = report.at("/images/1");
    assertThat(image.get("address").asString()).isEqualTo("0000:03:00.0");
    Path file = roms.resolve(image.get("file").asString());
    assertThat(Files.size(file)).isEqualTo(image.get("length").asLong());
    assertThat(file.getFileName().toString())
        .contains("_" + image.get("sha256").asString().substring(0, 8));
    // What is there with other bytes is kept.
    Files.writeString(file, "mine");
    Run again = Run.of("acpi", "vfct", table, "-o", roms.toString());
    assertThat(again.status()).isEqualTo(2);
    assertThat(again.err()).contains("exists already").doesNotContain("\tat ");
    assertThat(Files.readString(file)).isEqualTo("mine");
    assertThat(Run.of("acpi", "vfct", table, "-f", "-o", roms.toString()).status()).isZero();
    assertThat(Files.size(file)).isEqualTo(image.get("length").asLong());
  }

  @Test
  void a_vfct_in_the_text_of_acpidump() {
    byte[] text = DumpTextForge.text("acpidump", RomForge.named("vfct"));
    Run run = Run.with(text, "acpi", "vfct", "-", "--json");
    assertThat(run.status()).isZero();
    JsonNode report = json("vfct", run);
    assertThat(report.get("images")).hasSize(2);
    assertThat(report.at("/file/kind").asString()).isEqualTo("text");
    assertThat(report.at("/images/0/file").isNull()).isTrue();
  }

  @Test
  void damaged_tables_and_other_files_are_a_no() {
    byte[] cut = Arrays.copyOf(RomForge.named("vfct"), 5000);
    Run run = Run.with(cut, "acpi", "vfct", "-");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("checksum WRONG").contains("TABLE-CUT").contains("VFCT-CUT");
    Run other = Run.with(RomForge.named("minimal"), "acpi", "vfct", "-", "--json");
    assertThat(other.status()).isEqualTo(1);
    assertThat(json("vfct", other).get("table").isNull()).isTrue();
    assertThat(Run.with(new byte[0], "acpi", "vfct", "-").out()).contains("no VFCT");
  }

  // ---- rom

  @Test
  void a_rom_comes_out_of_pieces_in_any_order() throws IOException {
    byte[] rom = RomForge.named("muxless-laptop");
    String[] command = new String[16];
    for (int i = 0; i < 12; i++) {
      byte[] piece = Arrays.copyOfRange(rom, i * 0x400, Math.min(rom.length, i * 0x400 + 0x400));
      command[2 + 11 - i] = Samples.write(folder, "rom." + i, piece);
    }
    Path out = folder.resolve("gpu.rom");
    command[0] = "acpi";
    command[1] = "rom";
    command[14] = "-o";
    command[15] = out.toString();
    Run run = Run.of(command);
    assertThat(run.status()).as(run.toString()).isZero();
    assertThat(Files.readAllBytes(out)).isEqualTo(rom);
    assertThat(run.out())
        .contains("rom.11: binary, 1 piece, 512 bytes")
        .contains("and 4 more files")
        .contains(out + ": 10de:");
    assertThat(Run.of(command).err()).contains("exists already; --force replaces it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"acpi-call", "acpiexec", "asl", "c-array", "xxd", "hexdump-c", "reg"})
  void texts_from_standard_input(String format) throws IOException {
    Path out = folder.resolve("gpu.rom");
    byte[] text = DumpTextForge.text(format, HYBRID);
    Run run = Run.with(text, "acpi", "rom", "-", "-o", out.toString(), "--json");
    assertThat(run.status()).as(run.toString()).isZero();
    assertThat(Files.readAllBytes(out)).isEqualTo(HYBRID);
    JsonNode report = json("rom", run);
    String id = report.at("/sources/0/format").asString();
    assertThat(format.replace("c-array", "byte-list").replaceFirst("xxd|hexdump-c", "hex-dump"))
        .startsWith(id.substring(0, 3));
    assertThat(report.at("/rom/size").asInt()).isEqualTo(HYBRID.length);
    assertThat(report.at("/rom/vendorId").asString()).isEqualTo("8086");
  }

  @Test
  void what_follows_the_rom_is_cut_or_kept() throws IOException {
    Path out = folder.resolve("gpu.rom");
    byte[] padded = Arrays.copyOf(HYBRID, 0x1000);
    Run run = Run.with(padded, "acpi", "rom", "-", "-o", out.toString());
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("note DUMP-TAIL at 0x600");
    assertThat(Files.readAllBytes(out)).isEqualTo(HYBRID);
    assertThat(Run.with(padded, "acpi", "rom", "-", "--keep-tail", "-fo", out.toString()).status())
        .isZero();
    assertThat(Files.readAllBytes(out)).isEqualTo(padded);
  }

  @Test
  void nothing_is_written_where_there_is_no_rom() {
    Path out = folder.resolve("gpu.rom");
    Run run = Run.with(new byte[4096], "acpi", "rom", "-", "-o", out.toString());
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("no ROM, so nothing is written").contains("error DUMP-NO-ROM");
    assertThat(out).doesNotExist();
    Run json = Run.with(new byte[4096], "acpi", "rom", "-", "-o", out.toString(), "--json");
    assertThat(json("rom", json).get("rom").isNull()).isTrue();
    String missing = folder.resolve("rom.1").toString();
    String there = Samples.write(folder, "minimal");
    Run unread = Run.of("acpi", "rom", there, missing, "-o", out.toString());
    assertThat(unread.status()).isEqualTo(2);
    assertThat(unread.err()).isEqualTo("rom-parser: " + missing + ": No such file\n");
    assertThat(out).doesNotExist();
  }

  // ---- scan

  @Test
  void memory_is_told_with_what_to_do() {
    Run run = Run.of("acpi", "scan", acpi("ssdt-memory"));
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("1 table with AML code, 1 ROM method, no ROMs in them")
        .contains("  \\_SB_.PCI0.PEG0.PEGP._ROM")
        .contains("      device  \\_SB_.PCI0.PEG0.PEGP\n")
        .contains("SystemMemory at 0x9cf40018, 262,148 bytes, from 0x4 on")
        .contains("note AML-ROM-ELSEWHERE")
        .containsPattern("rom-parser\\s+dump");
    Run none = Run.of("acpi", "scan", acpi("ssdt-memory"), "-o", folder.resolve("x").toString());
    assertThat(none.status()).isEqualTo(1);
    assertThat(folder.resolve("x")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "ssdt-memory, region, SystemMemory at 0x9cf40018",
    "ssdt-named-memory, region, SystemMemory at NVHA",
    "ssdt-computed-memory, region, SystemMemory at an address that is worked out",
    "ssdt-embedded, table, in the tables: \\_SB_.PCI0.PEG0.PEGP.RP00",
    "ssdt-fw-cfg, fw-cfg, 'QEMU fw_cfg, opt/forged/rom'",
    "ssdt-empty, empty, 0 bytes",
    "ssdt-unknown, unknown, not to be seen",
  })
  void every_origin_is_told(String layout, String kind, String text) {
    String table = acpi(layout);
    assertThat(Run.of("acpi", "scan", table).out()).contains("      ROM     " + text);
    JsonNode report = json("scan", Run.of("acpi", "scan", table, "--json"));
    assertThat(report.at("/methods/0/origin/kind").asString()).isEqualTo(kind);
    assertThat(report.at("/tables/0/header/signature").asString()).isEqualTo("SSDT");
  }

  @Test
  void roms_in_buffers_are_written() throws IOException {
    Path roms = folder.resolve("roms");
    Run run = Run.of("acpi", "scan", acpi("ssdt-two"), "-o", roms.toString());
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("2 ROMs in them")
        .contains("      wrote   " + roms + "/8086-10d3");
    try (var files = Files.list(roms)) {
      assertThat(files).hasSize(2);
    }
    JsonNode report =
        json(
            "scan", Run.of("acpi", "scan", acpi("ssdt-embedded"), "-o", roms.toString(), "--json"));
    Path file = roms.resolve(report.at("/roms/0/file").asString());
    assertThat(Files.readAllBytes(file)).isEqualTo(HYBRID);
    assertThat(report.at("/roms/0/pieces")).hasSize(2);
    Run cut = Run.of("acpi", "scan", acpi("ssdt-embedded-cut"), "-o", roms.toString());
    assertThat(cut.status()).isEqualTo(1);
    assertThat(cut.out()).contains("error AML-ROM-CUT");
  }

  @Test
  void tables_without_rom_are_a_no() {
    Run run = Run.of("acpi", "scan", acpi("ssdt-plain"), folder + "/missing");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).contains("AML-NO-ROM");
    assertThat(Run.of("acpi", "scan", acpi("ssdt-plain")).status()).isEqualTo(1);
    assertThat(Run.with(RomForge.named("minimal"), "acpi", "scan", "-").out())
        .contains("no tables with AML code")
        .contains("AML-NO-TABLE");
  }

  // ---- all

  @ParameterizedTest
  @CsvSource({
    "acpi vfct, no table given",
    "acpi scan, no table given",
    "acpi rom -o x, no file given",
    "acpi rom a, no output given: -o OUT is missing",
    "acpi rom - - -o x, standard input can be read only once",
    "acpi scan - -, standard input can be read only once",
    "acpi vfct /nowhere/VFCT, '/nowhere/VFCT: No such file'",
    "acpi scan /nowhere/SSDT, '/nowhere/SSDT: No such file'",
    "acpi vfct - -o /dev/null, '/dev/null: Not a folder'",
    "acpi rom - -o /nowhere/x, 'No such folder'",
  })
  void wrong_usage_is_one_clear_line(String command, String message) {
    Run run = Run.with(RomForge.named("minimal"), command.split(" ", -1));
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("rom-parser: ").contains(message).doesNotContain("\tat ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"vfct", "rom", "scan"})
  void help_has_examples_and_exit_statuses(String command) {
    Run run = Run.of("acpi", command, "--help");
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("Exit status:")
        .contains("Examples:")
        .contains("rom-parser acpi");
    assertThat(run.out().lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(101));
  }
}
