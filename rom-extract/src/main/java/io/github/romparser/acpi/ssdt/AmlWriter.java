package io.github.romparser.acpi.ssdt;

import io.github.romparser.bytes.Slice;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes AML, the bytecode of ACPI tables (ACPI 6.4 §20.2). Its terms are {@link AmlTerm}s, which
 * write themselves with what is here.
 */
final class AmlWriter {

  /** Opcodes of constants and of data (ACPI 6.4 §20.3). */
  private static final int ZERO = 0x00;

  private static final int ONE = 0x01;
  private static final int BYTE = 0x0a;
  private static final int WORD = 0x0b;
  private static final int DWORD = 0x0c;
  private static final int QWORD = 0x0e;
  private static final int STRING = 0x0d;

  /** What stands before a path of more than one name, and for the root (ACPI 6.4 §20.2.2). */
  private static final int DUAL_NAME = 0x2e;

  private static final int MULTI_NAME = 0x2f;
  private static final int ROOT = '\\';

  /** What a package length with one byte can hold (ACPI 6.4 §20.2.4). */
  private static final int MOST_IN_ONE = 0x3f;

  /** Bits of the first byte of a longer package length, and bits of each byte behind it. */
  private static final int FIRST_BITS = 4;

  private static final int MORE_BITS = 8;

  /** How many bytes may follow the first one, and where their number stands in it. */
  private static final int MOST_MORE = 3;

  private static final int MORE_SHIFT = 6;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  AmlWriter() {}

  /** What was written. */
  byte[] bytes() {
    return out.toByteArray();
  }

  /** One byte: an opcode, or the flags of something. */
  void raw(int value) {
    out.write(value);
  }

  /** Bytes as they are. */
  void raw(Slice bytes) {
    out.writeBytes(bytes.toByteArray());
  }

  /** An opcode of one or more bytes. */
  void opcode(int... bytes) {
    for (int value : bytes) {
      out.write(value);
    }
  }

  /** The shortest form of an integer; it counts as unsigned. */
  void integer(long value) {
    if (value == 0) {
      raw(ZERO);
    } else if (value == 1) {
      raw(ONE);
    } else if (value >>> Byte.SIZE == 0) {
      number(BYTE, value, Byte.BYTES);
    } else if (value >>> Short.SIZE == 0) {
      number(WORD, value, Short.BYTES);
    } else if (value >>> Integer.SIZE == 0) {
      number(DWORD, value, Integer.BYTES);
    } else {
      number(QWORD, value, Long.BYTES);
    }
  }

  private void number(int prefix, long value, int bytes) {
    raw(prefix);
    for (int i = 0; i < bytes; i++) {
      raw((int) (value >>> (i * Byte.SIZE)));
    }
  }

  /** A string of ASCII characters, none of them 0. */
  void string(String text) {
    raw(STRING);
    out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    raw(0);
  }

  /** One name. */
  void segment(String name) {
    out.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(
        "_".repeat(AcpiPath.SEGMENT - name.length()).getBytes(StandardCharsets.US_ASCII));
  }

  /** A path from the root. */
  void path(AcpiPath path) {
    raw(ROOT);
    List<String> segments = path.segments();
    if (segments.size() == 2) {
      raw(DUAL_NAME);
    } else if (segments.size() > 2) {
      raw(MULTI_NAME);
      raw(segments.size());
    }
    segments.forEach(this::segment);
  }

  /** Terms, one behind the other. */
  void terms(List<AmlTerm> terms) {
    terms.forEach(term -> term.encode(this));
  }

  /** What a package holds. */
  interface Content {
    void write(AmlWriter out);
  }

  /** A length, which counts itself, and what it counts. */
  void packaged(Content content) {
    AmlWriter inner = new AmlWriter();
    content.write(inner);
    length(inner.out.size(), true);
    out.writeBytes(inner.bytes());
  }

  /**
   * A length in the form of a package length.
   *
   * @param count what is counted
   * @param itself whether the bytes of the length are counted too
   */
  void length(int count, boolean itself) {
    if (count + (itself ? 1 : 0) <= MOST_IN_ONE) {
      raw(count + (itself ? 1 : 0));
      return;
    }
    for (int more = 1; more <= MOST_MORE; more++) {
      long value = (long) count + (itself ? 1 + more : 0);
      if (value >>> (FIRST_BITS + more * MORE_BITS) == 0) {
        raw((more << MORE_SHIFT) | (int) (value & ((1 << FIRST_BITS) - 1)));
        for (int i = 0; i < more; i++) {
          raw((int) (value >>> (FIRST_BITS + i * MORE_BITS)));
        }
        return;
      }
    }
    throw new IllegalArgumentException(count + " bytes are more than a package length can tell");
  }
}
