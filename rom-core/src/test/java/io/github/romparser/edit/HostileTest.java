package io.github.romparser.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.rom.EfiImage;
import io.github.romparser.rom.FileKind;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.RomImage;
import io.github.romparser.rom.RomReader;
import io.github.romparser.testdata.PeForge;
import io.github.romparser.testdata.RomForge;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing in a file makes an edit throw, and what comes out is what was promised. */
class HostileTest {

  private static final DeviceIds IDS = DeviceIds.of(0x1af4, 0x1050);

  private static final List<String> SMALL =
      List.of(
          "minimal",
          "minimal-hybrid",
          "muxless-laptop",
          "maxwell-group",
          "turing",
          "nvgi2",
          "amd-three",
          "lsi",
          "fcode",
          "config-utility",
          "blackwell",
          "vfct");

  private static void everything(byte[] bytes) {
    byte[] copy = bytes.clone();
    RomFile rom = RomReader.read(Slice.of(bytes));
    for (boolean tail : List.of(false, true)) {
      EditResult trimmed = RomEditor.trim(rom, new TrimOptions(tail, !tail));
      told(trimmed);
      if (trimmed instanceof Edit edit) {
        RomFile after = RomReader.read(edit.bytes());
        assertThat(after.kind()).isEqualTo(FileKind.OPTION_ROM);
        assertThat(after.chains().get(0).pci().images())
            .hasSameSizeAs(rom.chains().get(0).pci().images());
      }
    }
    for (EditResult result :
        List.of(
            RomEditor.setIds(rom, IDS, false),
            RomEditor.fixChecksum(rom),
            RomEditor.setLast(rom),
            RomEditor.setLength(rom),
            RomEditor.fix(rom, new FixRequest(Optional.of(IDS), false, true, true, true)))) {
      told(result);
      if (result instanceof Edit edit) {
        assertThat(edit.bytes().length()).isEqualTo(bytes.length);
        headersKept(rom, edit);
      }
    }
    RomEditor.repairs(rom).forEach(repair -> told(repair.result()));
    told(
        RomBuilder.wrap(
            new WrapRequest(
                List.of(Slice.of(PeForge.x64().build())), Optional.of(rom), IDS, false, 0)));
    told(RomBuilder.wrap(new WrapRequest(List.of(rom.bytes()), Optional.empty(), IDS, false, 0)));
    assertThat(bytes).isEqualTo(copy);
  }

  private static void headersKept(RomFile rom, Edit edit) {
    for (RomImage image : rom.chains().get(0).images()) {
      if (image instanceof EfiImage) {
        assertThat(edit.bytes().clamp(image.offset(), 0x1a))
            .isEqualTo(rom.bytes().clamp(image.offset(), 0x1a));
      }
    }
  }

  private static void told(EditResult result) {
    if (result instanceof Edit edit) {
      assertThat(edit.steps()).isNotEmpty();
      assertThat(edit.steps()).allSatisfy(step -> whole(step.message()));
    } else {
      whole(((Refusal) result).message());
      whole(((Refusal) result).advice());
    }
  }

  private static void whole(String text) {
    assertThat(text).endsWith(".").doesNotContain("{", "}", "null", "Optional");
  }

  @ParameterizedTest
  @ValueSource(strings = {"minimal", "minimal-hybrid", "efi-only", "bb77"})
  void cut_at_every_byte(String layout) {
    byte[] bytes = RomForge.named(layout);
    for (int length = 0; length <= bytes.length; length += length < 0x80 ? 1 : 7) {
      everything(Arrays.copyOf(bytes, length));
    }
  }

  @Property(tries = 300)
  void bits_that_flip(
      @ForAll @IntRange(max = 11) int layout,
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 40) int count) {
    byte[] bytes = RomForge.named(SMALL.get(layout));
    Random random = new Random(seed);
    for (int i = 0; i < count; i++) {
      // Headers stand at the start of 512-byte blocks mostly.
      int block = random.nextInt(Math.max(1, bytes.length / 512)) * 512;
      int at = random.nextBoolean() ? block + random.nextInt(0x40) : random.nextInt(bytes.length);
      bytes[Math.min(at, bytes.length - 1)] ^= (byte) (1 << random.nextInt(8));
    }
    everything(bytes);
  }

  @Property(tries = 300)
  void fields_that_lie(
      @ForAll @IntRange(max = 11) int layout,
      @ForAll @IntRange(max = 0x23f) int place,
      @ForAll @Size(4) byte[] value) {
    byte[] bytes = RomForge.named(SMALL.get(layout));
    int at = Math.min(place, bytes.length - 4);
    System.arraycopy(value, 0, bytes, at, 4);
    everything(bytes);
  }

  @Property(tries = 100)
  void prefix_and_tail(
      @ForAll @IntRange(max = 5) int layout,
      @ForAll @IntRange(max = 9) int before,
      @ForAll @IntRange(max = 2000) int behind,
      @ForAll long seed) {
    String name =
        List.of("minimal", "minimal-hybrid", "amd-three", "ipxe", "muxless-laptop", "efi-only")
            .get(layout);
    byte[] rom = RomForge.named(name);
    byte[] file =
        RomForge.start().noise(seed, before * 512).bytes(rom).noise(seed + 1, behind).build();
    assertThat(Made.bytes(RomEditor.trim(Made.read(file), TrimOptions.ROM_ALONE))).isEqualTo(rom);
  }
}
