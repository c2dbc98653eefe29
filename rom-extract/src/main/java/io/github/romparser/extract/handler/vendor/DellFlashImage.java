package io.github.romparser.extract.handler.vendor;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.codec.BoundedOutput;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Decoded;
import io.github.romparser.extract.spi.Trouble;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The image that a Dell update's BIOS Guard blocks make together: sorted by their places in the
 * flash chip, what lies between them empty. Blocks at a place that is taken already follow what is
 * there (as BIOSUtilities has it: Precision 3430 has two blocks for one place).
 */
final class DellFlashImage {

  /** Empty flash is put between blocks up to so many bytes: no chip of a PC is larger. */
  private static final long MOST_EMPTY = 64L << 20;

  private static final int EMPTY = 0xff;

  /** Metadata of a block: its address (offset 0, 4 bytes), its place in the image (8, 4 bytes). */
  private static final int METADATA = 0x19;

  private static final int PLACE_AT = 8;

  private record Placed(long place, long address, Slice data) {}

  private final List<Placed> blocks = new ArrayList<>();

  /** Whether an entry holds a block of Dell's. */
  static Optional<BiosGuardBlock> block(PfsEntry entry) {
    return BiosGuardBlock.read(entry.data()).filter(block -> block.platform().startsWith("DELL"));
  }

  /** Adds a block; its metadata knows better than its script. */
  void add(BiosGuardBlock block, Slice metadata) {
    boolean told = metadata.length() >= METADATA;
    long place = told ? metadata.u32(PLACE_AT) : block.flashOffset();
    blocks.add(new Placed(place, told ? metadata.u32(0) : place, block.data()));
  }

  boolean isEmpty() {
    return blocks.isEmpty();
  }

  /**
   * Puts the image together.
   *
   * @param offset where the blocks come from
   */
  Decoded assemble(long offset, Allowance allowance) {
    List<Placed> sorted = new ArrayList<>(blocks);
    sorted.sort(Comparator.comparingLong(Placed::place).thenComparingLong(Placed::address));
    long data = sorted.stream().mapToLong(block -> block.data().length()).sum();
    long mayBeEmpty = Math.min(MOST_EMPTY, allowance.most() - data);
    BoundedOutput out = new BoundedOutput(allowance);
    long first = sorted.get(0).place();
    Optional<Trouble> trouble = Optional.empty();
    for (Placed block : sorted) {
      long gap = block.place() - first - out.length();
      if (gap > mayBeEmpty) {
        trouble =
            Optional.of(
                new Trouble(
                    Trouble.Reason.LIMIT,
                    offset,
                    gap + " bytes between two BIOS Guard blocks were left out"));
      } else if (gap > 0) {
        out.write(EMPTY);
        out.repeat(1, gap - 1);
        mayBeEmpty -= gap;
      }
      allowance.work(block.data().length());
      write(out, block.data());
    }
    return new Decoded(out.toSlice(), trouble);
  }

  /** Writes a view without a copy of it in between. */
  static void write(BoundedOutput out, Slice bytes) {
    bytes.<BoundedOutput>within(
        (array, from, to) -> {
          out.write(array, from, to - from);
          return out;
        });
  }
}
