package io.github.romparser.extract.handler.vendor;

import static io.github.romparser.extract.handler.Search.join;
import static io.github.romparser.extract.handler.Search.rom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.handler.FixedAllowance;
import io.github.romparser.extract.handler.Hostile;
import io.github.romparser.extract.handler.Search;
import io.github.romparser.extract.handler.Specimen;
import io.github.romparser.testdata.InsydeForge;
import io.github.romparser.testdata.ProgramForge;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class InsydeIflashHandlerTest {

  static Stream<Specimen> specimens() {
    return InsydeSpecimens.all();
  }

  @Test
  void imagesAreCalledByTheirTags() {
    byte[] program =
        ProgramForge.start()
            .section(".text", new byte[100])
            .overlay(
                join(
                    InsydeForge.image("_BIOSIMG", join(new byte[100], rom(1))),
                    new byte[5],
                    InsydeForge.image("_EC_IMG_", rom(2)),
                    InsydeForge.image("BIOSCER_", new byte[] {1}),
                    InsydeForge.image("DRV_IMG\0", rom(3))))
            .build();
    assertThat(Search.paths(Search.in(program)))
        .containsExactly(
            "overlay > insyde-iflash: BIOSIMG",
            "overlay > insyde-iflash: EC_IMG",
            "overlay > insyde-iflash: DRV_IMG");
    assertThat(Search.in(program).deadEnds()).isEmpty();
  }

  @Test
  void whatFillsAnImageUpIsNotPartOfIt() {
    byte[] image = InsydeForge.image("_ME_IMG_", 100 + rom().length, rom().length, rom());
    assertThat(Search.paths(Search.in(join(image, new byte[100], rom(7)))))
        .containsExactly("insyde-iflash: ME_IMG", "");
  }

  @Test
  void imageThatIsCutOffIsTold() {
    byte[] image = InsydeForge.image("_BIOSIMG", join(rom(), new byte[4000]));
    byte[] cut = Arrays.copyOf(image, 3000);
    assertThat(Search.path(cut)).isEqualTo("insyde-iflash: BIOSIMG");
    assertThat(Search.deadEnds(Search.in(cut)))
        .containsExactly("truncated: BIOSIMG: 2976 of 6048 bytes");
  }

  /** Total, size, whether it is there, tag, and whether it is an image. */
  @ParameterizedTest
  @CsvSource({
    "4, 4, _BIOSIMG, true",
    "4, 3, _BIOSIMG, true",
    "4, 4, ../../x1, true",
    "5, 4, _BIOSIMG, true",
    "5, 4, ../../x1, false",
    "5, 4, _biosimg, false",
    "4, 0, _BIOSIMG, false",
    "0, 0, _BIOSIMG, false",
    "3, 4, _BIOSIMG, false",
    "-1, 4, _BIOSIMG, false",
    "-1, -1, _BIOSIMG, false",
    "-2, -3, _BIOSIMG, true",
  })
  void sizesHaveToMakeSense(int total, int size, String tag, boolean is) {
    Slice area = Slice.of(InsydeForge.image(tag, total, size, new byte[4]));
    assertThat(new InsydeIflashHandler().probe(area, 0, FixedAllowance.ample()).isPresent())
        .isEqualTo(is);
  }

  @Test
  void headerThatIsCutOffIsNone() {
    Slice area = Slice.of(InsydeForge.image("_BIOSIMG", rom())).slice(0, 23);
    InsydeIflashHandler handler = new InsydeIflashHandler();
    assertThat(handler.probe(area, 0, FixedAllowance.ample())).isEmpty();
    assertThat(handler.open(area, FixedAllowance.ample()).children()).isEmpty();
  }

  /** Each holds all the rest. */
  @Test
  void thousandsOfImagesInEachOther() {
    byte[] blob = new byte[512 << 10];
    int last = blob.length - rom().length;
    for (int at = 0; at + 24 <= last; at += 24) {
      int size = blob.length - at - 24;
      System.arraycopy(InsydeForge.image("_BIOSIMG", size, size, new byte[0]), 0, blob, at, 24);
    }
    System.arraycopy(rom(), 0, blob, last, rom().length);
    assertTimeout(
        Duration.ofSeconds(10),
        () -> assertThat(Search.digests(Search.in(blob, 1))).containsExactly(Search.digest(rom())));
  }

  @ParameterizedTest
  @MethodSource("specimens")
  void cutAndChangedAnywhere(Specimen specimen) {
    Hostile.cutAnywhere(specimen);
    Hostile.changedAnywhere(specimen);
  }
}
