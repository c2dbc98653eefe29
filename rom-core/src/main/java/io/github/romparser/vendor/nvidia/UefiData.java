package io.github.romparser.vendor.nvidia;

import io.github.romparser.bytes.Slice;
import java.util.OptionalLong;

/**
 * Token 'u' of the BIOS information table: what EFI driver the VBIOS goes with (NVIDIA
 * open-gpu-doc, BIT_UEFI_DATA).
 *
 * @param minimumVersion offset 0x00, 4 bytes: the oldest version of the EFI driver; 0 for any
 * @param compatibilityLevel offset 0x04, 1 byte
 * @param flags offset 0x05, 8 bytes: bit 0 no display switch support, bit 1 LCD diagnostics, bit 2
 *     no glitchless support; empty if the data are shorter
 */
public record UefiData(long minimumVersion, int compatibilityLevel, OptionalLong flags) {

  /** Length without the flags, in bytes. */
  static final int LENGTH = 5;

  /** Reads the data; 5 bytes have to be there. */
  static UefiData read(Slice data) {
    return new UefiData(
        data.u32(0),
        data.u8(4),
        data.has(5, 8) ? OptionalLong.of(data.u32(5) | data.u32(9) << 32) : OptionalLong.empty());
  }
}
