package io.github.romparser.extract.handler;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.ExtractOptions;
import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.Extractor;
import io.github.romparser.extract.FoundRom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/**
 * Containers that were made with known answers, by the formats' own tools or after descriptions;
 * {@code -Drom.corpus=DIR} says where {@code made} lies with them.
 */
public final class MadeCorpus {

  /**
   * What is expected of a file.
   *
   * @param roms digests of the ROMs that have to be found
   * @param may digests of those that may be found as well
   */
  public record Expected(Set<String> roms, Set<String> may) {}

  private MadeCorpus() {}

  /** The corpus; without it the test is skipped, and says so. */
  public static Path folder() {
    String folder = System.getProperty("rom.corpus", "");
    if (folder.isEmpty()) {
      System.err.println("SKIPPED: no corpus of containers; give one with -Drom.corpus=DIR");
    }
    Assumptions.assumeFalse(folder.isEmpty(), "no -Drom.corpus=DIR");
    return Path.of(folder);
  }

  /** What a folder's {@code expected.json} says of each file. */
  public static Map<String, Expected> expected(Path folder) throws IOException {
    String text = Files.readString(folder.resolve("expected.json"));
    Map<String, Expected> expected = new LinkedHashMap<>();
    Matcher file =
        Pattern.compile("\\n \"([^\"]+)\": \\{\\n(.*?)\\n \\}", Pattern.DOTALL).matcher(text);
    while (file.find()) {
      expected.put(
          file.group(1),
          new Expected(digests(file.group(2), "roms"), digests(file.group(2), "may")));
    }
    return expected;
  }

  private static Set<String> digests(String text, String key) {
    Set<String> digests = new TreeSet<>();
    Matcher list = Pattern.compile("\"" + key + "\": \\[([^\\]]*)\\]").matcher(text);
    if (list.find()) {
      Matcher digest = Pattern.compile("\"([0-9a-f]{64})\"").matcher(list.group(1));
      while (digest.find()) {
        digests.add(digest.group(1));
      }
    }
    return digests;
  }

  /** Searches a file with all formats. */
  public static Extraction search(Path file) throws IOException {
    return Extractor.extract(
        file.getFileName().toString(), Slice.of(Files.readAllBytes(file)), ExtractOptions.usual());
  }

  /** The digests of the ROMs that were found. */
  public static Set<String> digests(Extraction found) {
    return new TreeSet<>(found.roms().stream().map(FoundRom::sha256).toList());
  }
}
