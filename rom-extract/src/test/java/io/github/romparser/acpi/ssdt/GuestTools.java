package io.github.romparser.acpi.ssdt;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Programs that load tables. Debian: acpica-tools, qemu-system-x86 with seabios. */
final class GuestTools {
  private static final int LIMIT = 120;

  private GuestTools() {}

  /** Skips the test if there is no such program, or fails it. */
  static void need(String name) {
    String path = System.getenv("PATH");
    boolean there =
        path != null
            && List.of(path.split(File.pathSeparator, -1)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    if (there) {
      return;
    }
    if (Boolean.getBoolean("rom.tools.required")) {
      fail("no " + name + ", and -Drom.tools.required=true");
    }
    System.err.println("SKIPPED: no " + name);
    Assumptions.abort("no " + name);
  }

  /** What a program printed, and how it ended. */
  record Output(int status, String text) {}

  /** Runs a program in a folder. */
  static Output run(Path folder, String input, List<String> command) {
    try {
      Path in = Files.createTempFile(folder, "in", ".txt");
      Path out = Files.createTempFile(folder, "out", ".txt");
      Files.writeString(in, input);
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectInput(in.toFile())
              .redirectOutput(out.toFile())
              .start();
      if (!process.waitFor(LIMIT, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        fail(String.join(" ", command) + " does not end");
      }
      return new Output(process.exitValue(), Files.readString(out, StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return fail("interrupted");
    }
  }

  /** Writes a file and tells its path. */
  static String write(Path folder, String name, byte[] bytes) {
    try {
      return Files.write(folder.resolve(name), bytes).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
