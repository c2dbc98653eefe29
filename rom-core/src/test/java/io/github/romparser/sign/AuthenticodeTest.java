package io.github.romparser.sign;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Range;
import io.github.romparser.finding.Finding;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.sign.AuthenticodeSignature.Check;
import io.github.romparser.testdata.CertificateForge;
import io.github.romparser.testdata.Der;
import io.github.romparser.testdata.PeForge;
import io.github.romparser.testdata.SignatureForge;
import io.github.romparser.testdata.SignedLayouts;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures that the forge made, good ones and others. */
class AuthenticodeTest {

  private static final byte[] DRIVER = PeForge.x64().build();

  @Test
  void aSignatureThatHolds() {
    Authenticode read = Drivers.read(SignatureForge.own().sign(DRIVER));
    assertThat(read.signed()).isTrue();
    assertThat(read.holds()).isTrue();
    assertThat(read.broken()).isFalse();
    assertThat(read.problems()).isEmpty();
    AuthenticodeSignature signature = only(read);
    assertThat(signature.entry()).isZero();
    assertThat(signature.level()).isZero();
    assertThat(signature.algorithm()).isEqualTo(DigestAlgorithm.SHA256);
    assertThat(signature.claimedDigest())
        .isEqualTo(((AuthenticodeDigest.Covered) read.digest()).hex(DigestAlgorithm.SHA256));
    SignerCertificate signer = signature.signer().orElseThrow();
    assertThat(signer.subject()).isEqualTo("Forged driver publisher");
    assertThat(signer.issuer()).isEqualTo("Forged test CA");
    assertThat(signer.serial()).isEqualTo("2");
    assertThat(signer.notBefore()).isEqualTo(Instant.parse("2024-01-02T03:04:05Z"));
    assertThat(signer.notAfter()).isEqualTo(Instant.parse("2025-01-02T03:04:05Z"));
    assertThat(signer.sha256()).hasSize(64);
    assertThat(signature.certificates())
        .extracting(SignerCertificate::subject)
        .containsExactly("Forged test CA");
    assertThat(signature.timeStamp()).isEmpty();
    assertThat(signature.ca()).isEqualTo(MicrosoftCa.OTHER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SHA1", "SHA256", "SHA384", "SHA512"})
  void everyDigest(String digest) {
    Authenticode read = Drivers.read(SignatureForge.own().digest(digest).sign(DRIVER));
    assertThat(only(read).algorithm().name()).isEqualTo(digest);
    assertThat(read.holds()).isTrue();
    assertThat(codes(read).contains(FindingCode.SIG_SHA1)).isEqualTo(digest.equals("SHA1"));
  }

  @Test
  void aDriverThatIsNotSigned() {
    Authenticode read = Drivers.read(DRIVER);
    assertThat(read.signed()).isFalse();
    assertThat(read.holds()).isFalse();
    assertThat(read.broken()).isFalse();
    assertThat(codes(read)).isEmpty();
  }

  @Test
  void whatWasChangedIsTold() {
    byte[] code = SignatureForge.own().sign(DRIVER);
    code[0x200] ^= 1;
    byte[] attributes = SignatureForge.own().alteredAttributes().sign(DRIVER);
    byte[] signature = SignatureForge.own().alteredSignature().sign(DRIVER);
    assertThat(checks(code)).containsExactly(Check.BROKEN, Check.HOLDS, Check.HOLDS);
    assertThat(checks(attributes)).containsExactly(Check.HOLDS, Check.BROKEN, Check.HOLDS);
    assertThat(checks(signature)).containsExactly(Check.HOLDS, Check.HOLDS, Check.BROKEN);
    assertThat(messages(code)).contains("the driver is not the one that was signed");
    assertThat(messages(attributes)).contains("its attributes belong to another signature");
    assertThat(messages(signature)).contains("was not made with the key of its signer");
    for (byte[] file : List.of(code, attributes, signature)) {
      assertThat(Drivers.read(file).broken()).isTrue();
      assertThat(Drivers.read(file).holds()).isFalse();
      assertThat(only(Drivers.read(file)).verdict()).isEqualTo(Check.BROKEN);
    }
  }

  @Test
  void withoutAttributesTheContentIsSigned() {
    assertThat(Drivers.read(SignatureForge.own().withoutAttributes().sign(DRIVER)).holds())
        .isTrue();
    byte[] other = SignatureForge.own().withoutAttributes().alteredSignature().sign(DRIVER);
    assertThat(checks(other)).containsExactly(Check.HOLDS, Check.HOLDS, Check.BROKEN);
  }

  @Test
  void aDriverAsAmdSignsIt() {
    Authenticode read = Drivers.read(SignedLayouts.driverOf2011());
    assertThat(read.holds()).isTrue();
    assertThat(only(read).ca()).isEqualTo(MicrosoftCa.UEFI_CA_2011);
    assertThat(only(read).timeStamp())
        .contains(new TimeStamp(TimeStamp.Kind.RFC3161, Instant.parse("2024-06-07T08:09:10Z")));
    assertThat(codes(read)).containsExactly(FindingCode.SIG_CA_2011);
  }

  @ParameterizedTest
  @CsvSource({
    "Microsoft Corporation UEFI CA 2011, UEFI_CA_2011, SIG_CA_2011",
    "Microsoft UEFI CA 2023, UEFI_CA_2023,",
    "Microsoft Option ROM UEFI CA 2023, OPTION_ROM_UEFI_CA_2023,",
    "Microsoft Windows Production PCA 2011, WINDOWS_PCA_2011,",
    "Windows UEFI CA 2023, WINDOWS_UEFI_CA_2023,",
    "Somebody, OTHER, SIG_CA_OTHER",
  })
  void whoseCertificateItStandsUnder(String issuer, MicrosoftCa ca, FindingCode code) {
    CertificateForge leaf = CertificateForge.signer("Forged publisher").issuer(issuer);
    Authenticode read = Drivers.read(SignatureForge.by(leaf).sign(DRIVER));
    assertThat(only(read).ca()).isEqualTo(ca);
    assertThat(codes(read)).isEqualTo(code == null ? List.of() : List.of(code));
    CertificateForge below = CertificateForge.signer("Forged publisher").issuer("Between");
    CertificateForge between = CertificateForge.authority("Between").issuer(issuer);
    assertThat(only(Drivers.read(SignatureForge.by(below).with(between).sign(DRIVER))).ca())
        .isEqualTo(ca);
  }

  @Test
  void aNewerSignatureBesideThatOf2011() {
    byte[] first = SignedLayouts.driverOf2011();
    CertificateForge leaf =
        CertificateForge.signer("Forged publisher").issuer("Microsoft Option ROM UEFI CA 2023");
    Authenticode read = Drivers.read(SignatureForge.by(leaf).sign(first));
    assertThat(read.signatures()).extracting(AuthenticodeSignature::entry).containsExactly(0, 1);
    assertThat(read.signatures()).allMatch(AuthenticodeSignature::holds);
    assertThat(codes(read)).isEmpty();
  }

  @Test
  void aCounterSignatureHasATime() {
    Instant time = Instant.parse("2019-08-07T06:05:04Z");
    byte[] file = SignatureForge.own().counterSignature(time).sign(DRIVER);
    assertThat(only(Drivers.read(file)).timeStamp())
        .contains(new TimeStamp(TimeStamp.Kind.COUNTER_SIGNATURE, time));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.3.6.1.4.1.311.3.3.1", "1.2.840.113549.1.9.6"})
  void aTimeStampThatIsNoneIsPassedOver(String oid) {
    for (byte[] value : List.of(Der.none(), Der.sequence(), Der.sequence(Der.oid("1.2.3")))) {
      Authenticode read = Drivers.read(SignatureForge.own().unsigned(oid, value).sign(DRIVER));
      assertThat(only(read).timeStamp()).isEmpty();
      assertThat(read.holds()).isTrue();
    }
  }

  @Test
  void aNestedSignatureIsReadAndDoesNotCount() {
    byte[] other = DRIVER.clone();
    other[0x200] ^= 1;
    SignatureForge inner = SignatureForge.own().digest("SHA384");
    byte[] good = SignatureForge.own().digest("SHA1").nested(inner, DRIVER).sign(DRIVER);
    byte[] bad = SignatureForge.own().nested(inner, other).sign(DRIVER);
    byte[] inBad = SignatureForge.own().nested(inner, DRIVER).sign(DRIVER);
    inBad[0x200] ^= 1;
    assertThat(Drivers.read(good).signatures())
        .extracting(AuthenticodeSignature::level)
        .containsExactly(0, 1);
    assertThat(Drivers.read(good).signatures()).allMatch(AuthenticodeSignature::holds);
    assertThat(codes(Drivers.read(good))).contains(FindingCode.SIG_SHA1);
    assertThat(Drivers.read(bad).holds()).isTrue();
    assertThat(Drivers.read(bad).broken()).isTrue();
    assertThat(Drivers.read(inBad).holds()).isFalse();
  }

  @Test
  void anEntryMayNameItsKindByGuid() {
    byte[] guid = {
      (byte) 0x9d,
      (byte) 0xd2,
      (byte) 0xaf,
      0x4a,
      (byte) 0xdf,
      0x68,
      (byte) 0xee,
      0x49,
      (byte) 0x8a,
      (byte) 0xa9,
      0x34,
      0x7d,
      0x37,
      0x56,
      0x65,
      (byte) 0xa7
    };
    byte[] blob = SignatureForge.own().blob(DRIVER);
    Authenticode read = Drivers.read(SignatureForge.append(DRIVER, 0x0ef1, Der.join(guid, blob)));
    assertThat(read.holds()).isTrue();
    assertThat(read.problems()).isEmpty();
    guid[0]++;
    read = Drivers.read(SignatureForge.append(DRIVER, 0x0ef1, Der.join(guid, blob)));
    assertThat(read.signatures()).isEmpty();
    assertThat(read.problems()).containsExactly(SignatureProblem.ENTRY_TYPE);
    read = Drivers.read(SignatureForge.append(DRIVER, 0x0ef1, new byte[16]));
    assertThat(read.problems()).containsExactly(SignatureProblem.ENTRY_LENGTH);
  }

  @Test
  void anEntryMayBeAsLongAsItIs() {
    byte[] file = SignatureForge.own().sign(DRIVER);
    int exact = 8 + SignatureForge.own().blob(DRIVER).length;
    assertThat(exact % 8).isNotZero();
    byte[] changed = Drivers.with(file, DRIVER.length, exact);
    assertThat(Drivers.read(changed).holds()).isTrue();
    byte[] longer = Arrays.copyOf(file, file.length + 8);
    longer = Drivers.with(longer, Drivers.DIRECTORY + 4, file.length - DRIVER.length + 8);
    Authenticode read = Drivers.read(longer);
    assertThat(read.problems()).containsExactly(SignatureProblem.ENTRY_LENGTH);
    assertThat(only(read).holds()).isTrue();
    assertThat(read.holds()).isFalse();
  }

  @Test
  void whatIsNoSignatureIsTold() {
    assertThat(problems(SignatureForge.own().contentType("1.2.840.113549.1.7.1")))
        .containsExactly(SignatureProblem.NOT_AUTHENTICODE);
    assertThat(problems(SignatureForge.own().signers(2))).containsExactly(SignatureProblem.SIGNERS);
    assertThat(problems(SignatureForge.own().signers(0))).containsExactly(SignatureProblem.SIGNERS);
    assertThat(problems(SignatureForge.own().digest("MD5")))
        .containsExactly(SignatureProblem.DIGEST_UNKNOWN);
    for (byte[] blob :
        List.of(
            Der.none(),
            Der.sequence(Der.oid("1.2.840.113549.1.7.2"), Der.tag(0xa0, Der.sequence())),
            Der.sequence(Der.oid("1.2.840.113549.1.7.2"), Der.tag(0xa0, Der.none())))) {
      assertThat(Drivers.read(SignatureForge.append(DRIVER, 2, blob)).problems())
          .containsExactly(SignatureProblem.NOT_AUTHENTICODE);
    }
  }

  @Test
  void withoutItsCertificateItIsNotChecked() {
    Authenticode read = Drivers.read(SignatureForge.own().withoutCertificates().sign(DRIVER));
    assertThat(read.problems()).containsExactly(SignatureProblem.NO_CERTIFICATE);
    assertThat(only(read).verdict()).isEqualTo(Check.UNCHECKED);
    assertThat(only(read).signer()).isEmpty();
    assertThat(read.broken()).isFalse();
    assertThat(read.holds()).isFalse();
  }

  @Test
  void aKeyThatWouldTakeMinutesIsNotUsed() {
    BigInteger huge = BigInteger.ONE.shiftLeft(1_000_000).add(BigInteger.ONE);
    for (byte[] key :
        List.of(
            rsa(huge, BigInteger.valueOf(3)),
            rsa(BigInteger.ONE.shiftLeft(2047).add(BigInteger.ONE), huge.shiftRight(990_000)),
            rsa(BigInteger.TEN, BigInteger.TEN),
            Der.sequence(Der.sequence(Der.oid("1.2.840.10045.2.1"), Der.sequence()), Der.bits()),
            Der.sequence(Der.sequence(Der.oid("1.2.840.10045.2.1"), Der.oid("1.2.3")), Der.bits()),
            Der.sequence(Der.sequence(Der.oid("1.2.840.10040.4.1"), Der.none()), Der.bits()))) {
      CertificateForge certificate = CertificateForge.signer("Forged").publicKey(key);
      Authenticode read = Drivers.read(SignatureForge.by(certificate).sign(DRIVER));
      assertThat(only(read).signature()).isEqualTo(Check.UNCHECKED);
      assertThat(read.problems()).containsExactly(SignatureProblem.KEY_UNKNOWN);
    }
  }

  @Test
  void longNamesAreCut() {
    CertificateForge certificate =
        CertificateForge.signer("x".repeat(100_000)).serial(BigInteger.TWO.pow(9999));
    AuthenticodeSignature signature =
        only(Drivers.read(SignatureForge.by(certificate).sign(DRIVER)));
    assertThat(signature.signer().orElseThrow().subject()).hasSize(256).endsWith("x");
    assertThat(signature.signer().orElseThrow().serial()).hasSize(256);
    assertThat(signature.holds()).isTrue();
  }

  @Test
  void whereFirmwareThatVerifiesRunsIt() {
    byte[] amd = SignedLayouts.driverOf2011();
    CertificateForge leaf =
        CertificateForge.signer("Forged publisher").issuer("Microsoft Option ROM UEFI CA 2023");
    byte[] recent = SignatureForge.by(leaf).sign(DRIVER);
    byte[] altered = amd.clone();
    altered[0x200] ^= 1;
    assertThat(Drivers.read(amd).secureBoot()).isEqualTo(SecureBoot.CA_2011);
    assertThat(Drivers.read(recent).secureBoot()).isEqualTo(SecureBoot.CA_2023);
    assertThat(Drivers.read(SignatureForge.by(leaf).sign(amd)).secureBoot())
        .isEqualTo(SecureBoot.CA_2011_OR_2023);
    assertThat(Drivers.read(SignatureForge.own().sign(DRIVER)).secureBoot())
        .isEqualTo(SecureBoot.CA_OTHER);
    assertThat(Drivers.read(altered).secureBoot()).isEqualTo(SecureBoot.DIGEST);
    assertThat(Drivers.read(DRIVER).secureBoot()).isEqualTo(SecureBoot.DIGEST);
    assertThat(Drivers.read(Arrays.copyOf(DRIVER, 0x300)).secureBoot())
        .isEqualTo(SecureBoot.NOWHERE);
  }

  @ParameterizedTest
  @EnumSource
  void everyReasonForHavingNoDigestIsTold(AuthenticodeDigest.Reason reason) {
    Authenticode none =
        new Authenticode(new AuthenticodeDigest.None(reason), false, List.of(), List.of());
    assertThat(none.findings(new Range(0, 0)))
        .singleElement()
        .satisfies(finding -> assertThat(finding.message()).matches(".*digest: [a-z].*\\."));
  }

  @Test
  void namesInReportsAreTheirOwn() {
    assertThat(List.of(MicrosoftCa.values())).extracting(MicrosoftCa::id).doesNotHaveDuplicates();
    assertThat(List.of(SecureBoot.values())).extracting(SecureBoot::id).doesNotHaveDuplicates();
    assertThat(List.of(TimeStamp.Kind.values()))
        .extracting(TimeStamp.Kind::id)
        .containsExactly("rfc3161", "counter-signature");
  }

  @Test
  void findingsStandWhereTheDriverDoes() {
    byte[] file = SignatureForge.own().sign(DRIVER);
    file[0x200] ^= 1;
    Range place = new Range(0x1234, 56);
    assertThat(Drivers.read(file).findings(place))
        .allMatch(finding -> finding.range().equals(place))
        .extracting(Finding::code)
        .containsExactly(FindingCode.SIG_BROKEN, FindingCode.SIG_CA_OTHER);
  }

  private static byte[] rsa(BigInteger modulus, BigInteger exponent) {
    return Der.sequence(
        Der.sequence(Der.oid("1.2.840.113549.1.1.1"), Der.none()),
        Der.bits(Der.sequence(Der.integer(modulus), Der.integer(exponent))));
  }

  private static List<SignatureProblem> problems(SignatureForge forge) {
    return Drivers.read(forge.sign(DRIVER)).problems();
  }

  private static AuthenticodeSignature only(Authenticode read) {
    assertThat(read.signatures()).hasSize(1);
    return read.signatures().get(0);
  }

  private static List<Check> checks(byte[] file) {
    AuthenticodeSignature signature = only(Drivers.read(file));
    return List.of(signature.digest(), signature.attributes(), signature.signature());
  }

  private static String messages(byte[] file) {
    return Drivers.read(file).findings(new Range(0, 0)).toString()
        + Drivers.read(file).findings(new Range(0, 0)).get(0).message();
  }

  private static List<FindingCode> codes(Authenticode read) {
    return read.findings(new Range(0, 0)).stream().map(Finding::code).toList();
  }
}
