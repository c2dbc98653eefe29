package io.github.romparser.extract.handler.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.handler.Hostile;
import io.github.romparser.extract.handler.Search;
import io.github.romparser.extract.handler.Specimen;
import io.github.romparser.extract.handler.vendor.MoreSpecimens;
import io.github.romparser.testdata.Im4pForge;
import io.github.romparser.testdata.LhaForge;
import io.github.romparser.testdata.PbzxForge;
import io.github.romparser.testdata.PhoenixForge;
import io.github.romparser.testdata.ToshibaForge;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Old BIOSes and updates that are cut, changed, or made to cost time. */
final class LegacyHostileTest {

  static Stream<Specimen> specimens() {
    return Stream.concat(LegacySpecimens.all(), MoreSpecimens.all());
  }

  @ParameterizedTest
  @MethodSource("specimens")
  void cutAnywhere(Specimen specimen) {
    Hostile.cutAnywhere(specimen);
  }

  @ParameterizedTest
  @MethodSource("specimens")
  void changedAnywhere(Specimen specimen) {
    Hostile.changedAnywhere(specimen);
  }

  @ParameterizedTest
  @MethodSource("specimens")
  void theFormatSaysItsName(Specimen specimen) {
    Extraction found = Search.in(specimen.bytes());
    assertThat(Search.paths(found)).allMatch(path -> path.startsWith(specimen.format()));
    assertThat(found.deadEnds()).isEmpty();
    assertThat(specimen.bytes().length).isLessThan(20_000);
  }

  private static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Pieces that are repeated, and how many bytes there are from one to the next. */
  static Stream<Arguments> traps() {
    byte[] lh5 = LhaForge.file("a", new byte[3]).claim(0x7fff_ffff, 0x7fff_ffff).build();
    byte[] level3 =
        Arrays.copyOf(
            LhaForge.file("a", new byte[3]).level(3).claim(0x7fff_ffff, 9).headerCrc().build(), 64);
    level3[25] = (byte) 0xf0;
    byte[] module =
        PhoenixForge.size(0x2000).module('R', 0, PhoenixForge.LZINT, new byte[9]).build();
    byte[] file = PhoenixForge.file(1, "volumedir.bin", new byte[9]);
    file[5] = 0x40;
    byte[] file2 = PhoenixForge.file(1, "volumedir.bin2", new byte[24]);
    byte[] toshiba =
        Arrays.copyOf(ToshibaForge.claiming(0, true, new byte[] {1}, 0xffff_ffffL, 9), 0x104);
    return Stream.of(
        Arguments.of("-lh5-", latin1("  -lh5-"), 64),
        Arguments.of("-lh5- everywhere", latin1("-l-lh5-"), 7),
        Arguments.of("members", lh5, 64),
        Arguments.of("members of level 3", level3, 64),
        Arguments.of("marks of Award", latin1("= Award Decompression Bios ="), 64),
        Arguments.of("marks of Award and of LHA", latin1("Award BootBlock-lh5-"), 64),
        Arguments.of("AMIBIOSC", latin1("AMIBIOSC0800"), 64),
        Arguments.of("AMIBIOSC with parts", latin1("AMIBIOSC0800\0\0\0\0\0\0\0\0\0\0\0\0"), 24),
        Arguments.of("BCPSEGMENT", latin1("BCPSEGMENTBCPSYS\0\0\0\0"), 64),
        Arguments.of("modules", Arrays.copyOfRange(module, 0x1000, 0x1040), 64),
        Arguments.of("signatures of modules", latin1("\00011"), 3),
        Arguments.of("tables", Arrays.copyOfRange(module, 0x400, 0x500), 256),
        Arguments.of("volumedir.bin", file, 64),
        Arguments.of("volumedir.bin2", file2, 64),
        Arguments.of("Toshiba", toshiba, 0x110),
        Arguments.of("marks of Toshiba", latin1("\0\0\2BIOS"), 8),
        Arguments.of("pbzx", latin1("pbzx"), 4),
        Arguments.of("pbzx with nothing", PbzxForge.start().stored(new byte[0]).build(), 64),
        Arguments.of("IM4P", latin1("0\u0084\u007f\0\0\0\u0016\4IM4P\u0016\4mefi"), 64),
        Arguments.of("IM4P to the end", Arrays.copyOf(Im4pForge.of(4, "mefi", lh5), 40), 64));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("traps")
  void thousandsOfFalseMagics(String name, byte[] piece, int step) {
    byte[] blob = new byte[512 << 10];
    Random random = new Random(7);
    for (int at = 0; at + Math.max(step, piece.length) < blob.length; at += step) {
      System.arraycopy(piece, 0, blob, at, piece.length);
      for (int i = piece.length; i < step; i++) {
        blob[at + i] = (byte) (random.nextInt(200) + 1);
      }
    }
    byte[] rom = Search.rom();
    // So far behind them that none of their sizes cuts it in two.
    byte[] all = Search.join(blob, new byte[64 << 10], rom);
    Extraction found = assertTimeout(Duration.ofSeconds(10), () -> Hostile.search(all), name);
    assertThat(Search.digests(found)).as(name).contains(Search.digest(rom));
  }
}
