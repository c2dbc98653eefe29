package io.github.romparser.testdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaseStepsTest {
  @ParameterizedTest
  @CsvSource({
    "hex AA 55 00, 01020304AA5500",
    "fill 0x3 0xFF, 01020304FFFFFF",
    "cut 1, 01",
    "cut -1, 010203",
    "cut 4, 01020304",
    "drop 3, 04",
    "drop 4, ''",
    "set 1 FFEE, 01FFEE04",
    "prefix 2 9, 090901020304",
    "repeat 2, 0102030401020304",
    "repeat 0, ''",
    "swap16, 02010403",
    "sum 0 4 3, 010203FA",
    "sum 1 2 1, 01FD0304"
  })
  void aStepChangesTheBytes(String step, String expected) {
    byte[] before = {1, 2, 3, 4};
    assertThat(CaseSteps.run(step, before)).isEqualTo(HexFormat.of().parseHex(expected));
    assertThat(before).containsExactly(1, 2, 3, 4);
  }

  @Test
  void textHasEscapes() {
    assertThat(run("text \"a \\n\\r\\t\\0\\\"\\\\\""))
        .containsExactly('a', ' ', '\n', '\r', '\t', 0, '"', '\\');
    assertThat(run("utf16 \"a\\n\"")).containsExactly(0xFF, 0xFE, 'a', 0, '\n', 0);
    assertThat(run("text \"\"")).isEmpty();
  }

  @Test
  void anOddByteStaysWhereItIs() {
    assertThat(CaseSteps.run(List.of("hex 010203", "swap16"))).containsExactly(2, 1, 3);
  }

  @Test
  void randomBytesDependOnTheSeedAlone() {
    assertThat(run("random 64 7")).hasSize(64).isEqualTo(run("random 64 7"));
    assertThat(run("random 64 7")).isNotEqualTo(run("random 64 8"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rom",
        "rom nothing",
        "hex",
        "hex 5",
        "hex zz",
        "text",
        "text a",
        "text \"",
        "text \"a\"b\"",
        "text \"a\\\"",
        "text \"\\q\"",
        "fill 1",
        "fill 1 256",
        "fill -1 0",
        "fill 0x10000000 0",
        "fill 1 0 0",
        "random 1",
        "cut 5",
        "cut -5",
        "cut x",
        "cut 0x",
        "drop 5",
        "drop -1",
        "set 3 0102",
        "set -1 00",
        "set 1",
        "prefix 1 -1",
        "repeat -1",
        "repeat 0x7FFFFFFFFFFFFFF",
        "repeat 0x2000000",
        "swap16 1",
        "sum 0 4 4",
        "sum 0 5 0",
        "sum 0 4",
        "99999999999999999999",
        "cut 99999999999999999999"
      })
  void aWrongStepIsRefused(String step) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CaseSteps.run(step, new byte[] {1, 2, 3, 4}));
  }

  private static byte[] run(String step) {
    return CaseSteps.run(step, new byte[0]);
  }
}
