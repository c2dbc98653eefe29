package io.github.romparser.vendor.intel;

import java.util.Map;

/**
 * A block of a video BIOS table (Linux intel_vbt_defs.h): 1 byte id, 2 bytes size, data.
 *
 * <p>The size of block 53 from its version 3 on is in the 4 bytes behind the first byte of its data
 * (Linux intel_bios.c, {@code _get_blocksize}).
 *
 * @param id what the block is about
 * @param offset of its data, in bytes from the start of the file
 * @param size of its data in bytes, as it says; may reach past the end of the table
 */
public record BdbBlock(int id, long offset, long size) {

  /** General features. */
  public static final int GENERAL_FEATURES = 1;

  /** General definitions: the outputs. */
  public static final int GENERAL_DEFINITIONS = 2;

  /** MIPI sequences, whose size may have 4 bytes. */
  public static final int MIPI_SEQUENCE = 53;

  /** Private to the video BIOS: its build number and sign-on text. */
  public static final int VBIOS_PRIVATE = 254;

  /** Length of id and size, in bytes. */
  static final int HEADER = 3;

  /** The version of block 53 that has the larger size. */
  static final int MIPI_VERSION = 3;

  /** Names as in the kernel's header, without what they have in common. */
  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(GENERAL_FEATURES, "general features"),
          Map.entry(GENERAL_DEFINITIONS, "general definitions"),
          Map.entry(3, "old toggle list"),
          Map.entry(4, "mode support list"),
          Map.entry(5, "generic mode table"),
          Map.entry(6, "ext MMIO regs"),
          Map.entry(7, "SWF IO"),
          Map.entry(8, "SWF MMIO"),
          Map.entry(9, "PSR"),
          Map.entry(10, "mode removal table"),
          Map.entry(11, "child device table"),
          Map.entry(12, "driver features"),
          Map.entry(13, "driver persistence"),
          Map.entry(14, "ext table pointers"),
          Map.entry(15, "dot clock override"),
          Map.entry(16, "display select"),
          Map.entry(18, "driver rotation"),
          Map.entry(19, "display remove"),
          Map.entry(20, "OEM custom"),
          Map.entry(21, "EFP list"),
          Map.entry(22, "SDVO LVDS options"),
          Map.entry(23, "SDVO panel DTDs"),
          Map.entry(24, "SDVO LVDS PNP ids"),
          Map.entry(25, "SDVO LVDS power sequence"),
          Map.entry(26, "TV options"),
          Map.entry(27, "eDP"),
          Map.entry(40, "LFP options"),
          Map.entry(41, "LFP data pointers"),
          Map.entry(42, "LFP data"),
          Map.entry(43, "LFP backlight"),
          Map.entry(44, "LFP power"),
          Map.entry(52, "MIPI config"),
          Map.entry(MIPI_SEQUENCE, "MIPI sequence"),
          Map.entry(56, "compression parameters"),
          Map.entry(58, "generic DTD"),
          Map.entry(VBIOS_PRIVATE, "VBIOS private"));

  /** {@return what the kernel calls the block; an empty text if it has no name there} */
  public String name() {
    return NAMES.getOrDefault(id, "");
  }
}
