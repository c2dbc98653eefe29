package io.github.romparser.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ArgumentTest {
  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of(new Argument.Offset(0), "0x0"),
        Arguments.of(new Argument.Offset(0x9400), "0x9400"),
        Arguments.of(new Argument.Offset(0x1_2345_6789L), "0x123456789"),
        Arguments.of(new Argument.Size(0), "0 bytes"),
        Arguments.of(new Argument.Size(1), "1 byte"),
        Arguments.of(new Argument.Size(999), "999 bytes"),
        Arguments.of(new Argument.Size(16_777_216), "16,777,216 bytes"),
        Arguments.of(new Argument.Count(10_000), "10000"),
        Arguments.of(new Argument.Hex(4, 2), "0x04"),
        Arguments.of(new Argument.Hex(0xef1, 8), "0x00000ef1"),
        Arguments.of(new Argument.Hex(0x12345, 4), "0x12345"),
        Arguments.of(new Argument.PciId(0x10de, 0x1c03), "10de:1c03"),
        Arguments.of(new Argument.PciId(0x1, 0), "0001:0000"),
        Arguments.of(new Argument.Term("VFCT"), "VFCT"),
        Arguments.of(new Argument.Says(Phrase.ALL_FF), "bytes 0xff only"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void theKindDecidesHowItIsWritten(Argument argument, String text) {
    assertThat(argument.text()).isEqualTo(text);
  }

  @Test
  void theUsersLanguageDoesNotMatter() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      assertThat(new Argument.Size(12_345).text()).isEqualTo("12,345 bytes");
      assertThat(new Argument.Hex(12, 2).text()).isEqualTo("0x0c");
      assertThat(new Argument.PciId(1, 2).text()).isEqualTo("0001:0002");
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @EnumSource
  void phrasesArePartsOfSentences(Phrase phrase) {
    assertThat(phrase.text()).isNotBlank().doesNotEndWith(".").isEqualTo(phrase.text().strip());
  }
}
