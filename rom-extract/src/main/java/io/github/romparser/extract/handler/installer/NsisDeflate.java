package io.github.romparser.extract.handler.installer;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.codec.BoundedOutput;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Decoded;
import io.github.romparser.extract.spi.Trouble;
import java.io.EOFException;
import java.util.Arrays;

/**
 * Deflate as NSIS has it: RFC 1951, but the length of a stored block is not followed by its
 * complement (NSIS Source/zlib/INFBLOCK.C), so that Java's decoder takes it for damaged. A makensis
 * that was built with zlib itself, as Debian's is, does write the complement; so it is passed over
 * where it stands.
 */
final class NsisDeflate {

  private static final int END_OF_BLOCK = 256;
  private static final int LITERALS = 288;
  private static final int DISTANCES = 30;
  private static final int LENGTHS = 19;

  /** LsbBits of the length of a stored block. */
  private static final int LENGTH_FIELD = 16;

  /** In which order the lengths of the code of the lengths come (RFC 1951, 3.2.7). */
  private static final int[] ORDER = {
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15
  };

  /** Lengths and distances: the least of each symbol, and how many bits are added (3.2.5). */
  private static final int[] LENGTH = new int[29];

  private static final int[] LENGTH_BITS = new int[29];
  private static final int[] DISTANCE = new int[DISTANCES];
  private static final int[] DISTANCE_BITS = new int[DISTANCES];

  static {
    int length = 3;
    for (int i = 0; i < LENGTH.length; i++) {
      LENGTH[i] = length;
      LENGTH_BITS[i] = i < 8 ? 0 : i / 4 - 1;
      length += 1 << LENGTH_BITS[i];
    }
    // The longest has a symbol of its own.
    LENGTH[28] = 258;
    LENGTH_BITS[28] = 0;
    int distance = 1;
    for (int i = 0; i < DISTANCES; i++) {
      DISTANCE[i] = distance;
      DISTANCE_BITS[i] = i < 4 ? 0 : i / 2 - 1;
      distance += 1 << DISTANCE_BITS[i];
    }
  }

  private static final DeflateCode FIXED_LITERALS = DeflateCode.of(fixed());
  private static final DeflateCode FIXED_DISTANCES = DeflateCode.of(filled(DISTANCES, 5));

  /** What a block costs besides its bytes: its tables. */
  private static final int BLOCK = 1 << 12;

  private static final int PIECE = 1 << 16;

  private final LsbBits in;
  private final BoundedOutput out;
  private final Allowance allowance;
  private int told;

  private NsisDeflate(Slice packed, BoundedOutput out, Allowance allowance) {
    this.in = new LsbBits(packed);
    this.out = out;
    this.allowance = allowance;
  }

  /** All bytes, or as many as can be had. */
  static Decoded decode(Slice packed, Allowance allowance) {
    BoundedOutput out = new BoundedOutput(allowance);
    try {
      new NsisDeflate(packed, out, allowance).blocks();
      return Decoded.of(out.toSlice());
    } catch (EOFException e) {
      return partly(out, Trouble.Reason.TRUNCATED, packed);
    } catch (MalformedStream e) {
      return partly(out, Trouble.Reason.DAMAGED, packed);
    }
  }

  private static Decoded partly(BoundedOutput out, Trouble.Reason reason, Slice packed) {
    return Decoded.partly(
        out.toSlice(),
        new Trouble(
            reason, packed.offset(), "deflate, " + out.length() + " bytes could be decoded"));
  }

  private void blocks() throws EOFException, MalformedStream {
    boolean last = false;
    while (!last) {
      allowance.work(BLOCK);
      last = in.bits(1) != 0;
      switch (in.bits(2)) {
        case 0 -> stored();
        case 1 -> symbols(FIXED_LITERALS, FIXED_DISTANCES);
        case 2 -> packed();
        default -> throw new MalformedStream("a block of an unknown kind");
      }
    }
  }

  private void stored() throws EOFException {
    in.align();
    int count = in.bits(LENGTH_FIELD);
    if (in.peek(LENGTH_FIELD) == (~count & 0xffff)) {
      in.skip(LENGTH_FIELD);
    }
    in.copy(count, out);
  }

  private void packed() throws EOFException, MalformedStream {
    int literals = in.bits(5) + 257;
    int distances = in.bits(5) + 1;
    int count = in.bits(4) + 4;
    int[] lengths = new int[LENGTHS];
    for (int i = 0; i < count; i++) {
      lengths[ORDER[i]] = in.bits(3);
    }
    DeflateCode code = DeflateCode.of(lengths);
    int[] all = new int[literals + distances];
    int at = 0;
    while (at < all.length) {
      int symbol = code.next(in);
      int value = symbol < 16 ? symbol : 0;
      int times = 1;
      if (symbol == 16) {
        if (at == 0) {
          throw new MalformedStream("nothing to repeat");
        }
        value = all[at - 1];
        times = 3 + in.bits(2);
      } else if (symbol == 17) {
        times = 3 + in.bits(3);
      } else if (symbol == 18) {
        times = 11 + in.bits(7);
      }
      if (times > all.length - at) {
        throw new MalformedStream("too many lengths");
      }
      Arrays.fill(all, at, at + times, value);
      at += times;
    }
    symbols(
        DeflateCode.of(Arrays.copyOf(all, literals)),
        DeflateCode.of(Arrays.copyOfRange(all, literals, all.length)));
  }

  private void symbols(DeflateCode literals, DeflateCode distances)
      throws EOFException, MalformedStream {
    int symbol = literals.next(in);
    while (symbol != END_OF_BLOCK) {
      if (symbol < END_OF_BLOCK) {
        out.write(symbol);
      } else {
        repeat(symbol - END_OF_BLOCK - 1, distances);
      }
      if (out.length() - told >= PIECE) {
        allowance.work(out.length() - told);
        told = out.length();
      }
      symbol = literals.next(in);
    }
  }

  private void repeat(int length, DeflateCode distances) throws EOFException, MalformedStream {
    if (length >= LENGTH.length) {
      throw new MalformedStream("an unknown length");
    }
    int count = LENGTH[length] + in.bits(LENGTH_BITS[length]);
    int symbol = distances.next(in);
    if (symbol >= DISTANCES) {
      throw new MalformedStream("an unknown distance");
    }
    int distance = DISTANCE[symbol] + in.bits(DISTANCE_BITS[symbol]);
    if (distance > out.length()) {
      throw new MalformedStream("a distance before the start");
    }
    out.repeat(distance, count);
  }

  private static int[] fixed() {
    int[] lengths = filled(LITERALS, 8);
    Arrays.fill(lengths, 144, 256, 9);
    Arrays.fill(lengths, 256, 280, 7);
    return lengths;
  }

  private static int[] filled(int count, int length) {
    int[] lengths = new int[count];
    Arrays.fill(lengths, length);
    return lengths;
  }
}
