package io.github.romparser.efi;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The hot loop of {@link BlockHuffmanDecoder}: symbols as long as they are of the usual kind and
 * neither input nor output is near its end. What is not (a long code, a reference to before the
 * output, the last bytes) is left to the caller, who looks at everything.
 */
final class FastSymbols {

  /** Codes of bytes and lengths that are looked up, in bits. */
  static final int SYMBOL_LOOKUP = 12;

  /** The same of positions. */
  static final int POSITION_LOOKUP = 8;

  /** So many bytes are decoded at once. */
  private static final int RUN = 3;

  /** The first entry that is no byte. */
  private static final int REPETITION = CodeTable.entry(BlockFormat.BYTES);

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private final BitSource in;
  private final short[] symbols;
  private final short[] positions;

  private int left;

  FastSymbols(BitSource in, CodeTable symbols, CodeTable positions) {
    this.in = in;
    this.symbols = symbols.lookup();
    this.positions = positions.lookup();
  }

  /** How many symbols are left to decode. */
  int left() {
    return left;
  }

  /**
   * Decodes.
   *
   * @param count how many symbols at most
   * @param out takes the output; a few bytes behind it in the array may be overwritten
   * @param written how much output there is
   * @return how much there is now
   */
  int decode(int count, byte[] out, int written) {
    // All that changes is held in variables: fields would be written to memory at every symbol.
    long window = in.window();
    int held = in.held();
    int next = in.next();
    int lastInput = in.lastLong();
    int lastOutput = out.length - BlockFormat.LONGEST - 2 * Long.BYTES;
    int to = written;
    int symbolsLeft = count;
    while (symbolsLeft >= RUN && next <= lastInput && to <= lastOutput) {
      window |= in.bigEndian(next) >>> held;
      next += (63 - held) >>> 3;
      held |= BitSource.FILLED;
      int entry = symbols[(int) (window >>> (Long.SIZE - SYMBOL_LOOKUP))];
      if (entry < REPETITION) {
        // 56 bits are enough for three bytes.
        out[to++] = (byte) CodeTable.symbol(entry);
        window <<= CodeTable.bits(entry);
        held -= CodeTable.bits(entry);
        symbolsLeft--;
        entry = symbols[(int) (window >>> (Long.SIZE - SYMBOL_LOOKUP))];
        if (entry < REPETITION) {
          out[to++] = (byte) CodeTable.symbol(entry);
          window <<= CodeTable.bits(entry);
          held -= CodeTable.bits(entry);
          symbolsLeft--;
          entry = symbols[(int) (window >>> (Long.SIZE - SYMBOL_LOOKUP))];
          if (entry < REPETITION) {
            out[to++] = (byte) CodeTable.symbol(entry);
            window <<= CodeTable.bits(entry);
            held -= CodeTable.bits(entry);
            symbolsLeft--;
            continue;
          }
        }
      }
      // A length, a position symbol and the bits of a position; there are as a rule enough.
      int bits = CodeTable.bits(entry);
      if (bits > SYMBOL_LOOKUP) {
        break;
      }
      long behind = window << bits;
      int position = positions[(int) (behind >>> (Long.SIZE - POSITION_LOOKUP))];
      int positionBits = CodeTable.bits(position);
      if (positionBits > POSITION_LOOKUP) {
        break;
      }
      behind <<= positionBits;
      int width = CodeTable.symbol(position);
      int low = Math.max(0, width - 1);
      int distance = 1 + ((1 << width >>> 1) | (int) (behind >>> 1 >>> (63 - low)));
      int taken = bits + positionBits + low;
      if (taken > held) {
        continue; // with more bits, from the length on
      }
      if (distance > to) {
        break;
      }
      window = behind << low;
      held -= taken;
      int length = CodeTable.symbol(entry) - BlockFormat.BYTES + BlockFormat.SHORTEST;
      copy(out, to, distance, length);
      to += length;
      symbolsLeft--;
    }
    in.resume(window, held, next);
    left = symbolsLeft;
    return to;
  }

  /** Copies up to fifteen bytes more than it should, where that is faster. */
  private static void copy(byte[] out, int to, int distance, int length) {
    int from = to - distance;
    if (distance >= Long.BYTES) {
      // Sixteen at once: most repetitions are shorter, and how much nobody can foretell.
      LONG.set(out, to, (long) LONG.get(out, from));
      LONG.set(out, to + Long.BYTES, (long) LONG.get(out, from + Long.BYTES));
      for (int i = 2 * Long.BYTES; i < length; i += Long.BYTES) {
        LONG.set(out, to + i, (long) LONG.get(out, from + i));
      }
    } else {
      for (int i = 0; i < length; i++) {
        out[to + i] = out[from + i];
      }
    }
  }
}
