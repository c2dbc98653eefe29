package io.github.romparser.acpi.ssdt;

import static io.github.romparser.acpi.ssdt.AmlOperator.CONCATENATE;
import static io.github.romparser.acpi.ssdt.AmlOperator.GREATER;
import static io.github.romparser.acpi.ssdt.AmlOperator.LESS;
import static io.github.romparser.acpi.ssdt.AmlOperator.RETURN;
import static io.github.romparser.acpi.ssdt.AmlOperator.SIZE_OF;
import static io.github.romparser.acpi.ssdt.AmlOperator.STORE;
import static io.github.romparser.acpi.ssdt.AmlOperator.SUBTRACT;
import static io.github.romparser.acpi.ssdt.AmlValue.apply;
import static io.github.romparser.acpi.ssdt.AmlValue.argument;
import static io.github.romparser.acpi.ssdt.AmlValue.local;
import static io.github.romparser.acpi.ssdt.AmlValue.number;
import static io.github.romparser.acpi.ssdt.AmlValue.zeros;

import java.util.ArrayList;
import java.util.List;

/**
 * The method {@code _ROM} (ACPI 6.4 appendix B.3.3): the first argument is an offset, the second
 * how many bytes are wanted, and what it returns is a buffer of so many. This one gives at most
 * 4096 bytes, as the specification has it, and zeros for what lies behind the end: NVIDIA's driver
 * refuses a buffer that is shorter than it asked for.
 */
final class RomMethod {

  static final String NAME = "_ROM";

  /** The most that a caller may ask for, in bytes (ACPI 6.4 appendix B.3.3). */
  static final int MOST = 0x1000;

  static final AmlValue OFFSET = argument(0);
  static final AmlValue LENGTH = argument(1);

  /** How many bytes are returned. */
  static final AmlValue WANTED = local(0);

  /** The bytes as far as there are any; variables behind it are the caller's. */
  static final AmlValue FOUND = local(1);

  private RomMethod() {}

  /**
   * The method.
   *
   * @param before what has to be done first
   * @param size how many bytes the ROM has
   * @param read what puts bytes into {@link #FOUND}, at most {@link #WANTED}; at least one, for it
   *     runs only if {@link #OFFSET} lies in the ROM and something is wanted
   */
  static AmlTerm method(List<AmlTerm> before, AmlValue size, List<AmlTerm> read) {
    List<AmlTerm> body = new ArrayList<>(before);
    body.add(set(WANTED, LENGTH));
    body.add(
        AmlStatement.Conditional.when(
            apply(GREATER, WANTED, number(MOST)), set(WANTED, number(MOST))));
    body.add(
        AmlStatement.Conditional.when(
            apply(AmlOperator.NOT, apply(AmlOperator.AND_ALSO, WANTED, apply(LESS, OFFSET, size))),
            give(zeros(WANTED))));
    body.addAll(read);
    body.add(new AmlStatement.Comment("zeros for what lies behind the end"));
    body.add(
        AmlStatement.Conditional.when(
            apply(LESS, apply(SIZE_OF, FOUND), WANTED),
            set(
                FOUND,
                apply(CONCATENATE, FOUND, zeros(apply(SUBTRACT, WANTED, apply(SIZE_OF, FOUND)))))));
    body.add(give(FOUND));
    return new AmlStatement.Method(NAME, 2, true, body);
  }

  static AmlValue set(AmlValue target, AmlValue value) {
    return apply(STORE, value, target);
  }

  static AmlValue give(AmlValue value) {
    return apply(RETURN, value);
  }
}
