package io.github.romparser.sign;

import io.github.romparser.bytes.Slice;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The digests that Authenticode and TPM event logs use and every Java has (FIPS 180-4). */
public enum DigestAlgorithm {
  /** 160 bits; firmware may be built without it. */
  SHA1("sha1", "SHA-1", 20, "1.3.14.3.2.26", 0x0004),
  /** 256 bits; what signatures of option ROMs use. */
  SHA256("sha256", "SHA-256", 32, "2.16.840.1.101.3.4.2.1", 0x000b),
  /** 384 bits. */
  SHA384("sha384", "SHA-384", 48, "2.16.840.1.101.3.4.2.2", 0x000c),
  /** 512 bits. */
  SHA512("sha512", "SHA-512", 64, "2.16.840.1.101.3.4.2.3", 0x000d);

  private final String id;
  private final String title;
  private final int length;
  private final String oid;
  private final int tpmId;

  DigestAlgorithm(String id, String title, int length, String oid, int tpmId) {
    this.id = id;
    this.title = title;
    this.length = length;
    this.oid = oid;
    this.tpmId = tpmId;
  }

  /** {@return the name in reports, such as {@code sha256}} */
  public String id() {
    return id;
  }

  /** {@return the name as people and Java write it, such as {@code SHA-256}} */
  public String title() {
    return title;
  }

  /** {@return the length of a digest, in bytes} */
  public int length() {
    return length;
  }

  /**
   * {@return the object identifier in signatures (RFC 3370 §2.1, RFC 5754 §2), as numbers with
   * dots}
   */
  public String oid() {
    return oid;
  }

  /** {@return the number in event logs (TCG Algorithm Registry, TPM_ALG_ID)} */
  public int tpmId() {
    return tpmId;
  }

  /**
   * {@return the algorithm with an object identifier; empty if it is none of these}
   *
   * @param oid numbers with dots, as {@link #oid()} gives them
   */
  public static Optional<DigestAlgorithm> ofOid(String oid) {
    return List.of(values()).stream().filter(a -> a.oid.equals(oid)).findFirst();
  }

  /**
   * {@return the algorithm with a number in event logs; empty if it is none of these}
   *
   * @param id TPM_ALG_ID, as {@link #tpmId()} gives it
   */
  public static Optional<DigestAlgorithm> ofTpm(int id) {
    return List.of(values()).stream().filter(a -> a.tpmId == id).findFirst();
  }

  /**
   * {@return the digest of some views, one after the other, as lower-case hex digits, two a byte}
   *
   * @param parts what to digest; none at all has a digest too
   * @throws IllegalStateException if this Java does not have the algorithm; every JDK has all four
   */
  public String hex(List<Slice> parts) {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance(title);
    } catch (NoSuchAlgorithmException e) {
      // Only SHA-1 and SHA-256 are promised by java.security.MessageDigest; all JDKs have the rest.
      throw new IllegalStateException(e);
    }
    parts.forEach(part -> part.update(digest));
    return HexFormat.of().formatHex(digest.digest());
  }
}
