package io.github.romparser.sign;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Known answers: FIPS 180 and RFC 1321 §A.5. */
class FileDigestsTest {
  @Test
  void ofAText() {
    Slice text = Slice.of("xabc".getBytes(StandardCharsets.US_ASCII)).from(1);
    assertThat(FileDigests.of(text))
        .isEqualTo(
            new FileDigests(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                "a9993e364706816aba3e25717850c26c9cd0d89d",
                "900150983cd24fb0d6963f7d28e17f72"));
  }
}
