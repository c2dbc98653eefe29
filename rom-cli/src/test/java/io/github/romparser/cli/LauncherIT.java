package io.github.romparser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher's archive of classes: made once, used then, and never in the way. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the launcher is tried on Linux")
class LauncherIT {

  private static final String LAUNCHER = System.getProperty("rom.launcher");

  @TempDir private Path folder;
  private Path cache;
  private String rom;

  @BeforeEach
  void prepare() {
    cache = folder.resolve("cache");
    rom = Samples.write(folder, "minimal-hybrid");
  }

  private record Result(int status, String text) {}

  private Result run(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(LAUNCHER));
    command.addAll(List.of(arguments));
    Path text = folder.resolve("text.txt");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().put("XDG_CACHE_HOME", cache.toString());
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).redirectOutput(text.toFile()).start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Result(process.exitValue(), Files.readString(text));
  }

  private List<Path> archives() throws IOException {
    if (!Files.exists(cache)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(cache)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void the_first_run_makes_an_archive_and_later_ones_take_their_classes_from_it() throws Exception {
    Result first = run(Map.of(), rom);
    assertThat(first.text()).contains("PCI option ROM for");
    assertThat(archives()).hasSize(1).first().asString().endsWith(".jsa");
    byte[] archive = Files.readAllBytes(archives().get(0));
    assertThat(run(Map.of(), rom)).isEqualTo(first);
    assertThat(Files.readAllBytes(archives().get(0))).isEqualTo(archive);
    // The JVM itself says where a class came from.
    Result loaded = run(Map.of("JDK_JAVA_OPTIONS", "-Xlog:class+load"), rom);
    assertThat(loaded.text()).doesNotContain("class,load");
    String log = loadedWithArchive(archives().get(0));
    assertThat(log)
        .contains("io.github.romparser.cli.report.TextReport source: shared objects file (top)")
        .contains("io.github.romparser.rom.RomReader source: shared objects file (top)")
        .doesNotContain("source: file:");
  }

  private String loadedWithArchive(Path archive) throws IOException, InterruptedException {
    Path log = folder.resolve("log.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:SharedArchiveFile=" + archive,
                "-XX:+UseSerialGC",
                "-Xlog:class+load:file=" + log,
                "-cp",
                Path.of(LAUNCHER).resolveSibling("rom-parser.jar").toString(),
                Main.class.getName(),
                rom)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("text.txt").toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return Files.readString(log);
  }

  @Test
  void each_command_has_an_archive_of_its_own() throws Exception {
    String list = run(Map.of(), "list", rom).text();
    assertThat(archives()).hasSize(1).first().asString().endsWith("-list.jsa");
    run(Map.of(), "--json", rom);
    run(Map.of(), rom);
    assertThat(archives()).hasSize(3);
    assertThat(run(Map.of(), "list", rom).text()).isEqualTo(list);
    assertThat(archives()).hasSize(3);
  }

  @Test
  void the_launcher_knows_all_commands() throws Exception {
    String script = Files.readString(Path.of(LAUNCHER));
    String known = script.substring(script.indexOf("  acpi | "), script.indexOf(") what=$1"));
    assertThat(known.replaceAll("[\\\\\\s]", "").split("\\|"))
        .containsExactlyInAnyOrderElementsOf(CommandNames.ALL);
  }

  @Test
  void the_exit_status_is_the_programs_own() throws Exception {
    String missing = folder.resolve("none").toString();
    assertThat(run(Map.of(), missing).status()).isEqualTo(2);
    assertThat(run(Map.of(), missing).status()).isEqualTo(2);
  }

  @Test
  void a_broken_archive_changes_nothing() throws Exception {
    Result first = run(Map.of(), rom);
    Path archive = archives().get(0);
    Files.setPosixFilePermissions(archive, PosixFilePermissions.fromString("rw-------"));
    Files.write(archive, new byte[] {1, 2, 3});
    assertThat(run(Map.of(), rom)).isEqualTo(first);
  }

  @Test
  void a_jar_that_is_newer_than_its_archive_gets_another() throws Exception {
    run(Map.of(), rom);
    Path archive = archives().get(0);
    Files.setLastModifiedTime(archive, FileTime.fromMillis(0));
    run(Map.of(), rom);
    assertThat(archives()).containsExactly(archive);
    assertThat(Files.getLastModifiedTime(archive).toMillis()).isPositive();
  }

  @Test
  void without_a_cache_there_is_no_archive() throws Exception {
    Result off = run(Map.of("ROM_PARSER_CACHE", "off"), rom);
    assertThat(archives()).isEmpty();
    Path file = Files.createFile(folder.resolve("file"));
    assertThat(run(Map.of("XDG_CACHE_HOME", file.toString()), rom)).isEqualTo(off);
    assertThat(run(Map.of("XDG_CACHE_HOME", "", "HOME", ""), rom)).isEqualTo(off);
    assertThat(run(Map.of("XDG_CACHE_HOME", "relative"), rom)).isEqualTo(off);
    assertThat(archives()).isEmpty();
  }

  @Test
  void many_first_runs_at_once_leave_one_archive() throws Exception {
    List<Process> all = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      ProcessBuilder builder = new ProcessBuilder(LAUNCHER, rom);
      builder.environment().put("XDG_CACHE_HOME", cache.toString());
      all.add(
          builder
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start());
    }
    for (Process process : all) {
      assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
    }
    assertThat(archives()).hasSize(1);
  }
}
