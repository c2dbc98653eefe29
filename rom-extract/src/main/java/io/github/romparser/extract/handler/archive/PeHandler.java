package io.github.romparser.extract.handler.archive;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.PeDirectory;
import io.github.romparser.efi.PeImage;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Child;
import io.github.romparser.extract.spi.FormatInfo;
import io.github.romparser.extract.spi.Found;
import io.github.romparser.extract.spi.Handler;
import io.github.romparser.extract.spi.Magic;
import io.github.romparser.extract.spi.Opened;
import io.github.romparser.extract.spi.Product;
import io.github.romparser.extract.spi.Step;
import io.github.romparser.vendor.gop.GopDriver;
import io.github.romparser.vendor.gop.Maker;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Programs for Windows and EFI: sections, resources, and what was put behind them, where
 * self-extracting archives and installers have their files.
 */
public final class PeHandler implements Handler {

  private static final FormatInfo INFO =
      new FormatInfo(
          "pe",
          "Portable Executable",
          "Microsoft; Windows and EFI programs",
          "sections, resources, overlay; certificates are passed over; EFI display drivers are"
              + " recognised by what they say of themselves",
          "packed programs are not unpacked",
          FormatInfo.Proof.REAL_FILE,
          List.of("Microsoft PE/COFF specification"));

  /** Subsystems of EFI drivers: 11 boot service driver, 12 run-time driver. */
  private static final int EFI_BOOT_DRIVER = 11;

  private static final int EFI_RUN_TIME_DRIVER = 12;

  private static final Set<Maker> DISPLAY_MAKERS =
      Set.of(Maker.NVIDIA, Maker.AMD, Maker.INTEL, Maker.ASPEED, Maker.MATROX);

  /** The number of the directory of resources. */
  private static final int RESOURCES = 2;

  /** Called by the {@link java.util.ServiceLoader}. */
  public PeHandler() {}

  @Override
  public FormatInfo info() {
    return INFO;
  }

  @Override
  public List<Magic> magics() {
    return List.of(Magic.text("MZ"));
  }

  /**
   * What is behind a program belongs to it where the program is all that the bytes begin with; in
   * the midst of others it ends where its headers say.
   */
  @Override
  public Optional<Found> probe(Slice area, long start, Allowance allowance) {
    Optional<PeLayout> layout = PeLayout.read(area.from(start));
    layout.ifPresent(l -> allowance.work(l.image().sizeOfHeaders()));
    return layout.map(
        l ->
            start == 0
                ? Found.upTo(area.length())
                : Found.upTo(
                    start + l.whole(),
                    Step.within(String.format(Locale.US, "program 0x%x", area.offset() + start))));
  }

  @Override
  public Opened open(Slice container, Allowance allowance) {
    Opened.Builder opened = Opened.builder();
    Optional<PeLayout> read = PeLayout.read(container);
    if (read.isEmpty()) {
      return opened.build();
    }
    PeLayout layout = read.get();
    driver(container, layout).ifPresent(opened::product);
    long headers = Math.min(layout.image().sizeOfHeaders(), layout.end());
    opened.structure(container.clamp(0, headers).range());
    for (PeLayout.Section section : layout.sections()) {
      Step step = Step.ofProgram("section " + section.header().name());
      opened.child(
          resources(container, layout.image(), section)
              .map(handler -> Child.stored(step, section.bytes(), handler))
              .orElseGet(() -> Child.stored(step, section.bytes())));
    }
    long behind = layout.end();
    if (layout.certificates().isPresent()) {
      Range table = layout.certificates().get();
      overlay(opened, container, behind, table.offset());
      opened.structure(new Range(container.offset() + table.offset(), table.length()));
      behind = table.end();
    }
    overlay(opened, container, behind, container.length());
    return opened.build();
  }

  /** An EFI driver for a display of a maker whose cards have option ROMs. */
  private static Optional<Product> driver(Slice container, PeLayout layout) {
    PeImage pe = layout.image();
    if (pe.subsystem() != EFI_BOOT_DRIVER && pe.subsystem() != EFI_RUN_TIME_DRIVER) {
      return Optional.empty();
    }
    Slice file = container.clamp(0, layout.whole());
    return GopDriver.read(file, pe, Optional.empty())
        .filter(gop -> gop.kind() == GopDriver.Kind.DISPLAY)
        .filter(gop -> gop.name().isPresent() || gop.version().isPresent())
        .filter(gop -> gop.maker().filter(DISPLAY_MAKERS::contains).isPresent())
        .map(
            gop ->
                new Product.Driver(
                    file,
                    pe.machine(),
                    gop.maker().map(Maker::title).orElse("")
                        + " GOP driver"
                        + gop.version().map(v -> " " + v).orElse("")));
  }

  private static void overlay(Opened.Builder opened, Slice container, long from, long to) {
    Slice bytes = container.clamp(from, to - from);
    if (bytes.length() > 0) {
      opened.child(Child.stored(Step.ofProgram("overlay"), bytes));
    }
  }

  /** Who opens a section, if the directory of resources begins in it. */
  private static Optional<Handler> resources(Slice file, PeImage image, PeLayout.Section section) {
    if (image.directories().size() <= RESOURCES) {
      return Optional.empty();
    }
    PeDirectory directory = image.directories().get(RESOURCES);
    // An overlap may have cut bytes off the section's start.
    long first =
        section.header().virtualAddress()
            + (section.bytes().offset() - file.offset() - section.header().rawOffset());
    long root = directory.address() - first;
    return directory.size() > 0 && root >= 0 && root < section.bytes().length()
        ? Optional.of(new PeResources(INFO, first, directory.address()))
        : Optional.empty();
  }
}
