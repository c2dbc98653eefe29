package io.github.romparser.acpi.dump;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.acpi.dump.CallAnswer.Kind;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forms of acpi_call's answers. */
class CallAnswerTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{0x55, 0xaa}|55aa|true",
        "{0x55, 0xAA,|55aa|false",
        "{0x55, 0xaa, 0|''|false",
        "{}|''|true",
        "{|''|false",
        "Buffer (0x2) { 0x01, 0x02 }|0102|true",
        "Buffer (0x3) { 0x01 0x02|0102|false",
        "{0x1}|''|false",
        "{0x5g}|''|false",
        "{5, 6}|''|false"
      })
  void buffers(String text, String bytes, boolean whole) {
    CallAnswer answer = CallAnswer.parse(text + "\0");
    boolean broken = bytes.isEmpty() && !text.equals("{}") && !text.equals("{");
    assertThat(answer.kind()).isEqualTo(broken ? Kind.OTHER : Kind.BUFFER);
    assertThat(HexFormat.of().formatHex(answer.bytes().toByteArray())).isEqualTo(bytes);
    assertThat(answer.whole()).isEqualTo(whole);
  }

  @ParameterizedTest
  @CsvSource({
    "Error: AE_NOT_FOUND, ERROR, AE_NOT_FOUND",
    "not called, NOT_CALLED, not called",
    "0x0, OTHER, 0x0",
    "'', OTHER, ''",
    "'[{0x1}, 0x2]', OTHER, '[{0x1}, 0x2]'"
  })
  void others(String text, Kind kind, String rest) {
    CallAnswer answer = CallAnswer.parse(text + "\0\0\n");
    assertThat(answer.kind()).isEqualTo(kind);
    assertThat(answer.text()).isEqualTo(rest);
  }

  @Property(tries = 200)
  void what_was_written_comes_back(@ForAll @Size(max = 100) byte[] bytes) {
    CallAnswer answer = CallAnswer.parse(SimulatedKernel.usualAnswer(bytes));
    assertThat(answer.whole()).isEqualTo(bytes.length <= 42);
    assertThat(bytes).startsWith(answer.bytes().toByteArray());
    assertThat(answer.bytes().length()).isEqualTo(Math.min(42, bytes.length));
    CallAnswer fork = CallAnswer.parse(SimulatedKernel.forkAnswer(bytes));
    assertThat(fork.bytes().toByteArray()).isEqualTo(bytes);
  }

  @Property(tries = 300)
  void nothing_makes_it_throw(@ForAll String text) {
    assertThat(CallAnswer.parse(text).bytes().length()).isLessThanOrEqualTo(text.length());
    assertThat(CallAnswer.parse("{" + text).kind()).isNotNull();
  }
}
