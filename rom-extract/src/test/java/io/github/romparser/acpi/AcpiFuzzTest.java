package io.github.romparser.acpi;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.romparser.bytes.Slice;
import io.github.romparser.testdata.AcpiLayouts;
import io.github.romparser.testdata.DumpTextForge;
import io.github.romparser.testdata.RomForge;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes are read without an exception, as a table and as text. */
class AcpiFuzzTest {

  static Stream<Arguments> tables() {
    return Stream.of(
            "ssdt-memory",
            "ssdt-named-memory",
            "ssdt-computed-memory",
            "ssdt-empty",
            "ssdt-embedded",
            "ssdt-two",
            "ssdt-fw-cfg",
            "ssdt-unknown",
            "ssdt-plain")
        .map(AcpiLayouts::named)
        .map(bytes -> Arguments.of((Object) bytes));
  }

  static Stream<Arguments> vfct() {
    return Stream.of(Arguments.of((Object) RomForge.named("vfct")));
  }

  static Stream<Arguments> texts() {
    return Stream.of(
            "acpi-call",
            "acpi-call-old",
            "acpiexec",
            "acpidump",
            "asl",
            "c-array",
            "list",
            "pairs",
            "plain",
            "decimal",
            "xxd",
            "hexdump-c",
            "hexdump",
            "od",
            "od-x1",
            "od-d",
            "reg",
            "reg-8")
        .map(format -> DumpTextForge.text(format, RomForge.named("minimal")))
        .map(bytes -> Arguments.of((Object) bytes));
  }

  @FuzzTest
  @MethodSource("tables")
  void aml(byte[] bytes) {
    AmlScan scan = AmlScanner.scan(AcpiTables.read(Slice.of(bytes)).tables());
    for (RomMethod method : scan.methods()) {
      assertThat(method.device()).startsWith("\\");
    }
  }

  @FuzzTest
  @MethodSource("vfct")
  void vfctTable(byte[] bytes) {
    for (VfctImage image : Vfct.read(Slice.of(bytes)).images()) {
      assertThat((long) image.content().length()).isLessThanOrEqualTo(image.length());
    }
  }

  @FuzzTest
  @MethodSource("texts")
  void text(byte[] bytes) {
    RomDump dump = RomChunks.read(List.of(new DumpSource.Input("-", Slice.of(bytes))), false);
    dump.rom().ifPresent(rom -> assertThat(rom.bytes().u16(0)).isEqualTo(0xaa55));
  }
}
