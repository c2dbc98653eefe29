package io.github.romparser.sign;

import io.github.romparser.bytes.Slice;
import java.io.IOException;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;

/** What is read of BouncyCastle's certificates. */
final class X509 {

  /** How far a chain is followed; real ones have three certificates. */
  static final int MOST_STEPS = 8;

  private X509() {}

  static SignerCertificate of(X509CertificateHolder certificate) throws IOException {
    String serial = certificate.getSerialNumber().toString(16);
    return new SignerCertificate(
        name(certificate.getSubject()),
        name(certificate.getIssuer()),
        serial.substring(Math.max(0, serial.length() - SignerCertificate.MOST_CHARACTERS)),
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant(),
        Slice.of(certificate.getEncoded()));
  }

  /** Whose certificate one of them stands under: the first of Microsoft's CAs on the way up. */
  static MicrosoftCa authority(int own, List<X509CertificateHolder> certificates) {
    int at = own;
    for (int step = 0; step < MOST_STEPS && at >= 0; step++) {
      X509CertificateHolder certificate = certificates.get(at);
      Optional<MicrosoftCa> ca = MicrosoftCa.named(name(certificate.getIssuer()));
      if (ca.isPresent()) {
        return ca.get();
      }
      at = -1;
      for (int i = 0; i < certificates.size() && at < 0; i++) {
        at = names(certificates.get(i), certificate) ? i : -1;
      }
    }
    return MicrosoftCa.OTHER;
  }

  /** Whether one certificate calls itself what the other's issuer is called. */
  static boolean names(X509CertificateHolder issuer, X509CertificateHolder certificate) {
    try {
      return Arrays.equals(issuer.getSubject().getEncoded(), certificate.getIssuer().getEncoded());
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether a certificate was signed with the key of another. */
  static boolean signed(X509CertificateHolder issuer, X509CertificateHolder certificate) {
    Optional<PublicKey> key = PublicKeys.of(issuer.getSubjectPublicKeyInfo());
    if (key.isEmpty()) {
      return false;
    }
    try {
      return certificate.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key.get()));
    } catch (CertException | OperatorCreationException | RuntimeException e) {
      return false;
    }
  }

  /** The common name, or the whole name if there is none. */
  private static String name(X500Name name) {
    RDN[] common = name.getRDNs(BCStyle.CN);
    String text =
        common.length == 0
            ? name.toString()
            : IETFUtils.valueToString(common[0].getFirst().getValue());
    return text.length() <= SignerCertificate.MOST_CHARACTERS
        ? text
        : text.substring(0, SignerCertificate.MOST_CHARACTERS);
  }
}
