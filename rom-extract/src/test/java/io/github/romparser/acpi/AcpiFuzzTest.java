package io.github.romparser.acpi;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.romparser.bytes.Slice;
import io.github.romparser.testdata.AcpiLayouts;
import io.github.romparser.testdata.DumpTextForge;
import io.github.romparser.testdata.ImageForge;
import io.github.romparser.testdata.RomForge;
import java.nio.charset.StandardCharsets;
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
    Stream<byte[]> formats =
        Stream.of(
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
            .map(format -> DumpTextForge.text(format, RomForge.named("minimal")));
    // Found by fuzzing: rows without bytes that repeat, a ROM with a length of 0, also in a value
    // and with many zeros.
    Stream<byte[]> found =
        Stream.of(
                "0000 1\n*\n0008 01 02\n0010 03 04\n",
                "00000000: 55aa 01\n00000018: 1c00 0000 5043 4952\n00000040: ff\n",
                // A length of 0 and the next row 15 MiB on: zeros up to there.
                "00000000: 55aa 01\n00000018: 1c00 0000 5043 4952\n00f00000: ff\n")
            .map(text -> text.getBytes(StandardCharsets.US_ASCII));
    byte[] lengthZero = ImageForge.legacy(1, 0x8086, 1).pcir(p -> p.blocks(0)).last().build();
    found = Stream.concat(found, Stream.of(DumpTextForge.text("reg", lengthZero)));
    return Stream.concat(formats, found).map(bytes -> Arguments.of((Object) bytes));
  }

  @MethodSource("tables")
  @FuzzTest
  void aml(byte[] bytes) {
    AmlScan scan = AmlScanner.scan(AcpiTables.read(Slice.of(bytes)).tables());
    for (RomMethod method : scan.methods()) {
      assertThat(method.device()).startsWith("\\");
    }
  }

  @MethodSource("vfct")
  @FuzzTest
  void vfctTable(byte[] bytes) {
    for (VfctImage image : Vfct.read(Slice.of(bytes)).images()) {
      assertThat((long) image.content().length()).isLessThanOrEqualTo(image.length());
    }
  }

  @MethodSource("texts")
  @FuzzTest
  void text(byte[] bytes) {
    RomDump dump = RomChunks.read(List.of(new DumpSource.Input("-", Slice.of(bytes))), false);
    dump.rom().ifPresent(rom -> assertThat(rom.bytes().u16(0)).isEqualTo(0xaa55));
  }
}
