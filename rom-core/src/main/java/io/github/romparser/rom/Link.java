package io.github.romparser.rom;

import io.github.romparser.bytes.Slice;
import io.github.romparser.rom.header.DataStructureSignature;
import io.github.romparser.rom.header.Npde;
import io.github.romparser.rom.header.PciDataStructure;
import io.github.romparser.rom.header.RomHeader;
import io.github.romparser.rom.header.RomSignature;
import java.util.Optional;

/**
 * What a walk needs to know of an image: its two headers and the NPDE.
 *
 * @param at place of the image, in bytes from the start of the file
 */
record Link(long at, RomHeader header, PciDataStructure data, Optional<Npde> npde) {

  /** The image at a place, if a header there leads to a data structure. */
  static Optional<Link> read(Slice file, long at) {
    Optional<RomHeader> header = RomHeader.read(file, at);
    if (header.isEmpty()) {
      return Optional.empty();
    }
    int pointer = header.get().dataStructurePointer();
    return PciDataStructure.read(file, at + pointer)
        .map(
            data ->
                new Link(
                    at,
                    header.get(),
                    data,
                    Npde.read(file, at + Npde.place(pointer, data.length()))));
  }

  /**
   * Whether the file ends before it can be told that there is an image here: the part of a header
   * that is there looks right.
   */
  static boolean cutOff(Slice file, long at) {
    if (file.has(at, 2) && file.u16(at) != 0xaa55) {
      return false;
    }
    if (!file.has(at, RomHeader.LENGTH)) {
      return true;
    }
    int pointer = file.u16(at + RomHeader.DATA_STRUCTURE_POINTER);
    return pointer != 0 && !file.has(at + pointer, PciDataStructure.LENGTH);
  }

  /** Whether PCI firmware knows an image like this: 55AA with PCIR. */
  boolean isPci() {
    return header.signature() == RomSignature.PCI
        && data.signature() == DataStructureSignature.PCIR;
  }

  /** Length of a step to the next image, in bytes. */
  long step(boolean vendor) {
    return (vendor ? override() : Optional.<Npde>empty())
        .map(Npde::subImageLength)
        .orElseGet(data::imageLength);
  }

  /** Whether a walk ends with this image. */
  boolean last(boolean vendor) {
    return (vendor ? override() : Optional.<Npde>empty())
        .map(n -> n.last(data))
        .orElseGet(data::last);
  }

  /**
   * The NPDE, if it says more than the data structure: a length of 0 says nothing (nova-core
   * vbios.rs goes by the data structure then).
   */
  private Optional<Npde> override() {
    return npde.filter(n -> n.subImageBlocks() > 0);
  }
}
