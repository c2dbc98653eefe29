package io.github.romparser.sign;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.testdata.CertificateForge;
import io.github.romparser.testdata.PeForge;
import io.github.romparser.testdata.SignatureForge;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether a signature stands under a CA, whatever the time. */
class CaCertificatesTest {

  private static final byte[] DRIVER = PeForge.x64().build();
  private static final byte[] ROOT = CertificateForge.authority(CertificateForge.CA).build();

  @Test
  void theIssuerVouches() {
    AuthenticodeSignature own = signature(SignatureForge.own());
    AuthenticodeSignature alone =
        signature(SignatureForge.by(CertificateForge.signer("Forged driver publisher")));
    CaCertificates root = CaCertificates.read(Slice.of(ROOT)).orElseThrow();
    assertThat(root.vouchFor(own)).isTrue();
    assertThat(root.vouchFor(alone)).isTrue();
    assertThat(root.vouchFor(signature(SignatureForge.own().withoutCertificates()))).isFalse();
  }

  @Test
  void theSignersOwnCertificateVouches() {
    byte[] leaf = own().signer().orElseThrow().encoded().toByteArray();
    assertThat(CaCertificates.read(Slice.of(leaf)).orElseThrow().vouchFor(own())).isTrue();
  }

  @Test
  void acrossAnotherCertificate() {
    CertificateForge leaf = CertificateForge.signer("Forged publisher").issuer("Between");
    CertificateForge between = CertificateForge.authority("Between").issuer(CertificateForge.CA);
    CaCertificates root = CaCertificates.read(Slice.of(ROOT)).orElseThrow();
    assertThat(root.vouchFor(signature(SignatureForge.by(leaf).with(between)))).isTrue();
    assertThat(root.vouchFor(signature(SignatureForge.by(leaf)))).isFalse();
  }

  @Test
  void theSameNameIsNotEnough() {
    // It calls itself the issuer, but has another key.
    byte[] impostor = CertificateForge.signer(CertificateForge.CA).build();
    byte[] other = CertificateForge.authority("Other CA").build();
    assertThat(CaCertificates.read(Slice.of(impostor)).orElseThrow().vouchFor(own())).isFalse();
    assertThat(CaCertificates.read(Slice.of(other)).orElseThrow().vouchFor(own())).isFalse();
  }

  @Test
  void severalInPem() {
    byte[] other = CertificateForge.authority("Other CA").build();
    String text = "A comment\n" + pem(other) + pem(ROOT);
    Slice file = Slice.of(text.getBytes(StandardCharsets.US_ASCII));
    assertThat(CaCertificates.read(file).orElseThrow().vouchFor(own())).isTrue();
    assertThat(CaCertificates.read(file.slice(0, file.length() - 10))).isEmpty();
  }

  @Test
  void whatIsNoCertificate() {
    for (String text :
        List.of(
            "",
            "hello",
            "-----BEGIN CERTIFICATE-----",
            "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
            "-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n",
            pem(ROOT).repeat(65))) {
      Slice file = Slice.of(text.getBytes(StandardCharsets.US_ASCII));
      assertThat(CaCertificates.read(file)).isEmpty();
    }
    for (int length = 0; length < ROOT.length; length++) {
      assertThat(CaCertificates.read(Slice.of(ROOT).slice(0, length))).isEmpty();
    }
  }

  @Test
  void aRingOfCertificatesEnds() {
    SignatureForge forge = SignatureForge.by(CertificateForge.signer("A").issuer("B"));
    for (int i = 0; i < 60; i++) {
      forge
          .with(CertificateForge.authority("B").issuer("C").serial(java.math.BigInteger.valueOf(i)))
          .with(
              CertificateForge.authority("C").issuer("B").serial(java.math.BigInteger.valueOf(i)));
    }
    assertThat(CaCertificates.read(Slice.of(ROOT)).orElseThrow().vouchFor(signature(forge)))
        .isFalse();
  }

  private static AuthenticodeSignature own() {
    return signature(SignatureForge.own());
  }

  private static AuthenticodeSignature signature(SignatureForge forge) {
    return Drivers.read(forge.sign(DRIVER)).signatures().get(0);
  }

  private static String pem(byte[] certificate) {
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder().encodeToString(certificate)
        + "\n-----END CERTIFICATE-----\n";
  }
}
