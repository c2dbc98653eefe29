package io.github.romparser.extract.codec;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Decoded;
import io.github.romparser.extract.spi.Trouble;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Deflate without a frame around it (RFC 1951), with Java's own decoder. */
public final class RawDeflate {

  private static final int PIECE = 1 << 16;

  /** How a stream ends. */
  public enum Ending {
    /** With its own end mark. */
    DONE,
    /** The input ends first. */
    TRUNCATED,
    /** With something that is no deflate stream. */
    DAMAGED,
    /** It goes on, but no more was wanted. */
    ENOUGH
  }

  /**
   * A stream that was gone through.
   *
   * @param consumed how many bytes it takes; up to what is wrong if something is
   * @param produced how many bytes it gives
   * @param crc32 their CRC-32
   * @param ending how it ends
   */
  public record Run(long consumed, long produced, long crc32, Ending ending) {}

  private interface Sink {
    void write(byte[] bytes, int count);
  }

  private RawDeflate() {}

  /**
   * Decodes one stream.
   *
   * @param deflated begins with the stream and may go on behind its end
   * @param allowance limits the output
   * @return all bytes, or those in front of what is missing or wrong, with the trouble
   */
  public static Decoded decode(Slice deflated, Allowance allowance) {
    BoundedOutput out = new BoundedOutput(allowance);
    Run run = into(deflated, out, allowance);
    return switch (run.ending()) {
      case DONE -> Decoded.of(out.toSlice());
      case TRUNCATED ->
          Decoded.partly(
              out.toSlice(),
              new Trouble(Trouble.Reason.TRUNCATED, deflated.end(), "deflate stream"));
      case DAMAGED, ENOUGH ->
          Decoded.partly(
              out.toSlice(),
              new Trouble(
                  Trouble.Reason.DAMAGED, deflated.offset() + run.consumed(), "deflate stream"));
    };
  }

  /**
   * Adds all bytes, or as many as can be had, to an output.
   *
   * @param deflated begins with the stream and may go on behind its end
   * @param out what they are added to, within its own limit
   * @param allowance is told of the work
   * @return how many bytes were read and added, and how the stream ends
   */
  public static Run into(Slice deflated, BoundedOutput out, Allowance allowance) {
    return run(deflated, Long.MAX_VALUE, (bytes, count) -> out.write(bytes, 0, count), allowance);
  }

  /**
   * Finds the end of a stream without keeping what it gives.
   *
   * @param deflated begins with the stream and may go on behind its end
   * @param most after how many bytes given to stop looking
   * @param allowance is told of the work; as no bytes are kept, its limit for them does not count
   * @return how long the stream is and what it gives; or {@link Ending#ENOUGH} as soon as it has
   *     given so many bytes or up to 64 KiB more, even if it ends there
   */
  public static Run measure(Slice deflated, long most, Allowance allowance) {
    return run(deflated, most, (bytes, count) -> {}, allowance);
  }

  private static Run run(Slice deflated, long most, Sink sink, Allowance allowance) {
    Inflater inflater = new Inflater(true);
    CRC32 crc = new CRC32();
    byte[] piece = new byte[(int) Math.min(PIECE, Math.max(512, deflated.length() * 4L))];
    long given = 0;
    try {
      deflated.within(
          (array, from, to) -> {
            inflater.setInput(array, from, to - from);
            return inflater;
          });
      while (inflater.getBytesWritten() < most) {
        int count = inflater.inflate(piece);
        if (count == 0) {
          return ended(inflater, crc, inflater.finished() ? Ending.DONE : Ending.TRUNCATED);
        }
        allowance.work(count);
        crc.update(piece, 0, count);
        sink.write(piece, count);
        given += count;
      }
      return ended(inflater, crc, Ending.ENOUGH);
    } catch (DataFormatException e) {
      // What it gave in this call, up to what is wrong, is there all the same.
      int count = (int) (inflater.getBytesWritten() - given);
      crc.update(piece, 0, count);
      sink.write(piece, count);
      return ended(inflater, crc, Ending.DAMAGED);
    } finally {
      inflater.end();
    }
  }

  private static Run ended(Inflater inflater, CRC32 crc, Ending ending) {
    return new Run(inflater.getBytesRead(), inflater.getBytesWritten(), crc.getValue(), ending);
  }
}
