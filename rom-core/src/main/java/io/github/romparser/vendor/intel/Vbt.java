package io.github.romparser.vendor.intel;

import io.github.romparser.bytes.Slice;
import io.github.romparser.finding.Finding;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A video BIOS table: header, BIOS data block, blocks.
 *
 * @param header its header
 * @param bytes the table itself: as many bytes as the header says, cut at the end of what was given
 * @param bdb the header of the BIOS data block; empty if there is none
 * @param blocks in the order of the table
 * @param build what block 254 says
 * @param definitions the outputs, from block 2
 * @param sum 8-bit sum over the table; empty if it is cut. It is 0 in some tables and not in
 *     others, and nobody looks at it (measured)
 * @param findings what is wrong
 */
public record Vbt(
    VbtHeader header,
    Slice bytes,
    Optional<BdbHeader> bdb,
    List<BdbBlock> blocks,
    Optional<VbiosBuild> build,
    Optional<GeneralDefinitions> definitions,
    OptionalInt sum,
    List<Finding> findings) {

  /** The most places that are tried in one image. */
  private static final int MOST_PLACES = 64;

  /**
   * Copies the lists.
   *
   * @param header the table's header
   * @param bytes the table itself, cut at the end of what was given
   * @param bdb the header of the BIOS data block; empty if there is none
   * @param blocks copied; in the order of the table
   * @param build what block 254 says; empty if there is none or it has no build number
   * @param definitions the outputs; empty if there is no block 2 or it is too short
   * @param sum 8-bit sum over the table; empty if it is cut
   * @param findings copied; worst first
   */
  public Vbt {
    blocks = List.copyOf(blocks);
    findings = List.copyOf(findings);
  }

  /**
   * Reads a table.
   *
   * @param bytes the table from its signature on; what follows it may be among them
   * @return the table; empty without signature or with less than a header
   */
  public static Optional<Vbt> read(Slice bytes) {
    return VbtHeader.read(bytes).map(header -> new VbtReader(bytes, header).read());
  }

  /**
   * Finds a table at any place in an image or a file: the first with a BIOS data block, else the
   * first. The signature alone occurs in code that looks for it; at most 64 of its places are
   * tried.
   *
   * @param image the bytes to search
   * @return the table; empty if there is none with a whole header
   */
  public static Optional<Vbt> find(Slice image) {
    Optional<Vbt> first = Optional.empty();
    int at = image.indexOf(VbtHeader.SIGNATURE, 0);
    for (int tried = 0; at >= 0 && tried < MOST_PLACES; tried++) {
      Optional<Vbt> vbt = read(image.from(at));
      if (vbt.flatMap(Vbt::bdb).isPresent()) {
        return vbt;
      }
      first = first.or(() -> vbt);
      at = image.indexOf(VbtHeader.SIGNATURE, at + 1L);
    }
    return first;
  }

  /**
   * {@return the blocks with an id, in the order of the table; mostly one}
   *
   * @param id what the blocks are about, such as {@link BdbBlock#GENERAL_DEFINITIONS}
   */
  public List<BdbBlock> blocks(int id) {
    return blocks.stream().filter(block -> block.id() == id).toList();
  }
}
