package io.github.romparser.sign;

import static io.github.romparser.sign.Drivers.DIRECTORY;
import static io.github.romparser.sign.Drivers.SECTION;
import static io.github.romparser.sign.Drivers.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.PeImage;
import io.github.romparser.sign.AuthenticodeDigest.Covered;
import io.github.romparser.sign.AuthenticodeDigest.None;
import io.github.romparser.sign.AuthenticodeDigest.Reason;
import io.github.romparser.testdata.PeForge;
import io.github.romparser.testdata.SignatureForge;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is digested, beside the forge's own way: everything but three fields. */
class AuthenticodeDigestTest {

  @ParameterizedTest
  @EnumSource
  void everythingButChecksumAndTable(DigestAlgorithm algorithm) {
    for (byte[] file :
        List.of(
            Drivers.x64(),
            PeForge.x64().machine(PeForge.IA32).build(),
            Arrays.copyOf(Drivers.x64(), 0x409),
            SignatureForge.own().sign(Drivers.x64()))) {
      String name = algorithm.name();
      byte[] expected = SignatureForge.digest(name, SignatureForge.digested(file));
      assertThat(hex(file, algorithm)).isEqualTo(HexFormat.of().formatHex(expected));
      assertThat(hex(with(file, Drivers.CHECKSUM, 0x12345678), algorithm))
          .isEqualTo(hex(file, algorithm));
    }
  }

  @Test
  void theSignatureItselfDoesNotCount() {
    byte[] file = Drivers.x64();
    String before = hex(file, DigestAlgorithm.SHA256);
    assertThat(hex(SignatureForge.own().sign(file), DigestAlgorithm.SHA256)).isEqualTo(before);
    byte[] padded = Arrays.copyOf(SignatureForge.own().sign(file), 0x2000);
    assertThat(hex(padded, DigestAlgorithm.SHA256)).isNotEqualTo(before);
  }

  @Test
  void sectionsAreTakenInTheOrderOfTheFile() {
    byte[] file = twoSections(0x180, 0x100, 0x280, 0x180);
    byte[] swapped = twoSections(0x280, 0x180, 0x180, 0x100);
    assertThat(((Covered) Drivers.digest(file)).ranges())
        .extracting(range -> range.offset())
        .endsWith(0x180L, 0x280L);
    assertThat(((Covered) Drivers.digest(swapped)).ranges())
        .isEqualTo(((Covered) Drivers.digest(file)).ranges());
  }

  @Test
  void behindAGapTheRestBeginsSooner() {
    byte[] file = twoSections(0x180, 0x80, 0x280, 0x80);
    assertThat(((Covered) Drivers.digest(file)).ranges())
        .extracting(range -> range.offset())
        .endsWith(0x180L, 0x280L, 0x280L);
  }

  @Test
  void aFileWithoutThatDirectoryIsDigestedWithout() {
    // Four directories: the one of the certificate table is not there.
    byte[] file = with(Drivers.x64(), Drivers.OPTIONAL + 0x6c, 4);
    Covered covered = (Covered) Drivers.digest(file);
    assertThat(covered.ranges().stream().mapToLong(range -> range.length()).sum())
        .isEqualTo(file.length - 4);
  }

  @ParameterizedTest
  @CsvSource({
    "SizeOfHeaders before the directory, 0x94, 0xE0, HEADERS",
    "SizeOfHeaders behind the file, 0x94, 0x401, HEADERS",
    "more sections than headers, 0x46, 0xF0FFFF, SECTION_HEADERS",
    "a section within the headers, 0x15C, 0x17F, SECTION_WITHIN_HEADERS",
    "a section behind the file, 0x158, 0x281, SECTION_OUTSIDE",
    "a section far behind the file, 0x15C, 0xFFFFFFFF, SECTION_OUTSIDE",
  })
  void malformedHeadersHaveNone(String what, String at, String value, Reason reason) {
    assertThat(Drivers.digest(with(Drivers.x64(), Integer.decode(at), Long.decode(value))))
        .as(what)
        .isEqualTo(new None(reason));
  }

  @Test
  void malformedTablesHaveNone() {
    byte[] file = SignatureForge.own().sign(Drivers.x64());
    assertThat(Drivers.digest(with(file, DIRECTORY, 0x3f8)))
        .isEqualTo(new None(Reason.CERTIFICATES_WITHIN));
    assertThat(Drivers.digest(with(file, DIRECTORY + 4, 0xffff)))
        .isEqualTo(new None(Reason.CERTIFICATES_OUTSIDE));
    assertThat(Drivers.digest(twoSections(0x180, 0x101, 0x280, 0x80)))
        .isEqualTo(new None(Reason.SECTIONS_OVERLAP));
  }

  @Test
  void aTerseExecutableHasNone() {
    byte[] file = new byte[0x200];
    file[0] = 'V';
    file[1] = 'Z';
    assertThat(Drivers.digest(file)).isEqualTo(new None(Reason.TERSE));
  }

  @Test
  void offsetsOfTheDriverCountFromItsOwnStart() {
    byte[] file = Drivers.x64();
    byte[] moved = new byte[file.length + 100];
    System.arraycopy(file, 0, moved, 100, file.length);
    Slice driver = Slice.of(moved).from(100);
    AuthenticodeDigest digest = AuthenticodeDigest.of(driver, PeImage.read(driver).orElseThrow());
    assertThat(((Covered) digest).hex(DigestAlgorithm.SHA256))
        .isEqualTo(hex(file, DigestAlgorithm.SHA256));
  }

  private static String hex(byte[] file, DigestAlgorithm algorithm) {
    return ((Covered) Drivers.digest(file)).hex(algorithm);
  }

  /** The forged driver with its section split into two. */
  private static byte[] twoSections(int first, int firstSize, int second, int secondSize) {
    byte[] file = Drivers.x64();
    file[Drivers.PE + 6] = 2;
    System.arraycopy(file, SECTION, file, SECTION + 0x28, 0x28);
    // The second header needs room: the code moves 0x80 bytes, and the headers end behind it.
    byte[] out = with(file, SECTION + 0x10, firstSize);
    out = with(out, SECTION + 0x14, first);
    out = with(out, SECTION + 0x28 + 0x10, secondSize);
    return with(out, SECTION + 0x28 + 0x14, second);
  }
}
