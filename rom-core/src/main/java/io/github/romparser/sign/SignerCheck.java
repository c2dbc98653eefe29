package io.github.romparser.sign;

import io.github.romparser.bytes.Slice;
import io.github.romparser.sign.AuthenticodeSignature.Check;
import java.io.IOException;
import java.io.OutputStream;
import java.security.PublicKey;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.ContentVerifier;
import org.bouncycastle.operator.OperatorCreationException;

/** Whether a signer's signature was made with the key of a certificate. */
final class SignerCheck {

  private final SignerInfo signer;

  SignerCheck(SignerInfo signer) {
    this.signer = signer;
  }

  /**
   * Checks.
   *
   * @param content what was signed, if there are no signed attributes
   */
  Check against(X509CertificateHolder certificate, Slice content) {
    Optional<PublicKey> key = PublicKeys.of(certificate.getSubjectPublicKeyInfo());
    if (key.isEmpty()) {
      return Check.UNCHECKED;
    }
    try {
      ContentVerifier verifier =
          new JcaSimpleSignerInfoVerifierBuilder()
              .build(key.get())
              .getContentVerifier(
                  signer.getDigestEncryptionAlgorithm(), signer.getDigestAlgorithm());
      try (OutputStream out = verifier.getOutputStream()) {
        out.write(signed(content));
      }
      return Check.of(verifier.verify(signer.getEncryptedDigest().getOctets()));
    } catch (OperatorCreationException e) {
      // No such algorithm, or not with such a key.
      return Check.UNCHECKED;
    } catch (RuntimeException | IOException e) {
      // Java throws at signatures that cannot be ones, such as those of a wrong length.
      return Check.BROKEN;
    }
  }

  /**
   * What the signature is over: the attributes as a SET (RFC 2315 §9.3), in the order in which they
   * stand. Sorting them, as an encoder of DER would, costs time that grows with their square.
   */
  private byte[] signed(Slice content) throws IOException {
    ASN1Set attributes = signer.getAuthenticatedAttributes();
    return attributes == null ? content.toByteArray() : attributes.getEncoded(ASN1Encoding.DL);
  }
}
