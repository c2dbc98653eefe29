package io.github.romparser.efi;

import io.github.romparser.testdata.PeForge;
import java.util.Arrays;

/** The forged driver in the three formats, and where its fields are. */
final class PeFiles {
  static final int PE = 0x40;
  static final int OPTIONAL = PE + 0x18;

  /** The section header of the PE32+ file. */
  static final int SECTION = OPTIONAL + 0xf0;

  /** Length of the headers of the PE32+ file. */
  static final int HEADERS = 0x180;

  /** By how many bytes the TE file is shorter. */
  static final int CUT = SECTION - PeImage.TE_HEADER_LENGTH;

  private PeFiles() {}

  static byte[] pe32Plus() {
    return PeForge.x64().build();
  }

  /** A PE32 file: the data directories and what follows them begin 16 bytes sooner. */
  static byte[] pe32() {
    return Bytes.of(PeForge.x64().machine(PeForge.IA32).build())
        .u32(OPTIONAL + 0x1c, 0x40_0000)
        .array();
  }

  /** A TE file: 40 bytes instead of all that stood before the section headers. */
  static byte[] te() {
    byte[] plus = pe32Plus();
    byte[] file = Arrays.copyOfRange(plus, CUT, plus.length);
    Arrays.fill(file, 0, PeImage.TE_HEADER_LENGTH, (byte) 0);
    return Bytes.of(file)
        .u16(0x00, 'V' | 'Z' << 8)
        .u16(0x02, PeForge.X64)
        .u8(0x04, 1)
        .u8(0x05, PeForge.BOOT_DRIVER)
        .u16(0x06, SECTION)
        .u32(0x08, HEADERS)
        .u32(0x0c, HEADERS)
        .u32(0x10, 0x1234_5678)
        .u32(0x14, 0x9)
        .array();
  }

  /** A PE32+ file with 24 bytes of certificates behind it. */
  static byte[] signed() {
    byte[] file = pe32Plus();
    return Bytes.of(Arrays.copyOf(file, file.length + 24))
        .u32(OPTIONAL + 0x90, file.length)
        .u32(OPTIONAL + 0x94, 24)
        .array();
  }
}
