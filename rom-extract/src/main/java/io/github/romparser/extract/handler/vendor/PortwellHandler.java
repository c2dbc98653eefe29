package io.github.romparser.extract.handler.vendor;

import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.EfiDecompressor;
import io.github.romparser.efi.EfiDecompressor.Variant;
import io.github.romparser.extract.codec.EfiStream;
import io.github.romparser.extract.handler.archive.PeLayout;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Child;
import io.github.romparser.extract.spi.Decoded;
import io.github.romparser.extract.spi.FormatInfo;
import io.github.romparser.extract.spi.Found;
import io.github.romparser.extract.spi.Handler;
import io.github.romparser.extract.spi.Magic;
import io.github.romparser.extract.spi.Opened;
import io.github.romparser.extract.spi.Step;
import java.util.List;
import java.util.Optional;

/**
 * Portwell's unpackers for the EFI shell: an EFI program, and behind it files that each begin with
 * {@code <UU>}. The first begins at the place in the file that is the program's size in memory.
 */
public final class PortwellHandler implements Handler {

  private static final FormatInfo INFO =
      new FormatInfo(
          "portwell",
          "Portwell EFI unpacker",
          "Portwell",
          "the five files, stored and in EFI 1.1 compression",
          "nothing but the mark separates files, so that one that contains it is split",
          FormatInfo.Proof.SYNTHETIC,
          List.of("BIOSUtilities portwell_efi_extract.py"));

  private static final String MARK = "<UU>";

  /** Stands for a file that there is not. */
  private static final String NONE = "NULL";

  /** What the files are, in their order. */
  private static final List<String> NAMES =
      List.of("Flash.efi", "Fparts.txt", "Update.nsh", "Temp.bin", "SaveDmiData.efi");

  /** Called by the {@link java.util.ServiceLoader}. */
  public PortwellHandler() {}

  @Override
  public FormatInfo info() {
    return INFO;
  }

  @Override
  public List<Magic> magics() {
    return List.of(Magic.text("MZ"));
  }

  /** Nothing says where the last file ends. */
  @Override
  public Optional<Found> probe(Slice area, long start, Allowance allowance) {
    return payload(area.from(start)).map(at -> Found.upTo(area.length()));
  }

  /** Where the files begin; empty if there are none. */
  private static Optional<Long> payload(Slice program) {
    return PeLayout.read(program)
        .map(layout -> layout.image().sizeOfImage())
        .filter(at -> at > 0 && program.startsWith(at, MARK));
  }

  @Override
  public Opened open(Slice container, Allowance allowance) {
    Opened.Builder opened = Opened.builder();
    Optional<Long> payload = payload(container);
    if (payload.isEmpty()) {
      return opened.build();
    }
    opened.child(Child.stored(Step.within("program"), container.slice(0, payload.get())));
    allowance.work(container.length());
    long at = payload.get();
    for (int i = 0; i < NAMES.size() && at < container.length(); i++) {
      opened.structure(container.slice(at, MARK.length()).range());
      long from = at + MARK.length();
      // The last has whatever is left, so that nothing is lost of a file that contains the mark.
      int next = i + 1 < NAMES.size() ? container.indexOf(MARK, from) : -1;
      at = next < 0 ? container.length() : next;
      Slice file = container.slice(from, at - from);
      if (file.length() > 0 && !(file.length() == NONE.length() && file.startsWith(0, NONE))) {
        Step step = Step.file(INFO.id(), NAMES.get(i));
        opened.child(
            packed(file)
                ? Child.packed(step, file.range(), a -> decode(file, a))
                : Child.stored(step, file));
      }
    }
    return opened.build();
  }

  /** Whether a file says that it is compressed: its first field is its size without both. */
  private static boolean packed(Slice file) {
    return file.has(0, EfiDecompressor.HEADER_LENGTH)
        && file.u32(0) == file.length() - EfiDecompressor.HEADER_LENGTH
        && file.u32(4) > 0;
  }

  /** The file as it is if that was a chance. */
  private static Decoded decode(Slice file, Allowance allowance) {
    Decoded decoded = EfiStream.decode(file, Variant.EFI_1_1, allowance);
    if (decoded.trouble().isEmpty()) {
      return decoded;
    }
    allowance.take(file.length());
    return Decoded.partly(Slice.of(file.toByteArray()), decoded.trouble().get());
  }
}
