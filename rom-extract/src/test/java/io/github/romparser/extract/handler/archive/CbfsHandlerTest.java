package io.github.romparser.extract.handler.archive;

import static io.github.romparser.extract.handler.archive.Search.join;
import static io.github.romparser.extract.handler.archive.Search.rom;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.spi.Trouble;
import io.github.romparser.testdata.CbfsForge;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class CbfsHandlerTest {
  private static final byte[] FILES =
      CbfsForge.start()
          .file(2, "cbfs master header", Search.dull(32))
          .file(CbfsForge.OPTION_ROM, "pci10de,1c01.rom", rom(1))
          .file(CbfsForge.OPTION_ROM, "pci10de,1c02.rom", Packer.lzma(rom(2), true), 1, 1024)
          .file(CbfsForge.OPTION_ROM, "pci10de,1c03.rom", Lz4Frames.frame(rom(3)), 2, 1024)
          .file(CbfsForge.EMPTY, "", padding(500))
          .file(CbfsForge.DELETED, "", rom(4))
          .file(CbfsForge.OPTION_ROM, "last", rom(5))
          .build();

  private static byte[] padding(int length) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) 0xff);
    return bytes;
  }

  @Test
  void everyKindOfFile() {
    Extraction found = Search.of(FILES);
    assertThat(Search.numbers(found)).containsExactly(1, 2, 3, 4, 5);
    assertThat(Search.paths(found))
        .contains("cbfs: pci10de,1c01.rom", "cbfs: pci10de,1c02.rom", "cbfs: pci10de,1c03.rom")
        .endsWith("cbfs: last");
    assertThat(found.deadEnds()).isEmpty();
  }

  @Test
  void inTheMidstOfAFlash() {
    byte[] flash = join(padding(4096), FILES, padding(4096), rom(6));
    assertThat(Search.numbers(Search.of(flash))).containsExactly(1, 2, 3, 4, 5, 6);
  }

  @Test
  void whatCannotBeDecompressedIsTold() {
    byte[] unknown = CbfsForge.start().file(CbfsForge.OPTION_ROM, "a", rom(1), 3, 1024).build();
    assertThat(Search.reasons(Search.of(unknown))).containsExactly(Trouble.Reason.UNSUPPORTED);
    byte[] size =
        CbfsForge.start().file(CbfsForge.OPTION_ROM, "a", Lz4Frames.frame(rom(1)), 2, 1000).build();
    assertThat(Search.reasons(Search.of(size))).containsExactly(Trouble.Reason.DAMAGED);
    assertThat(Search.numbers(Search.of(size))).containsExactly(1);
    byte[] lzma =
        CbfsForge.start().file(CbfsForge.OPTION_ROM, "a", new byte[] {1, 2, 3}, 1, 9).build();
    assertThat(Search.reasons(Search.of(lzma))).containsExactly(Trouble.Reason.TRUNCATED);
    byte[] negative = Packer.lzma(rom(1), true);
    negative[12] = (byte) 0x80;
    byte[] damaged = CbfsForge.start().file(CbfsForge.OPTION_ROM, "a", negative, 1, 9).build();
    assertThat(Search.reasons(Search.of(damaged))).containsExactly(Trouble.Reason.DAMAGED);
  }

  @Test
  void headersThatLie() {
    for (int[] wrong :
        new int[][] {{0x08, 0x7f}, {0x14, 0x7f}, {0x17, 0x10}, {0x10, 0x7f}, {0x13, 0x19}}) {
      byte[] bad = CbfsForge.start().file(CbfsForge.OPTION_ROM, "pci10de,1c01.rom", rom(1)).build();
      bad[wrong[0]] = (byte) wrong[1];
      assertThat(Search.numbers(Search.of(bad))).containsExactly(1);
    }
    byte[] attributes =
        CbfsForge.start().file(CbfsForge.OPTION_ROM, "pci10de,1c01.rom", rom(1), 1, 1024).build();
    // An attribute of no length would be read for ever.
    attributes[0x2c + 7] = 0;
    assertThat(Search.numbers(Search.of(attributes))).containsExactly(1);
  }
}
