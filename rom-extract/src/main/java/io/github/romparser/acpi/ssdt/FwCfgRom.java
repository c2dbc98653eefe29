package io.github.romparser.acpi.ssdt;

import static io.github.romparser.acpi.ssdt.AmlOperator.ADD;
import static io.github.romparser.acpi.ssdt.AmlOperator.AND_ALSO;
import static io.github.romparser.acpi.ssdt.AmlOperator.COPY_OBJECT;
import static io.github.romparser.acpi.ssdt.AmlOperator.DECREMENT;
import static io.github.romparser.acpi.ssdt.AmlOperator.EQUAL;
import static io.github.romparser.acpi.ssdt.AmlOperator.INCREMENT;
import static io.github.romparser.acpi.ssdt.AmlOperator.INDEX;
import static io.github.romparser.acpi.ssdt.AmlOperator.LESS;
import static io.github.romparser.acpi.ssdt.AmlOperator.MID;
import static io.github.romparser.acpi.ssdt.AmlOperator.NOT;
import static io.github.romparser.acpi.ssdt.AmlOperator.OR;
import static io.github.romparser.acpi.ssdt.AmlOperator.SHIFT_LEFT;
import static io.github.romparser.acpi.ssdt.AmlOperator.SIZE_OF;
import static io.github.romparser.acpi.ssdt.AmlOperator.TO_STRING;
import static io.github.romparser.acpi.ssdt.AmlValue.apply;
import static io.github.romparser.acpi.ssdt.AmlValue.argument;
import static io.github.romparser.acpi.ssdt.AmlValue.call;
import static io.github.romparser.acpi.ssdt.AmlValue.local;
import static io.github.romparser.acpi.ssdt.AmlValue.named;
import static io.github.romparser.acpi.ssdt.AmlValue.number;
import static io.github.romparser.acpi.ssdt.AmlValue.string;
import static io.github.romparser.acpi.ssdt.AmlValue.zeros;
import static io.github.romparser.acpi.ssdt.RomMethod.FOUND;
import static io.github.romparser.acpi.ssdt.RomMethod.OFFSET;
import static io.github.romparser.acpi.ssdt.RomMethod.WANTED;
import static io.github.romparser.acpi.ssdt.RomMethod.give;
import static io.github.romparser.acpi.ssdt.RomMethod.set;

import io.github.romparser.bytes.Slice;
import java.util.List;

/**
 * A ROM that the table reads from QEMU, byte by byte, when it is asked for the first time (QEMU
 * docs/specs/fw_cfg: the I/O ports give no more at a time).
 */
final class FwCfgRom {

  /** The selector port; the data port is the next one. */
  private static final int PORT = 0x510;

  /** What is behind key 0: the letters QEMU, as a big-endian number. */
  private static final int SIGNATURE_KEY = 0;

  private static final int SIGNATURE = 0x51454d55;

  /** The list of files: their number, and for each size, key, two bytes, name. */
  private static final int DIRECTORY_KEY = 0x19;

  private static final int DIRECTORY_NAME = FwCfgName.LONGEST + 1;

  /**
   * How many bytes are read in one loop. ACPICA ends a loop after 30 seconds, and without
   * virtualization 16 KiB take one.
   */
  private static final int STRETCH = 0x8000;

  private static final AmlValue SELECTOR = named("RPSL");
  private static final AmlValue DATA = named("RPDA");

  /** Whether the ROM was asked for already. */
  private static final AmlValue ASKED = named("RPAS");

  /** The ROM. */
  private static final AmlValue ROM = named("RPRO");

  private static final String READ_NUMBER = "RPNU";
  private static final String READ_NAME = "RPNA";
  private static final String READ_ROM = "RPRD";
  private static final String LOAD = "RPLD";

  private FwCfgRom() {}

  static List<AmlTerm> terms(FwCfgName name) {
    return List.of(
        new AmlStatement.Ports("RPIO", PORT, 2),
        new AmlStatement.Port("RPIO", AmlStatement.Access.WORD, 0, "RPSL", Short.SIZE),
        new AmlStatement.Port("RPIO", AmlStatement.Access.BYTE, Byte.SIZE, "RPDA", Byte.SIZE),
        new AmlStatement.Name("RPAS", number(0)),
        new AmlStatement.Name("RPRO", AmlValue.buffer(Slice.of(new byte[1]))),
        numberReader(),
        nameReader(),
        stretch(),
        load(name),
        RomMethod.method(
            List.of(
                AmlStatement.Conditional.when(
                    apply(NOT, ASKED), set(ASKED, number(1)), call(LOAD))),
            apply(SIZE_OF, ROM),
            List.of(set(FOUND, apply(MID, ROM, OFFSET, WANTED)))));
  }

  /** A big-endian number of some bytes. */
  private static AmlTerm numberReader() {
    AmlValue left = local(0);
    AmlValue result = local(1);
    return new AmlStatement.Method(
        READ_NUMBER,
        1,
        true,
        List.of(
            set(left, argument(0)),
            set(result, number(0)),
            AmlStatement.Conditional.loop(
                left,
                set(result, apply(OR, apply(SHIFT_LEFT, result, number(Byte.SIZE)), DATA)),
                apply(DECREMENT, left)),
            give(result)));
  }

  /** The name of a file. */
  private static AmlTerm nameReader() {
    AmlValue bytes = local(0);
    AmlValue at = local(1);
    return new AmlStatement.Method(
        READ_NAME,
        0,
        true,
        List.of(
            set(bytes, zeros(number(DIRECTORY_NAME))),
            set(at, number(0)),
            AmlStatement.Conditional.loop(
                apply(LESS, at, number(DIRECTORY_NAME)),
                set(apply(INDEX, bytes, at), DATA),
                apply(INCREMENT, at)),
            give(apply(TO_STRING, bytes, number(DIRECTORY_NAME)))));
  }

  /** Reads on from a place of the ROM: one loop for some bytes, then itself for the next. */
  private static AmlTerm stretch() {
    AmlValue at = local(0);
    AmlValue end = local(1);
    return new AmlStatement.Method(
        READ_ROM,
        1,
        false,
        List.of(
            set(at, argument(0)),
            set(end, apply(ADD, at, number(STRETCH))),
            AmlStatement.Conditional.loop(
                apply(AND_ALSO, apply(LESS, at, end), apply(LESS, at, apply(SIZE_OF, ROM))),
                set(apply(INDEX, ROM, at), DATA),
                apply(INCREMENT, at)),
            AmlStatement.Conditional.when(
                apply(LESS, at, apply(SIZE_OF, ROM)), call(READ_ROM, at))));
  }

  /** Looks for the file and reads it, or leaves the ROM as it is. */
  private static AmlTerm load(FwCfgName name) {
    AmlValue files = local(0);
    AmlValue size = local(1);
    AmlValue key = local(2);
    return new AmlStatement.Method(
        LOAD,
        0,
        true,
        List.of(
            set(SELECTOR, number(SIGNATURE_KEY)),
            AmlStatement.Conditional.when(
                apply(
                    NOT, apply(EQUAL, call(READ_NUMBER, number(Integer.BYTES)), number(SIGNATURE))),
                give(number(0))),
            set(SELECTOR, number(DIRECTORY_KEY)),
            set(files, call(READ_NUMBER, number(Integer.BYTES))),
            AmlStatement.Conditional.loop(
                files,
                set(size, call(READ_NUMBER, number(Integer.BYTES))),
                set(key, call(READ_NUMBER, number(Short.BYTES))),
                call(READ_NUMBER, number(Short.BYTES)),
                AmlStatement.Conditional.when(
                    apply(AND_ALSO, apply(EQUAL, call(READ_NAME), string(name.text())), size),
                    set(SELECTOR, key),
                    apply(COPY_OBJECT, zeros(size), ROM),
                    call(READ_ROM, number(0)),
                    give(number(1))),
                apply(DECREMENT, files)),
            give(number(0))));
  }
}
