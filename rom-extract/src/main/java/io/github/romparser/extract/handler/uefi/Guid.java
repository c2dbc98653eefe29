package io.github.romparser.extract.handler.uefi;

import io.github.romparser.bytes.Slice;
import java.util.UUID;

/**
 * A GUID as firmware stores it: 16 bytes, the first three fields little-endian (UEFI 2.10 appendix
 * A).
 *
 * @param high the first three fields, as a number
 * @param low the other eight bytes, as a number
 */
public record Guid(long high, long low) {

  /** In bytes. */
  public static final int LENGTH = 16;

  /**
   * {@return the GUID of a text}
   *
   * @param text such as {@code 8c8ce578-8a3d-4f1c-9935-896185c32dd3}, in either case
   * @throws IllegalArgumentException if it is none
   */
  public static Guid of(String text) {
    UUID uuid = UUID.fromString(text);
    return new Guid(uuid.getMostSignificantBits(), uuid.getLeastSignificantBits());
  }

  /**
   * {@return the GUID at a place}
   *
   * @param bytes have to have {@link #LENGTH} bytes there
   * @param at where it begins, in bytes from the start of the view
   * @throws IndexOutOfBoundsException if it does not lie wholly inside
   */
  public static Guid read(Slice bytes, long at) {
    return new Guid(
        bytes.u32(at) << 32 | (long) bytes.u16(at + 4) << 16 | bytes.u16(at + 6),
        bytes.be32(at + 8) << 32 | bytes.be32(at + 12));
  }

  /**
   * {@return the 16 bytes in the order of the file, as 32 hex digits in lower case, for a magic}
   */
  public String stored() {
    String digits = toString().replace("-", "");
    return swapped(digits.substring(0, 8))
        + swapped(digits.substring(8, 12))
        + swapped(digits.substring(12, 16))
        + digits.substring(16);
  }

  private static String swapped(String digits) {
    StringBuilder swapped = new StringBuilder();
    for (int i = digits.length() - 2; i >= 0; i -= 2) {
      swapped.append(digits, i, i + 2);
    }
    return swapped.toString();
  }

  /** The usual text, in lower case. */
  @Override
  public String toString() {
    return new UUID(high, low).toString();
  }
}
