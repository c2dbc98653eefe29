package io.github.romparser.extract.handler.vendor;

import static io.github.romparser.extract.handler.Search.deadEnds;
import static io.github.romparser.extract.handler.Search.digest;
import static io.github.romparser.extract.handler.Search.digests;
import static io.github.romparser.extract.handler.Search.in;
import static io.github.romparser.extract.handler.Search.join;
import static io.github.romparser.extract.handler.Search.path;
import static io.github.romparser.extract.handler.Search.paths;
import static io.github.romparser.extract.handler.Search.rom;
import static io.github.romparser.extract.handler.vendor.WrapperSpecimens.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.handler.FixedAllowance;
import io.github.romparser.testdata.DellForge;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Sections of Dell's updates, and their check bytes. */
final class DellHdrHandlerTest {

  private static final byte[] SECTION = DellForge.section(DellForge.FIRMWARE, rom());
  private static final int STREAM = 16;

  private static byte[] with(byte[] bytes, int at, int value) {
    byte[] changed = bytes.clone();
    changed[at] = (byte) value;
    return changed;
  }

  /** A section of which only the bytes up to the footer are there. */
  private static byte[] withoutFooter(byte[] section) {
    return Arrays.copyOf(section, section.length - 16);
  }

  @Test
  void oneBehindTheOther() {
    byte[] other = DellForge.stored(DellForge.UTILITIES, rom(2));
    Extraction found = in(join(text("MZ and so on"), SECTION, other, DellForge.section(1, rom(3))));
    assertThat(paths(found))
        .containsExactly("dell-hdr: FIRMWARE", "dell-hdr: UTILITIES", "dell-hdr: section 0x01");
    assertThat(deadEnds(found)).isEmpty();
  }

  /** A section in another's range is the other's business. */
  @Test
  void oneInTheOther() {
    byte[] outer = DellForge.stored(DellForge.FIRMWARE, join(text("in front"), SECTION));
    assertThat(path(outer)).isEqualTo("dell-hdr: FIRMWARE > dell-hdr: FIRMWARE");
  }

  @Test
  void wrongCheckBytes() {
    Extraction header = in(with(SECTION, 15, 0));
    assertThat(deadEnds(header)).containsExactly("damaged: check byte of the header");
    assertThat(digests(header)).containsExactly(digest(rom()));
    Extraction footer = in(with(SECTION, SECTION.length - 1, 0));
    assertThat(deadEnds(footer)).containsExactly("damaged: check byte of the footer");
    assertThat(digests(footer)).containsExactly(digest(rom()));
  }

  @Test
  void withoutAFooter() {
    Extraction found = in(join(withoutFooter(SECTION), text("no footer, but this")));
    assertThat(deadEnds(found)).containsExactly("damaged: no footer");
    assertThat(digests(found)).containsExactly(digest(rom()));
    byte[] stored = withoutFooter(DellForge.stored(DellForge.FIRMWARE, rom()));
    assertThat(deadEnds(in(stored))).containsExactly("damaged: no footer");
    assertThat(paths(in(stored))).containsExactly("dell-hdr: FIRMWARE");
  }

  /** The stream itself knows where it ends. */
  @Test
  void aSizeThatCannotBe() {
    Extraction found = in(join(with(SECTION, 3, 0x7f), rom(2)));
    assertThat(paths(found)).containsExactly("dell-hdr: FIRMWARE", "");
    assertThat(deadEnds(found))
        .anyMatch(end -> end.startsWith("truncated: a section of 21307"))
        .contains("damaged: check byte of the header");
  }

  @Test
  void cutOff() {
    Extraction found = in(Arrays.copyOf(SECTION, SECTION.length / 2));
    assertThat(deadEnds(found)).anyMatch(end -> end.startsWith("truncated: a section of "));
    assertThat(deadEnds(found)).anyMatch(end -> end.startsWith("truncated: zlib, "));
    byte[] noSum = Arrays.copyOf(SECTION, SECTION.length - 16 - 2);
    assertThat(digests(in(noSum))).containsExactly(digest(rom()));
    assertThat(deadEnds(in(noSum))).contains("truncated: zlib, 2048 bytes could be decoded");
  }

  @Test
  void streamsThatAreNone() {
    byte[] broken = join(new byte[] {0x78, (byte) 0x9c, 0x07}, rom());
    Extraction found = in(DellForge.stored(DellForge.FIRMWARE, broken));
    assertThat(deadEnds(found)).containsExactly("damaged: zlib; searched as it is");
    assertThat(digests(found)).containsExactly(digest(rom()));
    byte[] alone = withoutFooter(DellForge.stored(DellForge.FIRMWARE, broken));
    assertThat(digests(in(alone))).containsExactly(digest(rom()));
    byte[] sum = with(SECTION, SECTION.length - 17, SECTION[SECTION.length - 17] + 1);
    assertThat(deadEnds(in(sum))).containsExactly("damaged: zlib, the checksum is wrong");
    assertThat(digests(in(sum))).containsExactly(digest(rom()));
  }

  /** A stream that breaks off where nothing but itself speaks for the section. */
  @Test
  void damagedStreams() {
    byte[] roms = join(rom(), rom(2), rom(3));
    // A stored block, and a block of a kind that there is not.
    byte[] stored = join(new byte[] {0x78, (byte) 0x9c, 0, 0, 24, -1, ~24}, roms, new byte[] {7});
    byte[] section = withoutFooter(DellForge.stored(DellForge.FIRMWARE, stored));
    assertThat(deadEnds(in(section)))
        .containsExactly("damaged: no footer", "damaged: zlib, 6144 bytes could be decoded");
    Extraction unchecked = in(with(section, 15, section[15] + 1));
    assertThat(deadEnds(unchecked)).contains("damaged: zlib, 6144 bytes could be decoded");
    assertThat(digests(unchecked)).containsExactly(digest(rom()), digest(rom(2)), digest(rom(3)));
  }

  @Test
  void whatIsNone() {
    byte[] noZlib = join(Arrays.copyOf(SECTION, STREAM), text("no stream at all"));
    for (byte[] bytes :
        new byte[][] {
          noZlib,
          Arrays.copyOf(SECTION, STREAM - 1),
          Arrays.copyOf(SECTION, STREAM),
          with(join(Arrays.copyOf(SECTION, STREAM), new byte[] {0x78, (byte) 0x9c, 7, 7}), 15, 1)
        }) {
      assertThat(new DellHdrHandler().probe(Slice.of(bytes), 0, FixedAllowance.ample())).isEmpty();
      assertThat(new DellHdrHandler().open(Slice.of(bytes), FixedAllowance.ample()).children())
          .isEmpty();
    }
  }

  @Property(tries = 200)
  void anyBytes(@ForAll byte[] bytes) {
    Slice stream = Slice.of(join(new byte[] {0x78, (byte) 0x9c}, bytes));
    assertThat(DellSection.inflate(stream, FixedAllowance.ample()).bytes()).isNotNull();
    byte[] packed = DellForge.zlib(bytes);
    byte[] unpacked =
        DellSection.inflate(Slice.of(packed), FixedAllowance.ample()).bytes().toByteArray();
    // What gives nothing is searched as it is.
    assertThat(unpacked).isEqualTo(bytes.length == 0 ? packed : bytes);
  }
}
