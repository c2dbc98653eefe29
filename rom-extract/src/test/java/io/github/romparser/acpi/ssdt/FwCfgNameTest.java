package io.github.romparser.acpi.ssdt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of files that QEMU hands over. */
class FwCfgNameTest {

  @Test
  void a_name_has_at_most_55_characters() {
    assertThat(FwCfgName.parse("opt/" + "x".repeat(51)).orElseThrow().isUsers()).isTrue();
    assertThat(FwCfgName.parse("opt/" + "x".repeat(52))).isEmpty();
    assertThat(FwCfgName.parse("etc/vbios").orElseThrow().isUsers()).isFalse();
    assertThat(FwCfgName.parse(FwCfgName.USUAL.text())).contains(FwCfgName.USUAL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a\"", "a\\", "\u00e4", "a\n", "\u007f"})
  void what_source_text_cannot_hold_is_refused(String name) {
    assertThat(FwCfgName.parse(name)).isEmpty();
  }
}
