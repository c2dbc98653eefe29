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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What the command line promises for {@code scan}. */
class ScanTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FILES = 40;

  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Run.of("scan", "--schema").out());

  @TempDir private Path folder;
  private Path corpus;
  private Path results;

  @BeforeEach
  void make() throws IOException {
    corpus = folder.resolve("corpus");
    Files.createDirectories(corpus.resolve("below/deep"));
    results = folder.resolve("results.jsonl");
    List<String> layouts = RomForge.names().stream().sorted().toList();
    for (int i = 0; i < FILES; i++) {
      Path at = corpus.resolve(i % 3 == 0 ? "below" : i % 3 == 1 ? "below/deep" : ".");
      Files.write(
          at.resolve("file" + i),
          i % 4 == 3
              ? ("text " + i).getBytes(StandardCharsets.UTF_8)
              : RomForge.named(layouts.get(i % layouts.size())));
    }
  }

  private Run scan(String... more) {
    List<String> arguments = new ArrayList<>(List.of("scan", corpus.toString()));
    arguments.addAll(List.of("--output", results.toString()));
    arguments.addAll(Arrays.asList(more));
    return Run.of(arguments.toArray(String[]::new));
  }

  private static List<String> names(List<String> lines) {
    return lines.stream().map(line -> JSON.readTree(line).get("name").asString()).toList();
  }

  @Test
  void everyFileHasALineThatKeepsToTheSchema() throws IOException {
    Run run = scan("--jobs", "3");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith(FILES + " files in ").contains(" ROMs in ");
    List<String> lines = Files.readAllLines(results);
    assertThat(lines).hasSize(FILES);
    assertThat(names(lines)).doesNotHaveDuplicates();
    for (String line : lines) {
      assertThat(SCHEMA.validate(line, InputFormat.JSON)).as(line).isEmpty();
    }
    JsonNode text =
        JSON.readTree(lines.stream().filter(l -> l.contains("/file3\"")).findFirst().orElseThrow());
    assertThat(text.get("verdict").asString()).isEqualTo("no-rom");
    assertThat(text.get("romCount").asInt()).isZero();
  }

  @Test
  void theOrderDoesNotDependOnTheThreads() throws IOException {
    scan("--jobs", "1");
    List<String> one = Files.readAllLines(results);
    scan("--jobs", "5", "--force");
    assertThat(Files.readAllLines(results)).isEqualTo(one);
  }

  @Test
  void stoppedAnywhereItGoesOnWithoutLossOrRepetition() throws IOException {
    scan();
    byte[] whole = Files.readAllBytes(results);
    List<String> lines = Files.readAllLines(results);
    Random random = new Random(3);
    for (int i = 0; i < 20; i++) {
      Files.write(results, Arrays.copyOf(whole, random.nextInt(whole.length)));
      Run run = scan();
      assertThat(run.status()).isZero();
      assertThat(Files.readAllLines(results)).containsExactlyInAnyOrderElementsOf(lines);
    }
    Run again = scan();
    assertThat(again.err()).startsWith("0 files").contains(FILES + " were done before");
    assertThat(Files.readAllBytes(results)).hasSize(whole.length);
  }

  @Test
  void anotherFileIsNotTouched() throws IOException {
    for (String text : new String[] {"my notes\n", "my notes", "{\"name\": 1}\n", "[]\n"}) {
      Files.writeString(results, text);
      Run run = scan();
      assertThat(run.status()).isEqualTo(ExitStatus.TROUBLE);
      assertThat(run.err()).contains("line 1 of it is no result").hasLineCount(1);
      assertThat(Files.readString(results)).isEqualTo(text);
    }
    assertThat(scan("--force").status()).isZero();
    assertThat(Files.readAllLines(results)).hasSize(FILES);
  }

  @Test
  void outputsThatAreNoneAreRefused() throws IOException {
    results = corpus;
    assertThat(scan().err()).contains("Not a file").hasLineCount(1);
    results = folder.resolve("no/such/folder");
    assertThat(scan().status()).isEqualTo(ExitStatus.TROUBLE);
    assertThat(Run.of("scan", corpus.toString()).status()).isEqualTo(ExitStatus.TROUBLE);
  }

  @Test
  void standardOutputIsAStream() {
    Run run = Run.of("scan", corpus.toString(), "--output", "-");
    assertThat(run.status()).isZero();
    assertThat(run.out().lines()).hasSize(FILES);
  }

  @Test
  void itsOwnOutputAndLinksAreNotScanned() throws IOException {
    results = corpus.resolve("results.jsonl");
    Files.createSymbolicLink(corpus.resolve("loop"), corpus);
    Files.createSymbolicLink(corpus.resolve("link"), corpus.resolve("below/file0"));
    scan();
    scan();
    assertThat(Files.readAllLines(results)).hasSize(FILES);
    Path link = Files.createSymbolicLink(folder.resolve("named"), corpus);
    assertThat(Run.of("scan", link.toString(), "-o", "-").out().lines()).hasSize(FILES + 1);
  }

  @Test
  void whatCannotBeReadIsToldAndTheRestIsScanned() throws IOException {
    Files.write(corpus.resolve("large"), new byte[(1 << 20) + 1]);
    String missing = folder.resolve("missing").toString();
    Run run =
        Run.of("scan", missing, corpus.toString(), "-o", results.toString(), "--max-size", "1");
    assertThat(run.status()).isEqualTo(ExitStatus.TROUBLE);
    assertThat(run.err())
        .contains("missing: No such file")
        .contains("large: larger than 1048576 bytes")
        .contains(", 1 not read");
    assertThat(Files.readAllLines(results)).hasSize(FILES + 1);
    Path nothing = folder.resolve("nothing.jsonl");
    Run none = Run.of("scan", missing, "-o", nothing.toString());
    assertThat(none.status()).isEqualTo(ExitStatus.TROUBLE);
    assertThat(none.err()).contains("No such file").hasLineCount(1);
    assertThat(nothing).doesNotExist();
  }

  @Test
  void limitsAreChecked() {
    assertThat(scan("--jobs", "0").status()).isEqualTo(ExitStatus.TROUBLE);
    assertThat(scan("--time", "0").status()).isEqualTo(ExitStatus.TROUBLE);
    assertThat(scan("--max-size", "4000").status()).isEqualTo(ExitStatus.TROUBLE);
    assertThat(results).doesNotExist();
  }

  @Test
  void romFilesOnly() throws IOException {
    scan("--no-unpack");
    for (String line : Files.readAllLines(results)) {
      assertThat(JSON.readTree(line).get("verdict").isNull()).isTrue();
    }
  }
}
