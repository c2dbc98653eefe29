package io.github.romparser.extract.handler.vendor;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.codec.BoundedOutput;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Trouble;
import java.util.Optional;

/**
 * The Huffman coding of Toshiba's BIOS updates (ToshibaComExtractor). A block is the byte 1, how
 * many bytes come out (3 bytes, big-endian), and bits, the highest of a byte first: a tree, then a
 * code for each byte, then as many bits as a whole byte needs. In a tree, 1 is a node, whose branch
 * for 0 follows and then the one for 1, and 0 is a leaf with the eight bits of its byte. If there
 * is but one leaf its code has no bits. Any other byte than 1 ends the blocks.
 */
final class ToshibaStream {

  private static final int BLOCK = 1;
  private static final int HEADER = 4;

  /** A tree of all bytes has 256 leaves and one node less. */
  private static final int MOST_NODES = 511;

  /** What the allowance is asked for at a time, in bytes of output. */
  private static final int STRIDE = 1 << 16;

  private final Slice in;
  private final BoundedOutput out;
  private final Allowance allowance;

  /** For each node the two it leads to, or -1 less the byte for a leaf. */
  private final int[] branches = new int[2 * MOST_NODES];

  private int nodes;

  /** The first node, or a leaf if there is no node. */
  private int root;

  private long bit;

  /** How a stream ended. */
  enum Ending {
    DONE,
    TRUNCATED,
    DAMAGED,
    LIMIT
  }

  /**
   * A stream that was read.
   *
   * @param ending how it ended
   * @param consumed how many bytes of the input were read
   */
  record Run(Ending ending, long consumed) {}

  private ToshibaStream(Slice in, BoundedOutput out, Allowance allowance) {
    this.in = in;
    this.out = out;
    this.allowance = allowance;
  }

  /** Decodes blocks up to the byte behind the last one; what came out before trouble stays. */
  static Run into(Slice in, BoundedOutput out, Allowance allowance) {
    ToshibaStream stream = new ToshibaStream(in, out, allowance);
    long at = 0;
    while (in.has(at, 1) && in.u8(at) == BLOCK) {
      if (!in.has(at, HEADER)) {
        return new Run(Ending.TRUNCATED, at);
      }
      int count = in.u8(at + 1) << 16 | in.be16(at + 2);
      if ((long) out.length() + count > allowance.most()) {
        return new Run(Ending.LIMIT, at);
      }
      stream.bit = (at + HEADER) * Byte.SIZE;
      Optional<Ending> wrong = stream.block(count);
      at = Math.min(in.length(), (stream.bit + Byte.SIZE - 1) / Byte.SIZE);
      if (wrong.isPresent()) {
        return new Run(wrong.get(), at);
      }
    }
    // The byte that ends them may be missing where the input ends.
    return new Run(in.has(at, 1) && in.u8(at) != 0 ? Ending.DAMAGED : Ending.DONE, at);
  }

  private Optional<Ending> block(int count) {
    nodes = 0;
    Optional<Ending> wrong = tree();
    if (wrong.isPresent()) {
      return wrong;
    }
    for (int i = 0; i < count; i++) {
      if (i % STRIDE == 0) {
        allowance.work(Math.min(STRIDE, count - i));
      }
      int node = root;
      while (node >= 0) {
        int next = bit();
        if (next < 0) {
          return Optional.of(Ending.TRUNCATED);
        }
        node = branches[2 * node + next];
      }
      out.write(-1 - node);
    }
    return Optional.empty();
  }

  /** Reads the tree in its own order; what is still to be read is kept in a list. */
  private Optional<Ending> tree() {
    int[] open = new int[MOST_NODES + 1];
    int depth = 0;
    // The place that the next node or leaf goes to: -1 is the root.
    open[depth++] = -1;
    while (depth > 0) {
      int place = open[--depth];
      int kind = bit();
      if (kind < 0) {
        return Optional.of(Ending.TRUNCATED);
      }
      int node;
      if (kind == 0) {
        int value = 0;
        for (int i = 0; i < Byte.SIZE; i++) {
          value = value << 1 | bit();
        }
        if (value < 0) {
          return Optional.of(Ending.TRUNCATED);
        }
        node = -1 - value;
      } else if (nodes == MOST_NODES / 2) {
        return Optional.of(Ending.DAMAGED);
      } else {
        node = nodes++;
        open[depth++] = 2 * node + 1;
        open[depth++] = 2 * node;
      }
      if (place < 0) {
        root = node;
      } else {
        branches[place] = node;
      }
    }
    return Optional.empty();
  }

  /** The next bit, or -1 at the end. */
  private int bit() {
    long at = bit >>> 3;
    if (at >= in.length()) {
      return -1;
    }
    return in.u8(at) >>> (7 - (int) (bit++ & 7)) & 1;
  }

  /** What to tell of a stream that did not end well. */
  static Optional<Trouble> trouble(Run run, Slice in, int produced) {
    Optional<Trouble.Reason> reason =
        switch (run.ending()) {
          case DONE -> Optional.empty();
          case TRUNCATED -> Optional.of(Trouble.Reason.TRUNCATED);
          case DAMAGED -> Optional.of(Trouble.Reason.DAMAGED);
          case LIMIT -> Optional.of(Trouble.Reason.LIMIT);
        };
    return reason.map(
        r ->
            new Trouble(
                r, in.offset() + run.consumed(), "Huffman, " + produced + " bytes were decoded"));
  }
}
