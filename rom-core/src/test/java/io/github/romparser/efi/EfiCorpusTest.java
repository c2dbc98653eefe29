package io.github.romparser.efi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.EfiDecompressor.Decompressed;
import io.github.romparser.efi.EfiDecompressor.Variant;
import io.github.romparser.rom.EfiImage;
import io.github.romparser.rom.RomChain;
import io.github.romparser.rom.RomImage;
import io.github.romparser.rom.RomReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Streams and drivers of others; {@code -Drom.corpus=DIR} says where they are. In {@code
 * DIR/made/uefi} are the outputs of edk2's tools with their digests, in {@code DIR/roms} the ROMs
 * of graphics cards.
 */
final class EfiCorpusTest {
  private static final long LIMIT = 1 << 24;

  private static Path corpus = Path.of("");

  @BeforeAll
  static void find() {
    String folder = System.getProperty("rom.corpus", "");
    if (folder.isEmpty()) {
      System.err.println("SKIPPED: no corpus of EFI drivers; give one with -Drom.corpus=DIR");
    }
    Assumptions.assumeFalse(folder.isEmpty(), "no -Drom.corpus=DIR");
    corpus = Path.of(folder);
  }

  @Test
  void edk2sStreamsComeOut() throws IOException {
    Path vectors = corpus.resolve("made/uefi/vectors");
    String digests = Files.readString(vectors.resolve("vectors.json"));
    int count = 0;
    for (Path file : files(vectors, ".efi11", ".tiano")) {
      String name = file.getFileName().toString();
      Variant variant = name.endsWith(".tiano") ? Variant.TIANO : Variant.EFI_1_1;
      Slice bytes = decompress(read(file), variant, name);
      Path input = file.resolveSibling(name.substring(0, name.indexOf('.')) + ".in");
      if (Files.exists(input)) {
        assertThat(bytes).as(name).isEqualTo(read(input));
      }
      assertThat(digests).as(name).contains(sha256(bytes));
      count++;
    }
    assertThat(count).isEqualTo(24);
  }

  @Test
  void theVectorsComeBack() throws IOException {
    Path vectors = corpus.resolve("made/uefi/vectors");
    List<Path> inputs = files(vectors, ".in");
    for (Path file : inputs) {
      for (Variant variant : Variant.values()) {
        String name = file.getFileName() + " " + variant;
        Slice input = read(file);
        Slice stream = EfiCompressor.compress(input, variant);
        assertThat(decompress(stream, variant, name)).as(name).isEqualTo(input);
        Path edk2 =
            file.resolveSibling(
                file.getFileName().toString().replace(".in", "")
                    + (variant == Variant.TIANO ? ".tiano" : ".efi11"));
        assertThat((long) stream.length()).as(name).isLessThanOrEqualTo(Files.size(edk2));
      }
    }
    assertThat(inputs).hasSizeGreaterThan(8);
  }

  /** Prints how large the streams are beside those of edk2's compressors. */
  @Test
  void streamsAreNoLargerThanEdk2s() throws IOException {
    Path folder = corpus.resolve("made/uefi/efirom");
    String sizes = Files.readString(folder.resolve("compressor-sizes.json"));
    System.out.printf(
        "%-20s %9s %9s %9s %9s %9s%n", "driver", "bytes", "edk2", "ours", "Tiano", "");
    int count = 0;
    for (Path file : files(folder.resolve("drivers"), ".efi")) {
      String name = file.getFileName().toString().replace(".efi", "");
      Slice driver = read(file);
      StringBuilder row = new StringBuilder(String.format("%-20s %9d", name, driver.length()));
      for (Variant variant : Variant.values()) {
        Slice stream = EfiCompressor.compress(driver, variant);
        assertThat(decompress(stream, variant, name)).as(name).isEqualTo(driver);
        int edk2 = size(sizes, name, variant == Variant.TIANO ? "tiano" : "efi11");
        row.append(String.format(" %9d %9d", edk2, stream.length()));
        assertThat(stream.length()).as(name).isLessThanOrEqualTo(edk2);
      }
      System.out.println(row);
      count++;
    }
    assertThat(count).isEqualTo(9);
  }

  private static int size(String json, String driver, String field) {
    Matcher matcher =
        Pattern.compile("\"driver\": \"" + driver + "\"[^}]*?\"" + field + "\": (\\d+)")
            .matcher(json);
    assertThat(matcher.find()).as("%s in the list of sizes", driver).isTrue();
    return Integer.parseInt(matcher.group(1));
  }

  @Test
  void edk2sDriversTellTheirDebugFile() throws IOException {
    Path folder = corpus.resolve("made/uefi/efirom/drivers");
    for (String name : List.of("app", "ia32", "rt")) {
      Slice file = read(folder.resolve(name + ".efi"));
      assertThat(PeImage.read(file).orElseThrow().debugPath(file)).contains(name + ".dll");
    }
  }

  @Test
  void edk2sDriversAreLoadable() throws IOException {
    for (Path file : files(corpus.resolve("made/uefi/efirom/drivers"), ".efi")) {
      assertThat(PeImage.read(read(file)).flatMap(PeImage::refusal)).as("%s", file).isEmpty();
      assertThat(PeImage.read(read(file))).as("%s", file).isPresent();
    }
  }

  @Test
  void driversOfEfiRomComeOut() throws IOException {
    Path folder = corpus.resolve("made/uefi/efirom");
    String digests = Files.readString(folder.resolve("images.json"));
    int count = 0;
    for (Path file : files(folder, ".rom")) {
      for (EfiImage image : compressed(file)) {
        assertThat(digests).as("%s", file).contains(sha256(driver(image, file)));
        count++;
      }
    }
    assertThat(count).isPositive();
  }

  @Test
  void driversOfGraphicsCardsComeOut() throws IOException {
    int count = 0;
    for (Path file : files(corpus.resolve("roms"), "")) {
      for (EfiImage image : compressed(file)) {
        Slice driver = driver(image, file);
        PeImage executable = PeImage.read(driver).orElseThrow();
        assertThat(executable.refusal()).as("%s", file).isEmpty();
        assertThat(executable.machine()).as("%s", file).isEqualTo(image.efi().machine());
        assertThat(executable.subsystem()).as("%s", file).isEqualTo(image.efi().subsystem());
        count++;
      }
    }
    assertThat(count).isPositive();
  }

  private static List<EfiImage> compressed(Path file) throws IOException {
    List<EfiImage> images = new ArrayList<>();
    for (RomChain chain : RomReader.read(read(file)).chains()) {
      for (RomImage image : chain.images()) {
        if (image instanceof EfiImage efi && efi.compressedSize().isPresent()) {
          images.add(efi);
        }
      }
    }
    return images;
  }

  private static Slice driver(EfiImage image, Path file) {
    return decompress(image.driver(), Variant.EFI_1_1, file.toString());
  }

  /** The output; edk2's encoder and those of the vendors leave one byte, if not all. */
  private static Slice decompress(Slice stream, Variant variant, String name) {
    EfiDecompressor.Result result = EfiDecompressor.decompress(stream, variant, LIMIT);
    assertThat(result).as(name).isInstanceOf(Decompressed.class);
    Decompressed output = (Decompressed) result;
    long expected = output.bytes().length() == 0 ? 8 : 8 + stream.u32(0) - 1;
    assertThat((long) output.consumed()).as(name).isEqualTo(expected);
    return output.bytes();
  }

  private static List<Path> files(Path folder, String... endings) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
          .sorted()
          .toList();
    }
  }

  private static Slice read(Path file) throws IOException {
    return Slice.of(Files.readAllBytes(file));
  }

  private static String sha256(Slice bytes) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      bytes.update(digest);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
