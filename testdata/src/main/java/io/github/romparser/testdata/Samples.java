package io.github.romparser.testdata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes every ready layout to a file, for tests that need files and for fuzzing. */
public final class Samples {
  private Samples() {}

  /**
   * Writes NAME.rom for every layout.
   *
   * @param args the directory to write to, which is created
   * @throws IOException when a file cannot be written
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      throw new IllegalArgumentException("one argument is needed: the directory to write to");
    }
    write(Path.of(args[0]));
  }

  /** Writes NAME.rom for every layout under a directory, which is created. */
  public static void write(Path directory) throws IOException {
    Files.createDirectories(directory);
    for (String name : RomForge.names()) {
      Files.write(directory.resolve(name + ".rom"), RomForge.named(name));
    }
  }
}
