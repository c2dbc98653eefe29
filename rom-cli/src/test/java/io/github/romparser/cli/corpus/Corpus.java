package io.github.romparser.cli.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * ROM files of others and what an independent program found in them. They are no part of the
 * project; {@code -Drom.corpus=DIR} says where they are: {@code DIR/roms/NAME}, {@code
 * DIR/oracle/NAME.json}, {@code DIR/classic/NAME.txt}.
 */
final class Corpus {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;

  private Corpus(Path folder) {
    this.folder = folder;
  }

  /** The corpus; without one the test is skipped, and says so. */
  static Corpus get() {
    String folder = System.getProperty("rom.corpus", "");
    if (folder.isEmpty()) {
      System.err.println("SKIPPED: no corpus of real ROMs; give one with -Drom.corpus=DIR");
    }
    Assumptions.assumeFalse(folder.isEmpty(), "no -Drom.corpus=DIR");
    return new Corpus(Path.of(folder));
  }

  /** All ROM files in the order of their names. */
  List<Path> roms() {
    try (Stream<Path> files = Files.list(folder.resolve("roms"))) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the independent program found in a file. */
  JsonNode oracle(Path rom) {
    return JSON.readTree(read(folder.resolve("oracle").resolve(rom.getFileName() + ".json")));
  }

  /** What the C program printed, without its exit status, and that status. */
  Classic classic(Path rom) {
    byte[] bytes = read(folder.resolve("classic").resolve(rom.getFileName() + ".txt"));
    String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
    int status = text.lastIndexOf("rc=");
    return new Classic(text.substring(0, status), text.substring(status + 3).strip());
  }

  /** Output of the C program. */
  record Classic(String text, String status) {}

  static JsonNode parse(String json) {
    return JSON.readTree(json);
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
