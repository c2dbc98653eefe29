package io.github.romparser.it.embed;

import java.nio.file.Path;

/** The ROMs that the build of the library forges. */
final class Samples {

  private Samples() {}

  static Path path(String name) {
    return Path.of(System.getProperty("samples"), name);
  }
}
