package io.github.romparser.cli.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A standard stream that is written to, and whether it is a terminal. */
enum StandardStream {
  /** Standard output. */
  OUTPUT(1),
  /** Standard error. */
  ERROR(2);

  private final Path descriptor;

  StandardStream(int descriptor) {
    this.descriptor = Path.of("/proc/self/fd/" + descriptor);
  }

  /**
   * Whether it is a terminal, also when the others are not. Where the system does not tell, it is
   * one if standard input and output are.
   */
  @SuppressWarnings("SystemConsoleNull")
  boolean isTerminal() {
    try {
      String target = Files.readSymbolicLink(descriptor).toString();
      return target.startsWith("/dev/pts/")
          || target.startsWith("/dev/tty")
          || target.equals("/dev/console");
    } catch (IOException | UnsupportedOperationException e) {
      return System.console() != null;
    }
  }
}
