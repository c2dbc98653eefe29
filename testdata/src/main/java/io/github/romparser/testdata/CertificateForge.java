package io.github.romparser.testdata;

import java.math.BigInteger;
import java.time.Instant;

/**
 * Builds certificates (RFC 5280 §4.1), signed with the CA's key. The setters change this builder
 * and return it.
 */
public final class CertificateForge {
  /** Common name of the CA, where no other is asked for. */
  public static final String CA = "Forged test CA";

  private static final String SHA256_WITH_RSA = "1.2.840.113549.1.1.11";

  private final String subject;
  private final TestKey key;
  private final boolean authority;
  private String issuer = CA;
  private BigInteger serial = BigInteger.TWO;
  private Instant from = Instant.parse("2024-01-02T03:04:05Z");
  private Instant to = Instant.parse("2025-01-02T03:04:05Z");
  private byte[] publicKey;

  private CertificateForge(String subject, TestKey key, boolean authority) {
    this.subject = subject;
    this.key = key;
    this.authority = authority;
    this.publicKey = key.publicKey();
  }

  /** The certificate of somebody who signs drivers. */
  public static CertificateForge signer(String commonName) {
    return new CertificateForge(commonName, TestKey.SIGNER, false);
  }

  /** The certificate of a CA, which is its own issuer and lasts from 2011 to 2026. */
  public static CertificateForge authority(String commonName) {
    CertificateForge forge = new CertificateForge(commonName, TestKey.CA, true);
    return forge
        .issuer(commonName)
        .serial(BigInteger.ONE)
        .valid(Instant.parse("2011-06-27T21:22:45Z"), Instant.parse("2026-06-27T21:32:45Z"));
  }

  /** Common name of the issuer. */
  public CertificateForge issuer(String commonName) {
    this.issuer = commonName;
    return this;
  }

  /** The serial number. */
  public CertificateForge serial(BigInteger serial) {
    this.serial = serial;
    return this;
  }

  /** The validity. */
  public CertificateForge valid(Instant from, Instant to) {
    this.from = from;
    this.to = to;
    return this;
  }

  /** Another SubjectPublicKeyInfo than that of the signer's key. */
  public CertificateForge publicKey(byte[] publicKey) {
    this.publicKey = publicKey.clone();
    return this;
  }

  /** A name with a common name alone. */
  static byte[] name(String commonName) {
    return Der.sequence(Der.set(Der.sequence(Der.oid("2.5.4.3"), Der.utf8(commonName))));
  }

  /** IssuerAndSerialNumber, by which signatures name it. */
  byte[] reference() {
    return Der.sequence(name(issuer), Der.integer(serial));
  }

  /** Whose key belongs to it. */
  TestKey key() {
    return key;
  }

  /** The certificate, DER. */
  public byte[] build() {
    byte[] algorithm = Der.sequence(Der.oid(SHA256_WITH_RSA), Der.none());
    byte[] constraints =
        authority ? Der.sequence(Der.tag(0x01, new byte[] {(byte) 0xFF})) : Der.sequence();
    byte[] extensions =
        Der.sequence(
            Der.sequence(
                Der.oid("2.5.29.19"),
                Der.tag(0x01, new byte[] {(byte) 0xFF}), // critical
                Der.octets(constraints)));
    byte[] body =
        Der.sequence(
            Der.tag(0xA0, Der.integer(BigInteger.TWO)), // version 3
            Der.integer(serial),
            algorithm,
            name(issuer),
            Der.sequence(Der.utcTime(from), Der.utcTime(to)),
            name(subject),
            publicKey,
            Der.tag(0xA3, extensions));
    return Der.sequence(body, algorithm, Der.bits(TestKey.CA.sign("SHA256", body)));
  }
}
