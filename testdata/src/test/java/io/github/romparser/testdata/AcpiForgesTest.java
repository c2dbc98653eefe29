package io.github.romparser.testdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Tables, AML and dumps as text, byte for byte. */
class AcpiForgesTest {
  private static String hex(byte[] bytes) {
    return HexFormat.ofDelimiter(" ").formatHex(bytes);
  }

  @Test
  void aTableHasItsLengthAndSumsToZero() {
    byte[] table = AcpiTableForge.table("SSDT", "ABC", new byte[] {1, 2}, new byte[] {3});
    assertThat(table).hasSize(39).startsWith('S', 'S', 'D', 'T', 39, 0, 0, 0).endsWith(1, 2, 3);
    assertThat(Canvas.sum(table, 0, table.length)).isZero();
  }

  @Test
  void namesHaveTheirPrefixes() {
    assertThat(hex(AmlForge.path("_SB"))).isEqualTo("5f 53 42 5f");
    assertThat(hex(AmlForge.path("\\"))).isEqualTo("5c 00");
    assertThat(hex(AmlForge.path("^^A.B"))).isEqualTo("5e 5e 2e 41 5f 5f 5f 42 5f 5f 5f");
    assertThat(hex(AmlForge.path("\\A.B.C"))).startsWith("5c 2f 03 41 5f").hasSize(15 * 3 - 1);
  }

  @Test
  void numbersAreAsShortAsTheyCanBe() {
    assertThat(hex(AmlForge.number(0))).isEqualTo("00");
    assertThat(hex(AmlForge.number(1))).isEqualTo("01");
    assertThat(hex(AmlForge.number(0xff))).isEqualTo("0a ff");
    assertThat(hex(AmlForge.number(0x1234))).isEqualTo("0b 34 12");
    assertThat(hex(AmlForge.number(0x12345678L))).isEqualTo("0c 78 56 34 12");
    assertThat(hex(AmlForge.number(-2))).isEqualTo("0e fe ff ff ff ff ff ff ff");
  }

  /** A length counts its own bytes, which may make it longer (ACPI 6.4 §20.2.4). */
  @Test
  void lengthsCountThemselves() {
    assertThat(hex(AmlForge.buffer(new byte[] {7}))).isEqualTo("11 03 01 07");
    assertThat(AmlForge.sized(AmlForge.code(0x10), new byte[62])).startsWith(0x10, 0x3f);
    assertThat(AmlForge.sized(AmlForge.code(0x10), new byte[63])).startsWith(0x10, 0x41, 0x04);
    assertThat(AmlForge.sized(AmlForge.code(0x10), new byte[0x1000]))
        .startsWith(0x10, 0x83, 0x00, 0x01);
    assertThat(hex(AmlForge.unit("", 262_144))).isEqualTo("00 80 00 40");
    assertThat(hex(AmlForge.string("a"))).isEqualTo("0d 61 00");
  }

  @Test
  void textsAreWhatTheProgramsWrite() {
    byte[] bytes = {0x55, (byte) 0xaa, 'A'};
    assertThat(text("acpi-call", bytes)).isEqualTo("{0x55, 0xaa, 0x41}\0\n");
    assertThat(text("xxd", bytes)).startsWith("00000000: 55aa 41").endsWith("  U.A\n");
    assertThat(text("hexdump-c", bytes)).startsWith("00000000  55 aa 41 ").endsWith("  |U.A|\n");
    assertThat(text("hexdump", new byte[] {1, 2})).isEqualTo("0000000 0201\n0000002\n");
    assertThat(text("od", new byte[] {1, 2})).isEqualTo("0000000 001001\n0000002\n");
    assertThat(text("acpidump", AcpiLayouts.named("ssdt-plain"))).startsWith("SSDT @ 0x000");
    assertThat(DumpTextForge.text("reg", bytes)).startsWith(0xff, 0xfe, 'W', 0);
    assertThat(text("reg-8", bytes)).contains("\"VideoBios\"=hex:55,aa,41\r\n");
    assertThatIllegalArgumentException().isThrownBy(() -> text("none", bytes));
    assertThatIllegalArgumentException().isThrownBy(() -> AcpiLayouts.named("none"));
  }

  private static String text(String format, byte[] bytes) {
    return new String(DumpTextForge.text(format, bytes), StandardCharsets.ISO_8859_1);
  }
}
