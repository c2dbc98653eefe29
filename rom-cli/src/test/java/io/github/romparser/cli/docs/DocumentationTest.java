package io.github.romparser.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every command in the documents is run, and what it prints is what the documents show. {@code
 * -Dgolden.write=FOLDER} writes it into them.
 */
class DocumentationTest {

  /** Blocks that no test runs; more would mean that the documents show what nobody tried. */
  private static final int MOST_NOT_RUN = 6;

  /** Commands that are run at least, so that a change of the marks does not make it none. */
  private static final int LEAST_RUN = 40;

  /** Languages of blocks that are no commands. */
  private static final Set<String> NO_COMMANDS = Set.of("text", "xml", "java", "json", "kotlin");

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> sessions() {
    return Document.all().stream()
        .filter(document -> document.blocks().stream().anyMatch(Block::isSession))
        .map(
            document ->
                DynamicTest.dynamicTest(
                    document.path().getFileName().toString(), () -> holds(document)));
  }

  private void holds(Document document) throws Exception {
    boolean write = !System.getProperty("golden.write", "").isEmpty();
    Path samples = folder.resolve(document.path().getFileName());
    DocumentSamples.write(samples);
    List<String> lines = new ArrayList<>(document.lines());
    List<String> wrong = new ArrayList<>();
    List<String> skipped = new ArrayList<>();
    int shift = 0;
    try (Terminal terminal = new Terminal(samples)) {
      for (Block block : document.blocks()) {
        for (Block.Step step : block.isSession() ? block.steps() : List.<Block.Step>of()) {
          ShellLine line = ShellLine.parse(step.command());
          Optional<String> missing = Terminal.missing(line);
          if (missing.isPresent()) {
            skipped.add("no " + missing.get() + " for: " + step.command());
            continue;
          }
          Terminal.Screen screen = terminal.run(line, block.machine());
          String where = document.path() + ":" + step.line() + ": " + step.command() + "\n";
          if (screen.status() != step.status()) {
            wrong.add(where + "ends with " + screen.status() + ":\n" + screen.text());
            continue;
          }
          List<String> printed = screen.text().lines().toList();
          if (!printed.equals(step.output())) {
            wrong.add(where + screen.text());
          }
          int at = step.line() + shift;
          List<String> old = lines.subList(at, at + step.output().size());
          shift += printed.size() - old.size();
          old.clear();
          lines.addAll(at, printed);
        }
      }
    }
    if (write) {
      document.write(lines);
    }
    assertThat(String.join("\n", wrong)).isEmpty();
    if (!skipped.isEmpty()) {
      if (Boolean.getBoolean("rom.tools.required")) {
        fail(String.join("\n", skipped) + ", and -Drom.tools.required=true");
      }
      System.err.println("SKIPPED: " + String.join("\n", skipped));
      Assumptions.abort(String.join("\n", skipped));
    }
  }

  @Test
  void every_block_is_a_session_or_says_what_it_is() {
    List<String> unmarked = new ArrayList<>();
    List<String> notRun = new ArrayList<>();
    int run = 0;
    for (Document document : Document.all()) {
      List<Block> blocks = document.blocks();
      for (Block block : blocks) {
        String where = document.path() + ":" + block.line();
        if (block.isSession()) {
          run += block.steps().size();
        } else if (block.notRun().isPresent()) {
          notRun.add(where + ": " + block.notRun().get());
        } else if (NO_COMMANDS.contains(block.info())) {
          if (block.lines().stream().anyMatch(line -> line.startsWith("$ "))) {
            unmarked.add(where + ": commands in a block of " + block.info());
          }
        } else if (!isStart(document, blocks.indexOf(block), block)) {
          unmarked.add(where + ": " + block.info());
        }
      }
    }
    assertThat(unmarked).isEmpty();
    assertThat(run).isGreaterThan(LEAST_RUN);
    assertThat(notRun).hasSizeLessThanOrEqualTo(MOST_NOT_RUN);
  }

  /** The two commands that the README begins with, which {@code .ci/run} runs. */
  private static boolean isStart(Document document, int number, Block block) {
    return document.path().endsWith("README.md")
        && number < 2
        && block.info().equals("sh")
        && block.lines().size() == 1;
  }

  @Test
  void the_readme_begins_with_the_two_commands() {
    List<Block> blocks = Document.of(Document.PROJECT.resolve("README.md")).blocks();
    assertThat(blocks.get(0).lines())
        .containsExactly(
            "mvn -q -DskipTests package && rom-cli/target/rom-parser"
                + " testdata/target/samples/amd-flash.rom");
    assertThat(blocks.get(1).lines()).containsExactly("mvn verify");
  }
}
