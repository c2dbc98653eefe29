package io.github.romparser.efi;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A complete canonical code with lengths as they fall, for some symbols and perhaps a few more. */
final class RandomCode {
  private static final int LONGEST = 16;

  private final int[] lengths;
  private final int[] codes;
  private final int single;

  private RandomCode(int[] lengths, int single) {
    this.lengths = lengths;
    this.codes = new int[lengths.length];
    this.single = single;
    int code = 0;
    for (int length = 1; length <= LONGEST; length++) {
      for (int symbol = 0; symbol < lengths.length; symbol++) {
        if (lengths[symbol] == length) {
          codes[symbol] = code++;
        }
      }
      code <<= 1;
    }
  }

  /** A code for the symbols that are needed; symbols lie below {@code size}. */
  static RandomCode of(BitSet needed, int size, Random random) {
    if (needed.cardinality() < 2 && random.nextBoolean()) {
      return new RandomCode(new int[size], Math.max(0, needed.nextSetBit(0)));
    }
    BitSet symbols = (BitSet) needed.clone();
    int extra = random.nextInt(4);
    while (extra-- > 0 || symbols.cardinality() < 2) {
      symbols.set(random.nextInt(size));
    }
    List<Integer> leaves = leaves(symbols.cardinality(), random);
    int[] lengths = new int[size];
    symbols.stream().forEach(symbol -> lengths[symbol] = leaves.remove(leaves.size() - 1));
    return new RandomCode(lengths, -1);
  }

  /** Depths of the leaves of a tree that was split where it happened, now and then lopsidedly. */
  private static List<Integer> leaves(int count, Random random) {
    List<Integer> leaves = new ArrayList<>(List.of(0));
    boolean lopsided = random.nextBoolean();
    while (leaves.size() < count) {
      int at = lopsided ? leaves.size() - 1 : random.nextInt(leaves.size());
      if (leaves.get(at) == LONGEST) {
        lopsided = false;
      } else {
        int depth = leaves.remove(at) + 1;
        leaves.add(depth);
        leaves.add(depth);
      }
    }
    Collections.shuffle(leaves, random);
    return leaves;
  }

  /** Whether the code has one symbol, of no bits. */
  boolean isSingle() {
    return single >= 0;
  }

  int single() {
    return single;
  }

  int length(int symbol) {
    return lengths[symbol];
  }

  /** One more than the last symbol that has a code. */
  int count() {
    int count = lengths.length;
    while (lengths[count - 1] == 0) {
      count--;
    }
    return count;
  }

  void write(BitSink out, int symbol) {
    if (!isSingle()) {
      out.put(lengths[symbol], codes[symbol]);
    }
  }
}
