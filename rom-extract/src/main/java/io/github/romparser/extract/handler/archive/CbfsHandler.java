package io.github.romparser.extract.handler.archive;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.codec.Lz4;
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

/** coreboot's flash file system: from one file to the next, as far as there are any. */
public final class CbfsHandler implements Handler {

  private static final FormatInfo INFO =
      new FormatInfo(
          "cbfs",
          "CBFS",
          "coreboot",
          "stored, LZMA and LZ4 files; deleted ones are searched too",
          "segments of payloads and old stages are not decompressed",
          FormatInfo.Proof.REAL_FILE,
          List.of("coreboot, src/commonlib/bsd/include/commonlib/bsd/cbfs_serialized.h"));

  /** Called by the {@link java.util.ServiceLoader}. */
  public CbfsHandler() {}

  @Override
  public FormatInfo info() {
    return INFO;
  }

  @Override
  public List<Magic> magics() {
    return List.of(Magic.text(CbfsFile.MAGIC));
  }

  @Override
  public Optional<Found> probe(Slice area, long start, Allowance allowance) {
    long at = start;
    long end = start;
    boolean named = false;
    Optional<CbfsFile> file = CbfsFile.read(area, at);
    while (file.isPresent()) {
      allowance.work(file.get().content());
      named |= !file.get().used() || !file.get().name().isEmpty();
      end = at + file.get().content() + file.get().size();
      at += file.get().next();
      file = CbfsFile.read(area, at);
    }
    return named ? Optional.of(Found.upTo(end)) : Optional.empty();
  }

  @Override
  public Opened open(Slice container, Allowance allowance) {
    Opened.Builder opened = Opened.builder();
    long at = 0;
    Optional<CbfsFile> read = CbfsFile.read(container, at);
    while (read.isPresent()) {
      CbfsFile file = read.get();
      allowance.work(file.content());
      opened.structure(container.slice(at, file.content()).range());
      Slice content = container.slice(at + file.content(), file.size());
      if (file.used() && content.length() > 0) {
        Step step = Step.file(INFO.id(), file.name());
        opened.child(
            file.compression() == 0
                ? Child.stored(step, content)
                : Child.packed(step, content.range(), a -> decode(file, content, a)));
      }
      at += file.next();
      read = CbfsFile.read(container, at);
    }
    return opened.build();
  }

  private static Decoded decode(CbfsFile file, Slice content, Allowance allowance) {
    Decoded decoded;
    if (file.compression() == CbfsFile.LZMA) {
      decoded = LzmaHeader.decode(content, allowance);
    } else if (file.compression() == CbfsFile.LZ4) {
      decoded = Lz4.decode(content, allowance);
    } else {
      return Decoded.none(
          new Trouble(
              Trouble.Reason.UNSUPPORTED,
              content.offset(),
              "CBFS compression " + file.compression()));
    }
    return decoded.trouble().isPresent() || decoded.bytes().length() == file.unpacked()
        ? decoded
        : Decoded.partly(
            decoded.bytes(),
            new Trouble(
                Trouble.Reason.DAMAGED,
                content.offset(),
                decoded.bytes().length() + " bytes instead of " + file.unpacked()));
  }
}
