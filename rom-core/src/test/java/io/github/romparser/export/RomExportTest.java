package io.github.romparser.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.EfiDecompressor;
import io.github.romparser.efi.EfiDriver;
import io.github.romparser.rom.EfiImage;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.RomImage;
import io.github.romparser.rom.RomReader;
import io.github.romparser.testdata.ImageForge;
import io.github.romparser.testdata.PeForge;
import io.github.romparser.testdata.RomForge;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RomExportTest {

  private static RomFile read(byte[] bytes) {
    return RomReader.read(Slice.of(bytes));
  }

  private static List<Export> all(RomExport pieces) {
    List<Export> all = new ArrayList<>();
    pieces.forEach(all::add);
    return all;
  }

  static Set<String> layouts() {
    return RomForge.names();
  }

  @Test
  void every_kind_of_image_has_its_name() {
    assertThat(RomExport.of(read(RomForge.named("amd-three"))).names())
        .containsExactly(
            "chain0-image0-legacy.rom",
            "chain0-image1-efi-x64.rom",
            "chain0-image1-efi-x64.efi",
            "chain0-image2-efi-aarch64.rom",
            "chain0-image2-efi-aarch64.efi");
    assertThat(RomExport.of(read(RomForge.named("turing"))).names())
        .contains("chain0-image0-legacy.rom", "chain0-image2-typee0.bin");
    assertThat(RomExport.of(read(RomForge.named("fcode"))).names())
        .anyMatch(name -> name.matches("chain0-image\\d-fcode\\.rom"));
    assertThat(RomExport.of(read(RomForge.named("turing-nvgi3"))).names())
        .anyMatch(name -> name.startsWith("chain1-image0-"));
    byte[] strange = rom(ImageForge.efi(8, 1, 2, PeForge.x64()).last());
    strange[0x0a] = 0x34;
    strange[0x0b] = 0x12;
    assertThat(RomExport.of(read(strange)).names())
        .containsExactly("chain0-image0-efi-1234.rom", "chain0-image0-efi-1234.efi");
  }

  private static byte[] rom(ImageForge... images) {
    RomForge rom = RomForge.start();
    Arrays.stream(images).forEach(rom::image);
    return rom.build();
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void every_layout_comes_apart(String layout) {
    RomFile rom = read(RomForge.named(layout));
    RomExport pieces = RomExport.of(rom);
    List<Export> all = all(pieces);

    assertThat(all).extracting(Export::name).isEqualTo(pieces.names()).doesNotHaveDuplicates();
    assertThat(pieces.names()).allMatch(name -> name.matches("[a-z0-9-]+\\.(rom|bin|efi)"));
    int images = rom.chains().stream().mapToInt(chain -> chain.images().size()).sum();
    assertThat(pieces.left()).isEqualTo(Math.max(0, images - RomExport.MOST_IMAGES));
    assertThat(all.stream().filter(Export.WholeImage.class::isInstance).count())
        .isEqualTo(images - pieces.left());
    for (Export export : all) {
      if (export instanceof Export.WholeImage whole) {
        RomImage image = rom.chains().get(whole.chain()).images().get(whole.image().index());
        assertThat(whole.bytes()).isEqualTo(image.bytes());
        assertThat(whole.complete()).isEqualTo(image.effectiveLength() == whole.bytes().length());
      } else if (export instanceof Export.Driver driver) {
        assertThat(EfiDriver.of(driver.image()))
            .isEqualTo(
                new EfiDriver.Loaded(
                    driver.bytes(),
                    driver.compressed(),
                    ((EfiDriver.Loaded) EfiDriver.of(driver.image())).storedLength(),
                    driver.pe()));
      }
    }
  }

  @Test
  void without_a_rom_there_is_nothing() {
    for (byte[] file : new byte[][] {new byte[0], new byte[5000], PeForge.x64().build()}) {
      RomExport pieces = RomExport.of(read(file));
      assertThat(pieces.names()).isEmpty();
      assertThat(pieces.left()).isZero();
      Iterator<Export> none = pieces.iterator();
      assertThat(none.hasNext()).isFalse();
      assertThatThrownBy(none::next).isInstanceOf(NoSuchElementException.class);
    }
  }

  @Test
  void a_driver_that_cannot_be_decompressed_does_not_stop_the_rest() {
    byte[] rom =
        rom(
            ImageForge.efiCompressed(8, 1, 2, PeForge.x64()),
            ImageForge.efiCompressed(8, 1, 2, PeForge.x64()).last());
    EfiImage first = (EfiImage) read(rom).chains().get(0).images().get(0);
    Arrays.fill(rom, first.efi().imageOffset() + 10, 0x200, (byte) 0xff);
    List<Export> all = all(RomExport.of(read(rom)));

    assertThat(all).hasSize(4);
    assertThat(all.get(1))
        .isInstanceOfSatisfying(
            Export.NoDriver.class,
            driver -> {
              assertThat(driver.name()).isEqualTo("chain0-image0-efi-x64.efi");
              assertThat(driver.failure()).isPresent();
            });
    assertThat(all.get(3)).isInstanceOf(Export.Driver.class);
  }

  @Test
  void all_pieces_together_are_bounded() {
    byte[] rom =
        rom(ImageForge.legacy(8, 1, 2), ImageForge.efiCompressed(8, 1, 2, PeForge.x64()).last());
    long both = 2 * 8 * 512L;
    List<Export> tight = all(RomExport.of(read(rom), both + 100));

    assertThat(tight).hasSize(3);
    assertThat(tight.get(1)).isInstanceOf(Export.WholeImage.class);
    assertThat(tight.get(2))
        .isInstanceOfSatisfying(
            Export.NoDriver.class,
            driver ->
                assertThat(driver.failure().orElseThrow().reason())
                    .isEqualTo(EfiDecompressor.Reason.LIMIT));
    List<Export> tighter = all(RomExport.of(read(rom), both - 1));
    assertThat(tighter.get(0)).isInstanceOf(Export.WholeImage.class);
    assertThat(tighter.get(1)).isInstanceOf(Export.TooMuch.class);
    assertThat(tighter.get(1).name()).isEqualTo("chain0-image1-efi-x64.rom");
  }

  @Test
  void any_change_is_exported_or_not() {
    Random random = new Random(1);
    for (String layout : List.of("amd-three", "turing-nvgi3", "muxless-laptop", "config-utility")) {
      byte[] whole = RomForge.named(layout);
      for (int i = 0; i < 200; i++) {
        byte[] rom = Arrays.copyOf(whole, i % 4 == 0 ? random.nextInt(whole.length) : whole.length);
        for (int k = 0; k < 20 && rom.length > 0; k++) {
          rom[random.nextInt(Math.min(rom.length, 0x100))] = (byte) random.nextInt(256);
        }
        RomExport pieces = RomExport.of(read(rom));
        assertThat(all(pieces)).extracting(Export::name).isEqualTo(pieces.names());
      }
    }
  }
}
