package io.github.romparser.acpi.ssdt;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths of ACPI's namespace. */
class AcpiPathTest {

  @ParameterizedTest
  @CsvSource({
    "\\_SB_.PCI0.S08_.S00_, \\_SB.PCI0.S08.S00",
    "\\_SB.PCI0.PEG0.PEGP, \\_SB.PCI0.PEG0.PEGP",
    "\\_sb.pci0.s08, \\_SB.PCI0.S08",
    "\\_SB, \\_SB",
    "\\____.A__B, \\_.A__B"
  })
  void a_path_is_read_with_and_without_padding(String text, String path) {
    AcpiPath read = AcpiPath.parse(text).orElseThrow();
    assertThat(read).hasToString(path);
    assertThat(read.segments()).allMatch(segment -> segment.length() == 4);
    assertThat(AcpiPath.parse(path)).contains(read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\\",
        "_SB.PCI0",
        "\\_SB.",
        "\\_SB..A",
        "\\TOOLONG",
        "\\_SB.1ABC",
        "\\_SB.P-I0",
        "\\_SB PCI0",
        "^A",
        "\\\\A",
        "\\_SB.P\u0130I"
      })
  void what_is_none_is_refused(String text) {
    assertThat(AcpiPath.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "01.0/00.0, \\_SB.PCI0.S08.S00",
    "1c.4/00.0, \\_SB.PCI0.SE4.S00",
    "1F.7, \\_SB.PCI0.SFF",
    "2.0/0.0/1.0/0.1, \\_SB.PCI0.S10.S00.S08.S01"
  })
  void qemu_names_a_function_by_its_number(String text, String path) {
    assertThat(AcpiPath.ofPci(text).orElseThrow()).hasToString(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "01.0/",
        "20.0",
        "01.8",
        "01",
        "01.",
        ".0",
        "001.0",
        "01.00",
        "0000:01:00.0",
        "01:00.0",
        "-1.0",
        "+1.0",
        "01.0//00.0",
        "0g.0"
      })
  void what_is_no_pci_path_is_refused(String text) {
    assertThat(AcpiPath.ofPci(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {253, 254, 100_000})
  void a_path_has_at_most_255_names(int steps) {
    String pci = "00.0/".repeat(steps - 1) + "00.0";
    assertThat(AcpiPath.ofPci(pci).isPresent()).isEqualTo(steps == 253);
    assertThat(AcpiPath.parse("\\A" + ".B".repeat(100_000))).isEmpty();
  }

  @Property
  void every_function_has_its_name(
      @ForAll @IntRange(max = 31) int slot, @ForAll @IntRange(max = 7) int function) {
    String name = String.format("S%02X", slot * 8 + function);
    assertThat(AcpiPath.ofPci(String.format("%02x.%d", slot, function)).orElseThrow())
        .hasToString("\\_SB.PCI0." + name);
  }
}
