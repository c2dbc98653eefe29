package io.github.romparser.sign;

import io.github.romparser.bytes.Slice;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4) of a view of bytes, as 64 lower-case hex digits. */
public final class Sha256 {

  private Sha256() {}

  /**
   * The digest of all bytes of the view.
   *
   * @param bytes what to digest; an empty view has a digest too
   * @return 64 lower-case hex digits
   */
  public static String hex(Slice bytes) {
    MessageDigest digest = digest();
    bytes.update(digest);
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * Has Java look for the algorithm, so that the first digest of a program need not wait for it.
   * May be called from any thread; nobody has to.
   */
  public static void load() {
    digest().digest();
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      // Every Java platform has to have it (java.security.MessageDigest, class comment).
      throw new IllegalStateException(e);
    }
  }
}
