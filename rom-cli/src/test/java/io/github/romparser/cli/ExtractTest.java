package io.github.romparser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.romparser.testdata.RomForge;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What the command line promises for {@code extract}. */
class ExtractTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final byte[] LAPTOP = RomForge.named("muxless-laptop");
  private static final byte[] APU = RomForge.named("amd-apu");

  @TempDir private Path folder;
  private Path roms;
  private String blob;

  @BeforeEach
  void blob() throws IOException {
    roms = folder.resolve("roms");
    blob = write("update.bin", noise(1000, 1), LAPTOP, noise(77, 2), APU, noise(5, 3), LAPTOP);
  }

  private String write(String name, byte[]... parts) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return Files.write(folder.resolve(name), all.toByteArray()).toString();
  }

  private static byte[] noise(int size, long seed) {
    byte[] noise = new byte[size];
    new SplittableRandom(seed).nextBytes(noise);
    return noise;
  }

  private static void fits(String json) throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Run.of("extract", "--schema").out());
    assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
    assertThat(schema.validate("{\"schemaVersion\": 1}", InputFormat.JSON)).isNotEmpty();
  }

  private List<String> written() throws IOException {
    try (var files = Files.list(roms)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void list_writes_nothing_and_tells_where_they_are() throws IOException {
    Run run = Run.of("extract", blob, "--list");
    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("2 option ROMs")
        .contains("10de:1c8d")
        .contains("at 0x3e8 in update.bin")
        .contains("1002:1638");
    assertThat(roms).doesNotExist();
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void each_rom_is_written_once_trimmed_and_by_its_content() throws IOException {
    Run run = Run.of("extract", blob, "-o", roms.toString());
    assertThat(run.status()).isZero();
    List<String> names = written();
    assertThat(names).hasSize(2);
    assertThat(names.get(0)).matches("1002-1638_[0-9a-f]{8}\\.rom");
    assertThat(names.get(1)).matches("10de-1c8d_[0-9a-f]{8}\\.rom");
    assertThat(roms.resolve(names.get(0))).hasBinaryContent(APU);
    assertThat(roms.resolve(names.get(1))).hasBinaryContent(LAPTOP);
    assertThat(run.out()).contains(names.get(0), names.get(1), "written to " + roms);
    // Once more: what is there already is the same.
    assertThat(Run.of("extract", blob, "-o", roms.toString()).status()).isZero();
    assertThat(written()).isEqualTo(names);
  }

  @Test
  void what_exists_is_kept_unless_forced() throws IOException {
    Run.of("extract", blob, "-o", roms.toString());
    Path rom = roms.resolve(written().get(0));
    Files.writeString(rom, "precious");
    Run kept = Run.of("extract", blob, "-o", roms.toString());
    assertThat(kept.status()).isEqualTo(2);
    assertThat(kept.err()).contains(rom.toString()).contains("--force");
    assertThat(rom).hasContent("precious");
    assertThat(Run.of("extract", blob, "-o", roms.toString(), "--force").status()).isZero();
    assertThat(rom).hasBinaryContent(APU);
  }

  @Test
  void json_fits_its_schema_and_has_all_places() throws IOException {
    Run run = Run.of("extract", blob, "--list", "--json");
    fits(run.out());
    JsonNode report = JSON.readTree(run.out());
    assertThat(report.propertyNames().iterator().next()).isEqualTo("schemaVersion");
    assertThat(report.get("verdict").asString()).isEqualTo("found");
    assertThat(report.get("roms")).hasSize(2);
    JsonNode rom = report.at("/roms/0");
    assertThat(rom.get("file").isNull()).isTrue();
    assertThat(rom.get("size").asInt()).isEqualTo(LAPTOP.length);
    assertThat(rom.get("vendorId").asString()).isEqualTo("10de");
    assertThat(rom.get("deviceId").asString()).isEqualTo("1c8d");
    assertThat(rom.get("sources")).hasSize(2);
    assertThat(rom.at("/sources/0/offset").asInt()).isEqualTo(1000);
    assertThat(rom.at("/sources/0/path/0").asString()).isEqualTo("update.bin");
    Run both = Run.of("extract", blob, blob, "--list", "--json");
    fits(both.out());
    assertThat(JSON.readTree(both.out()).get("files")).hasSize(2);
    Run into = Run.of("extract", blob, "-o", roms.toString(), "--json");
    fits(into.out());
    assertThat(JSON.readTree(into.out()).at("/roms/0/file").asString()).endsWith(".rom");
    assertThat(Run.of("extract", "--schema").out()).contains("Report of rom-parser extract");
  }

  @Test
  void the_manifest_is_the_json_report() throws IOException {
    Path manifest = folder.resolve("found.json");
    Run run = Run.of("extract", blob, "-o", roms.toString(), "--manifest", manifest.toString());
    assertThat(run.status()).isZero();
    fits(Files.readString(manifest));
    assertThat(JSON.readTree(Files.readString(manifest)).get("roms")).hasSize(2);
    Run again = Run.of("extract", blob, "-o", roms.toString(), "--manifest", manifest.toString());
    assertThat(again.status()).isEqualTo(2);
    assertThat(again.err()).contains("--force");
  }

  @Test
  void the_device_asked_for_is_marked() {
    Run same = Run.of("extract", blob, "--list", "--device", "10de:1c8d");
    assertThat(same.status()).isZero();
    assertThat(same.out()).contains("FOR THE DEVICE ASKED FOR").doesNotContain("NO-MATCH");
    Run family = Run.of("extract", blob, "--list", "--device", "10DE:1C8F");
    assertThat(family.status()).isEqualTo(1);
    assertThat(family.out()).contains("same family").contains("NO-MATCH");
    Run other = Run.of("extract", blob, "--list", "--device", "10de:2484", "--json");
    assertThat(other.status()).isEqualTo(1);
    JsonNode report = JSON.readTree(other.out());
    assertThat(report.at("/roms/0/match").asString()).isEqualTo("other");
    assertThat(Run.of("extract", blob, "--list", "--device", "4318").status()).isEqualTo(2);
  }

  @Test
  void verbose_tells_each_rom_as_it_is_found() {
    Run run = Run.of("extract", blob, "--list", "-v");
    assertThat(run.err()).contains("found 10de:1c8d, ").contains("found 1002:1638, ");
    assertThat(run.err().lines()).hasSize(2);
  }

  @Test
  void the_negative_answer_is_told_with_what_to_do() throws IOException {
    String words = write("words.txt", "only words".repeat(20).getBytes(StandardCharsets.UTF_8));
    Run none = Run.of("extract", words, "--list");
    assertThat(none.status()).isEqualTo(1);
    assertThat(none.out()).contains("no option ROM").contains("NO-ROM-INSIDE").contains("_ROM");
    Run dense = Run.of("extract", write("dense.dat", noise(1 << 20, 9)), "-o", roms.toString());
    assertThat(dense.status()).isEqualTo(1);
    assertThat(dense.out()).contains("UNKNOWN-COMPRESSION").contains("entropy");
    assertThat(roms).doesNotExist();
    Run image = Run.of("extract", write("0849F0.bin", noise(1 << 20, 9)), "--list");
    assertThat(image.out()).contains("ENCRYPTED-IMAGE").doesNotContain("UNKNOWN-COMPRESSION");
    Run apu = Run.of("extract", write("apu.bin", noise(9, 1), APU), "--list");
    assertThat(apu.out()).contains("ONLY-INTEGRATED");
    Run already = Run.of("extract", write("a.rom", LAPTOP), "--list", "--json");
    assertThat(JSON.readTree(already.out()).get("verdict").asString()).isEqualTo("already-a-rom");
    Run empty = Run.of("extract", write("empty"), "--list");
    assertThat(empty.status()).isEqualTo(1);
    assertThat(empty.out()).contains("EMPTY");
  }

  @Test
  void wrong_usage_and_unreadable_files_are_told_in_a_line() throws IOException {
    for (String[] wrong :
        new String[][] {
          {"extract"},
          {"extract", blob},
          {"extract", blob, "--list", "-o", roms.toString()},
          {"extract", blob, "--list", "--jobs", "0"},
          {"extract", blob, "--list", "--time", "-1"},
          {"extract", "-", "-", "--list"},
          {"extract", folder.resolve("missing").toString(), "--list"},
          {"extract", folder.toString(), "--list"},
          {"extract", blob, "-o", blob}
        }) {
      Run run = Run.of(wrong);
      assertThat(run.status()).as(String.join(" ", wrong)).isEqualTo(2);
      assertThat(run.err()).startsWith("rom-parser: ").doesNotContain("\tat ");
      assertThat(run.out()).isEmpty();
    }
    Run mixed = Run.of("extract", folder.resolve("missing").toString(), blob, "--list");
    assertThat(mixed.status()).isEqualTo(2);
    assertThat(mixed.out()).contains("2 option ROMs");
  }

  @Test
  void standard_input_and_read_only_files_are_read() throws IOException {
    Files.setPosixFilePermissions(Path.of(blob), PosixFilePermissions.fromString("r--r--r--"));
    assertThat(Run.of("extract", blob, "--list").status()).isZero();
    Run run = Run.with(Files.readAllBytes(Path.of(blob)), "extract", "-", "--list");
    assertThat(run.status()).isZero();
    assertThat(run.out()).startsWith("-: 2 option ROMs");
  }

  @Test
  void an_archive_in_an_archive_is_opened() throws IOException {
    Files.createDirectories(roms);
    byte[] inner = zip("bios/laptop.rom", LAPTOP);
    String outer = write("outer.zip", zip("inner.zip", inner));
    Run run = Run.of("extract", outer, "-o", roms.toString(), "--json");
    JsonNode source = JSON.readTree(run.out()).at("/roms/0/sources/0");
    assertThat(source.get("path")).hasSize(3);
    assertThat(source.at("/path/2").asString()).isEqualTo("zip: bios/laptop.rom");
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return bytes.toByteArray();
  }
}
