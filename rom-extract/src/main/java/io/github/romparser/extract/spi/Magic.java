package io.github.romparser.extract.spi;

import io.github.romparser.bytes.Slice;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Bytes by which a format is recognised.
 *
 * @param bytes the bytes: at least two; one suffices where they are looked for only where unknown
 *     bytes begin
 * @param before how many bytes of the format stand in front of them
 * @param anywhere whether they are looked for at every byte; otherwise only where unknown bytes
 *     begin
 * @param inside whether they stand at no fixed place of the format, which then is taken to begin
 *     where the unknown bytes begin that they are found in
 */
public record Magic(Slice bytes, int before, boolean anywhere, boolean inside) {

  /** The least length of what is looked for at every byte, in bytes. */
  public static final int SHORTEST = 2;

  /**
   * Checks the numbers of bytes.
   *
   * @param bytes at least {@link #SHORTEST} if they are looked for at every byte, else at least one
   * @param before how many bytes of the format stand in front of them; not negative
   * @param anywhere whether they are looked for at every byte
   * @param inside whether they stand at no fixed place of the format
   * @throws IllegalArgumentException if there are too few bytes, or {@code before} is negative
   */
  public Magic {
    if (bytes.length() < (anywhere ? SHORTEST : 1) || before < 0) {
      throw new IllegalArgumentException("a magic has at least two bytes");
    }
  }

  /**
   * Bytes at a fixed place of the format.
   *
   * @param bytes at least {@link #SHORTEST} if they are looked for at every byte, else at least one
   * @param before how many bytes of the format stand in front of them; not negative
   * @param anywhere whether they are looked for at every byte; otherwise only where unknown bytes
   *     begin
   * @throws IllegalArgumentException if there are too few bytes, or {@code before} is negative
   */
  public Magic(Slice bytes, int before, boolean anywhere) {
    this(bytes, before, anywhere, false);
  }

  /**
   * {@return a magic of Latin-1 characters at the start of the format, looked for at every byte}
   *
   * @param text at least two characters, each of which is one byte
   * @throws IllegalArgumentException if there are fewer than two
   */
  public static Magic text(String text) {
    return text(text, 0);
  }

  /**
   * {@return a magic of Latin-1 characters that stand {@code before} bytes behind the start of the
   * format, looked for at every byte}
   *
   * @param text at least two characters, each of which is one byte
   * @param before how many bytes of the format stand in front of them; not negative
   * @throws IllegalArgumentException if there are fewer than two, or {@code before} is negative
   */
  public static Magic text(String text, int before) {
    return new Magic(Slice.of(text.getBytes(StandardCharsets.ISO_8859_1)), before, true);
  }

  /**
   * {@return a magic of any bytes at the start of the format, looked for at every byte}
   *
   * @param digits two hex digits a byte, at least two bytes; spaces do not count
   * @throws IllegalArgumentException if there are fewer than two bytes, an odd number of digits or
   *     other characters
   */
  public static Magic hex(String digits) {
    return hex(digits, 0);
  }

  /**
   * {@return a magic of any bytes that stand {@code before} bytes behind the start of the format,
   * looked for at every byte}
   *
   * @param digits two hex digits a byte, at least two bytes; spaces do not count
   * @param before how many bytes of the format stand in front of them; not negative
   * @throws IllegalArgumentException if there are fewer than two bytes, an odd number of digits or
   *     other characters, or {@code before} is negative
   */
  public static Magic hex(String digits, int before) {
    return new Magic(Slice.of(HexFormat.of().parseHex(digits.replace(" ", ""))), before, true);
  }

  /**
   * Latin-1 characters that stand somewhere in a format without a mark at its start, such as the
   * image of a flash chip. Its {@link Handler#probe} is called once for the start of the unknown
   * bytes that they are found in, unless another container has them.
   *
   * @param text at least one character, each of which is one byte
   * @return a magic without a fixed place
   * @throws IllegalArgumentException if there is none
   */
  public static Magic inside(String text) {
    return new Magic(Slice.of(text.getBytes(StandardCharsets.ISO_8859_1)), 0, false, true);
  }

  /**
   * {@return the same bytes at a fixed place of the format, looked for only where unknown bytes
   * begin}
   */
  public Magic atStart() {
    return new Magic(bytes, before, false, false);
  }
}
