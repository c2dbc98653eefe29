package io.github.romparser.extract.handler.legacy;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.LhaDecompressor.Method;
import io.github.romparser.extract.codec.LhaStream;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Child;
import io.github.romparser.extract.spi.FormatInfo;
import io.github.romparser.extract.spi.Found;
import io.github.romparser.extract.spi.Handler;
import io.github.romparser.extract.spi.Magic;
import io.github.romparser.extract.spi.Opened;
import io.github.romparser.extract.spi.Step;
import java.util.List;
import java.util.Optional;

/** BIOS images of Phoenix with the file system FFV: late TrustedCore and early SecureCore. */
public final class PhoenixFfvHandler implements Handler {

  private static final FormatInfo INFO =
      new FormatInfo(
          "phoenix-ffv",
          "Phoenix TrustedCore and SecureCore, FFV",
          "Phoenix; notebooks of 2006 to 2010",
          "volumes that volumedir.bin and volumedir.bin2 list, files, sections packed with -lh5-"
              + " (LZINT)",
          "volumes that no directory lists are searched as unknown bytes; other compressions;"
              + " checksums are not looked at; never seen on a vendor's file",
          FormatInfo.Proof.SYNTHETIC,
          List.of("coreboot bios_extract, src/phoenix.c and phoenix_extract.py"));

  /** A section's header: its length with this header (3 bytes), type (1). */
  private static final int SECTION = 4;

  /** Type of a packed section. Behind its header are packed size and size (3 bytes each of 4). */
  private static final int COMPRESSION = 0x01;

  private static final int PACKED_HEADER = SECTION + 8;

  /** Called by the {@link java.util.ServiceLoader}. */
  public PhoenixFfvHandler() {}

  @Override
  public FormatInfo info() {
    return INFO;
  }

  @Override
  public List<Magic> magics() {
    return List.of(Magic.inside(PhoenixVolumes.DIRECTORY));
  }

  @Override
  public Optional<Found> probe(Slice area, long start, Allowance allowance) {
    // A directory that leads to no other file would make a container of nothing.
    return new PhoenixVolumes(area.from(start), allowance).files().size() < 2
        ? Optional.empty()
        : Optional.of(Found.upTo(area.length()));
  }

  @Override
  public Opened open(Slice container, Allowance allowance) {
    Opened.Builder opened = Opened.builder();
    long known = 0;
    for (PhoenixFile file : new PhoenixVolumes(container, allowance).files()) {
      if (file.at() < known) {
        continue;
      }
      known = file.at() + file.size();
      opened.structure(new Range(container.offset() + file.at(), PhoenixFile.HEADER));
      Slice content = file.content(container);
      if (file.sectioned()) {
        sections(file, content, opened, allowance);
      } else if (!file.gap() && content.length() > 0) {
        opened.child(Child.stored(Step.file(INFO.id(), file.title()), content));
      }
    }
    return opened.build();
  }

  /** Sections stand one behind the other, without padding. */
  private static void sections(
      PhoenixFile file, Slice content, Opened.Builder opened, Allowance allowance) {
    Step step = Step.file(INFO.id(), file.title());
    long at = 0;
    while (content.has(at, SECTION)) {
      allowance.work(SECTION);
      long length = content.u32(at) & 0xff_ffff;
      if (length < SECTION || !content.has(at, length)) {
        break;
      }
      Slice section = content.slice(at, length);
      at += length;
      if (section.u8(SECTION - 1) == COMPRESSION && length > PACKED_HEADER) {
        opened.structure(section.clamp(0, PACKED_HEADER).range());
        long packed = section.u32(SECTION) & 0xff_ffff;
        long size = section.u32(SECTION + 4) & 0xff_ffff;
        Slice bits = section.clamp(PACKED_HEADER, packed);
        opened.child(
            Child.packed(step, bits.range(), a -> LhaStream.decode(bits, Method.LH5, size, a)));
      } else if (length > SECTION) {
        opened.structure(section.clamp(0, SECTION).range());
        opened.child(Child.stored(step, section.from(SECTION)));
      }
    }
  }
}
