package io.github.romparser.extract.handler.installer;

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
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Data of a set-up without its header: a file such as {@code setup-1.bin}, which begins with a
 * magic (offset 0, 8 bytes) and its size (8, 4 bytes), or a lone chunk. What is compressed is
 * unpacked as it stands; what is not is searched as it is.
 */
public final class InnoSliceHandler implements Handler {

  /** What such a file begins with (jrsoftware/issrc, Shared.Struct.pas, DiskSliceID). */
  static final String MAGIC = "idska32\u001a";

  /** Bytes in front of the data. */
  static final int HEADER = 12;

  private static final int SIZE = 8;

  /** In fewer bytes no ROM can be packed; they are not worth a try. */
  private static final int LEAST = 64;

  private static final FormatInfo INFO =
      new FormatInfo(
          "inno-slice",
          "Inno Setup data without its header",
          "Jordan Russell; Lenovo",
          "chunks in setup-1.bin and the like, and lone ones; zlib, bzip2, LZMA, LZMA2",
          "no names; programs are left as the filter made them; of a chunk that goes on in another"
              + " file only what is in the first",
          FormatInfo.Proof.SYNTHETIC,
          List.of(
              "dscharrer/innoextract, src/stream/slice.cpp and chunk.cpp",
              "jrsoftware/issrc, Projects/Src/Shared.Struct.pas"));

  /** Called by the {@link java.util.ServiceLoader}. */
  public InnoSliceHandler() {}

  /** The size that the file should have. */
  static long size(Slice file) {
    return file.has(SIZE, 4) ? file.u32(SIZE) : 0;
  }

  @Override
  public FormatInfo info() {
    return INFO;
  }

  @Override
  public List<Magic> magics() {
    return List.of(Magic.text(MAGIC), Magic.text(InnoProgram.CHUNK));
  }

  @Override
  public Optional<Found> probe(Slice area, long start, Allowance allowance) {
    if (area.startsWith(start, MAGIC)) {
      long size = size(area.from(start));
      return size >= HEADER
          ? Optional.of(Found.upTo(Math.min(area.length(), start + size)))
          : Optional.empty();
    }
    Slice chunk = area.from(start);
    if (InnoCompression.guess(chunk.from(InnoChunk.MAGIC)) == InnoCompression.STORED) {
      return Optional.empty();
    }
    long length = next(chunk, 1, allowance);
    return length < LEAST ? Optional.empty() : Optional.of(Found.upTo(start + length));
  }

  /** Where the next chunk or header begins; the end if there is none. */
  private static long next(Slice bytes, long from, Allowance allowance) {
    long chunk = bytes.indexOf(InnoProgram.CHUNK, from);
    long end = chunk < 0 ? bytes.length() : chunk;
    allowance.work(end - from);
    long header = bytes.slice(0, end).indexOf(InnoVersion.TEXT, from);
    return header < 0 ? end : header;
  }

  @Override
  public Opened open(Slice container, Allowance allowance) {
    Opened.Builder opened = Opened.builder();
    long at = 0;
    if (container.startsWith(0, MAGIC)) {
      opened.structure(container.clamp(0, HEADER).range());
      if (container.length() < size(container)) {
        opened.trouble(
            Trouble.Reason.TRUNCATED,
            container.offset(),
            container.length() + " of " + size(container) + " bytes");
      }
      at = HEADER;
    }
    at = container.indexOf(InnoProgram.CHUNK, at);
    while (at >= 0) {
      long end = at + next(container.from(at), 1, allowance);
      chunk(container.slice(at, end - at), opened);
      at = container.indexOf(InnoProgram.CHUNK, end);
    }
    return opened.build();
  }

  private static void chunk(Slice chunk, Opened.Builder opened) {
    Slice content = chunk.from(InnoChunk.MAGIC);
    InnoCompression compression = InnoCompression.guess(content);
    if (compression == InnoCompression.STORED || chunk.length() < LEAST) {
      return;
    }
    opened.child(
        Child.packed(
            Step.element(String.format(Locale.US, "%s chunk 0x%x", INFO.id(), chunk.offset())),
            chunk.range(),
            own -> compression.decodeAndRest(content, own)));
  }
}
