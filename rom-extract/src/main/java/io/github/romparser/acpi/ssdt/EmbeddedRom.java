package io.github.romparser.acpi.ssdt;

import static io.github.romparser.acpi.ssdt.AmlOperator.ADD;
import static io.github.romparser.acpi.ssdt.AmlOperator.CONCATENATE;
import static io.github.romparser.acpi.ssdt.AmlOperator.DIVIDE;
import static io.github.romparser.acpi.ssdt.AmlOperator.EQUAL;
import static io.github.romparser.acpi.ssdt.AmlOperator.LESS;
import static io.github.romparser.acpi.ssdt.AmlOperator.MID;
import static io.github.romparser.acpi.ssdt.AmlOperator.SIZE_OF;
import static io.github.romparser.acpi.ssdt.AmlOperator.SUBTRACT;
import static io.github.romparser.acpi.ssdt.AmlValue.apply;
import static io.github.romparser.acpi.ssdt.AmlValue.argument;
import static io.github.romparser.acpi.ssdt.AmlValue.call;
import static io.github.romparser.acpi.ssdt.AmlValue.local;
import static io.github.romparser.acpi.ssdt.AmlValue.named;
import static io.github.romparser.acpi.ssdt.AmlValue.number;
import static io.github.romparser.acpi.ssdt.AmlValue.zeros;
import static io.github.romparser.acpi.ssdt.RomMethod.FOUND;
import static io.github.romparser.acpi.ssdt.RomMethod.OFFSET;
import static io.github.romparser.acpi.ssdt.RomMethod.WANTED;
import static io.github.romparser.acpi.ssdt.RomMethod.give;
import static io.github.romparser.acpi.ssdt.RomMethod.set;

import io.github.romparser.bytes.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A ROM that stands in the tables themselves, in pieces. */
final class EmbeddedRom {

  /** Gives bytes of one piece: number of the piece, offset in it, length. */
  private static final String READER = "RPRD";

  private static final AmlValue PIECE = local(2);
  private static final AmlValue PLACE = local(3);

  private final Slice rom;
  private final int pieceSize;

  /**
   * A ROM.
   *
   * @param pieceSize bytes of a piece; at least {@link RomMethod#MOST}, so that no read needs more
   *     than two
   */
  EmbeddedRom(Slice rom, int pieceSize) {
    if (pieceSize < RomMethod.MOST || rom.length() == 0) {
      throw new IllegalArgumentException(rom.length() + " bytes in pieces of " + pieceSize);
    }
    this.rom = rom;
    this.pieceSize = pieceSize;
  }

  /** How many pieces there are. */
  int pieces() {
    return pieces(rom.length(), pieceSize);
  }

  static int pieces(int length, int pieceSize) {
    return (int) (((long) length + pieceSize - 1) / pieceSize);
  }

  private static String name(int piece) {
    return String.format(Locale.US, "RP%02X", piece);
  }

  /** A piece, as a named buffer. */
  AmlTerm piece(int number) {
    return new AmlStatement.Name(
        name(number), AmlValue.buffer(rom.clamp((long) number * pieceSize, pieceSize)));
  }

  /** What the source text has to say of pieces that stand in other tables. */
  List<AmlTerm> externals(AcpiPath device) {
    List<AmlTerm> externals = new ArrayList<>();
    for (int i = 1; i < pieces(); i++) {
      externals.add(new AmlStatement.External(device.child(name(i)).toString(), "BuffObj"));
    }
    return externals;
  }

  /** The methods. */
  List<AmlTerm> methods() {
    return List.of(
        reader(),
        RomMethod.method(
            List.of(),
            number(rom.length()),
            List.of(
                apply(DIVIDE, OFFSET, number(pieceSize), PLACE, PIECE),
                set(FOUND, call(READER, PIECE, PLACE, WANTED)),
                new AmlStatement.Comment("what reaches into the next piece"),
                AmlStatement.Conditional.when(
                    apply(
                        AmlOperator.AND_ALSO,
                        apply(LESS, apply(SIZE_OF, FOUND), WANTED),
                        apply(LESS, PIECE, number(pieces() - 1))),
                    set(
                        FOUND,
                        apply(
                            CONCATENATE,
                            FOUND,
                            call(
                                READER,
                                apply(ADD, PIECE, number(1)),
                                number(0),
                                apply(SUBTRACT, WANTED, apply(SIZE_OF, FOUND)))))))));
  }

  private AmlTerm reader() {
    List<AmlTerm> body = new ArrayList<>();
    for (int i = 0; i < pieces(); i++) {
      body.add(
          AmlStatement.Conditional.when(
              apply(EQUAL, argument(0), number(i)),
              give(apply(MID, named(name(i)), argument(1), argument(2)))));
    }
    body.add(give(zeros(argument(2))));
    return new AmlStatement.Method(READER, 3, true, body);
  }
}
