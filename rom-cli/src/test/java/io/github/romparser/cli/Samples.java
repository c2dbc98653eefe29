package io.github.romparser.cli;

import io.github.romparser.testdata.RomForge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files to run the program on. */
public final class Samples {

  private Samples() {}

  /** Writes a forged ROM into a folder and tells its path. */
  public static String write(Path folder, String layout) {
    return write(folder, layout + ".rom", RomForge.named(layout));
  }

  /** Writes bytes into a folder and tells their path. */
  public static String write(Path folder, String name, byte[] bytes) {
    try {
      return Files.write(folder.resolve(name), bytes).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
