package io.github.romparser.rom;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.finding.Finding;
import io.github.romparser.testdata.ImageForge;
import io.github.romparser.testdata.PeForge;
import io.github.romparser.testdata.RomForge;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class RomReaderPropertyTest {
  @Provide
  Arbitrary<byte[]> chains() {
    return RandomChains.bytes();
  }

  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  void chainsOfAnyFields(@ForAll("chains") byte[] bytes) {
    RomFile rom = Invariants.readTwice(Slice.of(bytes));
    assertThat(rom.findings()).allSatisfy(RomReaderPropertyTest::checkTexts);
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void aSliceReadsLikeAFile(@ForAll("chains") byte[] bytes, @ForAll @IntRange(max = 700) int at) {
    byte[] file = RomForge.start().noise(at, at).bytes(bytes).build();
    assertThat(Relative.of(Invariants.read(Slice.of(file).from(at))))
        .isEqualTo(Relative.of(RomReader.read(Slice.of(bytes))));
  }

  @Property(tries = 500)
  void anyBytes(@ForAll long seed, @ForAll @IntRange(max = 0x10000) int length) {
    byte[] bytes = new byte[length];
    new SplittableRandom(seed).nextBytes(bytes);
    Invariants.readTwice(Slice.of(bytes));
  }

  @Property(tries = 500)
  void fewBytes(@ForAll @Size(max = 64) byte[] bytes) {
    RomFile rom = Invariants.readTwice(Slice.of(bytes));
    assertThat(rom.findings()).allSatisfy(RomReaderPropertyTest::checkTexts);
  }

  /** What nothing is wrong with is read as it was built. */
  @Property(tries = 300)
  void aChainThatIsWhole(
      @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 4, max = 20) Integer> blocks,
      @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    RomForge rom = RomForge.start();
    List<Long> offsets = new ArrayList<>();
    long at = 0;
    for (int i = 0; i < blocks.size(); i++) {
      ImageForge image = image(random.nextInt(4), blocks.get(i)).classCode(0x020000);
      rom.image(i == blocks.size() - 1 ? image.last() : image);
      offsets.add(at);
      at += blocks.get(i) * 512L;
    }
    RomFile read = Invariants.read(Slice.of(rom.build()));
    assertThat(read.findings()).isEmpty();
    assertThat(read.chains()).hasSize(1);
    RomChain chain = read.chains().get(0);
    assertThat(chain.images()).extracting(RomImage::offset).isEqualTo(offsets);
    assertThat(chain.pci().endReason()).isEqualTo(EndReason.LAST);
    assertThat(chain.pci()).isEqualTo(chain.vendor());
    assertThat(chain.end()).isEqualTo(at);
  }

  private static ImageForge image(int type, int blocks) {
    return switch (type) {
      case 0 -> ImageForge.legacy(blocks, 0x8086, 0x10d3);
      case 1 -> ImageForge.fcode(blocks, 0x8086, 0x10d3);
      case 2 -> ImageForge.paRisc(blocks, 0x8086, 0x10d3);
      default -> ImageForge.efi(blocks, 0x8086, 0x10d3, PeForge.x64());
    };
  }

  private static void checkTexts(Finding finding) {
    assertThat(finding.message()).isNotBlank().doesNotContain("{");
    assertThat(finding.advice()).isNotBlank().doesNotContain("{");
  }
}
