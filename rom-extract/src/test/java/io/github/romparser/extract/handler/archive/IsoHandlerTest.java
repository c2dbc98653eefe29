package io.github.romparser.extract.handler.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.handler.FixedAllowance;
import io.github.romparser.extract.handler.Search;
import io.github.romparser.testdata.FatForge;
import io.github.romparser.testdata.IsoForge;
import io.github.romparser.testdata.MbrForge;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** ISO 9660: names, extents, boot images, and what lies. */
class IsoHandlerTest {
  private static final byte[] ROM = Search.rom();
  private static final int PRIMARY = 0x8000;

  private static IsoForge files() {
    return IsoForge.start()
        .file("Read me.txt", new byte[99])
        .file("Sub dir/x/Flash \u00e4.rom", ROM);
  }

  @Test
  void theBestNamesThatThereAre() {
    assertThat(Search.path(files().build())).isEqualTo("iso: SUB_DIR/X/FLASH__.ROM");
    assertThat(Search.path(files().joliet().build())).isEqualTo("iso: Sub dir/x/Flash \u00e4.rom");
    assertThat(Search.path(files().rockRidge().build()))
        .isEqualTo("iso: Sub dir/x/Flash \u00e4.rom");
    assertThat(Search.path(files().joliet().rockRidge().build()))
        .isEqualTo("iso: Sub dir/x/Flash \u00e4.rom");
    assertThat(Search.path(IsoForge.start().file("noext", ROM).build())).isEqualTo("iso: NOEXT");
    assertThat(Search.in(files().joliet().rockRidge().build()).deadEnds()).isEmpty();
  }

  @Test
  void inTheMidstOfOthers() {
    byte[] iso = files().build();
    assertThat(Search.path(Search.join(new byte[] {1, 2, 3}, iso, new byte[] {4, 5})))
        .isEqualTo("iso: SUB_DIR/X/FLASH__.ROM");
  }

  @Test
  void severalExtents() {
    byte[] first = Arrays.copyOf(ROM, 1500);
    byte[] second = Arrays.copyOfRange(ROM, 1500, ROM.length);
    byte[] iso = IsoForge.start().file("a.rom", first, second).file("b", new byte[5]).build();
    assertThat(Search.path(iso)).isEqualTo("iso: A.ROM");
    byte[] whole = Search.join(ROM, ROM);
    byte[] neighbours = IsoForge.start().file("a.rom", Arrays.copyOf(whole, 2048), ROM).build();
    assertThat(Search.in(neighbours).roms()).hasSize(1);
    // Extents in disorder would be decoded again and again.
    int record = 19 * 2048 + 68;
    byte[] disorder = iso.clone();
    int place = disorder[record + 2];
    int next = record + (disorder[record] & 0xff);
    disorder[record + 2] = disorder[next + 2];
    disorder[next + 2] = (byte) place;
    assertThat(Search.deadEnds(Search.in(disorder)))
        .containsExactly("damaged: iso: A.ROM: extents in disorder");
  }

  @Test
  void bootImages() {
    byte[] fat = FatForge.of(12).file("A.ROM", ROM).build();
    byte[] floppy = Arrays.copyOf(fat, 1_474_560);
    assertThat(Search.path(IsoForge.start().boot(IsoForge.FLOPPY_144, 1, floppy).build()))
        .isEqualTo("boot image 1 > fat: A.ROM");
    byte[] disk = MbrForge.of(new byte[3000], fat);
    assertThat(Search.path(IsoForge.start().boot(IsoForge.HARD_DISK, 1, disk).build()))
        .isEqualTo("boot image 1/partition 2 > fat: A.ROM");
    byte[] several =
        IsoForge.start()
            .boot(IsoForge.NO_EMULATION, 4, new byte[2048])
            .boot(IsoForge.NO_EMULATION, 0, fat)
            .boot(IsoForge.NO_EMULATION, 4, new byte[2048])
            .file("a", new byte[9])
            .build();
    assertThat(Search.path(several)).isEqualTo("boot image 2 > fat: A.ROM");
    // No size at all, and nothing that tells one: found as unknown bytes.
    assertThat(Search.path(IsoForge.start().boot(IsoForge.NO_EMULATION, 0, ROM).build()))
        .startsWith("0x");
  }

  @Test
  void aBootImageEndsWhereAFileBegins() {
    byte[] iso =
        IsoForge.start().file("z.rom", ROM).boot(IsoForge.FLOPPY_144, 1, new byte[] {1}).build();
    assertThat(Search.path(iso)).isEqualTo("iso: Z.ROM");
    // The boot image stands where the file does: the file's name tells more.
    byte[] same = iso.clone();
    int catalog = 19 * 2048;
    same[catalog + 32 + 8] = (byte) 21;
    assertThat(Search.path(same)).isEqualTo("iso: Z.ROM");
    same[catalog + 32 + 8] = (byte) 20;
    assertThat(Search.path(same)).isEqualTo("iso: Z.ROM");
  }

  @Test
  void catalogsThatAreNone() {
    byte[] iso = IsoForge.start().boot(IsoForge.HARD_DISK, 8, ROM).build();
    int catalog = 19 * 2048;
    assertThat(Search.path(iso)).isEqualTo("boot image 1");
    byte[] other = iso.clone();
    other[catalog + 30] = 0;
    assertThat(Search.path(other)).startsWith("0x");
    other = iso.clone();
    other[catalog + 32] = 0;
    assertThat(Search.path(other)).isEqualTo("boot image 1");
    other[catalog + 32] = 0x77;
    assertThat(Search.path(other)).startsWith("0x");
    other = iso.clone();
    other[17 * 2048 + 0x47 + 3] = 0x7f;
    assertThat(Search.path(other)).startsWith("0x");
    // A place behind the end.
    other = iso.clone();
    other[catalog + 32 + 10] = 0x7f;
    assertThat(Search.path(other)).startsWith("0x");
  }

  @Test
  void filesThatLie() {
    byte[] iso =
        IsoForge.start()
            .file("a.rom", ROM)
            .claiming("far", 0x7fff_ffffL, 10)
            .claiming("large", 19, 0xffff_ffffL)
            .claiming("same", 19, 100)
            .build();
    Extraction found = Search.in(iso);
    assertThat(found.roms()).hasSize(1);
    assertThat(Search.deadEnds(found)).containsExactly("truncated: FAR", "truncated: LARGE");
  }

  @Test
  void foldersThatHoldThemselves() {
    byte[] iso = IsoForge.start().file("d/e/f.rom", ROM).build();
    // The folder e is the root.
    int record = 20 * 2048 + 68;
    assertThat(iso[record + 33]).isEqualTo((byte) 'E');
    iso[record + 2] = 19;
    Extraction found = Search.in(iso);
    assertThat(found.roms()).hasSize(1);
    byte[] deep = IsoForge.start().file("d/".repeat(140) + "f.rom", ROM).build();
    assertThat(Search.in(deep).roms()).hasSize(1);
  }

  @Test
  void cutOff() {
    byte[] iso = IsoForge.start().file("a.rom", ROM).file("b", new byte[9000]).build();
    byte[] cut = Arrays.copyOf(iso, iso.length - 6000);
    assertThat(Search.path(cut)).isEqualTo("iso: A.ROM");
    assertThat(Search.deadEnds(Search.in(cut))).containsExactly("truncated: B");
  }

  @Test
  void namesElsewhere() {
    byte[] iso = IsoForge.start().rockRidge().file("abcdefghijklmnopqrstuvwxyz.rom", ROM).build();
    int record = 19 * 2048 + 42 + 34;
    assertThat(iso[record + 33]).isEqualTo((byte) 'A');
    int system = record + 33 + iso[record + 32] + (iso[record + 32] % 2 == 0 ? 1 : 0);
    assertThat(new String(iso, system, 2, java.nio.charset.StandardCharsets.US_ASCII))
        .isEqualTo("NM");
    // Instead of both pieces one that leads to another sector, with a piece in it.
    int elsewhere = 17 * 2048 + 100;
    byte[] name = {'N', 'M', 8, 1, 0, 'x', 'y', 'z'};
    byte[] leads = new byte[28];
    leads[0] = 'C';
    leads[1] = 'E';
    leads[2] = 28;
    leads[4] = 17;
    leads[12] = 100;
    leads[20] = 8;
    System.arraycopy(leads, 0, iso, system, 28);
    System.arraycopy(name, 0, iso, elsewhere, name.length);
    assertThat(Search.path(iso)).isEqualTo("iso: xyz");
    // A name without an end is taken as far as it goes.
    iso[elsewhere + 4] = 1;
    assertThat(Search.path(iso)).isEqualTo("iso: xyz");
    // It leads to itself, where there is no name.
    System.arraycopy(leads, 0, iso, elsewhere, 28);
    iso[elsewhere + 20] = 28;
    iso[system + 20] = 28;
    assertThat(Search.path(iso)).isEqualTo("iso: ABCDEFGHIJKLMNOPQRSTUVWXYZ.ROM");
    // An entry of no length ends them.
    iso[system + 2] = 3;
    assertThat(Search.path(iso)).isEqualTo("iso: ABCDEFGHIJKLMNOPQRSTUVWXYZ.ROM");
  }

  @Test
  void whatIsNoImage() {
    byte[] iso = files().build();
    int[][] changes = {
      {PRIMARY, 2},
      {PRIMARY + 6, 2},
      {PRIMARY + 80, 1},
      {PRIMARY + 128, 1},
      {PRIMARY + 131, 1},
      {PRIMARY + 156, 3}
    };
    for (int[] change : changes) {
      byte[] other = iso.clone();
      other[change[0]] = (byte) change[1];
      assertThat(IsoVolume.read(Slice.of(other))).as("%x", change[0]).isEmpty();
    }
    byte[] empty = iso.clone();
    Arrays.fill(empty, PRIMARY + 80, PRIMARY + 88, (byte) 0);
    assertThat(IsoVolume.read(Slice.of(empty))).isEmpty();
    assertThat(IsoVolume.read(Slice.of(iso).slice(0, PRIMARY + 2047))).isEmpty();
    assertThat(new IsoHandler().open(Slice.of(ROM), FixedAllowance.ample()).children()).isEmpty();
    // The list of descriptors without its end, and with something else in it.
    byte[] open = iso.clone();
    open[PRIMARY + 2048] = 9;
    open[PRIMARY + 4096] = 1;
    assertThat(Search.path(open)).isEqualTo("iso: SUB_DIR/X/FLASH__.ROM");
  }
}
