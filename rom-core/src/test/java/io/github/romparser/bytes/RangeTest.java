package io.github.romparser.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class RangeTest {
  @Test
  void theEndIsTheFirstByteBehind() {
    assertThat(new Range(0x10, 0x20).end()).isEqualTo(0x30);
    assertThat(new Range(7, 0).end()).isEqualTo(7);
    assertThat(new Range(Integer.MAX_VALUE, 1).end()).isEqualTo(0x8000_0000L);
  }

  @Test
  void betweenTwoPlaces() {
    assertThat(Range.between(3, 10)).isEqualTo(new Range(3, 7));
    assertThat(Range.between(3, 3)).isEqualTo(new Range(3, 0));
    assertThat(Range.between(10, 3)).isEqualTo(new Range(10, 0));
  }

  @Test
  void negativeValuesAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Range(-1, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Range(0, -1))
        .withMessageContaining("0 + -1");
  }
}
