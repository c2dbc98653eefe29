package io.github.romparser.acpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.romparser.bytes.Slice;
import io.github.romparser.testdata.AcpiLayouts;
import io.github.romparser.testdata.AcpiTableForge;
import io.github.romparser.testdata.DumpTextForge;
import io.github.romparser.testdata.RomForge;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Input that is cut off, changed, or made to waste time and memory. */
class AcpiHostileTest {

  private static void all(byte[] bytes) {
    Slice slice = Slice.of(bytes);
    assertThat(Vfct.read(slice).findings()).isNotNull();
    assertThat(AmlScanner.scan(AcpiTables.read(slice).tables()).findings()).isNotNull();
    List<DumpSource.Input> inputs =
        List.of(new DumpSource.Input("a1", slice), new DumpSource.Input("a3", slice));
    assertThat(RomChunks.read(inputs.subList(0, 1), false).sources()).hasSize(1);
    assertThat(RomChunks.read(inputs, true).sources()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ssdt-memory",
        "ssdt-named-memory",
        "ssdt-computed-memory",
        "ssdt-empty",
        "ssdt-embedded",
        "ssdt-two",
        "ssdt-fw-cfg",
        "ssdt-unknown"
      })
  void tablesCutOffAndChanged(String name) {
    byte[] table = AcpiLayouts.named(name);
    Random random = new Random(1);
    for (int length = 0; length < table.length; length += 1 + table.length / 400) {
      all(Arrays.copyOf(table, length));
      byte[] changed = table.clone();
      changed[36 + random.nextInt(table.length - 36)] = (byte) random.nextInt();
      all(changed);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "acpi-call",
        "acpi-call-old",
        "acpiexec",
        "acpidump",
        "asl",
        "c-array",
        "list",
        "xxd",
        "hexdump",
        "od",
        "reg",
        "reg-8"
      })
  void textsCutOffAtEveryByte(String format) {
    byte[] text = DumpTextForge.text(format, Arrays.copyOf(RomForge.named("minimal"), 60));
    for (int length = 0; length < text.length; length++) {
      all(Arrays.copyOf(text, length));
    }
  }

  @Property(tries = 300)
  void anything(@ForAll @Size(max = 300) byte[] bytes) {
    all(bytes);
    all(AcpiTableForge.table("SSDT", "T", bytes));
  }

  /** Patterns that a careless parser reads again and again. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\r",
        "[",
        "\u0011",
        "\b",
        "\u0010",
        "\u0014",
        "[\u0080",
        "[\u0081",
        "\u0010\u0006ABCD",
        "\u0012\u007f\u00ff",
        "\\",
        "^",
        "/",
        "./",
        "\bABCD\u0011\u0003",
        "\u00a0\u0004",
        "[#",
        "[\u0080ABCD\0",
        "[\u0080ABCD\0rrrrrrrr",
        "\u0011H\u000f\0"
      })
  void patternsOfAml(String pattern) {
    byte[] body = repeated(pattern, 4 << 20);
    byte[] table = AcpiTableForge.table("SSDT", "T", body);
    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> AmlScanner.scan(AcpiTables.read(Slice.of(table)).tables()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{}",
        "{0x55",
        "{0x",
        "Buffer (",
        "Name (",
        "Buffer (1) {",
        "/*",
        "/* */",
        "\"",
        "//",
        "0000: ",
        "00000000: 55\n",
        "*\n",
        "00000000: 55\n*\nf0000000: 55\n",
        "SSDT @ 0x\n",
        " @ 0x",
        "SSDT @ 0x0\n    0000: 53\n",
        "[Buffer] Length ffffffff = \n",
        "[Buffer] Length 1 = 0000: 1\n",
        "REGEDIT4\n\"a\"=hex:\\\n",
        "REGEDIT4\n[",
        "REGEDIT4\n\"a\"=hex:0",
        "_ROM 1 ",
        "0x55,",
        "55 ",
        "Error: AE_NOT_FOUND\n",
        "- evaluate _ROM 0\n",
        "5",
        "DefinitionBlock",
        "Name (A, Buffer (",
        "_ROM 9223372036854775807 1\n{0x55}\n"
      })
  void patternsOfText(String pattern) {
    byte[] text = repeated(pattern, 4 << 20);
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          Slice slice = Slice.of(text);
          RomChunks.read(List.of(new DumpSource.Input("-", slice)), false);
          AcpiTables.read(slice);
        });
  }

  private static byte[] repeated(String pattern, int size) {
    byte[] one = pattern.getBytes(StandardCharsets.ISO_8859_1);
    byte[] all = new byte[size / one.length * one.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = one[i % one.length];
    }
    return all;
  }
}
