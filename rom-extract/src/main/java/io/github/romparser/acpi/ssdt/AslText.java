package io.github.romparser.acpi.ssdt;

import io.github.romparser.bytes.Slice;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Writes ASL, the source text of ACPI tables (ACPI 6.4 §19) as iasl reads it. Its terms are {@link
 * AmlTerm}s, which write themselves with what is here.
 */
final class AslText {

  private static final String INDENT = "    ";

  /** How many bytes of a buffer stand on one line. */
  private static final int BYTES_A_LINE = 16;

  private static final HexFormat BYTES =
      HexFormat.ofDelimiter(", ").withPrefix("0x").withUpperCase();

  private final StringBuilder text = new StringBuilder();
  private int depth;

  AslText() {}

  /** What was written. */
  String text() {
    return text.toString();
  }

  /** One whole line. */
  void line(String line) {
    text.append(line.isEmpty() ? "" : INDENT.repeat(depth)).append(line).append('\n');
  }

  /** A block with a head, in braces. */
  void block(String head, List<AmlTerm> body) {
    line(head);
    body(body);
  }

  private void body(List<AmlTerm> body) {
    line("{");
    depth++;
    body.forEach(term -> term.print(this));
    depth--;
    line("}");
  }

  /** Lines in braces. */
  void lines(String head, List<String> lines) {
    line(head);
    line("{");
    depth++;
    lines.forEach(this::line);
    depth--;
    line("}");
  }

  /** Bytes in braces, behind a head. */
  void bytes(String head, Slice bytes, String end) {
    line(head);
    line("{");
    depth++;
    for (int at = 0; at < bytes.length(); at += BYTES_A_LINE) {
      Slice part = bytes.clamp(at, BYTES_A_LINE);
      boolean last = at + BYTES_A_LINE >= bytes.length();
      line(BYTES.formatHex(part.toByteArray()) + (last ? "" : ","));
    }
    depth--;
    line("}" + end);
  }

  /** An integer: small ones in decimal, others in hex. */
  static String integer(long value) {
    return value >= 0 && value < 10
        ? Long.toString(value)
        : "0x" + Long.toHexString(value).toUpperCase(Locale.ROOT);
  }

  /** A string in quotes; it holds neither quotes nor backslashes. */
  static String string(String text) {
    return '"' + text + '"';
  }
}
