package io.github.romparser.rom;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.testdata.Golden;
import io.github.romparser.testdata.RomForge;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Chains and walks of every layout, as they were written down from what the layout is made of. */
class LayoutWalksTest {
  private static final String LARGEST = "ten-thousand";

  static Stream<String> names() {
    return RomForge.names().stream().filter(name -> !name.equals(LARGEST));
  }

  @ParameterizedTest
  @MethodSource("names")
  void theWalksAreAsWrittenDown(String name) {
    RomFile rom = RomReader.read(Slice.of(RomForge.named(name)));
    assertThat(Golden.text("walks/" + name + ".txt")).hasValue(Outline.of(rom));
  }

  @ParameterizedTest
  @MethodSource("names")
  void sumsAreTakenOverTheThreeLengths(String name) {
    byte[] bytes = RomForge.named(name);
    for (RomChain chain : RomReader.read(Slice.of(bytes)).chains()) {
      for (RomImage image : chain.images()) {
        int at = (int) image.offset();
        assertThat(image.sums())
            .isEqualTo(
                new ImageSums(
                    sum(bytes, at, OptionalLong.of(image.pciLength())),
                    sum(bytes, at, image.vendorLength()),
                    sum(bytes, at, image.initializationLength())));
      }
    }
  }

  private static OptionalInt sum(byte[] bytes, int at, OptionalLong length) {
    int end = at + (int) length.orElse(0);
    return end == at || end > bytes.length
        ? OptionalInt.empty()
        : OptionalInt.of(IntStream.range(at, end).map(i -> bytes[i]).sum() & 0xff);
  }

  @Test
  void nvidiaSumsAreRight() {
    RomFile rom = RomReader.read(Slice.of(RomForge.named("muxless-laptop")));
    OptionalInt right = OptionalInt.of(0);
    OptionalInt none = OptionalInt.empty();
    assertThat(rom.chains().get(0).images())
        .extracting(RomImage::sums)
        .containsExactly(
            new ImageSums(right, right, right),
            new ImageSums(right, right, none),
            new ImageSums(right, right, none),
            new ImageSums(right, right, none));
  }

  @Test
  void tenThousandImagesMakeOneChain() {
    RomFile rom = RomReader.read(Slice.of(RomForge.named(LARGEST)));
    assertThat(rom.chains()).hasSize(1);
    RomChain chain = rom.chains().get(0);
    assertThat(chain.images()).hasSize(10_000);
    assertThat(chain.images().get(9_999).offset()).isEqualTo(9_999 * 512);
    assertThat(chain.pci()).isEqualTo(chain.vendor());
    assertThat(chain.pci().endReason()).isEqualTo(EndReason.LAST);
    assertThat(chain.end()).isEqualTo(5_120_000);
  }
}
