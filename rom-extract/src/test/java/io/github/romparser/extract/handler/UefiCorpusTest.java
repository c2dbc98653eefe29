package io.github.romparser.extract.handler;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.EfiDecompressor.Variant;
import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.codec.Brotli;
import io.github.romparser.extract.codec.EfiStream;
import io.github.romparser.extract.codec.LzmaAlone;
import io.github.romparser.extract.codec.LzmaX86;
import io.github.romparser.extract.spi.Decoded;
import io.github.romparser.sign.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
 * Firmware made by edk2's own tools, and firmware of a vendor; {@code -Drom.corpus=DIR} says where
 * they are.
 */
final class UefiCorpusTest {
  private static final Pattern ENTRY =
      Pattern.compile("\n \"([^\"]+)\": \\{\n(.*?)\n \\}", Pattern.DOTALL);
  private static final Pattern LIST = Pattern.compile("\"%s\": \\[(.*?)\\]", Pattern.DOTALL);
  private static final Pattern DIGEST = Pattern.compile("\"([0-9a-f]{64})\"");

  /** How many leaves of an image UEFIExtract A62 does not have. */
  private static final Map<String, Integer> BEYOND_UEFIEXTRACT =
      Map.of(
          "sec-brotli.fd", 3, // it does not know Brotli
          "fmp-two.cap", 2, // it does not look for drivers and payloads
          "fmp-unsigned.cap", 1);

  private static Path corpus = Path.of("");

  @BeforeAll
  static void find() {
    String folder = System.getProperty("rom.corpus", "");
    if (folder.isEmpty()) {
      System.err.println("SKIPPED: no corpus of firmware; give one with -Drom.corpus=DIR");
    }
    Assumptions.assumeFalse(folder.isEmpty(), "no -Drom.corpus=DIR");
    corpus = Path.of(folder);
  }

  @Test
  void vectorsOfAllCompressorsComeOut() throws IOException {
    Path folder = corpus.resolve("made/uefi/vectors");
    String digests = Files.readString(folder.resolve("vectors.json"));
    int count = 0;
    for (Path file : files(folder)) {
      String name = file.getFileName().toString();
      Slice stream = read(file);
      FixedAllowance allowance = FixedAllowance.ample();
      Decoded decoded;
      switch (name.substring(name.indexOf('.') + 1)) {
        case "lzma" -> decoded = LzmaAlone.decode(stream, allowance);
        case "f86" -> decoded = LzmaX86.decode(stream, allowance);
        case "brotli" -> decoded = Brotli.decode(stream.from(16), allowance);
        case "efi11" -> decoded = EfiStream.decode(stream, Variant.EFI_1_1, allowance);
        case "tiano" -> decoded = EfiStream.decode(stream, Variant.TIANO, allowance);
        default -> {
          continue;
        }
      }
      assertThat(decoded.trouble()).as(name).isEmpty();
      Path input = file.resolveSibling(name.substring(0, name.indexOf('.')) + ".in");
      if (Files.exists(input)) {
        assertThat(decoded.bytes()).as(name).isEqualTo(read(input));
      }
      assertThat(digests).as(name).contains(Sha256.hex(decoded.bytes()));
      count++;
    }
    assertThat(count).isEqualTo(58);
  }

  @Test
  void exactlyTheRomsThatWerePutInComeOut() throws IOException {
    Path folder = corpus.resolve("made/uefi");
    Matcher entries = ENTRY.matcher(Files.readString(folder.resolve("expected.json")));
    int count = 0;
    while (entries.find()) {
      String name = entries.group(1);
      Extraction extraction = Search.in(Files.readAllBytes(folder.resolve(name)));
      List<String> expected = digests(entries.group(2), "roms");
      List<String> allowed = new ArrayList<>(expected);
      allowed.addAll(digests(entries.group(2), "may"));
      assertThat(Search.digests(extraction)).as(name).containsAll(expected).isSubsetOf(allowed);
      assertThat(Search.paths(extraction))
          .as(name)
          .allMatch(path -> path.matches("[ -~]*") && path.length() < 1000);
      count++;
    }
    assertThat(count).isGreaterThan(50);
  }

  /** Every leaf of UEFIExtract's tree is one of ours, and the other way round. */
  @Test
  void leavesAreThoseOfUefiExtract() throws IOException {
    Path folder = corpus.resolve("made/uefi");
    int count = 0;
    for (Path listing : files(folder.resolve("readers"))) {
      String name = listing.getFileName().toString();
      if (!name.endsWith(".uefiextract.tsv") || Files.size(listing) == 0) {
        continue;
      }
      String image = name.substring(0, name.indexOf(".uefiextract"));
      Set<String> ours = Recorder.search(read(folder.resolve(image))).leaves();
      UefiExtractTree.compare(
          image,
          ours,
          UefiExtractTree.read(Files.readAllLines(listing)),
          BEYOND_UEFIEXTRACT.getOrDefault(image, 0));
      count++;
    }
    assertThat(count).isEqualTo(27);
  }

  @Test
  void theRomsOfAVendorsFirmwareComeOut() throws IOException {
    Path firmware = corpus.resolve("roms/MarvelMathesh__bios.bin");
    Set<String> expected =
        images(Files.readString(corpus.resolve("embedded/MarvelMathesh__bios.bin.json")));
    Extraction extraction = Search.in(Files.readAllBytes(firmware));
    assertThat(expected).hasSize(6);
    assertThat(new TreeSet<>(Search.digests(extraction))).isEqualTo(expected);
    assertThat(Search.paths(extraction))
        .allMatch(
            path ->
                path.matches(
                    "fv [0-9a-f-]{36}/file [0-9a-f-]{36}/section lzma/section fv > fv"
                        + " [0-9a-f-]{36}/file a062cf1f-8473-4aa3-8793-600bc4ffe9a8"
                        + " \\(CSMCORE\\)/section stored/section raw/csmcore"
                        + " [0-9a-f]{4}:[0-9a-f]{4}"));
  }

  /** The digests of chains that have one image each. */
  private static Set<String> images(String json) {
    Set<String> digests = new TreeSet<>();
    Matcher image = Pattern.compile("\"00\",\\s+\"([0-9a-f]{64})\"").matcher(json);
    while (image.find()) {
      digests.add(image.group(1));
    }
    return digests;
  }

  private static List<String> digests(String entry, String key) {
    List<String> digests = new ArrayList<>();
    Matcher list = Pattern.compile(LIST.pattern().formatted(key), Pattern.DOTALL).matcher(entry);
    if (list.find()) {
      Matcher digest = DIGEST.matcher(list.group(1));
      while (digest.find()) {
        digests.add(digest.group(1));
      }
    }
    return digests;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static Slice read(Path file) throws IOException {
    return Slice.of(Files.readAllBytes(file));
  }
}
