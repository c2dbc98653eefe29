package io.github.romparser.extract.handler.archive;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Child;
import io.github.romparser.extract.spi.Decoded;
import io.github.romparser.extract.spi.FormatInfo;
import io.github.romparser.extract.spi.Found;
import io.github.romparser.extract.spi.Handler;
import io.github.romparser.extract.spi.Magic;
import io.github.romparser.extract.spi.Opened;
import io.github.romparser.extract.spi.Step;
import io.github.romparser.extract.spi.Trouble;
import java.util.List;
import java.util.Optional;

/** 7z archives, wherever they begin. A solid block is decoded once, however many files it has. */
public final class SevenZipHandler implements Handler {

  private static final FormatInfo INFO =
      new FormatInfo(
          "7z",
          "7z",
          "Igor Pavlov; installers, Insyde",
          "LZMA, LZMA2, deflate, Deflate64, bzip2, copy; BCJ, BCJ2 and other filters, delta; solid;"
              + " packed headers; AES-256 with Insyde's well-known password",
          "archives encrypted with another password are told, not opened; no PPMd, Zstandard; one"
              + " volume alone",
          FormatInfo.Proof.REAL_FILE,
          List.of("7-Zip, 7zFormat.txt and Methods.txt"));

  private static final String MAGIC = "7z\u00bc\u00af'\u001c";
  private static final int SIGNATURE_HEADER = SevenZipStreams.SIGNATURE_HEADER;
  private static final int MAJOR = 6;
  private static final int START_CRC = 8;
  private static final int START = 12;
  private static final int NEXT_SIZE = 20;
  private static final int NEXT_CRC = 28;

  /** Headers packed in headers are no deeper. */
  private static final int MOST_LAYERS = 4;

  /** A header for as many files as a search looks at is smaller, in bytes. */
  private static final long LARGEST_HEADER = 64 << 20;

  /** Called by the {@link java.util.ServiceLoader}. */
  public SevenZipHandler() {}

  @Override
  public FormatInfo info() {
    return INFO;
  }

  @Override
  public List<Magic> magics() {
    return List.of(Magic.text(MAGIC));
  }

  /**
   * The first header has a sum of its own, so there is no doubt. If the other one is not there,
   * what follows is searched as it is.
   */
  @Override
  public Optional<Found> probe(Slice area, long start, Allowance allowance) {
    if (!area.has(start, SIGNATURE_HEADER)
        || area.u8(start + MAJOR) != 0
        || Checksums.crc32(area.slice(start + START, SIGNATURE_HEADER - START))
            != area.u32(start + START_CRC)) {
      return Optional.empty();
    }
    Slice rest = area.from(start);
    return Optional.of(
        Found.upTo(
            start + nextHeader(rest).map(next -> end(rest, next)).orElse((long) SIGNATURE_HEADER)));
  }

  private static long end(Slice container, Slice next) {
    return next.end() - container.offset();
  }

  /** The header behind the packed streams; empty if it is not there, or not all of it. */
  private static Optional<Slice> nextHeader(Slice container) {
    long offset = u64(container, START);
    long size = u64(container, NEXT_SIZE);
    boolean sane = offset >= 0 && offset <= container.length() && size > 0;
    return sane && container.has(SIGNATURE_HEADER + offset, size)
        ? Optional.of(container.slice(SIGNATURE_HEADER + offset, size))
        : Optional.empty();
  }

  private static long u64(Slice bytes, long at) {
    return bytes.u32(at) | bytes.u32(at + 4) << 32;
  }

  @Override
  public Opened open(Slice container, Allowance allowance) {
    Opened.Builder opened = Opened.builder();
    if (!container.has(0, SIGNATURE_HEADER)) {
      return opened.build();
    }
    opened.structure(container.slice(0, SIGNATURE_HEADER).range());
    Optional<Slice> next = nextHeader(container);
    if (next.isEmpty()) {
      opened.trouble(Trouble.Reason.TRUNCATED, container.offset(), "no header");
      return opened.build();
    }
    opened.structure(next.get().range());
    if (Checksums.crc32(next.get()) != container.u32(NEXT_CRC)) {
      opened.trouble(Trouble.Reason.DAMAGED, next.get().offset(), "header: CRC-32 is wrong");
    }
    try {
      header(container, next.get(), opened, allowance);
    } catch (MalformedHeader e) {
      opened.trouble(Trouble.Reason.DAMAGED, next.get().offset(), "header: " + e.getMessage());
    }
    return opened.build();
  }

  private static void header(
      Slice container, Slice stored, Opened.Builder opened, Allowance allowance)
      throws MalformedHeader {
    Slice header = stored;
    SevenZipKeys keys = new SevenZipKeys(container.length());
    for (int layer = 0; layer < MOST_LAYERS; layer++) {
      SevenZipCursor cursor = new SevenZipCursor(header);
      int id = cursor.u8();
      if (id == SevenZipHeader.HEADER) {
        SevenZipHeader read = SevenZipHeader.read(cursor, container);
        read.blocks().forEach(block -> block(container, block, keys, opened));
        return;
      }
      if (id != SevenZipHeader.ENCODED_HEADER) {
        throw new MalformedHeader("property " + id);
      }
      SevenZipFolder folder = SevenZipHeader.encoded(cursor, container);
      if (folder.size() > LARGEST_HEADER) {
        throw new MalformedHeader("it has " + folder.size() + " bytes");
      }
      Range range = range(container, folder);
      Decoded decoded =
          keys.judged(
              folder,
              SevenZipCoders.decode(folder, range.offset(), keys, allowance),
              folder.size(),
              folder.crc(),
              range.offset());
      if (decoded.trouble().isEmpty() && SevenZipCoders.encrypted(folder)) {
        keys.prove();
      }
      decoded
          .trouble()
          .ifPresent(t -> opened.trouble(t.reason(), t.offset(), "header: " + t.detail()));
      if (decoded.bytes().length() == 0) {
        // Nothing is known of the rest; if it is encrypted there is nothing to be found in it.
        boolean hidden =
            decoded.trouble().filter(t -> t.reason() == Trouble.Reason.PASSWORD).isPresent();
        opened.structure(hidden ? container.range() : range);
        return;
      }
      opened.structure(range);
      header = decoded.bytes();
    }
    throw new MalformedHeader("too many layers");
  }

  private static void block(
      Slice container, SevenZipHeader.Block block, SevenZipKeys keys, Opened.Builder opened) {
    SevenZipFolder folder = block.folder();
    List<SevenZipHeader.Member> members = block.members();
    if (members.isEmpty() || folder.size() == 0) {
      return;
    }
    Range range = range(container, folder);
    SevenZipHeader.Member first = members.get(0);
    // A block that cannot be decoded is told by the name of its first file.
    boolean one =
        members.size() == 1 || SevenZipCoders.refusal(folder, range.offset(), keys).isPresent();
    opened.child(
        one
            ? Child.packed(
                SolidBlock.step(INFO, first),
                range,
                allowance -> single(folder, first, range, keys, allowance))
            : Child.packed(
                Step.UNSEEN,
                range,
                allowance -> decode(folder, first, range, keys, allowance),
                new SolidBlock(INFO, members)));
  }

  private static Decoded single(
      SevenZipFolder folder,
      SevenZipHeader.Member member,
      Range range,
      SevenZipKeys keys,
      Allowance allowance) {
    Decoded decoded = decode(folder, member, range, keys, allowance);
    return member.crc().isPresent()
        ? Checksums.checked(decoded, member.crc().getAsLong(), range.offset())
        : decoded;
  }

  private static Decoded decode(
      SevenZipFolder folder,
      SevenZipHeader.Member first,
      Range range,
      SevenZipKeys keys,
      Allowance allowance) {
    return keys.judged(
        folder,
        SevenZipCoders.decode(folder, range.offset(), keys, allowance),
        first.size(),
        first.crc(),
        range.offset());
  }

  /** From the first stored stream of a folder to the end of the last. */
  private static Range range(Slice container, SevenZipFolder folder) {
    long from = container.end();
    long to = container.offset();
    for (Slice stream : folder.streams()) {
      from = Math.min(from, stream.offset());
      to = Math.max(to, stream.end());
    }
    return Range.between(Math.min(from, to), to);
  }
}
