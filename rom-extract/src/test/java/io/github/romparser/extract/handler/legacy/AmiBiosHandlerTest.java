package io.github.romparser.extract.handler.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.handler.FixedAllowance;
import io.github.romparser.extract.handler.Search;
import io.github.romparser.testdata.AmiBiosForge;
import io.github.romparser.testdata.LhaForge;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** BIOS images of American Megatrends. */
final class AmiBiosHandlerTest {
  private static final byte[] ROM = Search.rom();
  private static final long IDS = 0x27a2_8086L;

  private static AmiBiosForge image() {
    return AmiBiosForge.size(0x10000).packed(0, 0xf000_0000L, new byte[700]);
  }

  @Test
  void partsHaveTheirNames() {
    assertThat(Search.path(image().packed(0x20, IDS, ROM).build()))
        .isEqualTo("amibios 8: PCI add-on ROM 8086:27a2");
    assertThat(Search.path(image().stored(0x20, IDS, ROM).packed(4, 0, new byte[9]).build()))
        .isEqualTo("amibios 8: PCI add-on ROM 8086:27a2");
    assertThat(Search.path(image().packed(0x21, 0x656e, ROM).build()))
        .isEqualTo("amibios 8: language en");
    assertThat(Search.path(image().packed(0x21, 0x0103, ROM).build()))
        .isEqualTo("amibios 8: language");
    assertThat(Search.path(image().stored(0x2b, 0, ROM).build())).isEqualTo("amibios 8: PXE code");
    assertThat(Search.path(image().packed(0x99, 0, ROM).build())).isEqualTo("amibios 8: part 99");
  }

  @ParameterizedTest
  @CsvSource({"0627, amibios 6", "0700, amibios 7", "10.2, amibios", "0000, amibios"})
  void versions(String version, String name) {
    byte[] image = image().version(version).packed(0x0b, 0, ROM).build();
    assertThat(Search.path(image)).isEqualTo(name + ": Int-10");
  }

  @ParameterizedTest
  @ValueSource(ints = {0x10000, 0x40000, 0x10_0000})
  void segmentsAndOffsetsEndWithTheImage(int size) {
    byte[] image = AmiBiosForge.size(size).packed(0x20, IDS, ROM).build();
    assertThat(Search.path(image)).startsWith("amibios 8: PCI");
  }

  @Test
  void largeImagesHaveOffsets() {
    byte[] image = AmiBiosForge.flat(0x20_0000).packed(0x20, IDS, ROM).build();
    assertThat(Search.path(image)).startsWith("amibios 8: PCI");
  }

  @Test
  void imagesInFilesThatHaveMore() {
    byte[] image = image().packed(0x20, IDS, ROM).build();
    byte[] prefix = new byte[0x800];
    assertThat(Search.path(Search.join(prefix, image))).startsWith("amibios 8: PCI");
    assertThat(Search.path(Search.join(image, new byte[0x12345]))).startsWith("amibios 8: PCI");
    byte[] flat = AmiBiosForge.flat(0x20_0000).packed(0x20, IDS, ROM).build();
    assertThat(Search.path(Search.join(prefix, flat))).startsWith("amibios 8: PCI");
  }

  @Test
  void largePartsHaveTheirSizeInFront() {
    byte[] large = new byte[0x12000];
    System.arraycopy(ROM, 0, large, 0x11000, ROM.length);
    byte[] image = AmiBiosForge.size(0x40000).stored(0x2a, 0, large).build();
    assertThat(Search.path(image)).isEqualTo("amibios 8: user ROM");
    byte[] between =
        AmiBiosForge.size(0x40000).stored(0x2a, 0, large).packed(1, 0, new byte[9]).build();
    assertThat(Search.path(between)).isEqualTo("amibios 8: user ROM");
    assertThat(Search.deadEnds(Search.in(between))).isEmpty();
  }

  @Test
  void amdsPartsAreNeverCompressed() {
    // With CSize 20 in a header of a packed part, which is not where the bytes begin.
    byte[] image = AmiBiosForge.size(0x10000).stored(0x40, 0, ROM).build();
    image[0x400 + 7] = 0;
    assertThat(Search.path(image)).isEqualTo("amibios 8: AMD CIM-X north bridge");
  }

  @Test
  void aListThatClosesOnItselfEnds() {
    byte[] image = image().packed(0x20, IDS, ROM).packed(0x2e, 0, Search.rom(7)).loop().build();
    assertThat(Search.paths(Search.in(image)))
        .containsExactly("amibios 8: PCI add-on ROM 8086:27a2", "amibios 8: user ROM");
  }

  @Test
  void aStoredPartWithAWrongSizeGoesOnToTheNext() {
    for (int size : new int[] {7, 0x5000}) {
      byte[] image =
          AmiBiosForge.size(0x10000).claiming(0x20, IDS, ROM, size).packed(1, 0, ROM).build();
      Extraction found = Search.in(image);
      assertThat(Search.paths(found))
          .containsExactlyInAnyOrder(
              "amibios 8: PCI add-on ROM 8086:27a2", "amibios 8: setup server");
      assertThat(Search.deadEnds(found)).hasSize(1).first().asString().startsWith("damaged: PCI");
    }
  }

  @Test
  void sizesThatLie() {
    byte[] bits = LhaForge.lh5(ROM);
    for (long[] sizes : new long[][] {{bits.length, 0xffff_ffffL}, {0xffff_ffffL, ROM.length}}) {
      byte[] image =
          image().claiming(0x20, IDS, bits, sizes[0], sizes[1]).packed(1, 0, ROM).build();
      assertThat(Search.paths(Search.in(image))).contains("amibios 8: setup server");
      assertThat(Search.digests(Search.in(image))).containsExactly(Search.digest(ROM));
    }
    byte[] wrong = image().claiming(0x20, IDS, new byte[] {1, 2, -1, -1, -1, -1}, 6, 99).build();
    assertThat(Search.deadEnds(Search.in(wrong))).hasSize(1).first().asString().contains("-lh5-");
  }

  @Test
  void marksThatLeadNowhere() {
    for (byte[] image :
        List.of(
            image().pointing(0xffff_ffffL),
            image().pointing(0),
            AmiBiosForge.size(0x10000).pointing(0xf000_fff8L),
            "AMIBIOSC0800".getBytes(StandardCharsets.US_ASCII))) {
      assertThat(AmiParts.find(Slice.of(image), FixedAllowance.ample())).isEmpty();
      assertThat(Search.deadEnds(Search.in(image))).isEmpty();
    }
    assertThat(new AmiBiosHandler().open(Slice.of(new byte[90]), FixedAllowance.ample()).children())
        .isEmpty();
  }

  @Test
  void theSameLettersMayMeanSomethingElse() {
    byte[] image = image().packed(0x20, IDS, ROM).build();
    byte[] other = "AMIBIOSCAMINCBLK and so on".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(other, 0, image, 0x9000, other.length);
    assertThat(Search.path(image)).startsWith("amibios 8: PCI");
  }
}
