package io.github.romparser.extract.handler.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.handler.Search;
import io.github.romparser.testdata.AwardForge;
import io.github.romparser.testdata.LhaForge;
import org.junit.jupiter.api.Test;

/** BIOS images of Award. */
final class AwardHandlerTest {
  private static final byte[] ROM = Search.rom();

  @Test
  void modulesHaveTheirNames() {
    byte[] image =
        AwardForge.size(0x8000)
            .module(LhaForge.file("original.tmp", new byte[3000]).time(0x5000_0000L))
            .module(LhaForge.file("awardext.rom", new byte[900]).time(0x4100_0000L))
            .at(0x4000)
            .module(LhaForge.file("VGA.BIN", ROM).time(0x4099_0000L))
            .build();
    assertThat(Search.path(image)).isEqualTo("award: VGA.BIN");
    assertThat(Search.deadEnds(Search.in(image))).isEmpty();
  }

  @Test
  void storedModulesOfBothLevels() {
    byte[] image =
        AwardForge.size(0x8000)
            .module(LhaForge.file("a.rom", Search.rom(1)).stored().level(0))
            .module(LhaForge.file("b.rom", Search.rom(2)).stored())
            .build();
    assertThat(Search.paths(Search.in(image))).containsExactly("award: a.rom", "award: b.rom");
  }

  @Test
  void modulesInModules() {
    byte[] inner = LhaForge.file("inner.rom", ROM).build();
    byte[] image = AwardForge.size(0x8000).module(LhaForge.file("outer.bin", inner)).build();
    assertThat(Search.path(image)).isEqualTo("award: outer.bin > lha: inner.rom");
  }

  @Test
  void romsBetweenTheModulesAreFound() {
    byte[] image = AwardForge.size(0x8000).module(LhaForge.file("a", new byte[90])).build();
    System.arraycopy(ROM, 0, image, 0x3000, ROM.length);
    // The path of bytes between known ones is where they begin.
    assertThat(Search.path(image)).matches("0x[0-9a-f]+");
  }

  @Test
  void aWrongCrcIsToldAndTheModuleKept() {
    byte[] image = AwardForge.size(0x8000).module(LhaForge.file("vga.rom", ROM).wrongCrc()).build();
    Extraction found = Search.in(image);
    assertThat(Search.paths(found)).containsExactly("award: vga.rom");
    assertThat(Search.deadEnds(found)).containsExactly("damaged: CRC-16 is wrong");
  }

  @Test
  void aModuleThatLiesDoesNotHideTheOthers() {
    byte[] image =
        AwardForge.size(0x8000)
            .module(LhaForge.file("a.bin", new byte[50]).claim(0x7fff_0000L, 50))
            .module(LhaForge.file("b.rom", ROM))
            .module(LhaForge.file("c.rom", Search.rom(9)).wrongHeader())
            .build();
    assertThat(Search.path(image)).isEqualTo("award: b.rom");
  }

  @Test
  void withoutBootBlockTheyAreArchives() {
    byte[] image = AwardForge.withoutBootBlock(0x8000).module(LhaForge.file("a", ROM)).build();
    assertThat(Search.path(image)).isEqualTo("lha: a");
  }

  @Test
  void withoutModulesThereIsNoImage() {
    byte[] image = AwardForge.size(0x8000).build();
    System.arraycopy(ROM, 0, image, 0x3000, ROM.length);
    assertThat(Search.path(image)).isEmpty();
  }
}
