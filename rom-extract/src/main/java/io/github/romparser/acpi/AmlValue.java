package io.github.romparser.acpi;

import io.github.romparser.bytes.Slice;
import java.util.OptionalLong;

/**
 * An operand as far as it can be told without running the code: a number, a name, or neither.
 *
 * @param number its value
 * @param name the object whose value it is, as it is written; empty where it is none
 * @param end first byte behind it; -1 where that cannot be told
 */
record AmlValue(OptionalLong number, AmlName name, int end) {

  /** Operators stand in each other a few levels deep. */
  private static final int DEEPEST = 4;

  private static final AmlValue UNKNOWN = new AmlValue(OptionalLong.empty(), AmlName.NONE, -1);

  /** Reads an operand; numbers that are put together from numbers are worked out. */
  static AmlValue read(Slice aml, int at) {
    return read(aml, at, DEEPEST);
  }

  private static AmlValue read(Slice aml, int at, int levels) {
    if (!aml.has(at, 1)) {
      return UNKNOWN;
    }
    int opcode = aml.u8(at);
    return switch (opcode) {
      case 0x00 -> number(0, at + 1);
      case 0x01 -> number(1, at + 1);
      case 0xff -> number(-1, at + 1);
      case 0x0a -> aml.has(at, 2) ? number(aml.u8(at + 1L), at + 2) : UNKNOWN;
      case 0x0b -> aml.has(at, 3) ? number(aml.u16(at + 1L), at + 3) : UNKNOWN;
      case 0x0c -> aml.has(at, 5) ? number(aml.u32(at + 1L), at + 5) : UNKNOWN;
      case 0x0e ->
          aml.has(at, 9) ? number(aml.u32(at + 1L) | aml.u32(at + 5L) << 32, at + 9) : UNKNOWN;
      case 0x72, 0x74, 0x77, 0x79, 0x7a, 0x7b, 0x7d -> operator(aml, at, levels);
      default -> {
        // Local and argument, else a name; anything else is worked out when the code runs.
        if (opcode >= 0x60 && opcode <= 0x6e) {
          yield new AmlValue(OptionalLong.empty(), AmlName.NONE, at + 1);
        }
        AmlName name = AmlName.begins(opcode) ? AmlName.read(aml, at) : AmlName.NONE;
        yield new AmlValue(OptionalLong.empty(), name, name.end());
      }
    };
  }

  private static AmlValue number(long value, int end) {
    return new AmlValue(OptionalLong.of(value), AmlName.NONE, end);
  }

  /** Two operands and a target (ACPI 6.4 §20.2.5.4). */
  private static AmlValue operator(Slice aml, int at, int levels) {
    if (levels == 0) {
      return UNKNOWN;
    }
    AmlValue left = read(aml, at + 1, levels - 1);
    AmlValue right = left.end < 0 ? UNKNOWN : read(aml, left.end, levels - 1);
    AmlValue target = right.end < 0 ? UNKNOWN : read(aml, right.end, 0);
    if (target.end < 0) {
      return UNKNOWN;
    }
    if (left.number.isEmpty() || right.number.isEmpty()) {
      return new AmlValue(OptionalLong.empty(), AmlName.NONE, target.end);
    }
    long a = left.number.getAsLong();
    long b = right.number.getAsLong();
    long shift = b & 0x3f;
    return number(
        switch (aml.u8(at)) {
          case 0x72 -> a + b;
          case 0x74 -> a - b;
          case 0x77 -> a * b;
          case 0x79 -> a << shift;
          case 0x7a -> a >>> shift;
          case 0x7b -> a & b;
          default -> a | b;
        },
        target.end);
  }
}
