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

  /** Bits behind the end that are taken for zeros; more, and the stream is not whole. */
  private static final int GRACE = 64;

  /** What LHA's programs have in memory before they write the first byte. */
  private static final byte BEFORE = ' ';

  /** The first allocation at most: so many times the input, and not less than a page. */
  private static final int USUAL_RATIO = 8;

  private static final int PAGE = 4096;

  private final BlockFormat format;
  private final BitSource in;
  private final int size;

  private final CodeTable lengthCode =
      new CodeTable(BlockFormat.LENGTHS, FastSymbols.POSITION_LOOKUP);
  private final CodeTable symbolCode =
      new CodeTable(BlockFormat.SYMBOLS, FastSymbols.SYMBOL_LOOKUP);
  private final CodeTable positionCode;

  private byte[] out;
  private int written;

  /**
   * Prepares for one stream.
   *
   * @param bits the stream, without any header
   * @param size of the output, in bytes
   */
  private BlockHuffmanDecoder(Slice bits, BlockFormat format, int size) {
    this.format = format;
    this.positionCode = new CodeTable(format.positions(), FastSymbols.POSITION_LOOKUP);
    this.in = BitSource.of(bits);
    this.size = size;
    this.out = new byte[(int) Math.min(size, Math.max(PAGE, (long) bits.length() * USUAL_RATIO))];
  }

  /**
   * Decodes a stream.
   *
   * @param bits the stream, without any header
   * @param size of the output, in bytes
   * @param header length of the header, which counts among what was read
   */
  static EfiDecompressor.Result result(Slice bits, BlockFormat format, int size, int header) {
    BlockHuffmanDecoder decoder = new BlockHuffmanDecoder(bits, format, size);
    Optional<Reason> failure = decoder.decode();
    int consumed = decoder.consumed(bits);
    return failure.isPresent()
        ? new EfiDecompressor.Failure(bits.offset() + consumed, failure.get())
        : new EfiDecompressor.Decompressed(Slice.of(decoder.out), header + consumed);
  }

  /** Decodes a stream as far as it can be. */
  static LhaDecompressor.Beginning beginning(Slice bits, BlockFormat format, int size) {
    BlockHuffmanDecoder decoder = new BlockHuffmanDecoder(bits, format, size);
    Optional<Reason> failure = decoder.decode();
    int consumed = decoder.consumed(bits);
    return new LhaDecompressor.Beginning(
        Slice.of(decoder.out).clamp(0, decoder.written),
        consumed,
        failure.map(reason -> new EfiDecompressor.Failure(bits.offset() + consumed, reason)));
  }

  /** How many bytes of the stream were read. */
  private int consumed(Slice bits) {
    long taken = (in.position() + Byte.SIZE - 1) / Byte.SIZE;
    return (int) Math.min(taken, bits.length());
  }

  private Optional<Reason> decode() {
    Optional<Reason> failure = Optional.empty();
    while (written < size && failure.isEmpty()) {
      failure = in.position() < in.length() ? block() : Optional.of(Reason.ENDS_EARLY);
    }
    return failure;
  }

  private Optional<Reason> block() {
    int header = in.take(16);
    int count = header == 0 ? 1 << 16 : header;
    return smallCode(lengthCode, BlockFormat.LENGTH_COUNT_BITS, BlockFormat.ZEROS_AFTER)
        .or(this::symbolCode)
        .or(() -> smallCode(positionCode, format.positionBits(), BlockFormat.NO_ZEROS))
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
    int count = in.take(BlockFormat.SYMBOL_COUNT_BITS);
    if (count == 0) {
      return symbolCode.single(in.take(BlockFormat.SYMBOL_COUNT_BITS));
    }
    byte[] lengths = new byte[BlockFormat.SYMBOLS];
    for (int i = 0; i < Math.min(count, BlockFormat.SYMBOLS); ) {
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
    FastSymbols fast = new FastSymbols(in, symbolCode, positionCode);
    int left = count;
    while (left > 0 && written < size) {
      written = fast.decode(left, out, written);
      left = fast.left();
      if (left > 0 && written < size) {
        Optional<Reason> failure = symbol();
        if (failure.isPresent()) {
          return failure;
        }
        // What follows would be made of the zeros behind the end.
        if (in.position() > in.length() + GRACE) {
          return early();
        }
        left--;
      }
    }
    return Optional.empty();
  }

  private Optional<Reason> symbol() {
    in.ensure(2 * CodeTable.MAX_LENGTH);
    int symbol = symbolCode.decode(in);
    if (symbol >= BlockFormat.BYTES) {
      int position = position(positionCode.decode(in));
      if (position < 0) {
        return Optional.of(Reason.CODE_EMPTY);
      }
      int length = Math.min(symbol - BlockFormat.BYTES + BlockFormat.SHORTEST, size - written);
      if (position < written) {
        repeat(position + 1, length);
      } else if (format.spacesBefore()) {
        repeatFromBefore(position + 1, length);
      } else {
        return Optional.of(Reason.REFERENCE_BEFORE_START);
      }
    } else if (symbol >= 0) {
      reserve(1);
      out[written++] = (byte) symbol;
    } else {
      return Optional.of(Reason.CODE_EMPTY);
    }
    return Optional.empty();
  }

  /** The bytes between a repetition and its model; the symbol is the bit length of that number. */
  private int position(int symbol) {
    return symbol < 2 ? symbol : 1 << (symbol - 1) | in.take(symbol - 1);
  }

  private void repeat(int distance, int length) {
    reserve(length);
    for (int i = 0; i < length; i++) {
      out[written + i] = out[written + i - distance];
    }
    written += length;
  }

  /** Repeats what begins before the output, where there are only spaces. */
  private void repeatFromBefore(int distance, int length) {
    int spaces = Math.min(distance - written, length);
    reserve(length);
    Arrays.fill(out, written, written + spaces, BEFORE);
    written += spaces;
    if (length > spaces) {
      repeat(distance, length - spaces);
    }
  }

  private void reserve(int count) {
    if (out.length - written < count) {
      out = Arrays.copyOf(out, (int) Math.min(size, 2L * out.length));
    }
  }
}
