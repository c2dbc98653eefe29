package io.github.romparser.extract.codec;

import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.EfiDecompressor;
import io.github.romparser.efi.EfiDecompressor.Decompressed;
import io.github.romparser.efi.EfiDecompressor.Failure;
import io.github.romparser.efi.EfiDecompressor.Result;
import io.github.romparser.efi.EfiDecompressor.Variant;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Decoded;
import io.github.romparser.extract.spi.Trouble;
import java.util.Locale;

/** EFI 1.1 and Tiano compression within an allowance: {@link EfiDecompressor}. */
public final class EfiStream {

  private EfiStream() {}

  /**
   * Decodes one stream.
   *
   * @param stream begins with both sizes and may go on behind its end
   * @param variant which of the two it is; the stream does not say
   * @param allowance limits the output, and is asked beforehand for as many bytes as the stream
   *     says that it gives
   * @return all bytes; or none, with the trouble, even where only the end is missing
   */
  public static Decoded decode(Slice stream, Variant variant, Allowance allowance) {
    if (stream.has(0, EfiDecompressor.HEADER_LENGTH)
        && stream.has(EfiDecompressor.HEADER_LENGTH, stream.u32(0))) {
      allowance.take(stream.u32(4));
      allowance.work(stream.u32(4));
    }
    Result result = EfiDecompressor.decompress(stream, variant, allowance.most());
    return result instanceof Decompressed done
        ? Decoded.of(done.bytes())
        : Decoded.none(trouble((Failure) result, variant));
  }

  private static Trouble trouble(Failure failure, Variant variant) {
    Trouble.Reason reason =
        switch (failure.reason()) {
          case NO_HEADER, SIZE_BEYOND_INPUT, ENDS_EARLY -> Trouble.Reason.TRUNCATED;
          case LIMIT -> Trouble.Reason.LIMIT;
          default -> Trouble.Reason.DAMAGED;
        };
    String name = variant == Variant.TIANO ? "Tiano" : "EFI 1.1";
    return new Trouble(
        reason,
        failure.offset(),
        name + ", " + failure.reason().name().toLowerCase(Locale.ROOT).replace('_', ' '));
  }
}
