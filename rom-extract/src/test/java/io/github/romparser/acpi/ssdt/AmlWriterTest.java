package io.github.romparser.acpi.ssdt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.romparser.bytes.Slice;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forms of AML, byte by byte. */
class AmlWriterTest {

  private static String hex(AmlTerm term) {
    AmlWriter out = new AmlWriter();
    term.encode(out);
    return HexFormat.of().formatHex(out.bytes());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 00, 0",
    "1, 01, 1",
    "9, 0a09, 9",
    "0xff, 0aff, 0xFF",
    "0x100, 0b0001, 0x100",
    "0xffff, 0bffff, 0xFFFF",
    "0x10000, 0c00000100, 0x10000",
    "0xffffffff, 0cffffffff, 0xFFFFFFFF",
    "0x100000000, 0e0000000001000000, 0x100000000",
    "-1, 0effffffffffffffff, 0xFFFFFFFFFFFFFFFF"
  })
  void integers(String value, String aml, String asl) {
    AmlValue integer = AmlValue.number(Long.decode(value));
    assertThat(hex(integer)).isEqualTo(aml);
    assertThat(integer.asl()).isEqualTo(asl);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 01",
    "62, 3f",
    "63, 4104",
    "4093, 4fff",
    "4094, 810001",
    "1048572, 8fffff",
    "1048573, c1000001",
    "268435451, cfffffff"
  })
  void package_lengths_count_themselves(int content, String length) {
    AmlWriter out = new AmlWriter();
    out.length(content, true);
    assertThat(HexFormat.of().formatHex(out.bytes())).isEqualTo(length);
    assertThatThrownBy(() -> new AmlWriter().length(268_435_452, true))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"8, 08", "63, 3f", "64, 4004", "4095, 4fff", "4096, 800001"})
  void bit_counts_do_not(int bits, String length) {
    AmlWriter out = new AmlWriter();
    out.length(bits, false);
    assertThat(HexFormat.of().formatHex(out.bytes())).isEqualTo(length);
  }

  @Property(tries = 300)
  void a_package_length_says_where_the_package_ends(@ForAll @IntRange(max = 70_000) int content) {
    AmlWriter out = new AmlWriter();
    out.packaged(inner -> inner.raw(Slice.of(new byte[content])));
    byte[] bytes = out.bytes();
    int more = (bytes[0] & 0xff) >> 6;
    int value = bytes[0] & (more == 0 ? 0x3f : 0x0f);
    for (int i = 0; i < more; i++) {
      value |= (bytes[1 + i] & 0xff) << (4 + 8 * i);
    }
    assertThat(value).isEqualTo(bytes.length).isEqualTo(content + 1 + more);
  }

  @ParameterizedTest
  @CsvSource({
    "\\_SB, 5c5f53425f",
    "\\_SB.PCI0, 5c2e5f53425f50434930",
    "\\_SB.PCI0.S8, 5c2f035f53425f5043493053385f5f"
  })
  void paths(String path, String aml) {
    AmlWriter out = new AmlWriter();
    out.path(AcpiPath.parse(path).orElseThrow());
    assertThat(HexFormat.of().formatHex(out.bytes())).isEqualTo(aml);
  }

  @Test
  void values() {
    assertThat(hex(AmlValue.string("Ab"))).isEqualTo("0d416200");
    assertThat(hex(AmlValue.local(7)) + hex(AmlValue.argument(6))).isEqualTo("676e");
    assertThat(hex(AmlValue.buffer(Slice.of(new byte[] {5, 6})))).isEqualTo("11050a020506");
    assertThat(hex(AmlValue.zeros(AmlValue.local(0)))).isEqualTo("110260");
    assertThat(hex(AmlValue.pack(AmlValue.number(1), AmlValue.string("x"))))
        .isEqualTo("120602010d7800");
    assertThat(hex(new AmlValue.EisaId("PNP0C0A"))).isEqualTo("0c41d00c0a");
    assertThat(new AmlValue.EisaId("PNP0C0A").asl()).isEqualTo("EisaId (\"PNP0C0A\")");
    assertThatThrownBy(() -> AmlValue.buffer(Slice.of(new byte[1])).asl())
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void operators_have_their_targets() {
    AmlValue a = AmlValue.local(0);
    AmlValue b = AmlValue.local(1);
    assertThat(hex(AmlValue.apply(AmlOperator.ADD, a, b))).isEqualTo("72606100");
    assertThat(hex(AmlValue.apply(AmlOperator.NOT_LESS, a, b))).isEqualTo("92956061");
    assertThat(AmlValue.apply(AmlOperator.NOT_LESS, a, b).asl()).isEqualTo("(Local0 >= Local1)");
    assertThat(AmlValue.apply(AmlOperator.STORE, a, b).asl()).isEqualTo("Local1 = Local0");
    assertThat(AmlValue.apply(AmlOperator.EQUAL, AmlValue.string("{1}"), b).asl())
        .isEqualTo("(\"{1}\" == Local1)");
  }

  @Test
  void statements() {
    assertThat(hex(new AmlStatement.Ports("IO__", 0x510, 2))).isEqualTo("5b80494f5f5f010b10050a02");
    assertThat(hex(new AmlStatement.Port("IO", AmlStatement.Access.BYTE, 8, "DA", 8)))
        .isEqualTo("5b810d494f5f5f1100084441" + "5f5f08");
    assertThat(hex(new AmlStatement.Method("_ROM", 2, true, List.of())))
        .isEqualTo("14065f524f4d0a");
    assertThat(hex(AmlStatement.Conditional.loop(AmlValue.number(1), AmlValue.named("AB"))))
        .isEqualTo("a2060141425f5f");
    assertThat(hex(new AmlStatement.Comment("x")) + hex(new AmlStatement.External("\\A", "IntObj")))
        .isEmpty();
  }
}
