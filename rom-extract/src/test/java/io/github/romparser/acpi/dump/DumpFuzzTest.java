package io.github.romparser.acpi.dump;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.romparser.bytes.Slice;
import io.github.romparser.testdata.RomForge;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Any answers of a kernel and of firmware: a ROM, or the reason why there is none. */
final class DumpFuzzTest {

  @MethodSource("answers")
  @FuzzTest
  void answersAreRead(byte[] text) {
    CallAnswer answer = CallAnswer.parse(new String(text, StandardCharsets.ISO_8859_1));
    assertThat(answer.bytes().length()).isLessThanOrEqualTo(text.length);
  }

  static Stream<Arguments> answers() {
    return Stream.of(
            SimulatedKernel.usualAnswer(new byte[50]),
            SimulatedKernel.forkAnswer(new byte[20]),
            "Error: AE_NOT_FOUND",
            "not called",
            "{0x55, 0xaa,")
        .map(text -> Arguments.of(text.getBytes(StandardCharsets.ISO_8859_1)));
  }

  @MethodSource("roms")
  @FuzzTest
  void romsAreReadToTheirEnd(byte[] rom) throws IOException {
    SimulatedKernel kernel =
        SimulatedKernel.laptop()
            .method((at, length) -> Slice.of(rom).clamp(at, length).toByteArray())
            .answers(bytes -> SimulatedKernel.cut(bytes, 0x1000));
    RomDump dump = RomDump.of(kernel, DisplayDevice.all(kernel).get(0), bytes -> {});
    assertThat(dump.attempts()).hasSize(3);
    dump.best()
        .ifPresent(
            best -> assertThat(rom).startsWith(best.rom().orElseThrow().bytes().toByteArray()));
  }

  static Stream<Arguments> roms() {
    return Stream.of("muxless-laptop", "amd-three", "minimal", "turing")
        .map(layout -> Arguments.of(RomForge.named(layout)));
  }
}
