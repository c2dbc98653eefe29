package io.github.romparser.extract.handler.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names as archives hold them. */
class EntryNameTest {

  @ParameterizedTest
  @ValueSource(strings = {"é", "字", "😀"})
  void a_name_that_is_cut_stays_text(String character) {
    for (int before = 0; before < 4; before++) {
      String name = "x".repeat(before) + character.repeat(4096);
      String cut = EntryName.of(Slice.of(name.getBytes(StandardCharsets.UTF_8)));
      assertThat(name).startsWith(cut);
      assertThat(cut.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(4093, 4096);
    }
  }

  @Test
  void what_is_no_utf_8_is_latin_1() {
    byte[] name = new byte[5000];
    Arrays.fill(name, (byte) 0xbf);
    assertThat(EntryName.of(Slice.of(name)))
        .hasSizeBetween(4092, 4096)
        .containsOnlyOnce("\u00bf".repeat(4092));
    assertThat(EntryName.of(Slice.of(new byte[] {'a', (byte) 0xe9}))).isEqualTo("a\u00e9");
  }
}
