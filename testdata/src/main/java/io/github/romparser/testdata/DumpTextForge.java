package io.github.romparser.testdata;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Writes bytes as text, as the programs do that people save ROMs with. */
public final class DumpTextForge {
  /** A row of most programs. */
  private static final int ROW = 16;

  private DumpTextForge() {}

  /** The text of a format, in UTF-8 but for the registry, which writes UTF-16. */
  public static byte[] text(String format, byte[] bytes) {
    return switch (format) {
      case "acpi-call" -> ascii(acpiCall(bytes, 42));
      case "acpi-call-old" -> ascii(oldAcpiCall(bytes));
      case "acpiexec" -> ascii(acpiexec(bytes));
      case "acpidump" -> ascii(acpidump(bytes));
      case "asl" -> ascii(asl("RP00", bytes));
      case "c-array" -> ascii(cArray(bytes));
      case "list" -> ascii(list(bytes, "0x%02x", ", "));
      case "pairs" -> ascii(list(bytes, "%02X", " "));
      case "plain" -> ascii(list(bytes, "%02x", ""));
      case "decimal" -> ascii(list(bytes, "%d", ", "));
      case "xxd" -> ascii(rows(bytes, "%08x: ", 2, "  ", true));
      case "hexdump-c" -> ascii(rows(bytes, "%08x  ", 1, "  |", true));
      case "hexdump" -> ascii(words(bytes));
      case "od" -> ascii(octal(bytes));
      case "od-x1" -> ascii(rows(bytes, "%06x ", 1, "", false));
      case "od-d" -> ascii(rows(bytes, "%07d ", 1, "", false));
      case "reg" -> ('\uFEFF' + registry(bytes)).getBytes(StandardCharsets.UTF_16LE);
      case "reg-8" -> registry(bytes).getBytes(StandardCharsets.UTF_8);
      default -> throw new IllegalArgumentException("no text is called " + format);
    };
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static int u8(byte[] bytes, int at) {
    return bytes[at] & 0xFF;
  }

  /** Replies of some bytes each, with the NUL that follows a reply. */
  public static String acpiCall(byte[] bytes, int size) {
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < bytes.length; at += size) {
      int end = Math.min(bytes.length, at + size);
      text.append('{');
      for (int i = at; i < end; i++) {
        text.append(String.format(Locale.ROOT, i == at ? "0x%02x" : ", 0x%02x", u8(bytes, i)));
      }
      text.append("}\0\n");
    }
    return text.toString();
  }

  private static String oldAcpiCall(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    text.append(String.format(Locale.ROOT, "Buffer (0x%x) {\n", bytes.length));
    for (int i = 0; i < bytes.length; i++) {
      text.append(String.format(Locale.ROOT, "0x%02x, %s", u8(bytes, i), i % 8 == 7 ? "\n" : ""));
    }
    return text.append("}\n").toString();
  }

  private static String acpiexec(byte[] bytes) {
    StringBuilder text = new StringBuilder("ACPI: SSDT 0x0000560643DF82A0 000024 (v02 FORGED)\n");
    for (int at = 0; at < bytes.length; at += 0x1000) {
      byte[] piece = java.util.Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + 0x1000));
      text.append("- evaluate \\DEV0._ROM ")
          .append(at)
          .append(" 0x1000\n\nEvaluating \\DEV0._ROM\n");
      text.append(String.format(Locale.ROOT, "  [Buffer] Length %X = \n", piece.length));
      text.append(rows(piece, "    %04X: ", 1, " // ", true).toUpperCase(Locale.ROOT)).append('\n');
    }
    return text.toString();
  }

  /** A table as acpidump prints it. */
  public static String acpidump(byte[] table) {
    String signature = new String(table, 0, 4, StandardCharsets.ISO_8859_1);
    return signature
        + " @ 0x0000000000000000\n"
        + rows(table, "    %04X: ", 1, "  ", true).toUpperCase(Locale.ROOT)
        + "\n";
  }

  private static String asl(String name, byte[] bytes) {
    StringBuilder text =
        new StringBuilder("DefinitionBlock (\"\", \"SSDT\", 2, \"F\", \"T\", 1)\n{\n");
    text.append("    Scope (\\_SB)\n    {\n        Name (_ADR, Zero)  // _ADR: Address\n");
    text.append(
        String.format(
            Locale.ROOT, "        Name (%s, Buffer (0x%04X)\n        {\n", name, bytes.length));
    for (int at = 0; at < bytes.length; at += 8) {
      text.append(String.format(Locale.ROOT, "            /* %04X */  ", at));
      for (int i = at; i < Math.min(bytes.length, at + 8); i++) {
        text.append(String.format(Locale.ROOT, "0x%02X, ", u8(bytes, i)));
      }
      text.append(" // ........\n");
    }
    return text.append("        })\n    }\n}\n").toString();
  }

  private static String cArray(byte[] bytes) {
    return "/* made by xxd -i */\nunsigned char gpu_rom[] = {\n"
        + list(bytes, "0x%02x", ", ")
        + "\n};\nunsigned int gpu_rom_len = "
        + bytes.length
        + ";\n";
  }

  private static String list(byte[] bytes, String each, String between) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < bytes.length; i++) {
      text.append(i == 0 ? "" : i % 12 == 0 ? between.strip() + "\n" : between);
      text.append(String.format(Locale.ROOT, each, u8(bytes, i)));
    }
    return text.append('\n').toString();
  }

  /** Rows of 16 bytes; runs of equal rows are not left out. */
  private static String rows(byte[] bytes, String offset, int group, String tail, boolean shown) {
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < bytes.length; at += ROW) {
      text.append(String.format(Locale.ROOT, offset, at));
      int end = Math.min(bytes.length, at + ROW);
      for (int i = at; i < at + ROW; i++) {
        boolean gap = i > at && (i - at) % group == 0;
        text.append(gap ? " " : "");
        if (tail.endsWith("|") && i == at + 8) {
          text.append(' ');
        }
        text.append(i < end ? String.format(Locale.ROOT, "%02x", u8(bytes, i)) : shown ? "  " : "");
      }
      if (shown) {
        text.append(tail);
        for (int i = at; i < end; i++) {
          int c = u8(bytes, i);
          text.append(c >= ' ' && c < 0x7F ? (char) c : '.');
        }
        text.append(tail.endsWith("|") ? "|" : "");
      }
      text.append('\n');
    }
    return text.toString();
  }

  /** hexdump without options: little-endian words, and a star for equal rows. */
  private static String words(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    boolean star = false;
    for (int at = 0; at < bytes.length; at += ROW) {
      int end = Math.min(bytes.length, at + ROW);
      boolean same =
          at > 0 && end == at + ROW && java.util.Arrays.equals(bytes, at - ROW, at, bytes, at, end);
      if (same) {
        text.append(star ? "" : "*\n");
        star = true;
        continue;
      }
      star = false;
      text.append(String.format(Locale.ROOT, "%07x", at));
      for (int i = at; i + 1 < end; i += 2) {
        text.append(String.format(Locale.ROOT, " %02x%02x", u8(bytes, i + 1), u8(bytes, i)));
      }
      text.append('\n');
    }
    return text.append(String.format(Locale.ROOT, "%07x\n", bytes.length)).toString();
  }

  /** od without options: octal offsets and octal words. */
  private static String octal(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < bytes.length; at += ROW) {
      text.append(String.format(Locale.ROOT, "%07o", at));
      for (int i = at; i + 1 < Math.min(bytes.length, at + ROW); i += 2) {
        text.append(String.format(Locale.ROOT, " %06o", u8(bytes, i) | u8(bytes, i + 1) << 8));
      }
      text.append('\n');
    }
    return text.append(String.format(Locale.ROOT, "%07o\n", bytes.length)).toString();
  }

  private static String registry(byte[] bytes) {
    StringBuilder text = new StringBuilder("Windows Registry Editor Version 5.00\r\n\r\n");
    text.append("[HKEY_LOCAL_MACHINE\\SYSTEM\\ControlSet001\\Video\\0000]\r\n");
    text.append("\"DriverDesc\"=\"A \\\"card\\\"\"\r\n\"Flags\"=dword:00000001\r\n");
    text.append("\"Short\"=hex:01,02,03\r\n@=hex(7):41,00,00,00\r\n\"VideoBios\"=hex:");
    for (int i = 0; i < bytes.length; i++) {
      text.append(String.format(Locale.ROOT, i == 0 ? "%02x" : ",%02x", u8(bytes, i)));
      if (i % 25 == 24 && i + 1 < bytes.length) {
        text.append(",\\\r\n  ");
        i++;
        text.append(String.format(Locale.ROOT, "%02x", u8(bytes, i)));
      }
    }
    return text.append("\r\n\"Behind\"=hex:ff\r\n").toString();
  }
}
