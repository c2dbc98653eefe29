package io.github.romparser.extract.handler.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.ExtractOptions;
import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.Extractor;
import io.github.romparser.extract.FoundRom;
import io.github.romparser.extract.spi.Trouble;
import io.github.romparser.rom.RomImage;
import io.github.romparser.sign.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Archives of others; {@code -Drom.corpus=DIR} says where they are. In {@code DIR/made} are those
 * that the formats' own tools made, with the digests of the ROMs in them; in {@code DIR/roms} are
 * some that people published, with what another program found in their members.
 */
final class ArchiveCorpusTest {
  /** Files of formats that are not opened here. */
  private static final Pattern OTHERS =
      Pattern.compile("(inno|nsis|cab|iso|lha|fujitsu|thinkpad|deep).*");

  /** What is wanted of these is a word on why, and no ROM. */
  private static final Map<String, Trouble.Reason> NOT =
      Map.of(
          "7z-aes-headerenc-unknown.7z", Trouble.Reason.PASSWORD,
          "zip-aes.zip", Trouble.Reason.PASSWORD,
          "7z-ppmd.7z", Trouble.Reason.UNSUPPORTED);

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

  /** What a folder's {@code expected.json} says: for each file the digests of its ROMs. */
  private static Map<String, Set<String>> expected(Path folder, String key) throws IOException {
    String text = Files.readString(folder.resolve("expected.json"));
    Map<String, Set<String>> expected = new LinkedHashMap<>();
    Matcher file =
        Pattern.compile("\\n \"([^\"]+)\": \\{\\n(.*?)\\n \\}", Pattern.DOTALL).matcher(text);
    while (file.find()) {
      Matcher list = Pattern.compile("\"" + key + "\": \\[([^\\]]*)\\]").matcher(file.group(2));
      Set<String> digests = new TreeSet<>();
      if (list.find()) {
        Matcher digest = Pattern.compile("\"([0-9a-f]{64})\"").matcher(list.group(1));
        while (digest.find()) {
          digests.add(digest.group(1));
        }
      }
      expected.put(file.group(1), digests);
    }
    return expected;
  }

  private static Set<String> digests(Extraction found) {
    return new TreeSet<>(found.roms().stream().map(FoundRom::sha256).toList());
  }

  @Test
  void whatTheFormatsOwnToolsMade() throws IOException {
    Path folder = corpus.resolve("made/installers");
    Map<String, Set<String>> may = expected(folder, "may");
    int count = 0;
    for (Map.Entry<String, Set<String>> file : expected(folder, "roms").entrySet()) {
      String name = file.getKey();
      if (OTHERS.matcher(name).matches()) {
        continue;
      }
      Extraction found = search(folder.resolve(name));
      if (NOT.containsKey(name)) {
        assertThat(Search.reasons(found)).as(name).isNotEmpty().containsOnly(NOT.get(name));
        assertThat(found.roms()).as(name).isEmpty();
      } else {
        Set<String> digests = digests(found);
        assertThat(digests).as(name).containsAll(file.getValue());
        digests.removeAll(file.getValue());
        digests.removeAll(may.getOrDefault(name, Set.of()));
        assertThat(digests).as(name).isEmpty();
        assertThat(found.deadEnds()).as(name).isEmpty();
      }
      count++;
    }
    assertThat(count).isEqualTo(22);
  }

  @Test
  void corebootsFileSystem() throws IOException {
    Path folder = corpus.resolve("made/vendor");
    Extraction found = search(folder.resolve("coreboot.rom"));
    assertThat(digests(found)).isEqualTo(expected(folder, "roms").get("coreboot.rom"));
    assertThat(found.deadEnds()).isEmpty();
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
