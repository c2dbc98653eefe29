package io.github.romparser.vendor.nvidia;

import io.github.romparser.bytes.Range;
import java.util.Optional;

/**
 * A token of the BIOS information table (NVIDIA open-gpu-doc, BIT token structure).
 *
 * @param id offset 0x00, 1 byte: an ASCII letter or digit
 * @param dataVersion offset 0x01, 1 byte: version of the data
 * @param size offset 0x02, 2 bytes: length of the data in bytes
 * @param pointer offset 0x04, 2 bytes, or 4 with tokens of 8 bytes or more: place of the data, in
 *     bytes from the start of the x86 image; 0 for none
 * @param range the data, in bytes from the start of the file; empty if there are none or they do
 *     not lie wholly in the image
 */
public record BitToken(int id, int dataVersion, int size, long pointer, Optional<Range> range) {

  /** Length with a pointer of 2 bytes, in bytes. */
  static final int LENGTH = 6;

  /** Length with a pointer of 4 bytes, in bytes (kernel_gsp_fwsec.c, BIT_TOKEN_V1_00_SIZE_8). */
  static final int LENGTH_WIDE = 8;

  /**
   * {@return what the token leads to, as the specification calls it; empty if it does not list it}
   */
  public Optional<String> title() {
    return Optional.ofNullable(
        switch (id) {
          case '2' -> "I2C scripts";
          case 'A' -> "DAC data";
          case 'B' -> "BIOS data";
          case 'C' -> "clock data";
          case 'D' -> "DFP and panel data";
          case 'I' -> "initialisation tables";
          case 'L' -> "LVDS tables";
          case 'M' -> "memory tables";
          case 'N' -> "no operation";
          case 'P' -> "performance tables";
          case 'R' -> "bridge firmware data";
          case 'S' -> "strings";
          case 'T' -> "TMDS tables";
          case 'U' -> "display tables";
          case 'V' -> "virtual fields";
          case 'c' -> "32-bit pointers";
          case 'd' -> "DisplayPort tables";
          case 'i' -> "internal data";
          case 'p' -> "falcon microcode";
          case 'u' -> "UEFI driver data";
          case 'x' -> "MXM configuration";
          default -> null;
        });
  }

  /**
   * {@return whether it should lead somewhere but does not lead to bytes of the image} With a
   * pointer or a length of 0 it leads nowhere, and that is no mistake.
   */
  public boolean leadsOutside() {
    return pointer != 0 && size != 0 && range.isEmpty();
  }
}
