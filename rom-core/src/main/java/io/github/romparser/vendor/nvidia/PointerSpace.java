package io.github.romparser.vendor.nvidia;

import io.github.romparser.bytes.Slice;
import io.github.romparser.rom.LegacyImage;
import io.github.romparser.rom.RomChain;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.RomImage;
import io.github.romparser.rom.header.CodeType;
import java.util.OptionalLong;

/**
 * What NVIDIA's 32-bit pointers count: the x86 image, and right behind it the extension images, as
 * if no EFI image stood between (NVIDIA open-gpu-doc, BIOS-Information-Table, purpose;
 * open-gpu-kernel-modules, kernel_gsp_vbios_tu102.c, expansionRomOffset; measured).
 *
 * @param file the whole file
 * @param image where the x86 image begins, in bytes from the start of the file
 * @param imageLength its length in bytes
 * @param extension where the first extension image behind it begins, in bytes from the start of the
 *     file; empty if there is none
 * @param end where the chain ends, in bytes from the start of the file
 */
record PointerSpace(Slice file, long image, long imageLength, OptionalLong extension, long end) {

  static PointerSpace of(RomFile rom, RomChain chain, LegacyImage image) {
    OptionalLong extension =
        chain.images().stream()
            .filter(other -> other.offset() > image.offset())
            .filter(other -> other.dataStructure().codeType() == CodeType.NVIDIA_EXTENSION.value())
            .mapToLong(RomImage::offset)
            .findFirst();
    return new PointerSpace(
        rom.bytes(), image.offset(), image.effectiveLength(), extension, chain.end());
  }

  /** Where a pointer leads, in bytes from the start of the file; empty if that is not there. */
  OptionalLong place(long pointer) {
    if (pointer < imageLength) {
      return within(image + pointer);
    }
    return extension.isPresent()
        ? within(extension.getAsLong() + pointer - imageLength)
        : OptionalLong.empty();
  }

  private OptionalLong within(long place) {
    return place < end ? OptionalLong.of(place) : OptionalLong.empty();
  }

  /** The bytes of the file from a place on, up to the end of the chain. */
  Slice from(long place) {
    return file.clamp(place - file.offset(), end - place);
  }
}
