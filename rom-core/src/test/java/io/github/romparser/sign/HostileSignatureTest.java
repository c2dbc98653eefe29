package io.github.romparser.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.romparser.bytes.Range;
import io.github.romparser.testdata.CertificateForge;
import io.github.romparser.testdata.Der;
import io.github.romparser.testdata.PeForge;
import io.github.romparser.testdata.SignatureForge;
import io.github.romparser.testdata.SignedLayouts;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Signatures made to hurt whoever reads them: all are read in no time, or refused. */
class HostileSignatureTest {

  private static final byte[] DRIVER = PeForge.x64().build();
  private static final Duration SOON = Duration.ofSeconds(2);

  @Test
  void cutAnywhere() {
    byte[] file = SignedLayouts.driverOf2011();
    for (int length = 0x180; length < file.length; length += 3) {
      byte[] cut = Arrays.copyOf(file, length);
      assertThat(Drivers.read(cut).holds()).isFalse();
      // With the table's length as it is then.
      if (length > DRIVER.length + 8) {
        int table = length - DRIVER.length;
        cut = Drivers.with(cut, Drivers.DIRECTORY + 4, table);
        look(Drivers.with(cut, DRIVER.length, table));
      }
    }
  }

  @Test
  void anyByteChanged() {
    byte[] file = SignedLayouts.driverOf2011();
    int accepted = 0;
    for (int at = DRIVER.length; at < file.length; at++) {
      byte[] changed = file.clone();
      changed[at] ^= (byte) (1 << at % 8);
      accepted += look(changed).holds() ? 1 : 0;
    }
    // Certificates beside the signer's, the time stamp and padding are part of no check.
    assertThat(accepted).isBetween(1, (file.length - DRIVER.length) / 2);
    for (int at = 0; at < DRIVER.length; at++) {
      byte[] changed = file.clone();
      changed[at] ^= 1;
      boolean free = at >= Drivers.CHECKSUM && at < Drivers.CHECKSUM + 4;
      boolean headers = at < 0x180;
      if (!headers || free) {
        assertThat(look(changed).holds()).as("byte 0x%x", at).isEqualTo(free);
      }
    }
  }

  @Test
  void deep() {
    byte[] deep = Der.none();
    for (int i = 0; i < 200; i++) {
      deep = Der.sequence(deep);
    }
    assertThat(problem(deep)).isEqualTo(SignatureProblem.TOO_LARGE);
    byte[] levels = new byte[400_000];
    for (int i = 0; i + 1 < levels.length; i += 2) {
      levels[i] = 0x30;
      levels[i + 1] = (byte) 0x80;
    }
    assertThat(problem(levels)).isEqualTo(SignatureProblem.NOT_DER);
  }

  @Test
  void large() {
    assertThat(problem(Der.octets(new byte[LIMIT]))).isEqualTo(SignatureProblem.TOO_LARGE);
    byte[][] many = new byte[20_000][];
    Arrays.fill(many, Der.none());
    assertThat(problem(Der.sequence(many))).isEqualTo(SignatureProblem.TOO_LARGE);
    assertThat(problem(Der.set(Arrays.copyOf(many, 257)))).isEqualTo(SignatureProblem.TOO_LARGE);
    assertThat(problem(Der.set(Arrays.copyOf(many, 256))))
        .isEqualTo(SignatureProblem.NOT_AUTHENTICODE);
    assertThat(problem(Der.integer(BigInteger.TWO.pow(8_000_000))))
        .isEqualTo(SignatureProblem.NOT_AUTHENTICODE);
  }

  /** The limit of a signature's length, in bytes. */
  private static final int LIMIT = 1 << 20;

  @Test
  void lengthsThatLie() {
    for (byte[] blob :
        new byte[][] {
          {0x30},
          {0x30, 5, 2, 1, 0},
          {0x30, 3, 2, 5, 0},
          {0x30, (byte) 0x80, 0, 0},
          {0x30, (byte) 0x84, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff},
          {0x30, (byte) 0x85, 0, 0, 0, 0, 1, 0},
          {0x30, (byte) 0x82, 1},
          {0x3f, 1, 0},
          {0x30, 2, 0x1f, 0},
        }) {
      // As long as it is: the padding of the entry would fill the gap.
      byte[] file = SignatureForge.append(DRIVER, 2, blob);
      file = Drivers.with(file, DRIVER.length, 8 + blob.length);
      assertThat(look(file).problems()).containsExactly(SignatureProblem.NOT_DER);
    }
  }

  @Test
  void manyCertificates() {
    SignatureForge forge = SignatureForge.own();
    for (int i = 0; i < 70; i++) {
      forge.with(CertificateForge.authority("CA " + i));
    }
    Authenticode read = assertTimeoutPreemptively(SOON, () -> look(forge.sign(DRIVER)));
    assertThat(read.problems()).containsExactly(SignatureProblem.TOO_LARGE);
    assertThat(read.signatures().get(0).certificates()).hasSize(63);
  }

  @Test
  void manyEntriesAndManyNestedSignatures() {
    byte[] entries = DRIVER;
    byte[] blob = SignatureForge.own().blob(DRIVER);
    for (int i = 0; i < 20; i++) {
      entries = SignatureForge.append(entries, 2, blob);
    }
    Authenticode read = look(entries);
    assertThat(read.signatures()).hasSize(Authenticode.MOST_SIGNATURES);
    assertThat(read.problems()).containsExactly(SignatureProblem.TOO_MANY);
    assertThat(read.holds()).isFalse();
    SignatureForge nested = SignatureForge.own();
    for (int i = 0; i < 5; i++) {
      nested = SignatureForge.own().nested(nested, DRIVER);
    }
    assertThat(look(nested.sign(DRIVER)).problems()).containsExactly(SignatureProblem.TOO_MANY);
  }

  @Test
  void aTableOfTheSmallestEntries() {
    byte[] file = DRIVER;
    for (int i = 0; i < 1000; i++) {
      file = SignatureForge.append(file, 0x1234, new byte[1]);
    }
    assertThat(look(file).problems())
        .containsExactly(SignatureProblem.ENTRY_TYPE, SignatureProblem.TOO_MANY);
  }

  @Property(tries = 300)
  void anythingAsASignature(@ForAll @Size(max = 200) byte[] blob) {
    look(SignatureForge.append(DRIVER, 2, blob));
  }

  private static SignatureProblem problem(byte[] blob) {
    Authenticode read =
        assertTimeoutPreemptively(SOON, () -> look(SignatureForge.append(DRIVER, 2, blob)));
    assertThat(read.problems()).hasSize(1);
    return read.problems().get(0);
  }

  /** Reads and asks everything. */
  static Authenticode look(byte[] file) {
    Authenticode read = Drivers.read(file);
    assertThat(read.signatures()).hasSizeLessThanOrEqualTo(Authenticode.MOST_SIGNATURES);
    assertThat(read.findings(new Range(0, 0)))
        .allSatisfy(finding -> assertThat(finding.message()).isNotBlank());
    assertThat(read.holds() && read.signatures().isEmpty()).isFalse();
    return read;
  }
}
