package io.github.romparser.check;

import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.PeFormat;
import io.github.romparser.efi.PeImage;
import io.github.romparser.efi.PeSection;
import java.util.Optional;

/**
 * What happens to a PE file after its headers were taken: edk2 MdeModulePkg/Core/Dxe/Image/Image.c,
 * {@code CoreLoadPeImage}, with {@code PeCoffLoaderLoadImage} and {@code PeCoffLoaderRelocateImage}
 * of BasePeCoff.c. Every refusal was measured with OVMF 2022.11.
 */
final class OvmfLoader {

  private static final int FIRST_SUBSYSTEM = 10;
  private static final int LAST_SUBSYSTEM = 13;

  /** The flag in the characteristics that says that the relocations were taken out. */
  private static final int RELOCATIONS_STRIPPED = 1;

  /** Directory of the relocations. */
  private static final int RELOCATIONS = 5;

  /** Offset of a relocation block's length. */
  private static final int BLOCK_LENGTH = 4;

  private final PeImage pe;
  private final Slice file;

  private OvmfLoader(PeImage pe, Slice file) {
    this.pe = pe;
    this.file = file;
  }

  /** Why the file is not loaded; empty if it is. */
  static Optional<String> refusal(PeImage pe, Slice file) {
    return new OvmfLoader(pe, file).refusal();
  }

  private Optional<String> refusal() {
    if (pe.subsystem() < FIRST_SUBSYSTEM || pe.subsystem() > LAST_SUBSYSTEM) {
      return Optional.of("subsystem " + pe.subsystem());
    }
    if (pe.format() == PeFormat.TE) {
      return Optional.empty(); // its header has none of the fields below
    }
    // Without relocations it has to be at its own address, and page 0 is never free.
    if ((pe.characteristics() & RELOCATIONS_STRIPPED) != 0 && pe.imageBase() == 0) {
      return Optional.of("no relocations, and made for address 0");
    }
    if (pe.sectionAlignment() == 0) {
      return Optional.of("section alignment 0");
    }
    for (PeSection section : pe.sections()) {
      if (section.rawSize() > 0
          && section.virtualAddress() + section.virtualSize() > pe.sizeOfImage()) {
        return Optional.of("a section ends behind the image");
      }
    }
    return relocations() ? Optional.empty() : Optional.of("relocations that lead nowhere");
  }

  /** Whether the blocks of relocations follow each other up to their end. */
  private boolean relocations() {
    if (pe.directories().size() <= RELOCATIONS) {
      return true;
    }
    long size = pe.directories().get(RELOCATIONS).size();
    long at = pe.directories().get(RELOCATIONS).address();
    if (size == 0) {
      return true;
    }
    long last = at + size - 1;
    if (last >= pe.sizeOfImage()) {
      return false;
    }
    while (at < last) {
      long length = loaded(at + BLOCK_LENGTH);
      if (length == 0 || length > size) {
        return false;
      }
      at += length;
    }
    return true;
  }

  /** The 32-bit value at an address of the loaded image; 0 where nothing of the file is. */
  private long loaded(long address) {
    if (address < pe.sizeOfHeaders()) {
      return u32(address);
    }
    for (PeSection section : pe.sections()) {
      long into = address - section.virtualAddress();
      if (into >= 0 && into < section.rawSize()) {
        return u32(section.rawOffset() + into);
      }
    }
    return 0;
  }

  private long u32(long at) {
    return file.has(at, 4) ? file.u32(at) : 0;
  }
}
