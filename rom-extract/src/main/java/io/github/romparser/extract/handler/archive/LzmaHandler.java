package io.github.romparser.extract.handler.archive;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.codec.RawLzma;
import io.github.romparser.extract.codec.SliceStream;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Child;
import io.github.romparser.extract.spi.FormatInfo;
import io.github.romparser.extract.spi.Found;
import io.github.romparser.extract.spi.Handler;
import io.github.romparser.extract.spi.Magic;
import io.github.romparser.extract.spi.Opened;
import io.github.romparser.extract.spi.OverAllowance;
import io.github.romparser.extract.spi.Step;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * .lzma files. They have next to no magic, so they are looked for only where unknown bytes begin,
 * and are believed only if they can be decoded.
 */
public final class LzmaHandler implements Handler {

  private static final FormatInfo INFO =
      new FormatInfo(
          "lzma",
          "LZMA (.lzma)",
          "LZMA SDK",
          "with and without a known size, and what follows",
          "only where unknown bytes begin, with lc 3, lp 0, pb 2, whole, dictionary to 128 MiB",
          FormatInfo.Proof.OWN_TOOL,
          List.of("LZMA SDK, lzma.txt"));

  private static final int PIECE = 1 << 16;

  /** Called by the {@link java.util.ServiceLoader}. */
  public LzmaHandler() {}

  @Override
  public FormatInfo info() {
    return INFO;
  }

  @Override
  public List<Magic> magics() {
    // lc 3, lp 0, pb 2, as good as all files have, and a dictionary of at least 64 KiB.
    return List.of(Magic.hex("5d 00 00").atStart());
  }

  @Override
  public Optional<Found> probe(Slice area, long start, Allowance allowance) {
    if (!area.has(start, LzmaHeader.LENGTH)) {
      return Optional.empty();
    }
    LzmaHeader header = LzmaHeader.read(area, start);
    // The first byte of the range coder is always 0.
    if (!header.plausible()
        || header.size() > allowance.most()
        || !area.has(start + LzmaHeader.LENGTH, 1)
        || area.u8(start + LzmaHeader.LENGTH) != 0) {
      return Optional.empty();
    }
    SliceStream packed = SliceStream.of(area.from(start + LzmaHeader.LENGTH));
    return whole(packed, header, allowance)
        ? Optional.of(Found.upTo(area.length() - packed.left()))
        : Optional.empty();
  }

  /** Whether all of it can be decoded; the stream stands behind it then. */
  private static boolean whole(SliceStream packed, LzmaHeader header, Allowance allowance) {
    byte[] piece = new byte[PIECE];
    long size = 0;
    try {
      InputStream in =
          RawLzma.stream(
              packed, header.properties(), header.dictionary(), header.size(), allowance);
      for (int n = in.read(piece); n > 0; n = in.read(piece)) {
        allowance.work(n);
        size += n;
        if (size > allowance.most()) {
          return false;
        }
      }
      return size > 0;
    } catch (OverAllowance e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  @Override
  public Opened open(Slice container, Allowance allowance) {
    return Opened.builder()
        .child(
            Child.packed(
                Step.element(INFO.id()), container.range(), a -> LzmaHeader.decode(container, a)))
        .build();
  }
}
