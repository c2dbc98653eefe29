package io.github.romparser.bytes;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.zip.CRC32C;

/**
 * An immutable, read-only view of bytes that knows its offset in the file it came from.
 *
 * <p>It has no position and no byte order: every read names its place, counted in bytes from the
 * start of this view, and its order ({@code u16} little-endian, {@code be16} big-endian). Unsigned
 * 16-bit values are {@code int}, unsigned 32-bit values {@code long}.
 *
 * <p>A read that does not fit throws {@link IndexOutOfBoundsException}, which is a mistake of the
 * caller and never a property of the input: ask {@link #has} first. Places are {@code long}, so
 * that sums of fields read from a file cannot overflow before they are checked.
 */
public final class Slice {

  /** The low byte of every 16-bit lane. */
  private static final long LOW_BYTES = 0x00ff_00ff_00ff_00ffL;

  private final byte[] array;
  private final int start;
  private final int length;
  private final long offset;

  /**
   * How many more bytes are added up one by one; for a few, {@link Words} takes too long to load.
   */
  private static int singly = 1 << 19;

  /** Views of eight bytes at a time. To set one up takes a new JVM some milliseconds. */
  private static final class Words {
    static final VarHandle LONG =
        MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  }

  private Slice(byte[] array, int start, int length, long offset) {
    this.array = array;
    this.start = start;
    this.length = length;
    this.offset = offset;
  }

  /**
   * {@return a view of a whole array, at offset 0}
   *
   * @param bytes not copied: nobody may change the array afterwards
   */
  public static Slice of(byte[] bytes) {
    return new Slice(bytes, 0, bytes.length, 0);
  }

  /** {@return how many bytes the view has} */
  public int length() {
    return length;
  }

  /** {@return where the view begins, in bytes from the start of the file} */
  public long offset() {
    return offset;
  }

  /** {@return where the view ends, in bytes from the start of the file: the first byte after it} */
  public long end() {
    return offset + length;
  }

  /** {@return the view as a range of the file} */
  public Range range() {
    return new Range(offset, length);
  }

  /**
   * {@return whether {@code count} bytes can be read at {@code at}; false for negative values}
   *
   * @param at place of the first byte, in bytes from the start of the view
   * @param count how many bytes; 0 of them can be read at the end of the view too
   */
  public boolean has(long at, long count) {
    return at >= 0 && count >= 0 && at <= length && count <= length - at;
  }

  /**
   * {@return the unsigned byte at a place: 0 to 255}
   *
   * @param at in bytes from the start of the view
   * @throws IndexOutOfBoundsException if it does not lie inside
   */
  public int u8(long at) {
    return array[index(at, 1)] & 0xff;
  }

  /**
   * {@return the unsigned little-endian 16-bit value at a place: 0 to 0xffff}
   *
   * @param at of its low byte, in bytes from the start of the view
   * @throws IndexOutOfBoundsException if its 2 bytes do not lie wholly inside
   */
  public int u16(long at) {
    int i = index(at, 2);
    return (array[i] & 0xff) | (array[i + 1] & 0xff) << 8;
  }

  /**
   * {@return the unsigned little-endian 32-bit value at a place: 0 to 0xffffffff}
   *
   * @param at of its lowest byte, in bytes from the start of the view
   * @throws IndexOutOfBoundsException if its 4 bytes do not lie wholly inside
   */
  public long u32(long at) {
    int i = index(at, 4);
    return ((array[i] & 0xff)
            | (array[i + 1] & 0xff) << 8
            | (array[i + 2] & 0xff) << 16
            | (array[i + 3] & 0xff) << 24)
        & 0xffff_ffffL;
  }

  /**
   * {@return the unsigned big-endian 16-bit value at a place: 0 to 0xffff}
   *
   * @param at of its high byte, in bytes from the start of the view
   * @throws IndexOutOfBoundsException if its 2 bytes do not lie wholly inside
   */
  public int be16(long at) {
    int i = index(at, 2);
    return (array[i] & 0xff) << 8 | (array[i + 1] & 0xff);
  }

  /**
   * {@return the unsigned big-endian 32-bit value at a place: 0 to 0xffffffff}
   *
   * @param at of its highest byte, in bytes from the start of the view
   * @throws IndexOutOfBoundsException if its 4 bytes do not lie wholly inside
   */
  public long be32(long at) {
    return (long) be16(at) << 16 | be16(at + 2);
  }

  /**
   * {@return a part of this view, which knows its own offset in the file} No byte is copied.
   *
   * @param at where the part begins, in bytes from the start of this view
   * @param count its length in bytes
   * @throws IndexOutOfBoundsException if it does not lie wholly inside
   */
  public Slice slice(long at, long count) {
    int i = index(at, count);
    return new Slice(array, i, (int) count, offset + at);
  }

  /**
   * {@return the part of this view from {@code at} on, at most {@code count} bytes, cut at its end}
   *
   * @param at in bytes from the start of this view; a negative one counts as 0, one behind the end
   *     as the end
   * @param count in bytes; a negative one counts as 0
   */
  public Slice clamp(long at, long count) {
    long from = Math.max(0, Math.min(at, length));
    return slice(from, Math.max(0, Math.min(count, length - from)));
  }

  /**
   * {@return the part of this view from {@code at} to its end; empty if {@code at} lies behind it}
   *
   * @param at in bytes from the start of this view; a negative one counts as 0
   */
  public Slice from(long at) {
    return clamp(at, length);
  }

  /**
   * {@return whether the bytes at {@code at} are the Latin-1 characters of {@code text}; false
   * where they do not all lie inside}
   *
   * @param at in bytes from the start of the view
   * @param text one byte a character, not closed by a NUL
   */
  public boolean startsWith(long at, String text) {
    if (!has(at, text.length())) {
      return false;
    }
    int i = start + (int) at;
    for (int k = 0; k < text.length(); k++) {
      if ((array[i + k] & 0xff) != text.charAt(k)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Finds the first place of a text at or after another place.
   *
   * @param text its Latin-1 characters, one byte each; not empty
   * @param from where to begin, in bytes from the start of the view; a negative one counts as 0
   * @return where its first character stands, in bytes from the start of the view, or -1 if it is
   *     nowhere
   * @throws IllegalArgumentException if the text is empty
   */
  public int indexOf(String text, long from) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("nothing to look for");
    }
    byte first = (byte) text.charAt(0);
    int end = start + length - text.length();
    for (int i = start + (int) Math.max(0, Math.min(from, length)); i <= end; i++) {
      if (array[i] == first && startsWith(i - start, text)) {
        return i - start;
      }
    }
    return -1;
  }

  /**
   * {@return the bytes at a place as Latin-1 text, a character each}
   *
   * @param at in bytes from the start of the view
   * @param count how many bytes
   * @throws IndexOutOfBoundsException if they do not lie wholly inside
   */
  public String latin1(long at, int count) {
    return new String(array, index(at, count), count, StandardCharsets.ISO_8859_1);
  }

  /**
   * Reads the printable ASCII characters, 0x20 to 0x7e, from a place on, up to the first byte that
   * is none.
   *
   * @param at in bytes from the start of the view
   * @param most how many at most
   * @return the text; empty where there is none, and where {@code at} is not inside of the view
   */
  public String ascii(long at, int most) {
    int count = 0;
    while (count < most && has(at + count, 1) && u8(at + count) >= ' ' && u8(at + count) < 0x7f) {
      count++;
    }
    return count == 0 ? "" : latin1(at, count);
  }

  /**
   * {@return the value that every byte of the view has, 0 to 255; empty where they differ or there
   * is none}
   */
  public OptionalInt fill() {
    if (length == 0) {
      return OptionalInt.empty();
    }
    byte first = array[start];
    // Comparing the view with itself, one byte further on, runs at the speed of memory.
    boolean same =
        Arrays.equals(array, start, start + length - 1, array, start + 1, start + length);
    return same ? OptionalInt.of(first & 0xff) : OptionalInt.empty();
  }

  /**
   * {@return the 8-bit sum of {@code count} bytes at {@code at}: 0 to 255, and 0 for no bytes}
   *
   * @param at of the first byte, in bytes from the start of the view
   * @param count how many bytes
   * @throws IndexOutOfBoundsException if they do not lie wholly inside
   */
  public int sum8(long at, long count) {
    int i = index(at, count);
    int end = i + (int) count;
    if (count < singly) {
      singly -= (int) count; // Threads that count past each other do no harm.
      return sum8(i, end, 0);
    }
    int last = end - Long.BYTES;
    int sum = 0;
    while (i <= last) {
      // Eight bytes at a time, in four 16-bit lanes; after 128 times two bytes they may be full.
      int stop = i + Math.min(last - i, 127 * Long.BYTES);
      long lanes = 0;
      for (; i <= stop; i += Long.BYTES) {
        long bytes = (long) Words.LONG.get(array, i);
        lanes += (bytes & LOW_BYTES) + (bytes >>> 8 & LOW_BYTES);
      }
      // Only the low bytes count, and without the high ones the product adds up all four.
      sum += (int) (((lanes & LOW_BYTES) * 0x0001_0001_0001_0001L) >>> 48);
    }
    return sum8(i, end, sum);
  }

  private int sum8(int from, int to, int before) {
    int sum = before;
    for (int i = from; i < to; i++) {
      sum += array[i];
    }
    return sum & 0xff;
  }

  /**
   * {@return whether both views hold the same bytes, as many and in the same order, wherever they
   * stand}
   *
   * @param other a view of the same or of another array
   */
  public boolean sameBytes(Slice other) {
    return Arrays.equals(
        array, start, start + length, other.array, other.start, other.start + other.length);
  }

  /**
   * {@return a hash of the bytes alone, their CRC-32C, whatever their offset; equal bytes have
   * equal hashes}
   */
  public int contentHash() {
    CRC32C crc = new CRC32C();
    crc.update(array, start, length);
    return (int) crc.getValue();
  }

  /**
   * Feeds all bytes of the view to a digest.
   *
   * @param digest which goes on from what it was fed before
   */
  public void update(MessageDigest digest) {
    digest.update(array, start, length);
  }

  /** {@return a copy of the bytes of the view, which the caller may change} */
  public byte[] toByteArray() {
    return Arrays.copyOfRange(array, start, start + length);
  }

  /**
   * Calls {@code reader} with the array behind this view, for loops that cannot afford a check a
   * byte. The array must not be written to.
   *
   * @param <T> what the reader makes of the bytes
   * @param reader called once, before this method returns
   * @return what the reader returned
   */
  public <T> T within(ArrayReader<T> reader) {
    return reader.read(array, start, start + length);
  }

  /**
   * What {@link #within} calls.
   *
   * @param <T> what it makes of the bytes
   */
  @FunctionalInterface
  public interface ArrayReader<T> {
    /**
     * Reads.
     *
     * @param array the array behind the view
     * @param from index of the view's first byte
     * @param to index after the view's last byte
     * @return what it makes of the bytes between
     */
    T read(byte[] array, int from, int to);
  }

  private int index(long at, long count) {
    if (!has(at, count)) {
      throw new IndexOutOfBoundsException(count + " bytes at " + at + " of " + length);
    }
    return start + (int) at;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Slice that && offset == that.offset && sameBytes(that);
  }

  @Override
  public int hashCode() {
    return Objects.hash(offset, length);
  }

  @Override
  public String toString() {
    return "Slice[0x" + Long.toHexString(offset) + ", " + length + " bytes]";
  }
}
