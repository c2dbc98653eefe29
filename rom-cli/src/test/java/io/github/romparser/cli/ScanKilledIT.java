package io.github.romparser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.testdata.RomForge;
import io.github.romparser.testdata.ZipForge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The packaged {@code scan}, stopped by what a program cannot prepare for. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "signals and limits of Linux")
class ScanKilledIT {

  private static final int FILES = 400;
  private static final int KILLS = 10;
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  @TempDir private Path folder;
  private Path corpus;

  @BeforeEach
  void make() throws IOException {
    corpus = Files.createDirectories(folder.resolve("corpus"));
    List<String> layouts =
        RomForge.names().stream().filter(name -> !name.equals("ten-thousand")).sorted().toList();
    for (int i = 0; i < FILES; i++) {
      byte[] rom = RomForge.named(layouts.get(i % layouts.size()));
      Path at = Files.createDirectories(corpus.resolve("part" + i % 7));
      Files.write(
          at.resolve("file" + i + (i % 50 == 0 ? "\n\u00e9" : "")),
          i % 3 == 0 ? ZipForge.of("rom" + i, 0, 0, rom, rom) : rom);
    }
  }

  private Process start(Path results, String... before) throws IOException {
    List<String> command = new ArrayList<>(List.of(before));
    command.addAll(List.of(JAVA, "-Xmx64m", "-Dsun.jnu.encoding=UTF-8", "-jar"));
    command.addAll(List.of(System.getProperty("rom.jar"), "scan", corpus.toString()));
    command.addAll(List.of("--jobs", "2", "--output", results.toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().put("LC_ALL", "C.UTF-8");
    return builder
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("messages").toFile())
        .start();
  }

  private void finish(Path results, int status) throws IOException, InterruptedException {
    Process run = start(results);
    assertThat(run.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(run.exitValue()).as(Files.readString(folder.resolve("messages"))).isEqualTo(status);
  }

  private List<String> undisturbed() throws IOException, InterruptedException {
    Path whole = folder.resolve("whole.jsonl");
    finish(whole, ExitStatus.FINE);
    List<String> lines = Files.readAllLines(whole);
    assertThat(lines).hasSize(FILES).doesNotHaveDuplicates();
    return lines;
  }

  @Test
  void killedTenTimesEachFileHasItsLineOnce() throws IOException, InterruptedException {
    List<String> expected = undisturbed();
    Path results = folder.resolve("results.jsonl");
    long whole = Files.size(folder.resolve("whole.jsonl"));
    Random random = new Random(20261121);
    int killed = 0;
    for (int i = 0; i < KILLS; i++) {
      long from = Files.exists(results) ? Files.size(results) : 0;
      // Somewhere within what is left, so that the later ones have something to do as well.
      long until = from + 1 + (long) (random.nextDouble() * (whole - from) * 2 / (KILLS - i + 1));
      Process run = start(results);
      while (run.isAlive() && (!Files.exists(results) || Files.size(results) < until)) {
        Thread.onSpinWait();
      }
      run.destroyForcibly().waitFor();
      killed += run.exitValue() == 128 + 9 ? 1 : 0;
    }
    assertThat(killed).as("runs that were killed before their end").isGreaterThanOrEqualTo(8);
    finish(results, ExitStatus.FINE);
    assertThat(Files.readAllLines(results)).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void whereTheDiskIsFullItSaysSoAndGoesOnLater() throws IOException, InterruptedException {
    List<String> expected = undisturbed();
    Path results = folder.resolve("results.jsonl");
    // Files may have so many KiB: the write fails as it does on a full disk.
    Process run = start(results, "bash", "-c", "ulimit -f 100; exec \"$@\"", "-");
    assertThat(run.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(run.exitValue()).isEqualTo(ExitStatus.TROUBLE);
    assertThat(Files.readString(folder.resolve("messages")))
        .startsWith("rom-parser: " + results + ": ")
        .hasLineCount(1)
        .contains("too large");
    // No half line is left behind.
    assertThat(Files.readString(results)).endsWith("}\n");
    assertThat(Files.size(results)).isBetween(1L, 100L << 10);
    finish(results, ExitStatus.FINE);
    assertThat(Files.readAllLines(results)).containsExactlyInAnyOrderElementsOf(expected);
  }
}
