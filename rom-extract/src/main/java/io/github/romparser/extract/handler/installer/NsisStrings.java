package io.github.romparser.extract.handler.installer;

import io.github.romparser.bytes.Slice;
import java.util.Map;

/**
 * The strings of an installer, in Latin-1 or UTF-16, each up to its zero. A code in a string stands
 * for a variable, a folder of the system or a string in the language of the day; behind it are two
 * bytes or one UTF-16 value with its number, seven bits a byte (NSIS Source/exehead/util.c). In
 * NSIS 3 the codes are 1 to 4, in NSIS 2 they are 0xFC to 0xFF.
 *
 * @param table all strings
 * @param width of a character in bytes
 * @param old whether the codes are those of NSIS 2
 */
record NsisStrings(Slice table, int width, boolean old) {

  /** Longer strings are cut, in characters. */
  static final int LONGEST = 512;

  static final String INSTALL_FOLDER = "$INSTDIR";
  static final String OUTPUT_FOLDER = "$OUTDIR";
  static final String SAVED_FOLDER_NAME = "$_OUTDIR";

  /** The variable in which a script keeps the folder while it goes into others. */
  static final int SAVED_FOLDER = 31;

  private static final int LANGUAGE = 1;
  private static final int SYSTEM = 2;
  private static final int VARIABLE = 3;
  private static final int LITERAL = 4;

  /** In NSIS 2 from this on, the other way round. */
  private static final int OLD_CODES = 0xfc;

  private static final int HIGH = 0x80;

  /** Numbers of variables (NSIS Source/build.cpp). */
  private static final Map<Integer, String> NAMES =
      Map.of(
          20,
          "$CMDLINE",
          21,
          INSTALL_FOLDER,
          22,
          OUTPUT_FOLDER,
          23,
          "$EXEDIR",
          24,
          "$LANGUAGE",
          25,
          "$TEMP",
          26,
          "$PLUGINSDIR",
          27,
          "$EXEPATH",
          28,
          "$EXEFILE",
          SAVED_FOLDER,
          SAVED_FOLDER_NAME);

  /** Strings, whose first is empty: of two bytes in UTF-16. */
  static NsisStrings of(Slice table) {
    int width = table.has(0, 2) && table.u16(0) == 0 ? 2 : 1;
    return new NsisStrings(table, width, width == 1 && !hasNewCodes(table));
  }

  /** Whether a variable of NSIS 3 stands anywhere: every script has one. */
  private static boolean hasNewCodes(Slice table) {
    for (int i = 0; i + 2 < table.length(); i++) {
      if (table.u8(i) == VARIABLE && table.u8(i + 1) >= HIGH && table.u8(i + 2) >= HIGH) {
        return true;
      }
    }
    return false;
  }

  /** The string at a place, which counts in characters. */
  String at(long place) {
    StringBuilder text = new StringBuilder();
    long at = place * width;
    while (table.has(at, width) && text.length() < LONGEST) {
      int c = character(at);
      at += width;
      int code = code(c);
      if (c == 0) {
        break;
      }
      if (code == 0) {
        text.append((char) c);
      } else if (code == LITERAL && table.has(at, width)) {
        text.append((char) character(at));
        at += width;
      } else if (table.has(at, 2)) {
        int number = (table.u8(at) & ~HIGH) | ((table.u8(at + 1) & ~HIGH) << 7);
        at += 2;
        text.append(name(code, number));
      }
    }
    return text.toString();
  }

  private int character(long at) {
    return width == 2 ? table.u16(at) : table.u8(at);
  }

  private int code(int c) {
    if (old) {
      return c >= OLD_CODES ? LITERAL - (c - OLD_CODES) : 0;
    }
    return c >= LANGUAGE && c <= LITERAL ? c : 0;
  }

  private static String name(int code, int number) {
    return switch (code) {
      case VARIABLE -> NAMES.getOrDefault(number, variable(number));
      case SYSTEM -> "$SYSTEM" + number;
      default -> "$LANGUAGE" + number;
    };
  }

  private static String variable(int number) {
    return number < 10 ? "$" + number : number < 20 ? "$R" + (number - 10) : "$_" + number;
  }
}
