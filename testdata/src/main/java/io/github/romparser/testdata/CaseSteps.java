package io.github.romparser.testdata;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Runs the steps of a case, one after the other, on bytes that begin with none. Numbers are decimal
 * or begin with 0x.
 *
 * <p>These append: {@code rom NAME}, {@code acpi NAME} (a table of {@link AcpiLayouts}), {@code hex
 * AA 55}, {@code text "…"}, {@code utf16 "…"} (little-endian with a byte order mark), {@code fill N
 * BYTE}, {@code random N SEED}. These change what is there: {@code cut N} keeps the first N bytes
 * or, when negative, drops the last; {@code drop N} removes the first N; {@code set OFFSET HEX};
 * {@code prefix N BYTE}; {@code repeat N}; {@code swap16} swaps the bytes of every pair; {@code as
 * FORMAT} writes them as text of {@link DumpTextForge}; {@code sum START LENGTH AT} sets the byte
 * at AT so that the bytes of the range sum to 0.
 */
final class CaseSteps {
  /** No case needs more, and a slip of the pen shall not fill the memory. */
  private static final int MOST = 64 << 20;

  private CaseSteps() {}

  static byte[] run(List<String> steps) {
    byte[] bytes = new byte[0];
    for (String step : steps) {
      bytes = run(step, bytes);
    }
    return bytes;
  }

  /** The bytes after one step; those given are left as they are. */
  static byte[] run(String step, byte[] bytes) {
    String[] parts = step.split("\\s+", 2);
    String rest = parts.length < 2 ? "" : parts[1].strip();
    return switch (parts[0]) {
      case "rom" -> append(bytes, RomForge.named(rest));
      case "acpi" -> append(bytes, AcpiLayouts.named(rest));
      case "as" -> DumpTextForge.text(rest, bytes);
      case "hex" -> append(bytes, hex(rest));
      case "text" -> append(bytes, quoted(rest).getBytes(StandardCharsets.UTF_8));
      case "utf16" -> append(bytes, ('\uFEFF' + quoted(rest)).getBytes(StandardCharsets.UTF_16LE));
      case "fill" -> {
        long[] n = numbers(rest, 2);
        yield append(bytes, filled(n[0], n[1]));
      }
      case "random" -> {
        long[] n = numbers(rest, 2);
        byte[] random = new byte[size(n[0])];
        new SplittableRandom(n[1]).nextBytes(random);
        yield append(bytes, random);
      }
      case "cut" -> cut(bytes, numbers(rest, 1)[0]);
      case "drop" -> Arrays.copyOfRange(bytes, within(bytes, numbers(rest, 1)[0]), bytes.length);
      case "set" -> set(bytes, rest);
      case "prefix" -> {
        long[] n = numbers(rest, 2);
        yield append(filled(n[0], n[1]), bytes);
      }
      case "repeat" -> repeat(bytes, numbers(rest, 1)[0]);
      case "swap16" -> {
        numbers(rest, 0);
        yield swap16(bytes);
      }
      case "sum" -> sum(bytes, numbers(rest, 3));
      // Says who is asked, see RomCase.question.
      case RomCase.FOR -> bytes;
      default -> throw new IllegalArgumentException("no step is called " + parts[0]);
    };
  }

  /** A number, decimal or with 0x. */
  static long number(String text) {
    boolean negative = text.startsWith("-");
    String digits = negative ? text.substring(1) : text;
    try {
      long value =
          digits.startsWith("0x")
              ? Long.parseLong(digits, 2, digits.length(), 16)
              : Long.parseLong(digits);
      return negative ? -value : value;
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("not a number: " + text, e);
    }
  }

  private static long[] numbers(String text, int count) {
    long[] numbers =
        text.isEmpty()
            ? new long[0]
            : Arrays.stream(text.split("\\s+")).mapToLong(CaseSteps::number).toArray();
    if (numbers.length != count) {
      throw new IllegalArgumentException(
          count + " numbers are needed, there are " + numbers.length + ": " + text);
    }
    return numbers;
  }

  private static byte[] hex(String text) {
    String digits = text.replaceAll("\\s+", "");
    if (digits.isEmpty()) {
      throw new IllegalArgumentException("hex digits are missing");
    }
    return HexFormat.of().parseHex(digits);
  }

  private static String quoted(String text) {
    if (text.length() < 2 || !text.startsWith("\"") || !text.endsWith("\"")) {
      throw new IllegalArgumentException("text in double quotes is needed: " + text);
    }
    StringBuilder plain = new StringBuilder();
    int end = text.length() - 1;
    for (int i = 1; i < end; i++) {
      char c = text.charAt(i);
      if (c == '"' || (c == '\\' && i + 1 == end)) {
        throw new IllegalArgumentException("the quotes do not match: " + text);
      }
      plain.append(c == '\\' ? escaped(text.charAt(++i)) : c);
    }
    return plain.toString();
  }

  private static char escaped(char c) {
    return switch (c) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case '0' -> '\0';
      case '"', '\\' -> c;
      default -> throw new IllegalArgumentException("no escape is written \\" + c);
    };
  }

  private static byte[] append(byte[] first, byte[] second) {
    byte[] joined = Arrays.copyOf(first, size((long) first.length + second.length));
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }

  private static byte[] filled(long length, long value) {
    if (value < 0 || value > 0xFF) {
      throw new IllegalArgumentException("not a byte: " + value);
    }
    byte[] filled = new byte[size(length)];
    Arrays.fill(filled, (byte) value);
    return filled;
  }

  private static byte[] cut(byte[] bytes, long length) {
    return Arrays.copyOf(bytes, within(bytes, length < 0 ? bytes.length + length : length));
  }

  private static byte[] set(byte[] bytes, String text) {
    String[] parts = text.split("\\s+", 2);
    if (parts.length < 2) {
      throw new IllegalArgumentException("an offset and hex digits are needed: " + text);
    }
    byte[] piece = hex(parts[1]);
    int at = within(bytes, number(parts[0]));
    within(bytes, (long) at + piece.length);
    return new Canvas(bytes.clone()).put(at, piece).bytes();
  }

  private static byte[] repeat(byte[] bytes, long count) {
    if (count < 0 || count > MOST) {
      throw new IllegalArgumentException("not a count: " + count);
    }
    byte[] repeated = new byte[size(bytes.length * count)];
    for (int i = 0; i < repeated.length; i++) {
      repeated[i] = bytes[i % bytes.length];
    }
    return repeated;
  }

  private static byte[] swap16(byte[] bytes) {
    byte[] swapped = bytes.clone();
    for (int i = 0; i + 1 < bytes.length; i += 2) {
      swapped[i] = bytes[i + 1];
      swapped[i + 1] = bytes[i];
    }
    return swapped;
  }

  private static byte[] sum(byte[] bytes, long[] n) {
    int from = within(bytes, n[0]);
    int end = within(bytes, n[0] + n[1]);
    if (n[2] < from || n[2] >= end) {
      throw new IllegalArgumentException("the byte at " + n[2] + " is not in the range");
    }
    return new Canvas(bytes.clone()).balance(from, end, (int) n[2]).bytes();
  }

  private static int within(byte[] bytes, long offset) {
    if (offset < 0 || offset > bytes.length) {
      throw new IllegalArgumentException(offset + " is outside of " + bytes.length + " bytes");
    }
    return (int) offset;
  }

  private static int size(long size) {
    if (size < 0 || size > MOST) {
      throw new IllegalArgumentException("not a size for a case: " + size);
    }
    return (int) size;
  }
}
