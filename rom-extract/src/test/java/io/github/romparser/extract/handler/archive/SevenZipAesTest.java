package io.github.romparser.extract.handler.archive;

import static io.github.romparser.extract.handler.Search.rom;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.handler.FixedAllowance;
import io.github.romparser.extract.handler.Search;
import io.github.romparser.extract.handler.SevenZips;
import io.github.romparser.extract.spi.Decoded;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives with Insyde's password, and with others. */
final class SevenZipAesTest {

  private static SevenZipAes coder(int... properties) {
    byte[] bytes = new byte[properties.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) properties[i];
    }
    return SevenZipAes.read(Slice.of(bytes)).orElseThrow();
  }

  /** A header that is not packed, of one folder: AES alone, or before another coder. */
  private static byte[] archive(byte[] packed, byte[] properties, long size, String... names) {
    return SevenZipForge.solid(
        packed,
        SevenZipForge.folder(SevenZipForge.coder(new byte[] {6, (byte) 0xf1, 7, 1}, properties)),
        new long[] {size},
        names.length < 2 ? new long[0] : new long[] {size / 2},
        names);
  }

  @Test
  void wellKnownPassword() {
    assertThat(Search.path(SevenZips.insyde("bios.fd", rom()))).isEqualTo("7z: bios.fd");
    assertThat(Search.path(SevenZips.lockedCopy(SevenZips.PASSWORD, "bios.fd", rom())))
        .isEqualTo("7z: bios.fd");
  }

  @Test
  void otherPasswordsAreTold() {
    assertThat(Search.deadEnds(Search.in(SevenZips.locked("other", "a", rom()))))
        .containsExactly("password: AES-256");
    assertThat(Search.deadEnds(Search.in(SevenZips.lockedCopy("other", "a", rom()))))
        .containsExactly("password: AES-256");
  }

  /** Compressed bytes that decode are right: what is damaged is the sum. */
  @Test
  void wrongSumOfWhatIsCompressedIsDamage() {
    byte[] archive = SevenZips.insyde("a", rom());
    SevenZipKeys keys = new SevenZipKeys(archive.length);
    SevenZipFolder folder =
        new SevenZipFolder(
            List.of(
                new SevenZipFolder.Coder("06f10701", 1, Slice.of(new byte[] {0})),
                new SevenZipFolder.Coder("21", 1, Slice.of(new byte[] {0}))),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            OptionalLong.empty());
    Decoded decoded = Decoded.of(Slice.of(rom()));
    assertThat(keys.judged(folder, decoded, 1, OptionalLong.of(1), 0)).isEqualTo(decoded);
  }

  @Test
  void propertiesThatContradictThemselvesAreTold() {
    for (byte[] properties :
        new byte[][] {{(byte) 0x80}, {(byte) 0xc0, 0x11, 1}, {}, {0x40, 0x0f, 1, 2}}) {
      byte[] archive = archive(new byte[16], properties, 16, "a");
      assertThat(Search.deadEnds(Search.in(archive))).containsExactly("password: AES-256");
    }
  }

  @Test
  void propertiesOfEveryShape() {
    assertThat(coder(19).salt().length()).isZero();
    assertThat(coder(0x53, 0x07, 1, 2, 3, 4, 5, 6, 7, 8).vector().length()).isEqualTo(8);
    SevenZipAes both = coder(0xd3, 0x11, 1, 2, 3, 4);
    assertThat(both.power()).isEqualTo(19);
    assertThat(both.salt().toByteArray()).containsExactly(1, 2);
    assertThat(both.vector().toByteArray()).containsExactly(3, 4);
  }

  /** The definition of the key, without batches. */
  @ParameterizedTest
  @ValueSource(ints = {0, 3, 11})
  void keyIsTheSumOfItsRounds(int power) throws Exception {
    byte[] password = SevenZips.PASSWORD.getBytes(StandardCharsets.UTF_16LE);
    for (int salt = 0; salt < 2; salt++) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (int i = 0; i < 1 << power; i++) {
        digest.update(new byte[salt]);
        digest.update(password);
        digest.update(new byte[] {(byte) i, (byte) (i >> 8), 0, 0, 0, 0, 0, 0});
      }
      SevenZipAes coder = salt == 0 ? coder(power) : coder(0x80 | power, 0, 0);
      SevenZipKeys keys = new SevenZipKeys(1 << 20);
      byte[] key = keys.key(coder, FixedAllowance.ample()).orElseThrow();
      assertThat(key).isEqualTo(digest.digest());
    }
  }

  @Test
  void keyWithoutRoundsIsSaltAndPassword() {
    byte[] key = new SevenZipKeys(10).key(coder(0xbf, 0, 7), FixedAllowance.ample()).orElseThrow();
    assertThat(key).hasSize(32).startsWith(7, 'Y', 0, '`', 0, 't');
  }

  @Test
  void roundsThatLieAreNotDone() {
    FixedAllowance allowance = FixedAllowance.ample();
    SevenZipKeys keys = new SevenZipKeys(1L << 40);
    assertThat(keys.key(coder(21), allowance)).isEmpty();
    assertThat(keys.key(coder(0x3e), allowance)).isEmpty();
    assertThat(allowance.worked()).isZero();
    byte[] archive = archive(new byte[16], new byte[] {0x3e}, 16, "a");
    assertThat(Search.deadEnds(Search.in(archive))).containsExactly("password: AES-256");
  }

  /** All salts together may take what the archive is worth, and each is done once. */
  @Test
  void saltsMayNotCostMoreThanTheArchive() {
    FixedAllowance allowance = FixedAllowance.ample();
    SevenZipKeys keys = new SevenZipKeys(2048);
    SevenZipAes first = coder(0x8a, 0, 1);
    assertThat(keys.key(first, allowance)).isPresent();
    long once = allowance.worked();
    assertThat(once).isEqualTo(1024 * (1 + 70 + 8));
    assertThat(keys.key(first, allowance)).isPresent();
    assertThat(allowance.worked()).isEqualTo(once);
    assertThat(keys.key(coder(0x8a, 0, 2), allowance)).isEmpty();
    assertThat(keys.key(coder(0x89, 0, 2), allowance)).isPresent();
  }

  /** Files that were only encrypted are told from noise by the sum of the first. */
  @Test
  void severalFilesInOneBlockWithAnotherPassword() {
    byte[] noise = Search.rom(9);
    byte[] solid =
        SevenZipForge.archive(
            noise,
            SevenZipForge.header(
                SevenZipForge.packInfo(noise.length),
                SevenZipForge.unpackInfo(
                    SevenZipForge.folder(
                        SevenZipForge.coder(new byte[] {6, (byte) 0xf1, 7, 1}, (byte) 4)),
                    noise.length),
                SevenZipForge.substreams(2, new long[] {1024}, new long[] {1, 2}),
                SevenZipForge.filesInfo("a", "b")));
    assertThat(Search.deadEnds(Search.in(solid))).containsExactly("password: AES-256");
  }

  /** A stream that is no whole number of blocks. */
  @Test
  void blockThatIsCutOff() {
    byte[] archive = archive(new byte[15], new byte[] {1}, 15, "a");
    assertThat(Search.deadEnds(Search.in(archive))).containsExactly("password: AES-256");
  }
}
