package io.github.romparser.extract.handler.vendor;

import io.github.romparser.bytes.Slice;
import java.util.Optional;

/**
 * A block of an update for Intel BIOS Guard (BIOSUtilities ami_pfat_extract.py,
 * IntelBiosGuardHeader): version (offset 0, twice 2 bytes), name of the platform (4, 16 bytes),
 * attributes (0x14, 4 bytes), version of the script (0x18), size of the script (0x1c, 4 bytes),
 * size of the data (0x20, 4 bytes). Script and data follow, and in Dell's and AMI's files a
 * signature.
 *
 * @param platform whose it is
 * @param signed whether it says that a signature belongs to it
 * @param script what the processor is told to do
 * @param data for the flash chip, as far as it is there
 * @param claimed size of the data as the header has it
 */
record BiosGuardBlock(String platform, boolean signed, Slice script, Slice data, long claimed) {

  /** Of the header, in bytes. */
  static final int HEADER = 0x30;

  /** So many bytes are the same in all blocks of a file. */
  static final int ALIKE = 0x14;

  private static final int PLATFORM_AT = 4;
  private static final int PLATFORM = 16;
  private static final int ATTRIBUTES_AT = 0x14;
  private static final int SIGNED = 1;
  private static final int SCRIPT_SIZE_AT = 0x1c;
  private static final int DATA_SIZE_AT = 0x20;

  /** No published script comes near it; an instruction has 8 bytes. */
  private static final long LONGEST_SCRIPT = 1 << 16;

  private static final int LARGEST_VERSION = 0xff;

  /** The second instruction loads the place in the flash chip. */
  private static final int OFFSET_AT = 0x0c;

  private static final int INSTRUCTION = 8;

  /** Reads the block at the start of a view; empty if it is none. */
  static Optional<BiosGuardBlock> read(Slice bytes) {
    if (!bytes.has(0, HEADER)
        || bytes.u16(0) > LARGEST_VERSION
        || bytes.u16(2) > LARGEST_VERSION
        || bytes.u32(SCRIPT_SIZE_AT) > LONGEST_SCRIPT
        || !bytes.has(HEADER, bytes.u32(SCRIPT_SIZE_AT))) {
      return Optional.empty();
    }
    String platform = bytes.ascii(PLATFORM_AT, PLATFORM);
    long script = bytes.u32(SCRIPT_SIZE_AT);
    long size = bytes.u32(DATA_SIZE_AT);
    // A script of no instruction writes nothing.
    return platform.isEmpty() || script < INSTRUCTION || size == 0
        ? Optional.empty()
        : Optional.of(
            new BiosGuardBlock(
                platform,
                (bytes.u32(ATTRIBUTES_AT) & SIGNED) != 0,
                bytes.slice(HEADER, script),
                bytes.clamp(HEADER + script, size),
                size));
  }

  /** Where in the flash chip the data belongs, as the script says; 0 if it does not. */
  long flashOffset() {
    return script.has(OFFSET_AT, 4) ? script.u32(OFFSET_AT) : 0;
  }

  /** Of header, script and data, as far as they are there. */
  long length() {
    return HEADER + (long) script.length() + data.length();
  }

  /** Whether data is missing. */
  boolean cut() {
    return data.length() < claimed;
  }
}
