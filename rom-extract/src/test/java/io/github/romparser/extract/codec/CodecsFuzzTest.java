package io.github.romparser.extract.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.handler.FixedAllowance;
import io.github.romparser.extract.spi.OverAllowance;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes as a packed stream: bytes, or trouble that is told. */
final class CodecsFuzzTest {
  private static final int LIMIT = 1 << 20;

  @MethodSource("seeds")
  @FuzzTest
  void decodes(byte[] stream) {
    for (CodecsTest.Codec codec : CodecsTest.Codec.values()) {
      assertThat(length(codec, Slice.of(stream))).as("%s", codec).isLessThanOrEqualTo(LIMIT);
    }
  }

  private static int length(CodecsTest.Codec codec, Slice stream) {
    try {
      return codec.decode(stream, new FixedAllowance(LIMIT)).bytes().length();
    } catch (OverAllowance e) {
      return 0; // As it should be: the stream is too large.
    }
  }

  static Stream<Arguments> seeds() {
    byte[] data = new byte[300];
    for (int i = 0; i < data.length; i++) {
      data[i] = (byte) (i * i);
    }
    return Stream.of(CodecsTest.Codec.values()).map(codec -> Arguments.of(codec.pack(data)));
  }
}
