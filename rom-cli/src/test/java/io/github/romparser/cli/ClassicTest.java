package io.github.romparser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.testdata.RomForge;
import org.junit.jupiter.api.Test;

/** {@code --format classic}: the lines of awilliam's rom-parser, as far as that program gets. */
class ClassicTest {

  @Test
  void a_hybrid_rom() {
    assertThat(classic(RomForge.named("minimal-hybrid")))
        .matches(
            """
            Valid ROM signature found @0h, PCIR offset 1ch
            \tPCIR: type 0 \\(x86 PC-AT\\), vendor: [0-9a-f]{4}, device: [0-9a-f]{4}, class: 020000
            \tPCIR: revision [03], vendor revision: [0-9a-f]+
            Valid ROM signature found @200h, PCIR offset 1ch
            \tPCIR: type 3 \\(EFI\\), vendor: [0-9a-f]{4}, device: [0-9a-f]{4}, class: 020000
            \tPCIR: revision [03], vendor revision: [0-9a-f]+
            \t\tEFI: Signature Valid, Subsystem: Boot, Machine: X64
            \tLast image
            """);
  }

  @Test
  void any_indicator_but_0_is_the_last() {
    byte[] rom = RomForge.named("minimal");
    int pcir = rom[0x18];
    rom[pcir + 0x15] = 1;
    assertThat(classic(rom)).endsWith("\tLast image\n");
    rom[pcir + 0x15] = 0;
    assertThat(classic(rom)).endsWith("Error, ran off the end\n").doesNotContain("Last image");
  }

  @Test
  void other_types_have_no_name_and_a_wrong_efi_signature_is_told() {
    byte[] rom = RomForge.named("minimal-hybrid");
    rom[0x200 + 4] = 0;
    assertThat(classic(rom)).contains("\t\tEFI: Signature NOT Valid\n\tLast image\n");
    rom[rom[0x18] + 0x14] = 1;
    assertThat(classic(rom)).contains("\tPCIR: type 1, vendor: ");
  }

  @Test
  void it_ends_at_a_wrong_data_structure() {
    byte[] rom = RomForge.named("minimal-hybrid");
    rom[rom[0x18]] = 'X';
    assertThat(classic(rom))
        .isEqualTo(
            "Valid ROM signature found @0h, PCIR offset 1ch\nInvalid PCIR signature: XCIR\n");
  }

  @Test
  void files_without_a_rom() {
    assertThat(classic(new byte[0])).isEqualTo("Error, zero sized ROM file\n");
    assertThat(classic(new byte[] {0x55})).isEqualTo("Error, ran off the end\n");
    assertThat(classic(new byte[] {0x55, (byte) 0xaa}))
        .startsWith("Valid ROM signature found @0h, PCIR offset 0h\nInvalid PCIR signature: ");
    assertThat(classic(RomForge.named("nvgi1")))
        .startsWith("Valid ROM signature found @400h, PCIR offset ");
  }

  private static String classic(byte[] bytes) {
    return Run.with(bytes, "--format", "classic", "-").out();
  }
}
