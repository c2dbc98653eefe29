package io.github.romparser.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceIdsTest {

  @Test
  void ids_are_hexadecimal() {
    assertThat(DeviceIds.parse("10DE:1c03"))
        .hasValueSatisfying(ids -> assertThat(ids.text()).isEqualTo("10de:1c03"));
    assertThat(DeviceIds.parse("8086:0406,0412").orElseThrow().deviceIds())
        .containsExactly(0x0406, 0x0412);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10de",
        "10de:",
        ":1c03",
        "10de:1c3",
        "0x10de:0x1c03",
        "10de:1c03,",
        "10de:1c03, 1c04",
        "10de:1c0g",
        "10de:1c03,10de:1c04",
        "10de:1c03\n",
        "10de-1c03",
        "110de:1c03",
        "10de:1c033"
      })
  void nothing_else_is_an_id(String text) {
    assertThat(DeviceIds.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "03ea:0668, 1002:1640",
    "03fe:15e7, 1022:5607",
    "1f96:0406, 8086:1030",
    "03ea:ffff, 1002:ffff"
  })
  void decimal_ids(String odd, String meant) {
    assertThat(DeviceIds.parse(odd).orElseThrow().decimal().orElseThrow().text()).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1002:1640", "10de:1c03", "8086:0406", "1022:1480"})
  void real_ids(String id) {
    assertThat(DeviceIds.parse(id).orElseThrow().decimal()).isEmpty();
  }

  @Test
  void ids_have_16_bits() {
    assertThatThrownBy(() -> DeviceIds.of(0x10000, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> DeviceIds.of(0, -1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new DeviceIds(0, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
