package io.github.romparser.testdata;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Builds NVIDIA's BIOS information table (NVIDIA open-gpu-doc BIOS-Information-Table): always with
 * the tokens 'S' strings, 'i' version and board, and 'p' falcon data, and with others as wanted.
 * Pointers count from the image. The setters change this builder and return it.
 */
public final class BitForge {
  private static final int HEADER = 12;
  private static final int TOKEN = 6;
  private static final int WIDE_TOKEN = 8;
  private static final int STRINGS = 0x20;
  private static final int INFO = 0x40;
  private static final int FALCON = 0xA0;
  private static final int SIGN_ON = 0xB0;
  private static final int VERSION = 0xC8;

  /** Where the data of further tokens begin. */
  private static final int MORE = 0xF0;

  /** By how much all data move back where there are more than three tokens. */
  private static final int MOVED = 0x80;

  private static final class Token {
    final int id;
    final int version;
    final int size;
    final int pointer;

    Token(int id, int version, int size, int pointer) {
      this.id = id;
      this.version = version;
      this.size = size;
      this.pointer = pointer;
    }
  }

  private final int at;
  private final int[] version;
  private final List<Token> tokens = new ArrayList<>();
  private final List<byte[]> more = new ArrayList<>();
  private int moreLength;
  private int[] built;
  private int textVersion = 2;
  private long falconData;
  private boolean wide;
  private String date = "11/01/26";
  private String board = "F0RGE0010001";
  private byte[] guid = new byte[16];
  private String[] texts = {};

  private BitForge(int at, int... version) {
    this.at = at;
    this.version = version.clone();
    this.built = version.clone();
  }

  /**
   * A table for an image.
   *
   * @param at where the table goes, in bytes from the image
   * @param version the five bytes of the VBIOS version, in the order they are printed
   */
  public static BitForge at(int at, int... version) {
    return new BitForge(at, version);
  }

  /** Token 'i' has another version than the strings. */
  public BitForge built(int... other) {
    this.built = other.clone();
    return this;
  }

  /** The pointer in token 'p' to the falcon table, beyond the image; 0 for none. */
  public BitForge falcon(long pointer) {
    this.falconData = pointer;
    return this;
  }

  /** Tokens of 8 bytes, with pointers of 4. */
  public BitForge wide() {
    this.wide = true;
    return this;
  }

  /** Date and board in token 'i': MM/DD/YY, and product, board and SKU, four characters each. */
  public BitForge board(String builtOn, String numbers) {
    this.date = builtOn;
    this.board = numbers;
    return this;
  }

  /** The 16 bytes of the build's id in token 'i'. */
  public BitForge guid(byte... bytes) {
    this.guid = bytes.clone();
    return this;
  }

  /** Token 'S' of version 2 with all eight strings, the version string among them. */
  public BitForge texts(String... all) {
    this.texts = all.clone();
    return this;
  }

  /** Token 'S' of version 1 with five strings: sign-on, OEM, vendor, product, revision. */
  public BitForge oldTexts(String... five) {
    this.textVersion = 1;
    return texts(five);
  }

  /** Token 'B' with a version of its own. */
  public BitForge biosData(int... other) {
    return data('B', 2, new Canvas(0x25).put(0, stored(other)).bytes());
  }

  /** Token 'C' with the place of the clock table. */
  public BitForge clocks(int dataVersion, int pointer) {
    return data('C', dataVersion, new Canvas(0x1C).u16(dataVersion == 1 ? 8 : 0, pointer).bytes());
  }

  /** Token 'u' with the oldest EFI driver, the level and the flags. */
  public BitForge uefi(long oldest, int level, long flags) {
    return data('u', 1, new Canvas(13).u32(0, oldest).u8(4, level).u32(5, flags).bytes());
  }

  /** A token whose data stand behind the table. */
  public BitForge data(int id, int dataVersion, byte... bytes) {
    return token(id, dataVersion, bytes.length, at + MOVED + MORE + add(bytes));
  }

  /** Any token; the pointer counts from the image. */
  public BitForge token(int id, int dataVersion, int size, int pointer) {
    tokens.add(new Token(id, dataVersion, size, pointer));
    return this;
  }

  /** The table with all data. */
  public byte[] build() {
    int moved = tokens.isEmpty() && texts.length == 0 && !wide ? 0 : MOVED;
    List<Integer> places = new ArrayList<>();
    for (String text : texts) {
      places.add(at + MOVED + MORE + add((text + '\0').getBytes(StandardCharsets.ISO_8859_1)));
    }
    Canvas table = new Canvas(moved + MORE + moreLength);
    table
        .u16(0, 0xB8FF)
        .ascii(2, "BIT")
        .u16(6, 0x0100) // version of the table, BCD
        .u8(8, HEADER)
        .u8(9, wide ? WIDE_TOKEN : TOKEN)
        .u8(10, 3 + tokens.size());
    table.balance(0, HEADER, 11);
    int stringsSize = texts.length == 0 ? 0x18 : 3 * texts.length;
    put(table, 0, new Token('S', textVersion, stringsSize, at + moved + STRINGS));
    put(table, 1, new Token('i', 2, 0x58, at + moved + INFO));
    put(table, 2, new Token('p', 2, 4, falconData == 0 ? 0 : at + moved + FALCON));
    for (int i = 0; i < tokens.size(); i++) {
      put(table, 3 + i, tokens.get(i));
    }
    strings(table, moved, places);
    table
        .put(moved + INFO, stored(built))
        .ascii(moved + INFO + 0x0F, date)
        .ascii(moved + INFO + 0x30, board)
        .put(moved + INFO + 0x48, guid)
        .u32(moved + FALCON, falconData);
    int end = moved + MORE;
    for (byte[] bytes : more) {
      table.put(end, bytes);
      end += bytes.length;
    }
    return table.bytes();
  }

  private void strings(Canvas table, int moved, List<Integer> places) {
    if (texts.length > 0) {
      for (int i = 0; i < texts.length; i++) {
        table
            .u16(moved + STRINGS + 3 * i, places.get(i))
            .u8(moved + STRINGS + 3 * i + 2, texts[i].length());
      }
      return;
    }
    String signOn = "Forged test ROM\r\n";
    String text = versionText(version);
    table
        .u16(moved + STRINGS, at + moved + SIGN_ON)
        .u8(moved + STRINGS + 2, signOn.length())
        .u16(moved + STRINGS + 3, at + moved + VERSION)
        .u8(moved + STRINGS + 5, text.length())
        .ascii(moved + SIGN_ON, signOn)
        .ascii(moved + VERSION, text);
  }

  /** The version string for a version. */
  public static String versionText(int... five) {
    return String.format(
        Locale.ROOT,
        "Version %02X.%02X.%02X.%02X.%02X ",
        five[0],
        five[1],
        five[2],
        five[3],
        five[4]);
  }

  private int add(byte... bytes) {
    int place = moreLength;
    more.add(bytes);
    moreLength += bytes.length;
    return place;
  }

  /** Four bytes, lowest first, and the fifth. */
  private static byte[] stored(int... five) {
    return new Canvas(5)
        .u8(0, five[3])
        .u8(1, five[2])
        .u8(2, five[1])
        .u8(3, five[0])
        .u8(4, five[4])
        .bytes();
  }

  private void put(Canvas table, int index, Token token) {
    int place = HEADER + index * (wide ? WIDE_TOKEN : TOKEN);
    table
        .u8(place, token.id)
        .u8(place + 1, token.version)
        .u16(place + 2, token.size)
        .u16(place + 4, token.pointer);
  }
}
