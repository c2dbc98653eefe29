package io.github.romparser.sign;

import io.github.romparser.bytes.Slice;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Digests of a file by which people compare it with what they find elsewhere, as lower-case hex
 * digits. Collections of VBIOS files give MD5 and SHA-1.
 *
 * @param sha256 64 digits
 * @param sha1 40 digits
 * @param md5 32 digits
 */
public record FileDigests(String sha256, String sha1, String md5) {

  /**
   * {@return the digests of all bytes of the view}
   *
   * @param bytes what to digest; an empty view has digests too
   * @throws IllegalStateException if this Java does not have MD5; every JDK has it
   */
  public static FileDigests of(Slice bytes) {
    MessageDigest md5;
    try {
      md5 = MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      // Every JDK has it, though not every Java platform must.
      throw new IllegalStateException(e);
    }
    bytes.update(md5);
    return new FileDigests(
        Sha256.hex(bytes),
        DigestAlgorithm.SHA1.hex(List.of(bytes)),
        HexFormat.of().formatHex(md5.digest()));
  }
}
