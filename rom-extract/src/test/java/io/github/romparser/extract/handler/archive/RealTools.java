package io.github.romparser.extract.handler.archive;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Programs that make archives. Debian: 7zip, zip, tar, xz-utils, bzip2, gzip, cpio, binutils. */
public final class RealTools {
  private static final int LIMIT = 30;

  private RealTools() {}

  /** The first of these programs that there is; skips the test if there is none, or fails it. */
  public static String need(String... names) {
    Optional<String> found = Stream.of(names).filter(RealTools::exists).findFirst();
    if (found.isEmpty()) {
      String what = "no " + String.join(" or ", names);
      if (Boolean.getBoolean("rom.tools.required")) {
        fail(what + ", and -Drom.tools.required=true");
      }
      System.err.println("SKIPPED: " + what);
      Assumptions.abort(what);
    }
    return found.orElseThrow();
  }

  private static boolean exists(String name) {
    String path = System.getenv("PATH");
    return path != null
        && List.of(path.split(File.pathSeparator, -1)).stream()
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
  }

  /** Runs a program in a folder; what it prints is thrown away. */
  public static void run(Path folder, String... command) {
    try {
      Path log = Files.createTempFile(folder, "log", ".txt");
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      process.getOutputStream().close();
      if (!process.waitFor(LIMIT, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        fail(String.join(" ", command) + " does not end");
      }
      if (process.exitValue() != 0) {
        fail(String.join(" ", command) + ": " + Files.readString(log));
      }
      Files.delete(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      fail("interrupted");
    }
  }
}
