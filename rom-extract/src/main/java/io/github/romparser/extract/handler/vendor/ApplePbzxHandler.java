package io.github.romparser.extract.handler.vendor;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.codec.Xz;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * PBZX, in which the payloads of Apple's installer packages are: the size of a chunk (offset 4, 8
 * bytes), then chunks. A chunk is how many bytes it gives (8 bytes), how many it has (8 bytes), and
 * those: an .xz stream, or if they are as many as it gives, bytes as they are. All numbers are
 * big-endian (BIOSUtilities, apple_efi_pbzx.py).
 */
public final class ApplePbzxHandler implements Handler {

  private static final FormatInfo INFO =
      new FormatInfo(
          "apple-pbzx",
          "PBZX",
          "Apple; installer packages",
          "chunks of xz and stored ones, joined; what there is of a file that was cut off; found in"
              + " packages (XAR) by its own mark",
          "the sizes that chunks are to give are not checked; a package's table of contents is not"
              + " read, so that what it compresses itself is not found",
          FormatInfo.Proof.SYNTHETIC,
          List.of("BIOSUtilities, apple_efi_pbzx.py", "The .xz File Format 1.2.1"));

  private static final String MAGIC = "pbzx";

  private static final int FIRST_CHUNK = 12;
  private static final int CHUNK_HEADER = 16;

  /** Where a chunk has its own size. */
  private static final int PACKED = 8;

  /** Called by the {@link java.util.ServiceLoader}. */
  public ApplePbzxHandler() {}

  @Override
  public FormatInfo info() {
    return INFO;
  }

  @Override
  public List<Magic> magics() {
    return List.of(Magic.text(MAGIC));
  }

  /**
   * The chunks of a file.
   *
   * @param bytes of each
   * @param end behind the last one
   * @param cut whether the last one is not whole
   */
  private record Chunks(List<Slice> bytes, long end, boolean cut) {}

  private static Chunks chunks(Slice area, long start, Allowance allowance) {
    List<Slice> bytes = new ArrayList<>();
    long at = start + FIRST_CHUNK;
    boolean cut = false;
    while (!cut && area.has(at, CHUNK_HEADER)) {
      allowance.work(CHUNK_HEADER);
      long gives = be63(area, at);
      long packed = be63(area, at + PACKED);
      Slice chunk = area.clamp(at + CHUNK_HEADER, packed);
      // What is neither an .xz stream nor as long as what it gives is no chunk; it may be empty.
      cut = chunk.length() < packed;
      if (!Xz.begins(chunk) && (packed != gives || cut)) {
        cut = false;
        break;
      }
      if (chunk.length() > 0) {
        bytes.add(chunk);
      }
      at += CHUNK_HEADER + chunk.length();
    }
    return new Chunks(bytes, at, cut);
  }

  private static long be63(Slice bytes, long at) {
    return (bytes.be32(at) << 32 | bytes.be32(at + 4)) & Long.MAX_VALUE;
  }

  @Override
  public Optional<Found> probe(Slice area, long start, Allowance allowance) {
    Chunks chunks = chunks(area, start, allowance);
    return chunks.bytes().isEmpty() ? Optional.empty() : Optional.of(Found.upTo(chunks.end()));
  }

  @Override
  public Opened open(Slice container, Allowance allowance) {
    Chunks chunks = chunks(container, 0, allowance);
    return Opened.builder()
        .child(
            Child.packed(
                Step.element(INFO.id()), container.range(), a -> decode(container, chunks, a)))
        .build();
  }

  private static Decoded decode(Slice container, Chunks chunks, Allowance allowance) {
    Decoded decoded = Xz.join(chunks.bytes(), container.offset(), allowance);
    return chunks.cut() && decoded.trouble().isEmpty()
        ? Decoded.partly(
            decoded.bytes(),
            new Trouble(
                Trouble.Reason.TRUNCATED,
                container.end(),
                "PBZX, " + decoded.bytes().length() + " bytes could be decoded"))
        : decoded;
  }
}
