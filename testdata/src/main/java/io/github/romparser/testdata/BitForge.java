package io.github.romparser.testdata;

/**
 * Builds NVIDIA's BIOS information table with three tokens: 'S' strings, 'i' version and board, and
 * 'p' falcon data (NVIDIA open-gpu-doc BIOS-Information-Table). Pointers count from the image.
 */
final class BitForge {
  /** Bytes of table and token data together. */
  static final int LENGTH = 0xF0;

  private static final int HEADER = 12;
  private static final int TOKEN = 6;
  private static final int STRINGS = 0x20;
  private static final int INFO = 0x40;
  private static final int FALCON = 0xA0;
  private static final int SIGN_ON = 0xB0;
  private static final int VERSION = 0xC8;

  private BitForge() {}

  /**
   * The table for an image.
   *
   * @param at where the table goes, in bytes from the image
   * @param version the five bytes of the VBIOS version, in the order they are printed
   * @param falconData pointer to the falcon data, beyond the image; 0 for none
   */
  static byte[] build(int at, int[] version, long falconData) {
    String signOn = "Forged test ROM\r\n";
    String versionText =
        String.format(
            "Version %02X.%02X.%02X.%02X.%02X ",
            version[0], version[1], version[2], version[3], version[4]);
    Canvas table = new Canvas(LENGTH);
    table
        .u16(0, 0xB8FF)
        .ascii(2, "BIT")
        .u16(6, 0x0100) // version of the table, BCD
        .u8(8, HEADER)
        .u8(9, TOKEN)
        .u8(10, 3);
    table.balance(0, HEADER, 11);
    token(table, 0, 'S', 0x18, at + STRINGS);
    token(table, 1, 'i', 0x58, at + INFO);
    token(table, 2, 'p', 4, falconData == 0 ? 0 : at + FALCON);
    table
        .u16(STRINGS, at + SIGN_ON)
        .u8(STRINGS + 2, signOn.length())
        .u16(STRINGS + 3, at + VERSION)
        .u8(STRINGS + 5, versionText.length());
    return table
        .u8(INFO, version[3])
        .u8(INFO + 1, version[2])
        .u8(INFO + 2, version[1])
        .u8(INFO + 3, version[0])
        .u8(INFO + 4, version[4])
        .ascii(INFO + 0x0F, "11/01/26")
        .ascii(INFO + 0x30, "F0RGE0010001") // product, board and SKU, four characters each
        .u32(FALCON, falconData)
        .ascii(SIGN_ON, signOn)
        .ascii(VERSION, versionText)
        .bytes();
  }

  private static void token(Canvas table, int index, char id, int size, int pointer) {
    int at = HEADER + index * TOKEN;
    table.u8(at, id).u8(at + 1, 2).u16(at + 2, size).u16(at + 4, pointer);
  }
}
