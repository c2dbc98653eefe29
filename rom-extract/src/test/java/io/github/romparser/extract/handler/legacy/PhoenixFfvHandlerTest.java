package io.github.romparser.extract.handler.legacy;

import static io.github.romparser.testdata.PhoenixForge.file;
import static io.github.romparser.testdata.PhoenixForge.packedSection;
import static io.github.romparser.testdata.PhoenixForge.section;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.handler.FixedAllowance;
import io.github.romparser.extract.handler.Search;
import io.github.romparser.testdata.PhoenixForge;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** BIOS images of Phoenix with the file system FFV. */
final class PhoenixFfvHandlerTest {
  private static final byte[] ROM = Search.rom();
  private static final int SIZE = 0x1_0000;

  private static byte[] image(byte[]... files) {
    return PhoenixForge.size(SIZE).volume(0x2000, false, true, files).build();
  }

  @ParameterizedTest
  @CsvSource({"false, true", "false, false", "true, true", "true, false"})
  void bothDirectories(boolean guids, boolean told) {
    byte[] image =
        PhoenixForge.size(SIZE).volume(0x2000, guids, told, file(1, "vbios.rom", ROM)).build();
    assertThat(Search.path(image)).isEqualTo("phoenix-ffv: vbios.rom");
    assertThat(Search.deadEnds(Search.in(image))).isEmpty();
  }

  @Test
  void aFileThatHasMoreThanTheImage() {
    byte[] image = image(file(2, "_R01", packedSection(ROM)));
    assertThat(Search.path(Search.join(new byte[0x123], image))).isEqualTo("phoenix-ffv: oprom 01");
    byte[] untold =
        PhoenixForge.size(SIZE)
            .volume(0x2000, true, false, file(2, "_R01", packedSection(ROM)))
            .build();
    assertThat(Search.path(Search.join(untold, new byte[0x123])))
        .isEqualTo("phoenix-ffv: oprom 01");
  }

  @Test
  void names() {
    assertThat(Search.path(image(file(1, "fifteen.letters", ROM))))
        .isEqualTo("phoenix-ffv: fifteen.letters");
    byte[] guid = file(1, "", ROM);
    for (int i = 8; i < 24; i++) {
      guid[i] = (byte) i;
    }
    assertThat(Search.path(image(guid)))
        .isEqualTo("phoenix-ffv: 0b0a0908-0d0c-0f0e-1011-121314151617");
  }

  @Test
  void sections() {
    byte[] place = section(0xc6, new byte[4]);
    byte[] packed = file(2, "_D00", Search.join(place, packedSection(ROM)));
    assertThat(Search.path(image(packed))).isEqualTo("phoenix-ffv: display 00");
    byte[] plain = file(7, "dxe", Search.join(section(0x19, ROM), section(0x15, new byte[0])));
    assertThat(Search.path(image(plain))).isEqualTo("phoenix-ffv: dxe");
    // What does not consist of sections is searched as it stands.
    byte[] none = file(2, "x", Search.join(new byte[] {1, 0, 0, 0}, ROM));
    assertThat(Search.path(image(none))).matches("0x[0-9a-f]+");
    byte[] tooLong = file(2, "x", Search.join(section(0x19, ROM), new byte[] {-1, -1, 0, 1, 5}));
    assertThat(Search.path(image(tooLong))).isEqualTo("phoenix-ffv: x");
  }

  @Test
  void aPackedSectionThatIsWrongIsTold() {
    byte[] section = packedSection(ROM);
    Arrays.fill(section, 12, 40, (byte) 0xff);
    assertThat(Search.deadEnds(Search.in(image(file(2, "_R00", section)))))
        .hasSize(1)
        .first()
        .asString()
        .contains("-lh5-");
  }

  @Test
  void filesStandOneBehindTheOther() {
    byte[] image =
        image(
            file(0xf0, "gap", new byte[99]),
            file(1, "empty", new byte[0]),
            new byte[] {-1, -1, 0, 0x11},
            file(1, "a", Search.rom(1)),
            file(2, "_R00", packedSection(Search.rom(2))));
    assertThat(Search.paths(Search.in(image)))
        .containsExactly("phoenix-ffv: a", "phoenix-ffv: oprom 00");
  }

  @Test
  void sizesThatLie() {
    byte[] image = image(file(1, "a", Search.rom(1)), file(1, "b", ROM));
    byte[] none = image.clone();
    none[0x2000 + 4] = 3;
    none[0x2000 + 5] = 0;
    assertThat(Search.paths(Search.in(none))).contains("phoenix-ffv: b");
    byte[] huge = image.clone();
    huge[0x2000 + 6] = (byte) 0xff;
    assertThat(Search.paths(Search.in(huge))).contains("phoenix-ffv: b");
  }

  /** A directory of as many volumes as fit, each of them the whole image. */
  @Test
  void volumesThatAreTheSameCostNoMore() {
    byte[] image = image(file(1, "a", ROM));
    byte[] list = new byte[9 * 200];
    for (int at = 0; at < list.length; at += 9) {
      Arrays.fill(list, at + 5, at + 8, (byte) 0xff);
      list[at] = 2;
      list[at + 3] = (byte) 0xff;
      list[at + 4] = (byte) 0xff;
    }
    byte[] directory = file(1, "volumedir.bin", list);
    byte[] padding = new byte[8 << 20];
    byte[] all = Search.join(padding, image);
    for (int i = 0; i < 20; i++) {
      System.arraycopy(directory, 0, all, padding.length + 0x4000 + i * 0x800, directory.length);
    }
    FixedAllowance allowance = FixedAllowance.ample();
    PhoenixVolumes volumes = new PhoenixVolumes(Slice.of(all), allowance);
    assertThat(volumes.files()).isNotEmpty();
    assertThat(allowance.worked()).isLessThan(4L * all.length);
    assertTimeout(Duration.ofSeconds(5), () -> Search.in(all, 1));
  }

  @Test
  void aDirectoryOfNothingIsNoImage() {
    byte[] image = PhoenixForge.size(SIZE).volume(0x2000, false, true).put(0x3000, ROM).build();
    assertThat(Search.path(image)).isEmpty();
    Extraction text =
        Search.in("volumedi\u00ffr.bin".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    assertThat(text.deadEnds()).isEmpty();
  }
}
