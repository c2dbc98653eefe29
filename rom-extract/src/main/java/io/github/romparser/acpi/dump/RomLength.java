package io.github.romparser.acpi.dump;

import io.github.romparser.bytes.Slice;
import io.github.romparser.rom.RomChain;
import io.github.romparser.rom.RomImage;
import io.github.romparser.rom.RomReader;
import io.github.romparser.rom.Walk;
import io.github.romparser.rom.header.RomHeader;
import java.util.Optional;

/**
 * How long a ROM is of which only the beginning is known: {@code _ROM} does not tell, so the images
 * have to.
 */
final class RomLength {

  /** How many bytes are read at least to look for a header. */
  static final int PAGE = 0x1000;

  /** More than a data structure and its extension have, in bytes. */
  private static final int STRUCTURES = 0x80;

  /** With more images than any ROM has, the beginning is not looked at again for each of them. */
  private static final int MANY_IMAGES = 64;

  private RomLength() {}

  /**
   * How many bytes from the start are needed to go on.
   *
   * @param bytes the beginning of a ROM
   * @return not more than there are, if nothing further is needed
   */
  static long wanted(Slice bytes) {
    if (bytes.length() < PAGE) {
      return PAGE;
    }
    Optional<RomChain> chain = RomReader.readChain(bytes, 0);
    if (chain.isEmpty()) {
      return header(bytes, 0);
    }
    long wanted =
        Math.max(
            wanted(bytes, chain.get(), chain.get().pci(), false),
            wanted(bytes, chain.get(), chain.get().vendor(), true));
    boolean odd = wanted > bytes.length() && chain.get().images().size() > MANY_IMAGES;
    return odd ? Math.max(wanted, bytes.length() * 2L) : wanted;
  }

  private static long wanted(Slice bytes, RomChain chain, Walk walk, boolean vendor) {
    return switch (walk.endReason()) {
      case LAST, ZERO_LENGTH, LIMIT -> 0;
      case END_OF_FILE -> walk.end() + PAGE;
      case NO_IMAGE -> header(bytes, walk.end());
      case PAST_END -> {
        RomImage last = chain.images().get(walk.images().get(walk.images().size() - 1));
        long end = last.offset() + (vendor ? last.effectiveLength() : last.pciLength());
        yield end > bytes.length() ? end : header(bytes, walk.end());
      }
    };
  }

  /** What is needed to read the headers of an image, if one begins there. */
  private static long header(Slice bytes, long at) {
    return bytes.has(at, RomHeader.LENGTH)
        ? RomHeader.read(bytes, at)
            .map(header -> at + header.dataStructurePointer() + STRUCTURES)
            .orElse(0L)
        : at + PAGE;
  }
}
