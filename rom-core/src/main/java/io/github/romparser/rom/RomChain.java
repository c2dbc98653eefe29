package io.github.romparser.rom;

import io.github.romparser.bytes.Range;
import java.util.List;
import java.util.OptionalInt;

/**
 * Images that follow each other.
 *
 * <p>Two walks lead along a chain, and on NVIDIA's ROMs they differ: the PCI walk goes by length
 * and last mark of the PCI data structures (PCI Firmware 3.0 §5.1) and stops at anything but 55AA
 * with PCIR; the vendor walk lets the NPDE override both and knows NVIDIA's own signatures.
 *
 * @param offset where the chain begins, in bytes from the start of the file
 * @param end first byte after the last image of the longer walk, in bytes from the start of the
 *     file
 * @param images every image of both walks, each once, in the order of the file
 * @param pci the PCI walk
 * @param vendor the vendor walk
 * @param copyOf index of an earlier chain of the file with the very same bytes
 */
public record RomChain(
    long offset, long end, List<RomImage> images, Walk pci, Walk vendor, OptionalInt copyOf) {
  /**
   * Copies the list.
   *
   * @param offset where the chain begins, in bytes from the start of the file
   * @param end first byte after the longer walk, in bytes from the start of the file
   * @param images copied; every image of both walks, in the order of the file
   * @param pci the PCI walk
   * @param vendor the vendor walk
   * @param copyOf index of an earlier chain with the same bytes; empty if there is none
   */
  public RomChain {
    images = List.copyOf(images);
  }

  /** {@return the bytes of the chain, as a range of the file} */
  public Range range() {
    return Range.between(offset, end);
  }

  /**
   * {@return the images on a walk, in its order}
   *
   * @param walk one of the two walks of this chain
   * @throws IndexOutOfBoundsException if it is the walk of another chain and leads to more images
   *     than there are here
   */
  public List<RomImage> on(Walk walk) {
    return walk.images().stream().map(images::get).toList();
  }
}
