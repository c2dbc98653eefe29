package io.github.romparser.extract.codec;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.OverAllowance;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/** Bytes that grow as they are decoded, and never beyond what is allowed. */
public final class BoundedOutput extends OutputStream {

  private static final int FIRST = 1 << 16;
  private static final int PIECE = 1 << 16;
  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  private final Allowance allowance;
  private final long most;
  private byte[] bytes = new byte[0];
  private int length;

  /**
   * With the allowance's own limit.
   *
   * @param allowance says how many bytes there may be, and is asked for the memory they take
   */
  public BoundedOutput(Allowance allowance) {
    this(allowance, allowance.most());
  }

  /**
   * With a limit below the allowance's own.
   *
   * @param allowance is asked for the memory that the bytes take; its own limit holds where it is
   *     lower
   * @param most how many bytes there may be
   */
  public BoundedOutput(Allowance allowance, long most) {
    this.allowance = allowance;
    this.most = Math.min(Math.min(most, allowance.most()), LARGEST_ARRAY);
  }

  @Override
  public void write(int value) {
    room(1);
    bytes[length++] = (byte) value;
  }

  @Override
  public void write(byte[] source, int from, int count) {
    room(count);
    System.arraycopy(source, from, bytes, length, count);
    length += count;
  }

  /**
   * Writes bytes again that were written before; what is written here may be among them.
   *
   * @param distance how far back they begin, in bytes
   * @param count how many
   * @throws IllegalArgumentException if they would begin before the first byte
   */
  public void repeat(int distance, long count) {
    if (distance < 1 || distance > length || count < 0) {
      throw new IllegalArgumentException(count + " bytes from " + distance + " bytes back");
    }
    room(count);
    int start = length - distance;
    int left = (int) count;
    while (left > 0) {
      // What was copied continues the pattern, so that the stretch can double.
      int n = Math.min(left, length - start);
      System.arraycopy(bytes, start, bytes, length, n);
      length += n;
      left -= n;
    }
  }

  /** {@return how many bytes were written so far} */
  public int length() {
    return length;
  }

  /**
   * Takes everything that a stream gives. What was taken before the stream failed stays.
   *
   * @param in read up to its end, and left open
   * @throws IOException as the stream throws it
   */
  public void drain(InputStream in) throws IOException {
    byte[] piece = new byte[PIECE];
    for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
      allowance.work(n);
      write(piece, 0, n);
    }
  }

  /** {@return all bytes, at offset 0} Nothing may be written afterwards. */
  public Slice toSlice() {
    return Slice.of(length == bytes.length ? bytes : Arrays.copyOf(bytes, length));
  }

  private void room(long more) {
    long needed = length + more;
    if (needed > most) {
      throw new OverAllowance(
          OverAllowance.Kind.BYTES, "more than " + most + " bytes after decoding");
    }
    if (needed > bytes.length) {
      long size = Math.min(most, Math.max(needed, Math.max(FIRST, bytes.length * 2L)));
      allowance.take(size - bytes.length);
      bytes = Arrays.copyOf(bytes, (int) size);
    }
  }
}
