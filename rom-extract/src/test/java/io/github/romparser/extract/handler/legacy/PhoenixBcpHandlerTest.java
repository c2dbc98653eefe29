package io.github.romparser.extract.handler.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.handler.FixedAllowance;
import io.github.romparser.extract.handler.Search;
import io.github.romparser.testdata.LhaForge;
import io.github.romparser.testdata.PhoenixForge;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** BIOS images of Phoenix that are lists of modules. */
final class PhoenixBcpHandlerTest {
  private static final byte[] ROM = Search.rom();
  private static final int SIZE = 0x8000;

  /** Where the first module goes to. */
  private static final int FIRST = 0x1000;

  private static PhoenixForge image() {
    return PhoenixForge.size(SIZE).module('B', 0, PhoenixForge.STORED, new byte[300]);
  }

  @ParameterizedTest
  @ValueSource(ints = {PhoenixForge.STORED, PhoenixForge.LZSS, PhoenixForge.LZINT})
  void modulesOfAllCompressions(int compression) {
    byte[] image = image().module('R', 3, compression, ROM).build();
    assertThat(Search.path(image)).isEqualTo("phoenix-bcp: oprom 3");
    assertThat(Search.deadEnds(Search.in(image))).isEmpty();
  }

  @Test
  void typesHaveTheirNames() {
    assertThat(Search.path(image().module('D', 1, PhoenixForge.LZINT, ROM).build()))
        .isEqualTo("phoenix-bcp: display 1");
    assertThat(Search.path(image().module('.', 0, PhoenixForge.STORED, ROM).build()))
        .isEqualTo("phoenix-bcp: type . 0");
    assertThat(PhoenixModule.typeName((char) 7)).isEqualTo("type 07");
  }

  @ParameterizedTest
  @ValueSource(ints = {PhoenixForge.STORED, PhoenixForge.LZSS, PhoenixForge.LZINT})
  void modulesInFragments(int compression) {
    byte[] image = image().fragments('R', compression, ROM, 100, 10, 300).build();
    assertThat(Search.path(image)).isEqualTo("phoenix-bcp: oprom 0");
  }

  @Test
  void aStoredModuleMayHaveNoPackedSize() {
    byte[] image = image().claiming('R', 0, PhoenixForge.STORED, ROM, ROM.length, 0).build();
    assertThat(Search.path(image)).isEqualTo("phoenix-bcp: oprom 0");
  }

  @Test
  void imagesInFilesThatHaveMore() {
    byte[] image = image().fragments('R', PhoenixForge.LZINT, ROM, 700, 200).build();
    assertThat(Search.path(Search.join(new byte[77], image))).isEqualTo("phoenix-bcp: oprom 0");
    assertThat(Search.path(Search.join(image, new byte[99]))).isEqualTo("phoenix-bcp: oprom 0");
  }

  @Test
  void modulesThatNoListLeadsTo() {
    byte[] image = image().loose().module('R', 1, PhoenixForge.LZINT, ROM).build();
    assertThat(Search.path(image)).isEqualTo("phoenix-bcp: oprom 1");
    byte[] endless = image().module('R', 1, PhoenixForge.LZSS, ROM).endlessTable().build();
    assertThat(Search.path(endless)).isEqualTo("phoenix-bcp: oprom 1");
  }

  @Test
  void whatOnlyLooksLikeAModule() {
    byte[] content = new byte[200];
    System.arraycopy(new byte[] {0, 0x31, 0x31}, 0, content, 50, 3);
    byte[] image =
        PhoenixForge.size(SIZE)
            .module('B', 0, PhoenixForge.STORED, content)
            .loose()
            .module('R', 0, 9, ROM)
            .module((char) 1, 0, PhoenixForge.STORED, new byte[9])
            .claiming('R', 0, PhoenixForge.STORED, new byte[9], 1L << 30, 9)
            .claiming('R', 0, PhoenixForge.LZSS, new byte[9], 9, 0)
            .claiming('R', 0, PhoenixForge.LZSS, new byte[9], 0, 9)
            .claiming('R', 0, PhoenixForge.LZSS, new byte[9], 9, 0xffff)
            .build();
    assertThat(new PhoenixImage(Slice.of(image), FixedAllowance.ample()).modules()).hasSize(1);
    // Nothing leads to the one with a ROM, but it stands there as it is.
    assertThat(Search.path(image)).matches("0x[0-9a-f]+");
  }

  @Test
  void compressionsThatAreNotKnownAreTold() {
    for (int compression : new int[] {2, 4, 9}) {
      Extraction found = Search.in(image().module('R', 0, compression, new byte[90]).build());
      assertThat(Search.deadEnds(found))
          .containsExactly(
              "unsupported: Phoenix "
                  + (compression == 2 ? "LZARI" : compression == 4 ? "LZHUF" : "compression 9"));
    }
  }

  @Test
  void lengthsThatLieDoNotHideOtherModules() {
    byte[] image =
        PhoenixForge.size(SIZE)
            .claiming('R', 0, PhoenixForge.STORED, new byte[90], 90, 0x7000)
            .module('R', 1, PhoenixForge.LZINT, ROM)
            .build();
    Extraction found = Search.in(image);
    assertThat(Search.paths(found)).containsExactly("phoenix-bcp: oprom 1");
    assertThat(Search.deadEnds(found)).containsExactly("truncated: oprom 0");
  }

  @Test
  void sizesThatLie() {
    byte[] bits = Search.join(new byte[] {0, 8, 0, 0}, LhaForge.lh5(ROM));
    byte[] image =
        image().claiming('R', 0, PhoenixForge.LZINT, bits, 0x7fff_ffffL, bits.length).build();
    assertThat(ROM).hasSize(0x800);
    assertThat(Search.path(image)).isEqualTo("phoenix-bcp: oprom 0");
  }

  @Test
  void listsThatCloseOnThemselvesEnd() {
    byte[] image = image().module('R', 0, PhoenixForge.LZINT, ROM).pointer(FIRST, FIRST).build();
    assertThat(Search.path(image)).isEqualTo("phoenix-bcp: oprom 0");
  }

  @Test
  void fragmentsThatFollowThemselvesEnd() {
    PhoenixForge forge = image().at(0x2000).fragments('R', PhoenixForge.LZINT, ROM, 100, 500);
    byte[] image = forge.pointer(0x2000 + 27 + 100 + 5, 0x2000 + 27 + 100 + 5).build();
    Extraction found = Search.in(image);
    assertThat(found.roms()).isEmpty();
    assertThat(Search.deadEnds(found)).isNotEmpty().allMatch(end -> !end.contains("failed"));
    byte[] away = forge.pointer(0x2000 + 27 + 100 + 5, SIZE - 3).build();
    assertThat(Search.in(away).roms()).isEmpty();
    byte[] huge = forge.put(0x2000 + 27 + 100 + 10, new byte[] {0, 0, 0, 0x7f}).build();
    assertThat(Search.in(huge).roms()).isEmpty();
  }

  /** Modules that all say that the same fragments are theirs. */
  @Test
  void fragmentsBelongToOneModule() {
    PhoenixForge forge = PhoenixForge.size(0x4_0000).at(0x3_0000);
    byte[] noise = new byte[0x4000];
    forge.fragments('R', PhoenixForge.STORED, noise, 10, 0x1000, 0x1000, 0x1000);
    forge.at(0x1000);
    for (int i = 0; i < 3000; i++) {
      int at = 0x1000 + i * 40;
      forge.claiming('R', 0, PhoenixForge.STORED, new byte[13], 13, 13);
      forge.pointer(at + 23, 0x3_0000 + 27 + 10 + 5);
    }
    byte[] image = Search.join(forge.build(), ROM);
    assertTimeout(Duration.ofSeconds(5), () -> assertThat(Search.in(image, 1).roms()).hasSize(1));
    PhoenixImage read = new PhoenixImage(Slice.of(image), FixedAllowance.ample());
    long total =
        read.modules().stream()
            .flatMap(module -> read.pieces(module, module.length()).stream())
            .mapToLong(Slice::length)
            .sum();
    assertThat(total).isLessThan(2L * image.length);
  }

  @Test
  void modulesMayBeSwapped() {
    // The list says 128 KiB more than where the module is, as in some images of Intel.
    for (int swap : new int[] {0x2_0000, -0x2_0000}) {
      int at = swap > 0 ? 0x1000 : 0x3_1000;
      PhoenixForge forge = PhoenixForge.size(0x4_0000);
      byte[] image =
          forge
              .at(at)
              .module('R', 0, PhoenixForge.LZINT, ROM)
              .at(0x2_8000)
              .module('B', 0, PhoenixForge.STORED, new byte[30])
              .pointer(0x2_8000, at + swap)
              .build();
      assertThat(Search.path(image)).isEqualTo("phoenix-bcp: oprom 0");
    }
  }

  @Test
  void withoutModulesOrTableThereIsNoImage() {
    byte[] none = PhoenixForge.size(SIZE).put(0x3000, ROM).build();
    assertThat(Search.path(none)).isEmpty();
    byte[] tableless = image().module('R', 0, PhoenixForge.STORED, ROM).withoutTable().build();
    assertThat(Search.path(tableless)).isEmpty();
    byte[] bare = "BCPSEGMENT".getBytes(StandardCharsets.US_ASCII);
    assertThat(Search.in(bare).deadEnds()).isEqualTo(List.of());
  }
}
