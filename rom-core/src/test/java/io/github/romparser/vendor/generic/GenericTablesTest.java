package io.github.romparser.vendor.generic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.romparser.bytes.ByteInput;
import io.github.romparser.bytes.Slice;
import io.github.romparser.rom.IsaRom;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.RomReader;
import io.github.romparser.testdata.RomForge;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GenericTablesTest {

  private static GenericTables read(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return GenericTables.read(Slice.of(bytes)).orElseThrow();
  }

  /** Texts of images, with | for NUL and the family and version in them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          Start SeaVGABIOS (version %s)|x|gcc: (Debian) 12.2.0|1.16.2-debian-1.16.2-1; SEAVGABIOS; 1.16.2-debian-1.16.2-1
          SeaBIOS VBE(C) 2011|rel-1.16.3-0-ga6ed6b701f0a; SEAVGABIOS; rel-1.16.3-0-ga6ed6b701f0a
          SeaBIOS VBE(C) 2011; SEAVGABIOS; -
          Plex86/Bochs VGABios (PCI) |current-cvs 08 Jul 2014|(C) 2008; LGPL_VGABIOS; current-cvs 08 Jul 2014
          Bochs VGABios |0.8a; LGPL_VGABIOS; 0.8a
          Bochs VGABios |(C) 2002; LGPL_VGABIOS; -
          Bochs VGABios; LGPL_VGABIOS; -
          iPXE (http://ipxe.org)|1.21.1+; IPXE; 1.21.1+
          iPXE (http://ipxe.org); IPXE; -
          IBM COMPATIBLE MATROX/MYSTIQUE  VGA/VBE BIOS (V1.2 ); MATROX; 1.2
          CL-GD543x PCI VGA BIOS Version 1.10B; CIRRUS; 1.10B
          S3 86C325 Video BIOS. Version 1.00-10; S3; 1.00-10
          ASPEED VGA BIOS Ver. 1.02.05; ASPEED; 1.02.05
          VMware, Inc.; VMWARE; -
          VGA BIOS - Version 01/15/99 1.03.2 Copyright; -; 1.03.2
          Stealth 32 Vers. 2.17; -; 2.17
          Nothing of this is a number; -; -
          """)
  void familyAndVersion(String text, String family, String version) {
    GenericTables tables = read(text.replace('|', '\0'));
    assertThat(tables.family().map(Enum::name).orElse("-")).isEqualTo(family);
    assertThat(tables.version().orElse("-")).isEqualTo(version);
    assertThat(tables.findings()).isEmpty();
  }

  @Test
  void theFirstTextsThatReadLikeWordsAreKept() {
    GenericTables tables =
        read("fPfQfRfSfUfVfW\0 A first text \0~~^^~~ words\0shorty\0" + "another text\0".repeat(9));
    assertThat(tables.strings()).hasSize(GenericTables.MOST_STRINGS);
    assertThat(tables.strings().subList(0, 2)).containsExactly("A first text", "another text");
    assertThat(read("a long text ".repeat(30)).strings().get(0)).hasSize(120);
    assertThat(read("\0".repeat(0x1000) + "VMware far away\0").strings()).isEmpty();
  }

  @Test
  void whatHasNoTextHasNoTables() {
    assertThat(GenericTables.read(Slice.of(new byte[0x1000]))).isEmpty();
    assertThat(GenericTables.read(Slice.of(new byte[0]))).isEmpty();
    assertThat(GenericTables.read(Slice.of(new byte[0x1000]).from(0x1000))).isEmpty();
  }

  @Test
  void forgedImages() {
    RomFile rom = RomReader.read(Slice.of(RomForge.named("turing")));
    assertThat(GenericTables.read(rom.chains().get(0).images().get(0).bytes()).orElseThrow())
        .satisfies(tables -> assertThat(tables.strings()).contains("Forged test ROM"));
  }

  /** What Debian packages seabios and ipxe-qemu install. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/usr/share/seabios/vgabios-stdvga.bin",
        "/usr/share/seabios/vgabios-cirrus.bin",
        "/usr/share/seabios/vgabios-isavga.bin",
        "/usr/share/seabios/vgabios-vmware.bin",
        "/usr/share/seabios/vgabios-ramfb.bin",
        "/usr/lib/ipxe/qemu/pxe-e1000.rom",
        "/usr/lib/ipxe/qemu/efi-virtio.rom",
      })
  void imagesOfEmulatedCards(String name) throws IOException {
    Path file = Path.of(name);
    if (!Files.exists(file)) {
      String message = name + " is not there; Debian packages seabios and ipxe-qemu have it";
      if (Boolean.getBoolean("rom.tools.required")) {
        fail(message);
      }
      System.err.println("SKIPPED: " + message);
      Assumptions.abort(message);
    }
    RomFile rom = RomReader.read(ByteInput.of(file).read());
    Slice image =
        rom.chains().stream()
            .findFirst()
            .map(chain -> chain.images().get(0).bytes())
            .orElse(rom.bytes());
    Optional<IsaRom> isa = rom.isaRom();
    assertThat(rom.chains().isEmpty()).isEqualTo(isa.isPresent());
    GenericTables tables = GenericTables.read(image).orElseThrow();
    if (name.contains("seabios")) {
      assertThat(tables.family()).contains(GenericFamily.SEAVGABIOS);
      assertThat(tables.version().orElseThrow()).matches("(rel-)?\\d+\\.\\d+\\.\\d+.*");
    } else {
      assertThat(tables.family()).contains(GenericFamily.IPXE);
      assertThat(tables.strings()).anyMatch(text -> text.contains("ipxe.org"));
    }
    assertThat(tables.family().orElseThrow().title()).isNotBlank();
  }
}
