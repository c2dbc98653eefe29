package io.github.romparser.extract.handler.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.ExtractOptions;
import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.Extractor;
import io.github.romparser.extract.FoundRom;
import io.github.romparser.rom.RomImage;
import io.github.romparser.sign.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Archives that people published, with what another program found in their members; {@code
 * -Drom.corpus=DIR} says where they are.
 */
final class ArchiveCorpusTest {
  private static Path corpus = Path.of("");

  @BeforeAll
  static void find() {
    String folder = System.getProperty("rom.corpus", "");
    if (folder.isEmpty()) {
      System.err.println("SKIPPED: no corpus of archives; give one with -Drom.corpus=DIR");
    }
    Assumptions.assumeFalse(folder.isEmpty(), "no -Drom.corpus=DIR");
    corpus = Path.of(folder);
  }

  private static Extraction search(Path file) throws IOException {
    Slice bytes = Slice.of(Files.readAllBytes(file));
    Extraction found =
        Extractor.extract(file.getFileName().toString(), bytes, ExtractOptions.usual());
    Search.assertSane(found);
    return found;
  }

  /** Every image that the other program found in a member is in a ROM from this member. */
  @Test
  void whatPeoplePublished() throws IOException {
    int images = 0;
    for (Path archive : list(corpus.resolve("oracle-inner"))) {
      Extraction found = search(corpus.resolve("roms").resolve(archive.getFileName()));
      Map<String, List<String>> byMember = new LinkedHashMap<>();
      for (FoundRom rom : found.roms()) {
        List<String> digests = new ArrayList<>();
        rom.rom().chains().stream()
            .flatMap(chain -> chain.images().stream())
            .map(RomImage::bytes)
            .map(Sha256::hex)
            .forEach(digests::add);
        for (var source : rom.sources()) {
          String last = source.path().get(source.path().size() - 1);
          String member =
              last.substring(Math.max(last.lastIndexOf('/'), last.lastIndexOf(' ')) + 1);
          byMember.computeIfAbsent(member, k -> new ArrayList<>()).addAll(digests);
        }
      }
      for (Path member : list(archive)) {
        String name = member.getFileName().toString().replaceFirst("\\.json$", "");
        String text = Files.readString(member);
        String chains = text.substring(text.indexOf("\"chains\""));
        Matcher image = Pattern.compile("\"sha256\": ?\"([0-9a-f]{64})\"").matcher(chains);
        while (image.find()) {
          assertThat(byMember.getOrDefault(name, List.of()))
              .as("%s", member)
              .contains(image.group(1));
          images++;
        }
      }
    }
    assertThat(images).isGreaterThan(600);
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
