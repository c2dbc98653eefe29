package io.github.romparser.extract.handler.installer;

import static io.github.romparser.extract.handler.Search.deadEnds;
import static io.github.romparser.extract.handler.Search.digest;
import static io.github.romparser.extract.handler.Search.digests;
import static io.github.romparser.extract.handler.Search.in;
import static io.github.romparser.extract.handler.Search.join;
import static io.github.romparser.extract.handler.Search.path;
import static io.github.romparser.extract.handler.Search.paths;
import static io.github.romparser.extract.handler.Search.rom;
import static io.github.romparser.extract.handler.installer.NsisSpecimens.files;
import static io.github.romparser.extract.handler.installer.NsisSpecimens.program;
import static io.github.romparser.extract.handler.installer.NsisSpecimens.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.handler.FixedAllowance;
import io.github.romparser.extract.handler.Specimen;
import io.github.romparser.extract.spi.Opened;
import io.github.romparser.testdata.NsisForge;
import io.github.romparser.testdata.NsisForge.Strings;
import io.github.romparser.testdata.NsisStreams;
import io.github.romparser.testdata.ProgramForge;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Installers of all kinds, with names and without, whole and not. */
final class NsisHandlerTest {

  @ParameterizedTest
  @MethodSource("io.github.romparser.extract.handler.installer.NsisSpecimens#all")
  void everyKind(Specimen specimen) {
    assertThat(path(specimen.bytes())).isEqualTo("nsis: fw/bios.rom");
    assertThat(deadEnds(in(specimen.bytes()))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Strings.class)
  void names(Strings strings) {
    Extraction found =
        in(
            NsisForge.start(strings)
                .file("one", rom(1))
                .folder("$21\\sub")
                .file("two", rom(2))
                .variable(31, "$22")
                .folder("$31\\deep")
                .file("three", rom(3))
                .emptyFolder("$21\\elsewhere")
                .variable(5, "$21")
                .file("$26\\four", rom(4))
                .file("C:\\five", rom(5))
                .file(rom(6))
                .file("$22\\a$b", rom(7))
                .folder("$05\\$15\\$40")
                .file("eight", rom(8))
                .file("", rom(9))
                .solid(program(), NsisSpecimens::lzma));
    assertThat(paths(found))
        .containsExactly(
            "nsis: one",
            "nsis: sub/two",
            "nsis: sub/deep/three",
            "nsis: $PLUGINSDIR/four",
            "nsis: C:/five",
            "nsis: item 6",
            "nsis: sub/deep/a$b",
            "nsis: $5/$R5/$_40/eight",
            "nsis: $5/$R5/$_40/");
    assertThat(deadEnds(found)).isEmpty();
  }

  /** Folders of the system and strings of the day's language have numbers only. */
  @Test
  void otherCodes() {
    byte[] table = {0, 'x', 0, 2, (byte) 0x85, (byte) 0x81, 1, (byte) 0x82, (byte) 0x80, 3};
    NsisStrings strings = new NsisStrings(Slice.of(table), 1, false);
    assertThat(strings.at(3)).isEqualTo("$SYSTEM133$LANGUAGE2");
    assertThat(strings.at(1)).isEqualTo("x");
    assertThat(strings.at(0)).isEmpty();
    assertThat(strings.at(100)).isEmpty();
    byte[] endless = new byte[2000];
    Arrays.fill(endless, (byte) 'x');
    assertThat(new NsisStrings(Slice.of(endless), 1, false).at(0)).hasSize(512);
  }

  /** A folder in itself, in itself, in itself. */
  @Test
  void foldersWithoutEnd() {
    NsisForge forge = NsisForge.start(Strings.UNICODE);
    for (int i = 0; i < 500; i++) {
      forge.folder("$22\\" + "long".repeat(20));
    }
    Extraction found = in(forge.file("a", rom()).stored(program()));
    assertThat(paths(found)).hasSize(1).allMatch(path -> path.length() < 600);
  }

  @Test
  void everythingElseInTheProgram() {
    byte[] program = ProgramForge.start().resource(10, "rom", rom(2)).build();
    Extraction found = in(join(files(Strings.ANSI).solid(program, NsisStreams::bzip2), rom(3)));
    assertThat(paths(found))
        .containsExactly("program/section .rsrc/resource RCDATA/rom", "nsis: fw/bios.rom", "");
  }

  @Test
  void checksums() {
    byte[] installer = files(Strings.ANSI).stored(program());
    byte[] changed = installer.clone();
    changed[changed.length - 1] ^= 1;
    assertThat(deadEnds(in(changed))).containsExactly("damaged: CRC-32 is wrong");
    assertThat(digests(in(changed))).containsExactly(digest(rom()));
    byte[] without = files(Strings.ANSI).flags(NsisForge.WITHOUT_CHECKSUM).stored(program());
    assertThat(deadEnds(in(without))).isEmpty();
    assertThat(without).hasSize(installer.length - 4);
    byte[] forced = without.clone();
    forced[program().length] = 12;
    assertThat(deadEnds(in(forced))).contains("damaged: CRC-32 is wrong");
  }

  @Test
  void cutOff() {
    byte[] stored = files(Strings.ANSI).file("more", rom(2)).file("last", rom(3)).stored(program());
    Extraction found = in(Arrays.copyOf(stored, stored.length - 3000));
    assertThat(digests(found)).containsExactly(digest(rom()));
    assertThat(deadEnds(found))
        .anyMatch(end -> end.startsWith("truncated: an installer of "))
        .anyMatch(end -> end.startsWith("truncated: item 3, 2048 bytes"));
    for (Specimen specimen : NsisSpecimens.all().toList()) {
      byte[] bytes = specimen.bytes();
      Extraction cut = in(Arrays.copyOf(bytes, bytes.length - 300));
      assertThat(deadEnds(cut)).as(specimen.name()).anyMatch(end -> end.startsWith("truncated: "));
    }
  }

  /** What was read before a stream ends too early is not lost. */
  @Test
  void solidStreamsThatEndEarly() {
    NsisForge forge = files(Strings.UNICODE);
    for (int i = 2; i < 30; i++) {
      forge.file(i + ".rom", rom(i));
    }
    byte[] whole = forge.solid(program(), NsisSpecimens::lzma);
    byte[] cut = Arrays.copyOf(whole, whole.length - 5000);
    assertThat(in(whole).roms()).hasSize(29);
    assertThat(in(cut).roms()).hasSizeBetween(15, 28);
  }

  /** With nothing to tell what is a stream, each item has to tell for itself. */
  @Test
  void storedHeadersAndPackedItems() {
    byte[] apart = files(Strings.ANSI).apart(program(), NsisSpecimens::unfiltered);
    assertThat(path(apart)).isEqualTo("nsis: fw/bios.rom");
    NsisItems items = new NsisItems(new NsisHandler().info(), 2, NsisMethod.STORED);
    byte[] packed = NsisStreams.bzip2(rom());
    byte[] data =
        join(
            new byte[] {2, 0, 0, 0, 9, 9},
            new byte[] {(byte) packed.length, (byte) (packed.length >> 8), 0, (byte) 0x80},
            packed);
    Opened opened = items.open(Slice.of(data), FixedAllowance.ample());
    assertThat(opened.children()).hasSize(1);
    assertThat(opened.children().get(0).step().text()).isEqualTo("nsis: item 1");
  }

  /** Others that put their data in another order: what can be had is searched. */
  @Test
  void dataInAnotherOrder() {
    byte[] stored = files(Strings.ANSI).stored(program());
    int data = program().length + 28;
    byte[] header = stored.clone();
    header[program().length + 0x14] ^= 1;
    Extraction found = in(header);
    assertThat(digests(found)).containsExactly(digest(rom()));
    assertThat(deadEnds(found)).isNotEmpty();
    byte[] solid = files(Strings.ANSI).solid(program(), NsisSpecimens::lzma);
    solid[program().length + 0x14] ^= 1;
    assertThat(digests(in(solid))).containsExactly(digest(rom()));
    assertThat(deadEnds(in(solid))).anyMatch(end -> end.startsWith("damaged: no header block of "));
    byte[] apart = files(Strings.ANSI).apart(program(), NsisStreams::bzip2);
    apart[program().length + 0x14] ^= 1;
    assertThat(paths(in(apart))).containsExactly("nsis: item 2");
    assertThat(deadEnds(in(apart))).anyMatch(end -> end.startsWith("damaged: a header block of "));
    byte[] nothing = stored.clone();
    Arrays.fill(nothing, data, data + 4, (byte) 0x77);
    assertThat(digests(in(nothing))).containsExactly(digest(rom()));
    assertThat(deadEnds(in(nothing))).contains("unsupported: unknown packing");
  }

  @Test
  void headersThatAreNone() {
    byte[] bare = files(Strings.ANSI).stored(new byte[0]);
    NsisHandler handler = new NsisHandler();
    byte[] flags = bare.clone();
    flags[0] = 0x10;
    byte[] empty = bare.clone();
    Arrays.fill(empty, 0x14, 0x18, (byte) 0);
    byte[] huge = bare.clone();
    huge[0x17] = 0x7f;
    byte[] size = bare.clone();
    Arrays.fill(size, 0x18, 0x1c, (byte) 0);
    byte[] mark = bare.clone();
    mark[4] = 0;
    for (byte[] bytes :
        new byte[][] {flags, empty, huge, size, mark, Arrays.copyOf(bare, 27), program(), rom()}) {
      assertThat(handler.probe(Slice.of(bytes), 0, FixedAllowance.ample())).isEmpty();
      assertThat(handler.open(Slice.of(bytes), FixedAllowance.ample()).children()).isEmpty();
    }
    NsisItems items = new NsisItems(handler.info(), 2, NsisMethod.STORED);
    assertThat(items.magics()).isEmpty();
    assertThat(items.probe(Slice.of(bare), 0, FixedAllowance.ample())).isEmpty();
    byte[] end = Arrays.copyOf(bare, 28);
    assertThat(handler.open(Slice.of(end), FixedAllowance.ample()).children()).isEmpty();
  }

  /** Scripts whose tables cannot be: items have no names. */
  @Test
  void scriptsThatAreNone() {
    assertThat(NsisScript.names(Slice.of(new byte[0]))).isEmpty();
    assertThat(NsisScript.names(Slice.of(new byte[200]))).isEmpty();
    byte[] ones = new byte[200];
    Arrays.fill(ones, (byte) 0xff);
    assertThat(NsisScript.names(Slice.of(ones))).isEmpty();
    assertThat(NsisScript.names(Slice.of(text("x".repeat(300))))).isEmpty();
  }
}
