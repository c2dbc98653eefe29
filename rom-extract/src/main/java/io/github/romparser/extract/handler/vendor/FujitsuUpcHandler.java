package io.github.romparser.extract.handler.vendor;

import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.EfiDecompressor;
import io.github.romparser.efi.EfiDecompressor.Variant;
import io.github.romparser.extract.codec.EfiStream;
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

/**
 * Fujitsu's UPC files: a stream of EFI 1.1 compression and nothing else. All there is to know one
 * by is that the packed size in front is that of the file.
 */
public final class FujitsuUpcHandler implements Handler {

  private static final FormatInfo INFO =
      new FormatInfo(
          "fujitsu-upc",
          "Fujitsu UPC",
          "Fujitsu",
          "EFI 1.1 compression",
          "known only where it is a file of its own, and whole",
          FormatInfo.Proof.SYNTHETIC,
          List.of("BIOSUtilities, fujitsu_upc_extract.py"));

  /** Sizes have 32 bits; the highest byte of each is 0. */
  private static final int PACKED_HIGH = 3;

  private static final int SIZE_HIGH = 7;
  private static final int SIZE = 4;

  /** The size of the first block, with the highest byte first; a block of none is none. */
  private static final int FIRST_BLOCK = 8;

  /** Shorter streams are not worth their doubt. */
  private static final int SHORTEST = 64;

  /** Called by the {@link java.util.ServiceLoader}. */
  public FujitsuUpcHandler() {}

  @Override
  public FormatInfo info() {
    return INFO;
  }

  @Override
  public List<Magic> magics() {
    return List.of(new Magic(Slice.of(new byte[1]), PACKED_HIGH, false));
  }

  @Override
  public Optional<Found> probe(Slice area, long start, Allowance allowance) {
    boolean may =
        start == 0
            && area.has(0, SHORTEST)
            && area.u32(0) + EfiDecompressor.HEADER_LENGTH == area.length()
            && area.u8(SIZE_HIGH) == 0
            && area.u32(SIZE) >= area.u32(0)
            && area.be16(FIRST_BLOCK) > 0;
    // So little of a mark is believed only if all of it can be decoded.
    boolean is = may && EfiStream.decode(area, Variant.EFI_1_1, allowance).trouble().isEmpty();
    return is ? Optional.of(Found.upTo(area.length())) : Optional.empty();
  }

  @Override
  public Opened open(Slice container, Allowance allowance) {
    Opened.Builder opened = Opened.builder();
    if (container.length() > EfiDecompressor.HEADER_LENGTH) {
      opened.child(
          Child.packed(
              Step.element(INFO.id()),
              container.range(),
              inner -> EfiStream.decode(container, Variant.EFI_1_1, inner)));
    }
    return opened.build();
  }
}
