package io.github.romparser.vendor.nvidia;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A microcode that the falcon table lists (NVIDIA open-gpu-kernel-modules, kernel_gsp_fwsec.c,
 * FALCON_UCODE_TABLE_ENTRY_V1 and FALCON_UCODE_DESC_HEADER).
 *
 * @param application offset 0x00, 1 byte: what the microcode is for
 * @param target offset 0x01, 1 byte: which processor runs it
 * @param pointer offset 0x02, 4 bytes: place of its description, counted as {@link
 *     NvidiaTables#falconPointer} is
 * @param descriptor where the description stands, in bytes from the start of the file; empty if
 *     that is not in the file
 * @param descriptorVersion description offset 0x01, 1 byte, if bit 0 of offset 0x00 says that there
 *     is one: 2 or 3
 * @param descriptorSize description offset 0x02, 2 bytes: its length in bytes
 * @param signatures description offset 0x27, 1 byte: how many signatures follow the description;
 *     version 3 only
 */
public record FalconEntry(
    int application,
    int target,
    long pointer,
    OptionalLong descriptor,
    OptionalInt descriptorVersion,
    OptionalInt descriptorSize,
    OptionalInt signatures) {

  /** Length of an entry, in bytes. */
  static final int LENGTH = 6;

  /** Security and licence firmware of older cards. */
  public static final int FIRMWARE_SEC_LIC = 0x05;

  /** FWSEC for debugging. */
  public static final int FWSEC_DEBUG = 0x45;

  /** FWSEC as it is shipped. */
  public static final int FWSEC_PRODUCTION = 0x85;

  /**
   * {@return whether it is the microcode that sets up a Turing or newer card, in either variant}
   */
  public boolean fwsec() {
    return application == FWSEC_PRODUCTION || application == FWSEC_DEBUG;
  }
}
