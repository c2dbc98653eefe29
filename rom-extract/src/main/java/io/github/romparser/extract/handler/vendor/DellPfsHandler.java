package io.github.romparser.extract.handler.vendor;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.handler.archive.Checksums;
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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Dell's PFS volumes: entries one behind the other, each with data, metadata and signatures. An
 * entry may be another volume, whose entries may be the blocks of an image for BIOS Guard.
 *
 * <p>Header: {@code PFS.HDR.}, version (offset 8, 4 bytes), size of the payload (12, 4 bytes).
 * Behind the payload: its size again, the complement of its CRC-32, {@code PFS.FTR.}.
 */
public final class DellPfsHandler implements Handler {

  private static final FormatInfo INFO =
      new FormatInfo(
          "dell-pfs",
          "Dell PFS volume",
          "Dell; Inspiron, XPS, Latitude, Precision, Alienware",
          "volumes and entries of versions 1 and 2, nested volumes, names; BIOS Guard blocks are"
              + " put together into the image of the flash chip; checksums",
          "signatures are not checked; BIOS Guard scripts are not run, only the place is read",
          FormatInfo.Proof.SYNTHETIC,
          List.of("BIOSUtilities dell_pfs_extract.py", "uefi-firmware-parser pfs.py"));

  private static final String HEADER_TAG = "PFS.HDR.";
  private static final String FOOTER_TAG = "PFS.FTR.";
  private static final int HEADER = 16;
  private static final int FOOTER = 16;
  private static final int VERSION_AT = 8;
  private static final int SIZE_AT = 12;
  private static final int SUM_AT = 4;
  private static final int FOOTER_TAG_AT = 8;
  private static final int LATEST_VERSION = 2;

  /** Called by the {@link java.util.ServiceLoader}. */
  public DellPfsHandler() {}

  @Override
  public FormatInfo info() {
    return INFO;
  }

  @Override
  public List<Magic> magics() {
    return List.of(Magic.text(HEADER_TAG));
  }

  @Override
  public Optional<Found> probe(Slice area, long start, Allowance allowance) {
    Slice volume = area.from(start);
    if (!volume.has(0, HEADER)) {
      return Optional.empty();
    }
    long end = HEADER + volume.u32(SIZE_AT);
    if (hasFooter(volume)) {
      return Optional.of(Found.upTo(start + end + FOOTER));
    }
    return version(volume) && PfsEntry.headerLength(volume.from(HEADER)) > 0
        ? Optional.of(Found.upTo(start + Math.min(end, volume.length())))
        : Optional.empty();
  }

  private static boolean version(Slice volume) {
    return volume.u32(VERSION_AT) >= 1 && volume.u32(VERSION_AT) <= LATEST_VERSION;
  }

  private static boolean hasFooter(Slice volume) {
    long footer = HEADER + volume.u32(SIZE_AT);
    return volume.has(footer, FOOTER) && volume.startsWith(footer + FOOTER_TAG_AT, FOOTER_TAG);
  }

  @Override
  public Opened open(Slice container, Allowance allowance) {
    Opened.Builder opened = Opened.builder();
    if (!container.has(0, HEADER) || !container.startsWith(0, HEADER_TAG)) {
      return opened.build();
    }
    if (!version(container)) {
      opened.trouble(
          Trouble.Reason.UNSUPPORTED,
          container.offset(),
          "PFS volume of version " + container.u32(VERSION_AT));
      return opened.build();
    }
    opened.structure(container.slice(0, HEADER).range());
    Slice payload = container.clamp(HEADER, container.u32(SIZE_AT));
    allowance.work(payload.length());
    check(container, payload, opened);
    List<PfsEntry> entries = entries(payload, opened);
    entries.forEach(entry -> entry.structure().forEach(opened::structure));
    children(entries, payload, opened);
    return opened.build();
  }

  private static void check(Slice container, Slice payload, Opened.Builder opened) {
    if (!hasFooter(container)) {
      opened.trouble(
          Trouble.Reason.TRUNCATED,
          container.offset(),
          "a PFS volume of " + container.u32(SIZE_AT) + " bytes without its end");
      return;
    }
    long footer = HEADER + (long) payload.length();
    opened.structure(new Range(container.offset() + footer, FOOTER));
    if (container.u32(footer) != payload.length()) {
      opened.trouble(
          Trouble.Reason.DAMAGED, payload.end(), "PFS header and footer have different sizes");
    }
    if (container.u32(footer + SUM_AT) != (~Checksums.crc32(payload) & 0xffff_ffffL)) {
      opened.trouble(Trouble.Reason.DAMAGED, payload.end(), "PFS checksum is wrong");
    }
  }

  /** All entries up to the first that is none. */
  private static List<PfsEntry> entries(Slice payload, Opened.Builder opened) {
    List<PfsEntry> entries = new ArrayList<>();
    long at = 0;
    while (at < payload.length()) {
      Optional<PfsEntry> entry = PfsEntry.read(payload, at);
      if (entry.isEmpty()) {
        opened.trouble(
            Trouble.Reason.DAMAGED,
            payload.offset() + at,
            "PFS entry " + (entries.size() + 1) + " of unknown version");
        break;
      }
      if (entry.get().missing() > 0) {
        opened.trouble(
            Trouble.Reason.TRUNCATED,
            payload.offset() + at,
            "PFS entry " + (entries.size() + 1) + " lacks " + entry.get().missing() + " bytes");
      }
      entries.add(entry.get());
      at += entry.get().length();
    }
    return entries;
  }

  private void children(List<PfsEntry> entries, Slice payload, Opened.Builder opened) {
    PfsNames names = new PfsNames();
    Set<Long> told = new HashSet<>();
    for (PfsEntry entry : entries) {
      if (names.learn(entry)) {
        opened.structure(entry.data().range());
        told.add(entry.data().offset());
      }
    }
    DellFlashImage image = new DellFlashImage();
    long first = payload.end();
    long last = payload.offset();
    int number = 0;
    for (PfsEntry entry : entries) {
      number++;
      String name = names.of(entry, number);
      Slice data = entry.data();
      Optional<BiosGuardBlock> block = DellFlashImage.block(entry);
      if (block.isPresent()) {
        image.add(block.get(), entry.metadata());
        first = Math.min(first, data.offset());
        last = data.end();
        if (block.get().cut()) {
          opened.trouble(
              Trouble.Reason.TRUNCATED,
              data.offset(),
              "a BIOS Guard block of " + block.get().claimed() + " bytes");
        }
      } else if (data.length() > 0 && !told.contains(data.offset())) {
        Step step = Step.file(INFO.id(), name);
        opened.child(
            data.startsWith(0, HEADER_TAG)
                ? Child.stored(step, data, this)
                : Child.stored(step, data));
      }
    }
    if (!image.isEmpty()) {
      Range source = Range.between(first, last);
      opened.child(
          Child.packed(
              Step.within("flash image"), source, a -> image.assemble(source.offset(), a)));
    }
  }
}
