package io.github.romparser.extract.handler.uefi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.handler.FixedAllowance;
import io.github.romparser.extract.handler.Search;
import io.github.romparser.testdata.FfsFileForge;
import io.github.romparser.testdata.FlashForge;
import io.github.romparser.testdata.RomForge;
import io.github.romparser.testdata.VolumeForge;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FlashHandlerTest {
  private static final byte[] ROM = Search.rom();
  private static final byte[] VOLUME =
      VolumeForge.ffs2().file(FfsFileForge.raw(Search.FILE, ROM)).build();
  private static final String IN_VOLUME = "fv " + VolumeForge.FFS2 + "/file " + Search.FILE;

  private static FlashForge flash() {
    return FlashForge.size(0x20000)
        .region(2, 0x1000, 0x7000)
        .region(1, 0x10000, 0x10000)
        .region(3, 0x8000, 0x2000);
  }

  @Test
  void regionsAreNamed() {
    assertThat(Search.path(flash().put(0x11000, VOLUME).build()))
        .isEqualTo("region bios > " + IN_VOLUME);
    assertThat(Search.path(flash().old().put(0x11000, VOLUME).build()))
        .isEqualTo("region bios > " + IN_VOLUME);
    assertThat(Search.path(flash().put(0x2001, ROM).build())).isEqualTo("region me");
    assertThat(Search.path(flash().put(0x200, ROM).build())).isEqualTo("region descriptor");
  }

  @Test
  void whatIsInNoRegionIsSearched() {
    assertThat(Search.path(flash().put(0xb000, VOLUME).build())).startsWith("0xa000 > fv");
  }

  @Test
  void theImageMayStandBehindAHeader() {
    byte[] image = flash().put(0x11000, VOLUME).build();
    byte[] bytes = RomForge.start().noise(1, 0x801).bytes(image).build();
    assertThat(Search.path(bytes)).isEqualTo("region bios > " + IN_VOLUME);
  }

  @Test
  void aDescriptorThatLiesLimitsNothing() {
    // The volume begins in one region and ends in another.
    assertThat(Search.path(flash().put(0x10000 - 0x100, VOLUME).build()))
        .isEqualTo("flash > " + IN_VOLUME);
    assertThat(Search.path(flash().put(0x10000 - 0x100, ROM).build())).isEqualTo("flash");
    // The chip is larger than the descriptor says.
    byte[] more = RomForge.start().bytes(flash().build()).bytes(VOLUME).build();
    assertThat(Search.path(more)).isEqualTo("0x20000 > " + IN_VOLUME);
    byte[] across =
        RomForge.start()
            .bytes(Arrays.copyOf(flash().build(), 0x20000 - 0x100))
            .bytes(VOLUME)
            .build();
    assertThat(Search.path(across)).isEqualTo("flash > " + IN_VOLUME);
  }

  @Test
  void regionsThatOverlapAreTakenApart() {
    FlashForge flash = FlashForge.size(0x20000);
    for (int i = 1; i < 16; i++) {
      flash.region(i, 0x1000, 0x1f000);
    }
    assertThat(Search.path(flash.put(0x3000, VOLUME).build())).endsWith(IN_VOLUME);
    byte[] inside =
        FlashForge.size(0x20000)
            .region(1, 0x1000, 0x10000)
            .region(2, 0x2000, 0x4000)
            .region(5, 0x4000, 0x1c000)
            .put(0x12000, VOLUME)
            .build();
    assertThat(Search.path(inside)).isEqualTo("region device expansion > " + IN_VOLUME);
  }

  @Test
  void theTableOfRegionsEndsWhereAnotherBegins() {
    byte[] flash = flash().region(9, 0x1000, 0x1f000).put(0x11000, VOLUME).build();
    flash[0x18] = 0x50 >> 4;
    assertThat(Search.path(flash)).isEqualTo("region bios > " + IN_VOLUME);
  }

  @Test
  void withoutARegionForTheFirmwareThereIsNoDescriptor() {
    FlashHandler handler = new FlashHandler();
    byte[] none = FlashForge.size(0x4000).region(2, 0x1000, 0x1000).build();
    assertThat(handler.probe(Slice.of(none), 0, FixedAllowance.ample())).isEmpty();
    assertThat(handler.open(Slice.of(none), FixedAllowance.ample()).children()).isEmpty();
    byte[] beyond = FlashForge.size(0x4000).region(1, 0x100000, 0x1000).build();
    assertThat(handler.probe(Slice.of(beyond), 0, FixedAllowance.ample())).isEmpty();
    byte[] crossed = FlashForge.size(0x4000).region(1, 0x3000, 0).build();
    assertThat(handler.probe(Slice.of(crossed), 0, FixedAllowance.ample())).isEmpty();
    byte[] cut = Arrays.copyOf(flash().build(), 0xfff);
    assertThat(handler.probe(Slice.of(cut), 0, FixedAllowance.ample())).isEmpty();
  }
}
