package io.github.romparser.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.edit.DeviceIds;
import io.github.romparser.edit.Edit;
import io.github.romparser.edit.EditResult;
import io.github.romparser.edit.RomBuilder;
import io.github.romparser.edit.WrapRequest;
import io.github.romparser.efi.EfiDriver;
import io.github.romparser.finding.Finding;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.rom.EfiImage;
import io.github.romparser.rom.LegacyImage;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.RomReader;
import io.github.romparser.testdata.PeForge;
import io.github.romparser.testdata.RomForge;
import io.github.romparser.vendor.amd.AmdTables;
import io.github.romparser.vendor.gop.GopDriver;
import io.github.romparser.vendor.intel.IntelTables;
import io.github.romparser.vendor.nvidia.NvidiaTables;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All readers together, over a whole file. */
@Timeout(30)
class RomContentsTest {

  static Set<String> layouts() {
    return RomForge.names();
  }

  private static RomFile read(byte[] bytes) {
    return RomReader.read(Slice.of(bytes));
  }

  /** Each alone may be taken out, but not one after the other. */
  @Test
  void a_driver_for_which_nothing_is_left_is_not_called_damaged() {
    Slice large = Slice.of(Arrays.copyOf(PeForge.x64().build(), 40 << 20));
    DeviceIds ids = new DeviceIds(0x1002, List.of(0x1640));
    EditResult made =
        RomBuilder.wrap(
            new WrapRequest(
                List.of(large, large), Optional.empty(), ids, false, WrapRequest.VGA, true));
    RomContents contents = RomContents.of(RomReader.read(((Edit) made).bytes()));
    assertThat(contents.in(0, 0).loaded().orElseThrow().bytes().length()).isEqualTo(40 << 20);
    assertThat(contents.in(0, 1).driver()).isEmpty();
    assertThat(contents.judged().findings()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void every_image_has_its_contents(String layout) {
    RomFile rom = read(RomForge.named(layout));
    RomContents contents = RomContents.of(rom);
    assertThat(contents.chains()).hasSameSizeAs(rom.chains());
    for (int c = 0; c < rom.chains().size(); c++) {
      assertThat(contents.chains().get(c)).hasSameSizeAs(rom.chains().get(c).images());
      for (int i = 0; i < rom.chains().get(c).images().size(); i++) {
        ImageContents image = contents.in(c, i);
        assertThat(image.image()).isSameAs(rom.chains().get(c).images().get(i));
        assertThat(image.driver().isPresent()).isEqualTo(image.image() instanceof EfiImage);
        if (!(image.image() instanceof LegacyImage || image.image() instanceof EfiImage)) {
          assertThat(image.tables()).isEmpty();
        }
      }
    }
    // What was read of the headers is not changed.
    assertThat(contents.judged().findings()).containsAll(rom.findings());
    assertThat(contents.judged().findings()).isSortedAccordingTo(Finding.WORST_FIRST);
    assertThat(RomContents.unread(rom).findings()).isEmpty();
    assertThat(RomContents.unread(rom).judged()).isEqualTo(rom);
    assertThat(RomContents.unread(rom).images()).hasSameSizeAs(contents.images());
  }

  @Test
  void each_maker_is_known_by_its_own_tables() {
    assertThat(RomContents.of(read(RomForge.named("nvgi2"))).first(NvidiaTables.class)).isPresent();
    assertThat(RomContents.of(read(RomForge.named("amd-apu"))).first(AmdTables.class)).isPresent();
    assertThat(RomContents.of(read(RomForge.named("intel-vbt"))).first(IntelTables.class))
        .isPresent();
    assertThat(RomContents.of(read(RomForge.named("amd-flash"))).first(GopDriver.class))
        .isPresent();
    assertThat(RomContents.of(read(RomForge.named("isa"))).first(GopDriver.class)).isEmpty();
  }

  @Test
  void a_stream_that_cannot_be_decompressed_is_found_unless_the_image_is_cut_off() {
    byte[] rom = RomForge.named("amd-flash");
    EfiImage image =
        (EfiImage)
            read(rom).chains().get(0).images().stream()
                .filter(EfiImage.class::isInstance)
                .findFirst()
                .orElseThrow();
    int stream = (int) image.driver().offset();
    byte[] broken = rom.clone();
    Arrays.fill(broken, stream + 8, stream + 40, (byte) 0xff);
    RomContents contents = RomContents.of(read(broken));
    assertThat(contents.findings())
        .extracting(Finding::code)
        .containsOnlyOnce(FindingCode.EFI_DECOMP);
    assertThat(contents.images().stream().flatMap(i -> i.driver().stream()))
        .anyMatch(EfiDriver.Unreadable.class::isInstance);
    byte[] cut = Arrays.copyOf(broken, (int) image.bytes().end() - 100);
    assertThat(RomContents.of(read(cut)).findings())
        .extracting(Finding::code)
        .doesNotContain(FindingCode.EFI_DECOMP);
  }

  @Test
  void thousands_of_images_that_claim_the_whole_file_take_bounded_time() {
    byte[] header = Arrays.copyOf(RomForge.named("minimal"), 512);
    byte[] many = new byte[4096 * 512];
    for (int i = 0; i < 4096; i++) {
      System.arraycopy(header, 0, many, 512 * i, 512);
      int pcir = 512 * i + (header[0x18] & 0xff);
      // Length of all the rest by the PCI data structure; the walk goes from header to header.
      many[pcir + 0x15] = 0;
      many[pcir + 0x10] = 1;
    }
    RomFile rom = read(many);
    long begin = System.nanoTime();
    RomContents contents = RomContents.of(rom);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
    assertThat(contents.images()).hasSizeGreaterThan(4000);
    assertThat(contents.findings().size()).isLessThan(500);
    assertThat(List.copyOf(contents.images())).isEqualTo(contents.images());
  }
}
