package io.github.romparser.extract.handler.archive;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
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
import java.util.OptionalLong;

/**
 * ZIP archives, wherever they begin: alone, behind a program, several in a file. The central
 * directory is believed where it fits, the local headers otherwise.
 */
public final class ZipHandler implements Handler {

  private static final FormatInfo INFO =
      new FormatInfo(
          "zip",
          "ZIP",
          "PKWARE",
          "stored, shrunk, imploded, deflate, Deflate64, bzip2, LZMA, xz; ZIP64; self-extracting;"
              + " without central directory",
          "encrypted files are told, not opened; no reduce, PPMd, Zstandard; one volume alone",
          FormatInfo.Proof.REAL_FILE,
          List.of("PKWARE APPNOTE.TXT 6.3.10"));

  /** So many files that are wrong are told, the rest is left out. */
  private static final int MOST_TROUBLES = 64;

  /** Bytes of a file that has none, packed by whatever method. */
  private static final int EMPTY_STREAM = 16;

  /** Bytes of what may stand behind a file, with its magic. */
  private static final int DESCRIPTOR = 16;

  private static final int WIDE_DESCRIPTOR = 24;

  /** Called by the {@link java.util.ServiceLoader}. */
  public ZipHandler() {}

  @Override
  public FormatInfo info() {
    return INFO;
  }

  @Override
  public List<Magic> magics() {
    return List.of(Magic.text("PK\u0003\u0004"));
  }

  @Override
  public Optional<Found> probe(Slice area, long start, Allowance allowance) {
    ZipWalk walk = new ZipWalk(area, start, allowance);
    Optional<ZipWalk.Stop> first = walk.next();
    if (first.isEmpty()) {
      return Optional.empty();
    }
    Optional<ZipDirectory> directory = ZipDirectory.atEnd(area, start, allowance);
    // A header that nothing bears out is looked into no further: there may be thousands of them.
    if (directory.isEmpty() && !first.get().sure()) {
      return Optional.empty();
    }
    directory = directory.or(() -> ZipDirectory.last(area, start, allowance));
    if (directory.isEmpty()) {
      Optional<ZipWalk.Stop> next = walk.next();
      while (next.isPresent()) {
        next = walk.next();
      }
      directory = ZipDirectory.behind(area, start, walk.at(), allowance);
    }
    long end = directory.map(ZipDirectory::end).orElse(walk.at());
    return Optional.of(Found.upTo(Math.min(area.length(), end)));
  }

  @Override
  public Opened open(Slice container, Allowance allowance) {
    Opened.Builder opened = Opened.builder();
    Optional<ZipDirectory> directory = ZipDirectory.last(container, 0, allowance);
    if (directory.isPresent()) {
      central(container, directory.get(), opened);
    } else {
      local(container, opened, allowance);
    }
    return opened.build();
  }

  /** The files that the central directory knows of, in the order in which they are stored. */
  private static void central(Slice container, ZipDirectory directory, Opened.Builder opened) {
    opened.structure(
        Range.between(
            container.offset() + directory.start(), container.offset() + directory.end()));
    List<ZipEntry> entries = new ArrayList<>(directory.entries());
    entries.sort(Comparator.comparingLong(ZipEntry::header));
    long known = 0;
    int troubles = 0;
    for (ZipEntry entry : entries) {
      OptionalLong local = ZipEntry.localLength(container, entry.header());
      if (local.isEmpty() || entry.header() < known) {
        // Files that share bytes are how an archive of a few KiB gives as many GiB.
        if (troubles++ < MOST_TROUBLES) {
          opened.trouble(
              Trouble.Reason.DAMAGED,
              container.offset() + Math.max(0, Math.min(container.length(), entry.header())),
              entry.name() + (local.isEmpty() ? ": no local header" : ": overlaps another"));
        }
        continue;
      }
      long content = entry.header() + local.getAsLong();
      known = content + Math.min(entry.packed(), container.length());
      Slice packed = container.clamp(content, entry.packed());
      opened.structure(new Range(container.offset() + entry.header(), local.getAsLong()));
      child(entry, packed, packed.length() == entry.packed(), opened);
      opened.structure(behind(entry, container, content + entry.packed()));
    }
  }

  /** What repeats the sizes of a file, if it stands behind it: with its magic, 16 or 24 bytes. */
  private static Range behind(ZipEntry entry, Slice container, long end) {
    boolean there =
        entry.described()
            && container.has(end, DESCRIPTOR)
            && container.u32(end) == ZipEntry.DESCRIPTOR;
    boolean wide = there && container.u32(end + 12) == 0 && entry.size() != 0;
    return container.clamp(end, !there ? 0 : wide ? WIDE_DESCRIPTOR : DESCRIPTOR).range();
  }

  /** The files as far as one local header leads to the next. */
  private static void local(Slice container, Opened.Builder opened, Allowance allowance) {
    ZipWalk walk = new ZipWalk(container, 0, allowance);
    Optional<ZipWalk.Stop> next = walk.next();
    while (next.isPresent()) {
      ZipWalk.Stop stop = next.get();
      ZipEntry entry = stop.entry();
      long header = container.offset() + stop.content() - entry.length();
      opened.structure(new Range(header, entry.length()));
      child(entry, container.clamp(stop.content(), stop.packed()), stop.whole(), opened);
      next = walk.next();
    }
    opened.trouble(
        Trouble.Reason.DAMAGED,
        container.offset() + Math.min(container.length(), walk.at()),
        "no central directory");
  }

  private static void child(ZipEntry entry, Slice packed, boolean whole, Opened.Builder opened) {
    if (!whole) {
      opened.trouble(Trouble.Reason.TRUNCATED, packed.offset(), entry.name());
    }
    if (entry.nothing() || packed.length() == 0) {
      // An empty deflate stream, or so; what is larger is searched as it stands.
      opened.structure(packed.clamp(0, packed.length() > EMPTY_STREAM ? 0 : EMPTY_STREAM).range());
      return;
    }
    Step step = Step.file(INFO.id(), entry.name());
    opened.child(
        entry.method() == ZipMethods.STORED && !entry.encrypted()
            ? Child.stored(step, packed)
            : Child.packed(step, packed.range(), a -> ZipMethods.decode(entry, packed, a)));
  }
}
