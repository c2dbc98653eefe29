package io.github.romparser.extract.handler.vendor;

import static io.github.romparser.extract.handler.Search.deadEnds;
import static io.github.romparser.extract.handler.Search.digest;
import static io.github.romparser.extract.handler.Search.digests;
import static io.github.romparser.extract.handler.Search.in;
import static io.github.romparser.extract.handler.Search.join;
import static io.github.romparser.extract.handler.Search.path;
import static io.github.romparser.extract.handler.Search.paths;
import static io.github.romparser.extract.handler.Search.rom;
import static io.github.romparser.extract.handler.vendor.WrapperSpecimens.program;
import static io.github.romparser.extract.handler.vendor.WrapperSpecimens.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.handler.FixedAllowance;
import io.github.romparser.extract.handler.Packed;
import io.github.romparser.testdata.ProgramForge;
import io.github.romparser.testdata.TdkForge;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Phoenix's TDK packer. */
final class PhoenixTdkHandlerTest {

  @Test
  void filesBehindAProgram() {
    byte[] withResource = ProgramForge.start().resource(10, "rom", rom(4)).build();
    Extraction found =
        in(
            TdkForge.start()
                .file("a.rom", rom(), TdkForge.STORED)
                .file("b.rom", Packed.lzma(rom(2)), TdkForge.LZMA)
                .file("c.rom", Packed.lzmaWithoutSize(rom(3)), TdkForge.LZMA)
                .build(withResource));
    assertThat(paths(found))
        .containsExactlyInAnyOrder(
            "program/section .rsrc/resource RCDATA/rom",
            "phoenix-tdk: a.rom",
            "phoenix-tdk: b.rom",
            "phoenix-tdk: c.rom");
    assertThat(deadEnds(found)).isEmpty();
  }

  /** Places count from the program that the list belongs to, wherever that is. */
  @Test
  void notAtTheStart() {
    byte[] packer =
        TdkForge.start().file("a.rom", Packed.lzma(rom()), TdkForge.LZMA).build(program());
    Extraction found = in(join(new byte[100], packer, rom(2)));
    assertThat(paths(found)).containsExactly("phoenix-tdk: a.rom", "");
    // The first program is another one.
    assertThat(path(join(program(), packer))).isEqualTo("overlay > phoenix-tdk: a.rom");
  }

  @Test
  void filesThatLie() {
    byte[] program = program();
    Extraction found =
        in(
            TdkForge.start()
                .file("before", text("x".repeat(9)), TdkForge.STORED, 0)
                .file("far", text("x"), TdkForge.STORED, 0xffff_fff0L)
                .file("good", rom(), TdkForge.STORED)
                .file("odd", rom(2), 7)
                .build(program));
    assertThat(digests(found)).containsExactlyInAnyOrder(digest(rom()), digest(rom(2)));
    int good = program.length + 0x210 + 4 * 0x110 + 10;
    assertThat(deadEnds(found))
        .containsExactlyInAnyOrder(
            "damaged: before, 9 bytes at 0, compression 0",
            "damaged: far, 1 bytes at 4294967280, compression 0",
            "unsupported: odd, 2048 bytes at " + (good + 2048) + ", compression 7");
  }

  /** Files that have the same bytes would be searched again and again. */
  @Test
  void filesThatOverlap() {
    int place = program().length + 0x210 + 2 * 0x110;
    Extraction found =
        in(
            TdkForge.start()
                .file("one", rom(), TdkForge.STORED)
                .file("two", new byte[100], TdkForge.STORED, place + 50)
                .build(program()));
    assertThat(paths(found)).containsExactly("phoenix-tdk: one");
    assertThat(deadEnds(found))
        .containsExactly("damaged: two, 100 bytes at " + (place + 50) + ", compression 0");
  }

  @Test
  void countsThatLie() {
    TdkForge forge = TdkForge.start().file("a", rom(), TdkForge.STORED).claiming(255);
    byte[] packer = forge.build(program());
    assertThat(path(packer)).isEqualTo("phoenix-tdk: a");
    assertThat(deadEnds(in(packer)))
        .containsExactly("damaged: a list of 255 files, of which 1 can be read");
    // Without a size there is only the count, and what there is room for.
    byte[] sizeless = TdkForge.start().file("a", rom(), TdkForge.STORED).build(program());
    Arrays.fill(sizeless, program().length + 8, program().length + 12, (byte) 0);
    assertThat(path(sizeless)).isEqualTo("phoenix-tdk: a");
  }

  @Test
  void cutOff() {
    byte[] packer =
        TdkForge.start().file("a", join(rom(), rom(2)), TdkForge.STORED).build(program());
    Extraction found = in(Arrays.copyOf(packer, packer.length - 1));
    assertThat(digests(found)).containsExactly(digest(rom()));
    assertThat(deadEnds(found)).anyMatch(end -> end.startsWith("truncated: a, 4096 bytes"));
  }

  @Test
  void whatIsNone() {
    PhoenixTdkHandler handler = new PhoenixTdkHandler();
    byte[] packer = TdkForge.start().file("a", rom(), TdkForge.STORED).build(program());
    byte[] noPlace = TdkForge.start().file("a", rom(), TdkForge.STORED, 1).build(program());
    byte[] noProgram = packer.clone();
    noProgram[0x80] = 0;
    for (byte[] bytes :
        new byte[][] {
          program(), noPlace, noProgram, Arrays.copyOf(packer, program().length + 0x21f)
        }) {
      assertThat(handler.probe(Slice.of(bytes), 0, FixedAllowance.ample())).isEmpty();
    }
    assertThat(handler.open(Slice.of(program()), FixedAllowance.ample()).children()).isEmpty();
  }
}
