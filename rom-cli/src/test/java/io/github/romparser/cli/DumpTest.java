package io.github.romparser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.romparser.testdata.RomForge;
import io.github.romparser.testdata.VfctForge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What the command line promises for {@code dump}, on copied trees. */
class DumpTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Run.of("dump", "--schema").out());

  @TempDir private Path root;

  private Path device(String address, String vendor, String device, String classCode)
      throws IOException {
    Path folder = Files.createDirectories(root.resolve("sys/bus/pci/devices").resolve(address));
    Files.writeString(folder.resolve("vendor"), vendor + "\n");
    Files.writeString(folder.resolve("device"), device + "\n");
    Files.writeString(folder.resolve("class"), classCode + "\n");
    return folder;
  }

  private Run dump(String... more) {
    String[] command = {"dump", "--root", root.toString(), "-o", root + "/out.rom"};
    return Run.of(Stream.of(command, more).flatMap(Stream::of).toArray(String[]::new));
  }

  private static JsonNode json(Run run) {
    assertThat(SCHEMA.validate(run.out(), InputFormat.JSON)).isEmpty();
    return JSON.readTree(run.out());
  }

  @Test
  void the_rom_of_the_only_card_is_written() throws IOException {
    byte[] rom = RomForge.named("muxless-laptop");
    Path card = device("0000:01:00.0", "0x10de", "0x1c8d", "0x030200");
    device("0000:00:1f.3", "0x8086", "0xa170", "0x040300");
    Files.write(card.resolve("rom"), rom);
    Run run = dump();
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("0000:01:00.0, 10de:1c8d, class 030200\n  sysfs rom   ")
        .contains(" bytes: the card's own ROM\n")
        .contains("  _ROM        not tried: the card's own ROM is there\n")
        .contains(root + "/out.rom: ");
    assertThat(root.resolve("out.rom")).hasBinaryContent(rom);
    Run again = dump();
    assertThat(again.status()).isEqualTo(2);
    assertThat(again.err()).contains("out.rom: exists already; --force replaces it");
    assertThat(dump("-f", "--device", "00:1f.3").status()).isEqualTo(1);
    assertThat(root.resolve("out.rom")).hasBinaryContent(rom);
  }

  @Test
  void each_way_says_why_not() throws IOException {
    Path card = device("0000:01:00.0", "0x10de", "0x1c8d", "0x030200");
    Run run = dump();
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("  sysfs rom   the device has no ROM BAR")
        .contains("  VFCT        there is no such table; only AMD's firmware makes it\n")
        .contains("  _ROM        firmware has no ACPI name for this device\n");
    assertThat(run.err())
        .isEqualTo("rom-parser: 0000:01:00.0: no way led to a ROM; nothing was written\n");
    assertThat(root.resolve("out.rom")).doesNotExist();
    Files.createDirectory(card.resolve("firmware_node"));
    Files.writeString(card.resolve("firmware_node/path"), "\\_SB_.PCI0.PEG0.PEGP\n");
    Files.write(card.resolve("rom"), new byte[512]);
    JsonNode report = json(dump("--json"));
    assertThat(report.at("/device/acpiPath").asString()).isEqualTo("\\_SB.PCI0.PEG0.PEGP");
    assertThat(report.at("/attempts/0/outcome").asString()).isEqualTo("not-a-rom");
    assertThat(report.at("/attempts/2/outcome").asString()).isEqualTo("not-live");
    assertThat(report.get("file").isNull()).isTrue();
    assertThat(dump().out())
        .contains("what was read is no ROM: ")
        .contains("a copy of /sys has no kernel");
    Files.write(card.resolve("rom"), Arrays.copyOf(RomForge.named("amd-three"), 0x900));
    assertThat(dump().out()).contains("what was read is not whole: Image #");
  }

  @Test
  void a_copy_is_told_from_the_cards_own() throws IOException {
    byte[] rom = RomForge.named("amd-apu");
    Path card = device("0000:04:00.0", "0x1002", "0x1638", "0x030000");
    Files.write(card.resolve("rom"), rom);
    Files.writeString(card.resolve("boot_vga"), "1\n");
    Run shadow = dump();
    assertThat(shadow.out())
        .contains(", the display that the machine was started with\n")
        .contains("the copy in memory of the ROM that ran when the machine\n              started");
    Path tables = Files.createDirectories(root.resolve("sys/firmware/acpi/tables"));
    Files.write(tables.resolve("VFCT"), VfctForge.start().image(4, 0, 0x1002, 0x1638, rom).build());
    JsonNode report = json(dump("--json", "-f"));
    assertThat(report.get("way").asString()).isEqualTo("vfct");
    assertThat(report.at("/attempts/0/worth").asString()).isEqualTo("shadow");
    assertThat(report.at("/attempts/1/worth").asString()).isEqualTo("table-copy");
    assertThat(report.at("/device/bootVga").asBoolean()).isTrue();
    assertThat(dump("-f").out()).contains("a copy that firmware made when the machine started");
  }

  @Test
  void of_two_cards_one_has_to_be_named() throws IOException {
    device("0000:00:02.0", "0x8086", "0x591b", "0x030000");
    device("0000:01:00.0", "0x10de", "0x1c8d", "0x030200");
    Run run = dump();
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .contains("name one with --device: 0000:00:02.0 (8086:591b), 0000:01:00.0 (10de:1c8d)");
    assertThat(dump("--device", "01:00.0").status()).isEqualTo(1);
    assertThat(dump("--device", "05:00.0").err()).contains("0000:05:00.0: no such PCI device");
  }

  @ParameterizedTest
  @CsvSource({
    "--root /nowhere -o x, /nowhere: No such folder",
    "--root / , -o OUT is missing",
    "--device 1 -o x, is no PCI address",
    "--root /usr -o /nowhere/x, No such folder",
    "--root /usr -o x, only Linux has it"
  })
  void wrong_usage_is_one_clear_line(String options, String message) {
    Run run = Run.of(("dump " + options.strip()).split(" ", -1));
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).startsWith("rom-parser: ").contains(message);
    assertThat(Path.of("x")).doesNotExist();
  }

  @Test
  void no_display_and_help() throws IOException {
    device("0000:00:1f.3", "0x8086", "0xa170", "0x040300");
    assertThat(dump().err()).contains("there is no display device (class 03)");
    assertThat(Run.of("dump", "--help").out()).contains("Exit status:").contains("Examples:");
  }
}
