package io.github.romparser.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.romparser.testdata.RomForge;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The runnable jar and its launcher, as a user calls them: as processes of their own. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the launcher and the device files are Linux")
class PackagedProgramIT {

  private static final String LAUNCHER = System.getProperty("rom.launcher");
  private static final String JAR = System.getProperty("rom.jar");

  @TempDir private Path folder;

  @Test
  void the_jar_and_the_launcher_give_the_same_answer() {
    String rom = Samples.write(folder, "turing-nvgi3");
    Result launcher = run(new byte[0], Map.of(), LAUNCHER, rom);
    Result jar =
        run(
            new byte[0],
            Map.of(),
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-jar",
            JAR,
            rom);
    assertThat(launcher.status()).isEqualTo(1);
    assertThat(launcher.err()).isEmpty();
    assertThat(launcher.out()).contains("CONTAINER-PREFIX").contains("ROM-TWICE");
    assertThat(jar).isEqualTo(launcher);
  }

  @Test
  void the_launcher_works_through_a_link_and_from_any_folder() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("rp"), Path.of(LAUNCHER));
    Result run = run(new byte[0], Map.of(), link.toString(), "--version");
    assertThat(run.status()).isEqualTo(0);
    assertThat(run.out()).startsWith("rom-parser ");
  }

  @Test
  void what_is_no_file_is_one_line_and_status_2() throws IOException {
    Result missing = program(folder + "/missing.rom");
    assertThat(missing.status()).isEqualTo(2);
    assertThat(missing.out()).isEmpty();
    assertThat(missing.err()).isEqualTo("rom-parser: " + folder + "/missing.rom: No such file\n");

    Result directory = program(folder.toString());
    assertThat(directory.status()).isEqualTo(2);
    assertThat(directory.err()).isEqualTo("rom-parser: " + folder + ": Is a directory\n");

    Path empty = Files.createFile(folder.resolve("empty.rom"));
    Result nothing = program(empty.toString());
    assertThat(nothing.status()).isEqualTo(1);
    assertThat(nothing.out()).contains("error EMPTY");
  }

  @Test
  void a_file_without_permission_is_one_line() throws IOException {
    Path rom = Path.of(Samples.write(folder, "minimal"));
    assertThat(rom.toFile().setReadable(false, false)).isTrue();
    if (Files.isReadable(rom)) {
      // The superuser may read everything, so there is nothing to refuse.
      assertThat(program(rom.toString()).out()).contains("warning PERM");
      return;
    }
    Result run = program(rom.toString());
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).isEqualTo("rom-parser: " + rom + ": Permission denied\n");
  }

  @Test
  void standard_input_and_json() {
    Result run = run(RomForge.named("amd-flash"), Map.of(), LAUNCHER, "--json", "-");
    assertThat(run.status()).isEqualTo(0);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("{\n  \"schemaVersion\": 1,\n  \"file\": {\n    \"name\": \"-\"");
  }

  @Test
  void the_jar_has_what_signatures_need() {
    Result run = program("hash", Samples.write(folder, "signed-amd"));
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(0);
    assertThat(run.out()).contains("signature 1           holds").contains("time stamp");
    assertThat(program("hash", Samples.write(folder, "altered-driver")).status()).isEqualTo(1);
  }

  @Test
  void a_reader_that_goes_away_is_no_error() {
    String rom = Samples.write(folder, "ten-thousand");
    Result run =
        run(
            new byte[0],
            Map.of(),
            "/bin/sh",
            "-c",
            "'" + LAUNCHER + "' --json '" + rom + "' | head -n 1");
    assertThat(run.status()).isEqualTo(0);
    assertThat(run.out()).isEqualTo("{\n");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void output_that_cannot_be_written_is_status_2() {
    String rom = Samples.write(folder, "minimal");
    Result run =
        run(new byte[0], Map.of(), "/bin/sh", "-c", "'" + LAUNCHER + "' '" + rom + "' > /dev/full");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).startsWith("rom-parser: standard output: ");
    assertThat(run.err().lines()).hasSize(1);
  }

  @Test
  void an_endless_input_is_refused_within_bounded_memory() {
    Result run =
        run(
            new byte[0],
            Map.of(),
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-jar",
            JAR,
            "/dev/zero");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).startsWith("rom-parser: /dev/zero: More than ");
    assertThat(run.err().lines()).hasSize(1);
  }

  @Test
  void a_terminal_that_knows_only_ascii_gets_only_ascii() {
    String rom = Samples.write(folder, "shadow");
    Result run = run(new byte[0], Map.of("LC_ALL", "C", "LANG", "C"), LAUNCHER, rom);
    assertThat(run.out()).contains("  -> ");
    assertThat(run.out().chars()).allMatch(c -> c < 0x80);
  }

  private static Result program(String... args) {
    List<String> command = new ArrayList<>();
    command.add(LAUNCHER);
    command.addAll(List.of(args));
    return run(new byte[0], Map.of(), command.toArray(String[]::new));
  }

  private static Result run(byte[] in, Map<String, String> environment, String... command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().put("ROM_PARSER_CACHE", "off");
    builder.environment().putAll(environment);
    try {
      Path out = Files.createTempFile("rom-parser-it", ".out");
      Path err = Files.createTempFile("rom-parser-it", ".err");
      Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      try (OutputStream stdin = process.getOutputStream()) {
        stdin.write(in);
      }
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        fail("still running after 60 s: " + List.of(command));
      }
      Result result =
          new Result(
              process.exitValue(),
              Files.readString(out, StandardCharsets.UTF_8),
              Files.readString(err, StandardCharsets.UTF_8));
      Files.delete(out);
      Files.delete(err);
      return result;
    } catch (IOException e) {
      return fail(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return fail(e);
    }
  }

  /** What a process left behind. */
  private record Result(int status, String out, String err) {}
}
