package io.github.romparser.extract.handler;

import io.github.romparser.bytes.Slice;

/**
 * A small container with at least one ROM in it, which stands for its format in the tests that hold
 * for all formats.
 *
 * @param format the format's id
 * @param name what to call it; begins with the format's id
 * @param content its bytes
 */
public record Specimen(String format, String name, Slice content) {

  /** A specimen of a format, and which one of them. */
  public static Specimen of(String format, String kind, byte[] bytes) {
    return new Specimen(format, kind.isEmpty() ? format : format + "-" + kind, Slice.of(bytes));
  }

  /** A copy of its bytes. */
  public byte[] bytes() {
    return content.toByteArray();
  }

  @Override
  public String toString() {
    return name;
  }
}
