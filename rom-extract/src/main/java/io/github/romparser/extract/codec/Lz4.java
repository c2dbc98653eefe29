package io.github.romparser.extract.codec;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Decoded;
import io.github.romparser.extract.spi.Trouble;
import java.util.Optional;

/**
 * LZ4 frames, as coreboot packs files with them (LZ4 frame format 1.6 and block format; coreboot
 * src/commonlib/bsd/lz4_wrapper.c). Their checksums are not looked at, as coreboot does not.
 */
public final class Lz4 {

  /** The first four bytes of a frame, little-endian. */
  public static final long MAGIC = 0x184d_2204L;

  private static final int MAGIC_LENGTH = 4;

  /** Magic, flags, largest block, checksum of both. */
  private static final int FRAME_HEADER = MAGIC_LENGTH + 3;

  private static final int VERSION_MASK = 0xc0;
  private static final int VERSION = 0x40;
  private static final int BLOCK_CHECKSUM = 0x10;
  private static final int CONTENT_SIZE = 0x08;
  private static final int DICTIONARY = 0x01;

  /** Bit of a block's length that says that it is stored. */
  private static final long STORED = 0x8000_0000L;

  private static final int LEAST_MATCH = 4;
  private static final int MORE = 15;

  private final Slice in;
  private final BoundedOutput out;
  private final Allowance allowance;
  private long at;

  private Lz4(Slice in, Allowance allowance) {
    this.in = in;
    this.out = new BoundedOutput(allowance);
    this.allowance = allowance;
  }

  /**
   * Decodes one frame.
   *
   * @param frame begins with {@link #MAGIC} and may go on behind the end mark
   * @param allowance limits the output, and is told of the work block by block
   * @return all bytes, or those in front of what is missing or wrong, with the trouble
   */
  public static Decoded decode(Slice frame, Allowance allowance) {
    Lz4 lz4 = new Lz4(frame, allowance);
    Optional<Trouble> trouble = lz4.frame();
    return new Decoded(lz4.out.toSlice(), trouble);
  }

  private Optional<Trouble> frame() {
    if (!in.has(0, FRAME_HEADER) || in.u32(0) != MAGIC) {
      return trouble(Trouble.Reason.DAMAGED, "no LZ4 frame");
    }
    int flags = in.u8(MAGIC_LENGTH);
    if ((flags & VERSION_MASK) != VERSION || (flags & DICTIONARY) != 0) {
      return trouble(Trouble.Reason.UNSUPPORTED, "LZ4 flags " + flags);
    }
    at = FRAME_HEADER;
    if ((flags & CONTENT_SIZE) != 0) {
      at += Long.BYTES;
    }
    while (in.has(at, Integer.BYTES)) {
      long header = in.u32(at);
      at += Integer.BYTES;
      if (header == 0) {
        return Optional.empty();
      }
      long length = header & ~STORED;
      Slice block = in.clamp(at, length);
      allowance.work(block.length());
      if ((header & STORED) != 0) {
        block.within(
            (array, from, to) -> {
              out.write(array, from, to - from);
              return out;
            });
      } else if (!block(block)) {
        return trouble(Trouble.Reason.DAMAGED, "LZ4 block");
      }
      at += length;
      if ((flags & BLOCK_CHECKSUM) != 0) {
        at += Integer.BYTES;
      }
    }
    return trouble(Trouble.Reason.TRUNCATED, "LZ4 frame");
  }

  private Optional<Trouble> trouble(Trouble.Reason reason, String detail) {
    return Optional.of(new Trouble(reason, in.offset() + Math.min(at, in.length()), detail));
  }

  /** Whether a block could be decoded wholly. */
  private boolean block(Slice block) {
    Position position = new Position(block);
    while (true) {
      if (!position.has(1)) {
        return false;
      }
      int token = position.next();
      long literals = position.length(token >>> 4);
      if (!position.has(literals)) {
        return false;
      }
      position.copy(literals);
      if (!position.has(1)) {
        // A block ends behind literals.
        return true;
      }
      if (!position.has(2)) {
        return false;
      }
      int distance = position.next() | position.next() << 8;
      long match = position.length(token & MORE) + LEAST_MATCH;
      if (match < LEAST_MATCH || distance == 0 || distance > out.length()) {
        return false;
      }
      allowance.work(match);
      out.repeat(distance, match);
    }
  }

  /** A place in a block. */
  private final class Position {
    private final Slice block;
    private int next;

    Position(Slice block) {
      this.block = block;
    }

    boolean has(long count) {
      return block.has(next, count);
    }

    int next() {
      return block.u8(next++);
    }

    /** A length that goes on in further bytes; negative if the block ends first. */
    long length(int first) {
      long length = first;
      if (first == MORE) {
        int more;
        do {
          if (!has(1)) {
            return Long.MIN_VALUE;
          }
          more = next();
          length += more;
        } while (more == 0xff);
      }
      return length;
    }

    void copy(long count) {
      int start = next;
      block.within(
          (array, from, to) -> {
            out.write(array, from + start, (int) count);
            return out;
          });
      next += (int) count;
    }
  }
}
