package io.github.romparser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.testdata.RomForge;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What a folder may hold besides files with nice names. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "pipes, and names that are any bytes")
@Timeout(60)
class ScanStrangeFilesTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;
  private Path corpus;
  private Path results;

  @BeforeEach
  void make() throws IOException, InterruptedException {
    results = folder.resolve("results.jsonl");
    corpus = Files.createDirectories(folder.resolve("corpus"));
    Files.write(corpus.resolve("a.rom"), RomForge.named("minimal"));
    // Java gives no name to such files, so a shell does.
    shell("cd \"$1\" && mkfifo pipe && cp a.rom $'bad\\xff' && cp a.rom $'bad\\xfe'");
  }

  /** The names are no text, which keeps JUnit from deleting them. */
  @AfterEach
  void delete() throws IOException, InterruptedException {
    shell("rm -rf \"$1\"");
  }

  private void shell(String script) throws IOException, InterruptedException {
    Process bash = new ProcessBuilder("bash", "-c", script, "-", corpus.toString()).start();
    assertThat(bash.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(bash.exitValue()).isZero();
  }

  private Run scan(Path... roots) {
    List<String> arguments = new ArrayList<>(List.of("scan", "--output", results.toString()));
    for (Path root : roots) {
      arguments.add(root.toString());
    }
    return Run.of(arguments.toArray(String[]::new));
  }

  private List<JsonNode> lines() throws IOException {
    return Files.readAllLines(results).stream().map(JSON::readTree).toList();
  }

  @Test
  void pipesArePassedOverAndNamesThatAreNoTextAreKeptApart() throws IOException {
    Run run = scan(corpus);
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.err())
        .startsWith("3 files ")
        .contains(", 1 links and special files passed over");
    assertThat(lines())
        .extracting(line -> line.get("uri").isNull() ? "null" : line.get("uri").asString())
        .containsExactlyInAnyOrder("null", corpus.toUri() + "bad%FF", corpus.toUri() + "bad%FE");
    // One of them done, the other is not taken for it.
    List<String> text = Files.readAllLines(results);
    Files.write(results, text.subList(0, 2));
    assertThat(scan(corpus).err()).startsWith("1 file ").contains("2 were done before");
    assertThat(Files.readAllLines(results)).containsExactlyInAnyOrderElementsOf(text);
  }

  @Test
  void aNameWithALineBreakIsStillOneLine() throws IOException {
    Files.write(corpus.resolve("two\nlines"), RomForge.named("minimal"));
    scan(corpus);
    assertThat(lines())
        .hasSize(4)
        .anyMatch(line -> line.get("name").asString().endsWith("/two\nlines"));
  }

  @Test
  void foldersThatAreNamedTwiceAreScannedOnce() throws IOException {
    assertThat(scan(corpus, corpus, corpus.resolve("a.rom")).status()).isZero();
    assertThat(lines()).hasSize(3);
  }

  @Test
  void aPipeThatIsNamedIsToldInsteadOfWaitedFor() {
    Run run = scan(corpus.resolve("pipe"));
    assertThat(run.status()).isEqualTo(ExitStatus.TROUBLE);
    assertThat(run.err()).contains("pipe: Not a file or folder").hasLineCount(1);
  }

  @Test
  void filesWithoutPermissionHaveALine() throws IOException {
    Path secret = corpus.resolve("a.rom");
    assertThat(secret.toFile().setReadable(false, false)).isTrue();
    boolean refused = !Files.isReadable(secret); // the superuser may read everything
    Run run = scan(corpus);
    assertThat(run.status()).isEqualTo(refused ? ExitStatus.TROUBLE : ExitStatus.FINE);
    assertThat(lines()).hasSize(3);
    assertThat(lines().stream().filter(line -> !line.get("problem").isNull()))
        .hasSize(refused ? 1 : 0);
    try (DirectoryStream<Path> all = Files.newDirectoryStream(corpus)) {
      assertThat(all).hasSize(4);
    }
  }
}
