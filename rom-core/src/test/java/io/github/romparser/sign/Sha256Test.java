package io.github.romparser.sign;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Known answers of NIST's example values for FIPS 180. */
class Sha256Test {
  @ParameterizedTest
  @CsvSource({
    "'', e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "abc, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq,"
        + " 248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
  })
  void aText(String text, String digest) {
    assertThat(Sha256.hex(Slice.of(text.getBytes(StandardCharsets.US_ASCII)))).isEqualTo(digest);
  }

  @Test
  void aMillionLetters() {
    byte[] letters = new byte[1_000_002];
    Arrays.fill(letters, (byte) 'a');
    letters[0] = 'x';
    letters[1_000_001] = 'x';
    assertThat(Sha256.hex(Slice.of(letters).slice(1, 1_000_000)))
        .isEqualTo("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
  }
}
