package io.github.romparser.efi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.EfiDecompressor.Decompressed;
import io.github.romparser.efi.EfiDecompressor.Failure;
import io.github.romparser.efi.EfiDecompressor.Result;

/** What holds of every result, whatever the stream. */
final class Results {
  private Results() {}

  static void assertWithin(Result result, Slice stream, long limit) {
    if (result instanceof Decompressed output) {
      assertThat((long) output.bytes().length())
          .isEqualTo(stream.u32(4))
          .isLessThanOrEqualTo(limit);
      assertThat((long) output.consumed()).isBetween(8L, 8 + stream.u32(0));
    } else {
      assertThat(((Failure) result).offset()).isBetween(stream.offset(), stream.end());
    }
  }
}
