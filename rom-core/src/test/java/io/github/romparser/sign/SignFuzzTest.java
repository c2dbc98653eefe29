package io.github.romparser.sign;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.PeImage;
import io.github.romparser.testdata.EventLogForge;
import io.github.romparser.testdata.PeForge;
import io.github.romparser.testdata.SignatureForge;
import io.github.romparser.testdata.SignedLayouts;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes as an executable, a signature, an event log, a file of certificates. */
final class SignFuzzTest {

  @MethodSource("drivers")
  @FuzzTest
  void digests(byte[] file) {
    Slice driver = Slice.of(file);
    PeImage.read(driver)
        .map(pe -> AuthenticodeDigest.of(driver, pe))
        .filter(AuthenticodeDigest.Covered.class::isInstance)
        .ifPresent(covered -> ((AuthenticodeDigest.Covered) covered).hex(DigestAlgorithm.SHA256));
  }

  @MethodSource("drivers")
  @FuzzTest
  void signedDrivers(byte[] file) {
    if (PeImage.read(Slice.of(file)).isPresent()) {
      HostileSignatureTest.look(file);
    }
  }

  @MethodSource("blobs")
  @FuzzTest
  void signatures(byte[] blob) {
    HostileSignatureTest.look(SignatureForge.append(PeForge.x64().build(), 2, blob));
    CaCertificates.read(Slice.of(blob));
  }

  @MethodSource("logs")
  @FuzzTest
  void eventLogs(byte[] log) {
    TpmEventLogTest.look(log);
  }

  static Stream<Arguments> drivers() {
    return Stream.of(PeForge.x64().build(), SignedLayouts.driverOf2011()).map(Arguments::of);
  }

  static Stream<Arguments> blobs() {
    byte[] driver = PeForge.x64().build();
    SignatureForge inner = SignatureForge.own().digest("SHA1");
    return Stream.of(
            SignatureForge.own().blob(driver),
            SignatureForge.own().nested(inner, driver).blob(driver),
            inner.withoutAttributes().blob(driver))
        .map(Arguments::of);
  }

  static Stream<Arguments> logs() {
    byte[] driver = PeForge.x64().build();
    return Stream.of(
            EventLogForge.sha1().driver(driver, 1, 0).build(),
            EventLogForge.agile("SHA1", "SHA256").driver(driver, 1, 0).build())
        .map(Arguments::of);
  }
}
