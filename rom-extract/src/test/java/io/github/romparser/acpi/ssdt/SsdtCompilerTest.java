package io.github.romparser.acpi.ssdt;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.acpi.ssdt.Interpreter.Call;
import io.github.romparser.bytes.Slice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What iasl makes of the tables and of their source text. */
class SsdtCompilerTest {

  private static final AcpiPath CARD = AcpiPath.ofPci("1c.4/00.0").orElseThrow();

  @TempDir private Path folder;

  @BeforeAll
  static void tools() {
    GuestTools.need("iasl");
    GuestTools.need("acpiexec");
  }

  private static Slice rom() {
    byte[] bytes = new byte[0x1a00];
    new SplittableRandom(1).nextBytes(bytes);
    return Slice.of(bytes);
  }

  static Stream<RomSsdt> variants() {
    return Stream.of(
        RomSsdt.embedded(rom(), CARD, FakeBattery.FULL),
        RomSsdt.embedded(rom(), CARD, FakeBattery.NONE, 0x1000),
        RomSsdt.fwCfg(FwCfgName.USUAL, CARD, FakeBattery.MISSING),
        RomSsdt.fwCfg(
            FwCfgName.parse("opt/{0}a,b;c'd".repeat(4).substring(0, 55)).orElseThrow(),
            CARD,
            FakeBattery.NONE));
  }

  /** Compiles the source text of all tables. */
  private List<byte[]> compile(RomSsdt ssdt) throws IOException {
    List<byte[]> compiled = new ArrayList<>();
    for (int i = 0; i < ssdt.tables().size(); i++) {
      byte[] text = ssdt.tables().get(i).asl().getBytes(StandardCharsets.US_ASCII);
      String file = GuestTools.write(folder, "source" + i + ".asl", text);
      GuestTools.Output output =
          GuestTools.run(folder, "", List.of("iasl", "-p", "made" + i, file));
      assertThat(output.text()).contains("0 Errors, 0 Warnings");
      compiled.add(Files.readAllBytes(folder.resolve("made" + i + ".aml")));
    }
    return compiled;
  }

  @ParameterizedTest
  @MethodSource("variants")
  void the_source_text_gives_a_table_that_does_the_same(RomSsdt ssdt) throws IOException {
    List<Call> calls = new ArrayList<>();
    for (long at : new long[] {0, 1, 0xfff, 0x1000, 0x1234, 0x19ff, 0x1a00, 0x10_0000}) {
      for (long length : new long[] {0, 1, 42, 0x1000, 0x1001}) {
        calls.add(new Call(at, length));
      }
    }
    List<byte[]> own =
        new Interpreter(folder, CARD, 64, ssdt.tables().stream().map(SsdtTable::aml).toList())
            .rom(calls);
    assertThat(new Interpreter(folder, CARD, 64, compile(ssdt)).rom(calls))
        .containsExactlyElementsOf(own);
  }

  @ParameterizedTest
  @MethodSource("variants")
  void the_source_text_has_every_byte_of_the_table(RomSsdt ssdt) throws IOException {
    List<byte[]> compiled = compile(ssdt);
    for (int i = 0; i < compiled.size(); i++) {
      byte[] table = compiled.get(i);
      byte[] own = ssdt.tables().get(i).aml();
      // iasl puts what is external in front, in an If that is never true.
      byte[] terms = Arrays.copyOfRange(own, SsdtTable.HEADER, own.length);
      assertThat(Arrays.copyOfRange(table, table.length - terms.length, table.length))
          .isEqualTo(terms);
    }
  }

  @ParameterizedTest
  @MethodSource("variants")
  void every_table_is_read(RomSsdt ssdt) throws IOException {
    for (int i = 0; i < ssdt.tables().size(); i++) {
      String file = GuestTools.write(folder, "t" + i + ".aml", ssdt.tables().get(i).aml());
      GuestTools.Output output = GuestTools.run(folder, "", List.of("iasl", "-d", file));
      assertThat(output.text()).doesNotContainIgnoringCase("error").doesNotContain("AE_");
      assertThat(Files.readString(folder.resolve("t" + i + ".dsl")))
          .contains("Scope (\\_SB.PCI0.SE4.S00)")
          .doesNotContain("ERROR", "Warning");
    }
  }
}
