package io.github.romparser.testdata;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.RSAPrivateCrtKeySpec;

/**
 * RSA keys of 2048 bits, made for these tests and published here: nothing may ever trust them. RSA
 * signatures with PKCS #1 padding hold no random bytes, so every build gives the same.
 */
public enum TestKey {
  /** Of the CA. */
  CA(
      "d72f3312a5642ac0967a12c4203e0303bdad2eef6352f99dbd25e4d3650075bf"
          + "c19d97d0c6f13f60aade5e83a5adb3149060eaba431f712c3a0d5be483a40e2e"
          + "b4f7e397c6eaa1fad49c960c3cd15b6ca4c3ab831177aa230c0893e6003e1d16"
          + "e3fb6ce152938469d52f46d3c218be92baf01611d99c4661be33353646141d93",
      "d1def797237e35cd9f9c219625f5d7572f6d9f147f986f77429ebf175412fb3f"
          + "5f2b00099f9d05a69b61a306aa0c1983bad653f9aa9c8fd4dffb6d4a27bfe11b"
          + "00dbcd756be28fa5535a2c68762df3d21cc968eb02003730e3b4311bc4e01b75"
          + "cb31857aa4150f112bc7ab9e2b6140a7172b4638acbc25f791ebe3cee528c1b7"),
  /** Of whoever signs drivers. */
  SIGNER(
      "bba0080570cfaed0586d5762a735b44762ddeccdabda5ccda3f6c3c93b3d4cce"
          + "40869063134cca585f8bb9a286a766b880d677bc2b75371c844c7ad03c88f5a9"
          + "fbaa0e3180780982ea3c1344dab8628db5a4710b9f3e14c097d5abc7c3d9c673"
          + "180dfc435bb222bf447486bcec3dded40ba154c95166bfb142a43c01ddc752d7",
      "b62ae490fb586771773b44cc70e356132c56ad1856be8eef738ff51d148d6319"
          + "b643d85e375d5f8dd627bbc5afb08519576c821a0a79db10834a833ffdc8593a"
          + "efb89ceeac227d37f73bcf22b39d822ec342b861d4f73703b2273f58c88ce681"
          + "b72ce5522f70657f8ee45a1981d4d3e2ac7500554685cbbf0b6c18ae681ca42b");

  private static final BigInteger EXPONENT = BigInteger.valueOf(65537);

  private final BigInteger p;
  private final BigInteger q;

  TestKey(String p, String q) {
    this.p = new BigInteger(p, 16);
    this.q = new BigInteger(q, 16);
  }

  /** The modulus. */
  public BigInteger modulus() {
    return p.multiply(q);
  }

  /** SubjectPublicKeyInfo, DER (RFC 3279 §2.3.1). */
  public byte[] publicKey() {
    return Der.sequence(
        Der.sequence(Der.oid("1.2.840.113549.1.1.1"), Der.none()),
        Der.bits(Der.sequence(Der.integer(modulus()), Der.integer(EXPONENT))));
  }

  /** PrivateKeyInfo, DER (RFC 5208 §5), for tools that read keys from files. */
  public byte[] privateKey() {
    BigInteger one = BigInteger.ONE;
    BigInteger d = secret();
    return Der.sequence(
        Der.integer(BigInteger.ZERO),
        Der.sequence(Der.oid("1.2.840.113549.1.1.1"), Der.none()),
        Der.octets(
            Der.sequence(
                Der.integer(BigInteger.ZERO),
                Der.integer(modulus()),
                Der.integer(EXPONENT),
                Der.integer(d),
                Der.integer(p),
                Der.integer(q),
                Der.integer(d.mod(p.subtract(one))),
                Der.integer(d.mod(q.subtract(one))),
                Der.integer(q.modInverse(p)))));
  }

  /**
   * Signs.
   *
   * @param digest its name in Java without a hyphen, such as {@code SHA256}
   */
  public byte[] sign(String digest, byte[] data) {
    try {
      PrivateKey key = KeyFactory.getInstance("RSA").generatePrivate(primes());
      Signature signature = Signature.getInstance(digest + "withRSA");
      signature.initSign(key);
      signature.update(data);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** With both primes, which makes signing four times as fast as with the secret exponent alone. */
  private RSAPrivateCrtKeySpec primes() {
    BigInteger one = BigInteger.ONE;
    BigInteger d = secret();
    return new RSAPrivateCrtKeySpec(
        modulus(),
        EXPONENT,
        d,
        p,
        q,
        d.mod(p.subtract(one)),
        d.mod(q.subtract(one)),
        q.modInverse(p));
  }

  private BigInteger secret() {
    BigInteger one = BigInteger.ONE;
    return EXPONENT.modInverse(p.subtract(one).multiply(q.subtract(one)));
  }
}
