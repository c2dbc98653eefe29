package io.github.romparser.sign;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * Makes keys of what certificates hold: RSA, and elliptic curves with a name. Whoever makes a file
 * may put into it a key so large that checking with it takes minutes, so there are limits.
 */
final class PublicKeys {

  /** The longest RSA modulus, in bits; Microsoft's have 2048 and 4096. */
  private static final int MOST_MODULUS_BITS = 8192;

  /** The longest RSA exponent, in bits; 65537 has 17. */
  private static final int MOST_EXPONENT_BITS = 64;

  /** The longest encoded key on a curve, in bytes; of P-521 it has 158. */
  private static final int MOST_CURVE_BYTES = 256;

  private PublicKeys() {}

  /** The key; empty if it is of another kind, too large, or none. */
  static Optional<PublicKey> of(SubjectPublicKeyInfo info) {
    try {
      AlgorithmIdentifier algorithm = info.getAlgorithm();
      if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)) {
        return rsa(RSAPublicKey.getInstance(info.parsePublicKey()));
      }
      byte[] encoded = info.getEncoded();
      if (algorithm.getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)
          && algorithm.getParameters() instanceof ASN1ObjectIdentifier
          && encoded.length <= MOST_CURVE_BYTES) {
        return Optional.of(
            KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(encoded)));
      }
      return Optional.empty();
    } catch (RuntimeException | IOException | GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private static Optional<PublicKey> rsa(RSAPublicKey key) throws GeneralSecurityException {
    BigInteger modulus = key.getModulus();
    BigInteger exponent = key.getPublicExponent();
    if (modulus.bitLength() > MOST_MODULUS_BITS || exponent.bitLength() > MOST_EXPONENT_BITS) {
      return Optional.empty();
    }
    return Optional.of(
        KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent)));
  }
}
