package io.github.romparser.extract.handler.installer;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.FormatInfo;
import io.github.romparser.extract.spi.Found;
import io.github.romparser.extract.spi.Handler;
import io.github.romparser.extract.spi.Magic;
import io.github.romparser.extract.spi.Opened;
import io.github.romparser.extract.spi.Trouble;
import io.github.romparser.finding.FindingCode;
import java.util.List;
import java.util.Optional;

/**
 * InstallShield's cabinets (data1.cab) and what its setup programs carry behind themselves. They
 * are recognised, so that the user can be told with what to unpack them.
 */
public final class InstallShieldHandler implements Handler {

  private static final FormatInfo INFO =
      new FormatInfo(
          "installshield",
          "InstallShield",
          "Flexera; older updates of HP, Sony and others",
          "recognised",
          "not unpacked: unshield and ISx do it",
          FormatInfo.Proof.SYNTHETIC,
          List.of("unshield lib/cabfile.h", "ISx, InstallShield setup streams"));

  /** Begins a cabinet (unshield lib/cabfile.h, CAB_SIGNATURE). */
  private static final String CABINET = "ISc(";

  /** Begin what a setup program carries: 14 characters with the NUL (ISx). */
  private static final String STREAM = "ISSetupStream\0";

  private static final String OLD_STREAM = "InstallShield\0";

  /** A cabinet's header: signature, version, volume, place and length of the descriptor. */
  private static final int CABINET_HEADER = 0x14;

  private static final int DESCRIPTOR = 0x0c;
  private static final int DESCRIPTOR_LENGTH = 0x10;

  /** The version's uppermost byte: 1 up to InstallShield 5, 2 and 4 later. */
  private static final int GENERATION = 0x07;

  private static final int NEWEST_GENERATION = 4;

  /** A stream's header: signature, number of files u16, type u32, 26 more bytes. */
  private static final int STREAM_HEADER = 0x2e;

  private static final int FILES = 0x0e;
  private static final int MOST_FILES = 0x1000;
  private static final int TYPE = 0x10;
  private static final int GREATEST_TYPE = 4;

  /** Called by the {@link java.util.ServiceLoader}. */
  public InstallShieldHandler() {}

  @Override
  public FormatInfo info() {
    return INFO;
  }

  @Override
  public List<Magic> magics() {
    return List.of(Magic.text(CABINET), Magic.text(STREAM), Magic.text(OLD_STREAM));
  }

  /**
   * Where a cabinet's files end it does not say at its start, so it goes as far as the bytes do.
   */
  @Override
  public Optional<Found> probe(Slice area, long start, Allowance allowance) {
    allowance.work(STREAM_HEADER);
    boolean there = area.startsWith(start, CABINET) ? cabinet(area, start) : stream(area, start);
    return there ? Optional.of(Found.upTo(area.length())) : Optional.empty();
  }

  private static boolean cabinet(Slice area, long start) {
    if (!area.has(start, CABINET_HEADER)) {
      return false;
    }
    int generation = area.u8(start + GENERATION);
    long descriptor = area.u32(start + DESCRIPTOR);
    long length = area.u32(start + DESCRIPTOR_LENGTH);
    // Only data1.hdr has a descriptor; in data1.cab itself it may be of no length.
    return generation >= 1
        && generation <= NEWEST_GENERATION
        && (descriptor == 0 || descriptor >= CABINET_HEADER)
        && (length == 0 || area.has(start + descriptor, 1));
  }

  private static boolean stream(Slice area, long start) {
    return area.has(start, STREAM_HEADER)
        && area.u16(start + FILES) >= 1
        && area.u16(start + FILES) <= MOST_FILES
        && area.u32(start + TYPE) <= GREATEST_TYPE;
  }

  @Override
  public Opened open(Slice container, Allowance allowance) {
    boolean cabinet = container.startsWith(0, CABINET);
    String what =
        cabinet || !container.has(FILES, 2)
            ? "cabinet"
            : container.u16(FILES) + " files behind a setup program";
    return Opened.builder()
        .structure(container.clamp(0, cabinet ? CABINET_HEADER : STREAM_HEADER).range())
        .trouble(Trouble.Reason.UNSUPPORTED, container.offset(), what, FindingCode.INSTALLSHIELD)
        .build();
  }
}
