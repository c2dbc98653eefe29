package io.github.romparser.sign;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.EfiDriver;
import io.github.romparser.efi.PeImage;
import io.github.romparser.rom.EfiImage;
import io.github.romparser.rom.RomChain;
import io.github.romparser.rom.RomImage;
import io.github.romparser.rom.RomReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Signed drivers of others; {@code -Drom.corpus=DIR} says where they are. In {@code
 * DIR/made/uefi/signed} are drivers, ROMs made of them, and what sbverify and pesign say of them;
 * in {@code DIR/roms} the ROMs of graphics cards.
 */
final class SignCorpusTest {

  /** Of each driver its name, its length, its digests, and whether sbverify takes it. */
  private static final Pattern DRIVER =
      Pattern.compile(
          "\"([a-z0-9-]+)\\.efi\": \\{.*?\"peSize\": (\\d+).*?\"peSha256\": \"(\\w+)\""
              + ".*?\"authenticodeSha256\": \"(\\w+)\".*?\"sbverify\": \\{\\s*\"rc\": (\\d+)"
              + ".*?\"sbverifySignatures\": (\\d+).*?\"pesign\": \"(\\w+)\"",
          Pattern.DOTALL);

  private static Path corpus = Path.of("");

  @BeforeAll
  static void find() {
    String folder = System.getProperty("rom.corpus", "");
    if (folder.isEmpty()) {
      System.err.println("SKIPPED: no corpus of signed drivers; give one with -Drom.corpus=DIR");
    }
    Assumptions.assumeFalse(folder.isEmpty(), "no -Drom.corpus=DIR");
    corpus = Path.of(folder);
  }

  @Test
  void digestsAndVerdictsAreEqual() throws IOException {
    Path folder = corpus.resolve("made/uefi/signed");
    CaCertificates ca =
        CaCertificates.read(Slice.of(Files.readAllBytes(folder.resolve("ca.crt")))).orElseThrow();
    Matcher driver = DRIVER.matcher(Files.readString(folder.resolve("signed.json")));
    int count = 0;
    while (driver.find()) {
      String name = driver.group(1);
      List<Slice> files = new ArrayList<>();
      files.add(Slice.of(Files.readAllBytes(folder.resolve(name + ".efi"))));
      for (String kind : List.of(".e.rom", ".ec.rom")) {
        files.addAll(drivers(Slice.of(Files.readAllBytes(folder.resolve(name + kind)))));
      }
      assertThat(files).hasSize(3);
      for (Slice file : files) {
        assertThat(file.length()).as(name).isEqualTo(Integer.parseInt(driver.group(2)));
        assertThat(Sha256.hex(file)).as(name).isEqualTo(driver.group(3));
        Authenticode read = Authenticode.of(file, PeImage.read(file).orElseThrow());
        String digest = ((AuthenticodeDigest.Covered) read.digest()).hex(DigestAlgorithm.SHA256);
        assertThat(digest).as(name).isEqualTo(driver.group(4)).isEqualTo(driver.group(7));
        assertThat(read.holds()).as(name).isEqualTo(driver.group(5).equals("0"));
        assertThat(read.signatures().stream().filter(s -> s.level() == 0))
            .as(name)
            .hasSize(Integer.parseInt(driver.group(6)))
            .allMatch(s -> s.signature() == AuthenticodeSignature.Check.HOLDS)
            .allMatch(ca::vouchFor);
        assertThat(read.problems()).as(name).isEmpty();
        count++;
      }
    }
    assertThat(count).isEqualTo(27);
  }

  @Test
  void driversOfGraphicsCards() throws IOException {
    Map<String, Integer> counts = new TreeMap<>();
    int drivers = 0;
    int signed = 0;
    for (Path file : files(corpus.resolve("roms"))) {
      for (Slice driver : drivers(Slice.of(Files.readAllBytes(file)))) {
        drivers++;
        Authenticode read = Authenticode.of(driver, PeImage.read(driver).orElseThrow());
        assertThat(read.digest()).isInstanceOf(AuthenticodeDigest.Covered.class);
        assertThat(read.signed()).isEqualTo(!read.signatures().isEmpty());
        signed += read.signed() ? 1 : 0;
        for (AuthenticodeSignature signature : read.signatures()) {
          counts.merge("verdict " + signature.verdict(), 1, Integer::sum);
          counts.merge("CA " + signature.ca(), 1, Integer::sum);
          counts.merge(
              "signer " + signature.signer().map(SignerCertificate::subject), 1, Integer::sum);
          counts.merge("time stamp " + signature.timeStamp().map(TimeStamp::kind), 1, Integer::sum);
          if (!signature.holds()) {
            System.out.println("does not hold: " + file.getFileName() + " " + signature.digest());
          }
        }
        read.problems().forEach(p -> System.out.println(file.getFileName() + ": " + p));
      }
    }
    System.out.printf("%d drivers, %d signed: %s%n", drivers, signed, counts);
    assertThat(signed).isPositive();
  }

  private static List<Slice> drivers(Slice rom) {
    List<Slice> drivers = new ArrayList<>();
    for (RomChain chain : RomReader.read(rom).chains()) {
      for (RomImage image : chain.images()) {
        if (image instanceof EfiImage efi
            && EfiDriver.of(efi) instanceof EfiDriver.Loaded loaded
            && loaded.pe().isPresent()) {
          drivers.add(loaded.bytes());
        }
      }
    }
    return drivers;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
