package io.github.romparser.efi;

import io.github.romparser.testdata.PeForge;
import java.nio.charset.StandardCharsets;
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

  /** Where {@link #debug} puts the debug directory and, behind it, its data. */
  static final int DEBUG = 0x300;

  /**
   * A file with a debug directory of two entries, the second of which is a CodeView one.
   *
   * @param file one of the others; a TE file is taken for what it was cut from
   * @param kind NB10, RSDS or MTOC
   */
  static byte[] debug(byte[] file, String kind, String path) {
    boolean te = file[0] == 'V';
    int cut = te ? CUT : 0;
    int entry = te ? 0x20 : OPTIONAL + (file[OPTIONAL + 1] == 2 ? 0xa0 : 0x90);
    int header =
        switch (kind) {
          case "NB10" -> 0x10;
          case "MTOC" -> 0x14;
          default -> 0x18;
        };
    byte[] text = (path + "\0").getBytes(StandardCharsets.UTF_8);
    int data = DEBUG + 0x38;
    return Bytes.of(file.clone())
        .u32(entry, DEBUG)
        .u32(entry + 4, 0x38)
        .put(DEBUG - cut, new byte[0x80])
        .u32(DEBUG - cut + 0x0c, 4)
        .u32(DEBUG - cut + 0x1c + 0x0c, 2)
        .u32(DEBUG - cut + 0x1c + 0x10, header + text.length)
        .u32(DEBUG - cut + 0x1c + 0x14, data)
        .u32(DEBUG - cut + 0x1c + 0x18, data)
        .put(data - cut, kind.getBytes(StandardCharsets.US_ASCII))
        .put(data - cut + header, text)
        .array();
  }
}
