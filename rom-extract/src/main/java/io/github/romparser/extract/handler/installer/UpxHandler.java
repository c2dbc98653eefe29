package io.github.romparser.extract.handler.installer;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.handler.archive.PeHandler;
import io.github.romparser.extract.handler.archive.PeLayout;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Child;
import io.github.romparser.extract.spi.FormatInfo;
import io.github.romparser.extract.spi.Found;
import io.github.romparser.extract.spi.Handler;
import io.github.romparser.extract.spi.Magic;
import io.github.romparser.extract.spi.Opened;
import io.github.romparser.extract.spi.Step;
import io.github.romparser.extract.spi.Trouble;
import io.github.romparser.finding.FindingCode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Programs for Windows and DOS that were packed with UPX, which many flash programs are. They are
 * recognised, so that the user can be told to unpack them; what stands around the packed bytes is
 * searched as in any program.
 */
public final class UpxHandler implements Handler {

  private static final FormatInfo INFO =
      new FormatInfo(
          "upx",
          "UPX",
          "Oberhumer, Molnár; flash programs of many vendors",
          "recognised; resources and what is behind the program are searched",
          "the packed program itself is not unpacked: upx -d does it",
          FormatInfo.Proof.SYNTHETIC,
          List.of("UPX src/packer.h, src/pefile.cpp, src/exe.cpp"));

  /** Begins UPX's own header (UPX src/conf.h, UPX_MAGIC_LE32). */
  private static final String MARK = "UPX!";

  /** UPX's own header is within so many bytes of a packed program. */
  private static final int MARK_WITHIN = 0x400;

  /** How the names of packed sections begin; UPX0 is where they are unpacked to. */
  private static final String SECTION = "UPX";

  private static final int DOS_HEADER = 0x1c;
  private static final int LAST_PAGE = 0x02;
  private static final int PAGES = 0x04;
  private static final int PAGE = 512;

  /** Called by the {@link java.util.ServiceLoader}. */
  public UpxHandler() {}

  @Override
  public FormatInfo info() {
    return INFO;
  }

  @Override
  public List<Magic> magics() {
    return List.of(Magic.text("MZ"));
  }

  @Override
  public Optional<Found> probe(Slice area, long start, Allowance allowance) {
    Slice file = area.from(start);
    if (!file.has(0, DOS_HEADER)) {
      return Optional.empty();
    }
    Optional<PeLayout> layout = PeLayout.read(file);
    boolean packed = layout.map(UpxHandler::sections).orElse(false) || marked(file);
    if (!packed) {
      return Optional.empty();
    }
    allowance.work(MARK_WITHIN);
    long end = layout.map(PeLayout::whole).orElseGet(() -> dosEnd(file));
    return Optional.of(Found.upTo(start == 0 ? area.length() : start + end));
  }

  private static boolean sections(PeLayout layout) {
    return layout.image().sections().stream()
            .filter(section -> section.name().startsWith(SECTION))
            .count()
        >= 2;
  }

  private static boolean marked(Slice file) {
    return file.clamp(0, MARK_WITHIN).indexOf(MARK, 0) > 0;
  }

  /** Where a program for DOS ends as its header says (pages of 512 bytes, the last one partly). */
  private static long dosEnd(Slice file) {
    int last = file.u16(LAST_PAGE);
    long end = (long) file.u16(PAGES) * PAGE - (last == 0 ? 0 : PAGE - Math.min(last, PAGE));
    return Math.max(DOS_HEADER, Math.min(file.length(), end));
  }

  @Override
  public Opened open(Slice container, Allowance allowance) {
    return PeLayout.read(container).isPresent()
        ? windows(container, new PeHandler().open(container, allowance))
        : dos(container);
  }

  private static Opened windows(Slice container, Opened program) {
    Opened.Builder opened = Opened.builder();
    program.structure().forEach(opened::structure);
    program.products().forEach(opened::product);
    for (Child child : program.children()) {
      if (child.content() instanceof Child.Stored stored
          && child.step().text().startsWith("section " + SECTION)) {
        opened.structure(stored.bytes().range());
      } else {
        opened.child(child);
      }
    }
    return packed(opened, container, sizes(container));
  }

  private static String sizes(Slice container) {
    return PeLayout.read(container).stream()
        .flatMap(layout -> layout.sections().stream())
        .filter(section -> section.header().name().startsWith(SECTION))
        .map(section -> section.bytes().length() + " bytes")
        .collect(Collectors.joining(" and "));
  }

  private static Opened dos(Slice container) {
    if (!container.has(0, DOS_HEADER)) {
      return Opened.builder().build();
    }
    long end = dosEnd(container);
    Opened.Builder opened = Opened.builder().structure(container.clamp(0, end).range());
    Slice behind = container.from(end);
    if (behind.length() > 0) {
      opened.child(Child.stored(Step.ofProgram("overlay"), behind));
    }
    return packed(opened, container, end + " bytes");
  }

  private static Opened packed(Opened.Builder opened, Slice container, String detail) {
    return opened
        .trouble(
            Trouble.Reason.UNSUPPORTED,
            container.offset(),
            "UPX, " + detail,
            FindingCode.PACKED_UPX)
        .build();
  }
}
