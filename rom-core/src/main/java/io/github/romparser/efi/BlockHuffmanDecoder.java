package io.github.romparser.efi;

import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.EfiDecompressor.Reason;
import java.util.Arrays;
import java.util.Optional;

/**
 * The machine behind both compressions of UEFI and behind LHA's -lh5- to -lh7-: blocks of symbols,
 * each block with its own codes; a symbol is a byte or the length of a repetition, which a second
 * code's symbol follows to say how far back (UEFI 2.10 §19; edk2 BaseUefiDecompressLib).
 *
 * <p>A block is a count of symbols (16 bits, 0 for 65536), the code lengths of three codes, and the
 * symbols. The first code writes the lengths of the second; the second is that of bytes and
 * lengths, the third that of positions.
 */
final class BlockHuffmanDecoder {

  /** Symbols below are bytes; the others lengths, the first one {@link #SHORTEST}. */
  private static final int BYTES = 256;

  private static final int SHORTEST = 3;

  /** 256 bytes, and the lengths 3 to 256. */
  private static final int SYMBOLS = BYTES + 254;

  private static final int SYMBOL_COUNT_BITS = 9;
  private static final int SYMBOL_LOOKUP = 12;

  /** Symbols of the code of code lengths: three for runs of zeros, then the lengths 1 to 16. */
  private static final int LENGTHS = 19;

  private static final int LENGTH_COUNT_BITS = 5;
  private static final int SMALL_LOOKUP = 8;

  /** After so many lengths of the code of code lengths, 2 bits count zeros. */
  private static final int ZEROS_AFTER = 3;

  private static final int NO_ZEROS = -1;

  /** Bits behind the end that are taken for zeros; more, and the stream is not whole. */
  private static final int GRACE = 64;

  /** The first allocation at most: so many times the input, and not less than a page. */
  private static final int USUAL_RATIO = 8;

  private static final int PAGE = 4096;

  private final int positionBits;
  private final BitSource in;
  private final int size;

  private final CodeTable lengthCode = new CodeTable(LENGTHS, SMALL_LOOKUP);
  private final CodeTable symbolCode = new CodeTable(SYMBOLS, SYMBOL_LOOKUP);
  private final CodeTable positionCode;

  private byte[] out;
  private int written;

  /**
   * Prepares for one stream.
   *
   * @param positionBits width of the count of position symbols, in bits
   * @param positions how many position symbols there can be
   * @param bits the stream, without any header
   * @param size of the output, in bytes
   */
  BlockHuffmanDecoder(int positionBits, int positions, Slice bits, int size) {
    this.positionBits = positionBits;
    this.positionCode = new CodeTable(positions, SMALL_LOOKUP);
    this.in = BitSource.of(bits);
    this.size = size;
    this.out = new byte[(int) Math.min(size, Math.max(PAGE, (long) bits.length() * USUAL_RATIO))];
  }

  /** Decodes until the output is whole; once. */
  Optional<Reason> decode() {
    Optional<Reason> failure = Optional.empty();
    while (written < size && failure.isEmpty()) {
      failure = in.position() < in.length() ? block() : Optional.of(Reason.ENDS_EARLY);
    }
    return failure;
  }

  /** The output, after {@link #decode} found no failure. */
  byte[] output() {
    return out;
  }

  /** How many bits of the stream were taken; a few more than it has where zeros were added. */
  long position() {
    return in.position();
  }

  private Optional<Reason> block() {
    int header = in.take(16);
    int count = header == 0 ? 1 << 16 : header;
    return smallCode(lengthCode, LENGTH_COUNT_BITS, ZEROS_AFTER)
        .or(this::symbolCode)
        .or(() -> smallCode(positionCode, positionBits, NO_ZEROS))
        .or(() -> symbols(count))
        .or(() -> in.position() > in.length() + GRACE ? early() : Optional.empty());
  }

  private static Optional<Reason> early() {
    return Optional.of(Reason.ENDS_EARLY);
  }

  /** Reads the lengths of a code of few symbols: 3 bits each, and 1 for each above 7. */
  private Optional<Reason> smallCode(CodeTable code, int countBits, int zerosAfter) {
    int count = in.take(countBits);
    if (count == 0) {
      return code.single(in.take(countBits));
    }
    byte[] lengths = new byte[code.size()];
    for (int i = 0; i < count; ) {
      int length = in.take(3);
      if (length == 7) {
        while (length <= CodeTable.MAX_LENGTH && in.take(1) == 1) {
          length++;
        }
      }
      if (length > CodeTable.MAX_LENGTH) {
        return Optional.of(Reason.CODE_TOO_LONG);
      }
      if (i < lengths.length) { // edk2 reads and forgets the lengths of symbols there are not
        lengths[i] = (byte) length;
      }
      i++;
      if (i == zerosAfter) {
        i += in.take(2);
      }
    }
    return code.build(lengths);
  }

  private Optional<Reason> symbolCode() {
    int count = in.take(SYMBOL_COUNT_BITS);
    if (count == 0) {
      return symbolCode.single(in.take(SYMBOL_COUNT_BITS));
    }
    byte[] lengths = new byte[SYMBOLS];
    for (int i = 0; i < Math.min(count, SYMBOLS); ) {
      in.ensure(CodeTable.MAX_LENGTH);
      int symbol = lengthCode.decode(in);
      switch (symbol) {
        case CodeTable.NONE -> {
          return Optional.of(Reason.CODE_EMPTY);
        }
        case 0 -> i++;
        case 1 -> i += in.take(4) + 3;
        case 2 -> i += in.take(9) + 20;
        default -> lengths[i++] = (byte) (symbol - 2);
      }
    }
    return symbolCode.build(lengths);
  }

  private Optional<Reason> symbols(int count) {
    for (int left = count; left > 0 && written < size; left--) {
      in.ensure(2 * CodeTable.MAX_LENGTH);
      int symbol = symbolCode.decode(in);
      if (symbol >= BYTES) {
        int position = position(positionCode.decode(in));
        if (position < 0) {
          return Optional.of(Reason.CODE_EMPTY);
        }
        if (position >= written) {
          return Optional.of(Reason.REFERENCE_BEFORE_START);
        }
        repeat(position + 1, Math.min(symbol - BYTES + SHORTEST, size - written));
      } else if (symbol >= 0) {
        reserve(1);
        out[written++] = (byte) symbol;
      } else {
        return Optional.of(Reason.CODE_EMPTY);
      }
    }
    return Optional.empty();
  }

  /** The bytes between a repetition and its model; the symbol is the bit length of that number. */
  private int position(int symbol) {
    return symbol < 2 ? symbol : 1 << (symbol - 1) | in.take(symbol - 1);
  }

  private void repeat(int distance, int length) {
    reserve(length);
    byte[] bytes = out;
    int to = written;
    int from = to - distance;
    if (distance >= length) {
      System.arraycopy(bytes, from, bytes, to, length);
    } else {
      for (int i = 0; i < length; i++) {
        bytes[to + i] = bytes[from + i];
      }
    }
    written = to + length;
  }

  private void reserve(int count) {
    if (out.length - written < count) {
      out = Arrays.copyOf(out, (int) Math.min(size, 2L * out.length));
    }
  }
}
