package io.github.romparser.testdata;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Texts that a program is expected to print, kept as files. */
public final class Golden {
  private Golden() {}

  /**
   * A text as it is in its file, UTF-8.
   *
   * @param name the file, with its suffix, below {@code golden/}
   * @return nothing when there is no such file
   */
  public static Optional<String> text(String name) {
    try (InputStream in = Golden.class.getResourceAsStream("golden/" + name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
