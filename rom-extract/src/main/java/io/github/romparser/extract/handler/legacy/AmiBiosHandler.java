package io.github.romparser.extract.handler.legacy;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.LhaDecompressor.Method;
import io.github.romparser.extract.codec.LhaStream;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Child;
import io.github.romparser.extract.spi.FormatInfo;
import io.github.romparser.extract.spi.Found;
import io.github.romparser.extract.spi.Handler;
import io.github.romparser.extract.spi.Magic;
import io.github.romparser.extract.spi.Opened;
import io.github.romparser.extract.spi.Step;
import io.github.romparser.extract.spi.Trouble;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** BIOS images of American Megatrends before Aptio: AMIBIOS 95 to 8. */
public final class AmiBiosHandler implements Handler {

  private static final FormatInfo INFO =
      new FormatInfo(
          "amibios",
          "AMIBIOS",
          "American Megatrends; mainboards and notebooks from 1995 to about 2011",
          "all parts of AMIBIOS 95 to 8, stored and -lh5-, with their names and the ids of PCI ROMs;"
              + " images in files that have more",
          "AMIBIOS of 1994 and before and Intel's own variant without a list of parts; images of"
              + " 8 MiB; checksums are not looked at",
          FormatInfo.Proof.REAL_FILE,
          List.of("coreboot bios_extract, ami.c", "AMIDeco by Anton Borisov"));

  /** Old versions count the two sizes in the header to the packed bytes. */
  private static final int SIZES = 8;

  /** So many bytes may stand between a stored part and the next one. */
  private static final long GAP = 64;

  /** Called by the {@link java.util.ServiceLoader}. */
  public AmiBiosHandler() {}

  @Override
  public FormatInfo info() {
    return INFO;
  }

  @Override
  public List<Magic> magics() {
    return List.of(Magic.inside(AmiParts.MARK));
  }

  @Override
  public Optional<Found> probe(Slice area, long start, Allowance allowance) {
    return AmiParts.find(area.from(start), allowance).map(parts -> Found.upTo(area.length()));
  }

  @Override
  public Opened open(Slice container, Allowance allowance) {
    Opened.Builder opened = Opened.builder();
    AmiParts.find(container, allowance).ifPresent(found -> parts(container, found, opened));
    int mark = container.indexOf(AmiParts.MARK, 0);
    while (mark >= 0) {
      opened.structure(container.clamp(mark, AmiParts.MARK_LENGTH).range());
      mark = container.indexOf(AmiParts.MARK, mark + 1L);
    }
    return opened.build();
  }

  private static void parts(Slice container, AmiParts found, Opened.Builder opened) {
    String format = INFO.id() + name(found.version());
    List<AmiPart> parts = new ArrayList<>(found.parts());
    parts.sort(Comparator.comparingLong(AmiPart::at));
    for (int i = 0; i < parts.size(); i++) {
      AmiPart part = parts.get(i);
      boolean highest = i + 1 == parts.size();
      // What is said to be in two parts is in the one that begins later, so that no byte of an
      // image is decoded more than once, whatever the sizes are.
      long room = (highest ? container.length() : parts.get(i + 1).at()) - part.content();
      if (room <= 0) {
        continue;
      }
      opened.structure(new Range(container.offset() + part.at(), part.content() - part.at()));
      part(part, format, container, room, highest, opened);
    }
  }

  private static void part(
      AmiPart part,
      String format,
      Slice container,
      long room,
      boolean highest,
      Opened.Builder opened) {
    Step step = Step.file(format, part.name());
    long stated = part.length(container);
    if (!part.stored()) {
      Slice bits = container.clamp(part.content(), Math.min(room, stated));
      // What has no room may be no part at all: its bytes are searched besides.
      boolean whole = bits.length() + SIZES >= stated;
      Range source = bits.clamp(0, whole ? bits.length() : 0).range();
      opened.child(
          Child.packed(step, source, a -> LhaStream.decode(bits, Method.LH5, part.size(), a)));
      return;
    }
    boolean right = stated <= room && (highest || room - stated <= GAP);
    if (!right) {
      opened.trouble(
          Trouble.Reason.DAMAGED,
          container.offset() + part.at(),
          part.name() + ": " + stated + " bytes, room for " + room);
    }
    // A stored part with a wrong size goes on to where the next one begins.
    opened.child(
        Child.stored(
            step,
            container.clamp(part.content(), right || highest ? Math.min(stated, room) : room)));
  }

  /** The major version: {@code 0800} is AMIBIOS 8. */
  private static String name(String version) {
    return version.matches("0[1-9]..") ? " " + version.charAt(1) : "";
  }
}
