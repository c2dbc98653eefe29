package io.github.romparser.acpi.ssdt;

import java.util.List;

/**
 * What can be done with values: opcode (ACPI 6.4 §20.3), how it is written in ASL, and how many
 * targets follow the operands in AML that are not used here.
 */
enum AmlOperator {
  STORE("{1} = {0}", 0, 0x70),
  ADD("({0} + {1})", 1, 0x72),
  CONCATENATE("Concatenate ({0}, {1})", 1, 0x73),
  SUBTRACT("({0} - {1})", 1, 0x74),
  INCREMENT("{0}++", 0, 0x75),
  DECREMENT("{0}--", 0, 0x76),
  /** Dividend, divisor, target of the remainder, target of the quotient. */
  DIVIDE("Divide ({0}, {1}, {2}, {3})", 0, 0x78),
  SHIFT_LEFT("({0} << {1})", 1, 0x79),
  OR("({0} | {1})", 1, 0x7d),
  SIZE_OF("SizeOf ({0})", 0, 0x87),
  INDEX("{0}[{1}]", 1, 0x88),
  AND_ALSO("({0} && {1})", 0, 0x90),
  NOT("(!{0})", 0, 0x92),
  EQUAL("({0} == {1})", 0, 0x93),
  GREATER("({0} > {1})", 0, 0x94),
  LESS("({0} < {1})", 0, 0x95),
  /** Not less: AML has no opcode of its own for it. */
  NOT_LESS("({0} >= {1})", 0, 0x95, 0x92),
  TO_STRING("ToString ({0}, {1})", 1, 0x9c),
  COPY_OBJECT("CopyObject ({0}, {1})", 0, 0x9d),
  MID("Mid ({0}, {1}, {2})", 1, 0x9e),
  RETURN("Return ({0})", 0, 0xa4);

  /** A target that is not used (ACPI 6.4 §20.2.2: NullName). */
  private static final int NO_TARGET = 0x00;

  private static final int NO_OPCODE = -1;

  private final String text;
  private final int unusedTargets;
  private final int opcode;
  private final int before;

  AmlOperator(String text, int unusedTargets, int opcode) {
    this(text, unusedTargets, opcode, NO_OPCODE);
  }

  /**
   * An operator.
   *
   * @param before the opcode of another operator that is applied to the result
   */
  AmlOperator(String text, int unusedTargets, int opcode, int before) {
    this.text = text;
    this.unusedTargets = unusedTargets;
    this.opcode = opcode;
    this.before = before;
  }

  void encode(AmlWriter out, List<AmlValue> operands) {
    if (this == STORE
        && operands.get(0) instanceof AmlValue.Operation value
        && value.operator().isArithmetic()) {
      // As iasl has it: the target of the operator itself is used.
      value.operator().opcode(out, value.operands());
      operands.get(1).encode(out);
      return;
    }
    opcode(out, operands);
    for (int i = 0; i < unusedTargets; i++) {
      out.raw(NO_TARGET);
    }
  }

  private boolean isArithmetic() {
    return this == ADD || this == SUBTRACT || this == SHIFT_LEFT || this == OR;
  }

  private void opcode(AmlWriter out, List<AmlValue> operands) {
    if (before != NO_OPCODE) {
      out.opcode(before);
    }
    out.opcode(opcode);
    operands.forEach(operand -> operand.encode(out));
  }

  /** The source text: the operands stand where the template has their numbers. */
  String asl(List<AmlValue> operands) {
    StringBuilder asl = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '{') {
        asl.append(operands.get(text.charAt(i + 1) - '0').asl());
        i += "0}".length();
      } else {
        asl.append(c);
      }
    }
    return asl.toString();
  }
}
