package io.github.romparser.rom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.github.romparser.bytes.Slice;
import io.github.romparser.testdata.ImageForge;
import io.github.romparser.testdata.NpdeForge;
import io.github.romparser.testdata.PcirForge;
import io.github.romparser.testdata.RomForge;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.ThrowingSupplier;

/**
 * Files made to waste time or memory. A reader whose work grew with the square of the size would
 * need minutes for them; this one needs less than two seconds, and ten are allowed.
 */
class HostileInputTest {
  private static final Duration MOST_TIME = Duration.ofSeconds(10);

  /** Beside twice the size of the file, in bytes. */
  private static final long MOST_MEMORY = 32 << 20;

  /** For every image that is read, in bytes; most of it is thrown away at once. */
  private static final long MOST_MEMORY_OF_IMAGE = 4 << 10;

  private static RomFile read(byte[] bytes) {
    Slice file = Slice.of(bytes);
    ThrowingSupplier<RomFile> reading = () -> RomReader.read(file);
    long before = AllocatedMemory.ofThisThread();
    RomFile rom = assertTimeout(MOST_TIME, reading);
    long images = rom.chains().stream().mapToLong(chain -> chain.images().size()).sum();
    assertThat(AllocatedMemory.ofThisThread() - before)
        .isLessThan(2L * bytes.length + MOST_MEMORY + images * MOST_MEMORY_OF_IMAGE);
    return rom;
  }

  private static byte[] repeat(byte[] piece, int size) {
    byte[] bytes = new byte[size];
    for (int at = 0; at < size; at += piece.length) {
      System.arraycopy(piece, 0, bytes, at, Math.min(piece.length, size - at));
    }
    return bytes;
  }

  private static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void tenThousandImages() {
    RomFile rom = read(RomForge.named("ten-thousand"));
    assertThat(rom.chains().get(0).images().size()).isEqualTo(10_000);
  }

  /** By PCI every image is as long as the file, by NVIDIA's extension one block. */
  @Test
  void imagesThatAllClaimTheWholeFile() {
    byte[] image =
        ImageForge.legacy(1, 0x10de, 0x1c03)
            .pcirAt(0x60)
            .npde(NpdeForge.plain())
            .pcir(p -> p.blocks(0xffff))
            .build();
    RomFile rom = read(repeat(image, 32 << 20));
    assertThat(rom.chains().get(0).images().size()).isEqualTo(RomReader.MOST_IMAGES);
    assertThat(rom.chains().get(0).vendor().endReason()).isEqualTo(EndReason.LIMIT);
  }

  /** The same with a device list of the longest kind and as many $PnP headers as are read. */
  @Test
  void imagesWithAllThatCanBeRead() {
    byte[] image =
        ImageForge.vendor(0, 1, PcirForge.pcir().ids(0x10de, 0x1c03).revision3())
            .npde(NpdeForge.plain())
            .pcir(p -> p.blocks(0xffff).deviceListAt(0x34).configUtilityAt(0x80).dmtfAt(1))
            .put(0x02, 0xff)
            .put(0x1a, 0x80)
            .build();
    for (int at = 0x50; at < 0x200; at++) {
      image[at] = 1;
    }
    byte[] header = latin1("$PnP\u0001\u0002");
    for (int at = 0x80; at < 0x200; at += 0x20) {
      System.arraycopy(header, 0, image, at, header.length);
      image[at + 6] = (byte) (at + 0x20);
      image[at + 7] = (byte) ((at + 0x20) >> 8);
    }
    RomFile rom = read(repeat(image, 32 << 20));
    assertThat(rom.chains().get(0).images().size()).isEqualTo(RomReader.MOST_IMAGES);
  }

  /** Headers as close as they can stand, each with a length of 0, all with one data structure. */
  @Test
  void headersOfNothing() {
    byte[] bytes = new byte[4 << 20];
    byte[] structure = PcirForge.pcir().ids(0x10de, 0x1c03).blocks(0).build();
    int distance = 28;
    int structures = 0xfff0 / distance * distance;
    for (int at = 0; at + distance <= bytes.length; at += distance) {
      int next = (at / structures + 1) * structures;
      if (at % structures == 0 && at > 0) {
        System.arraycopy(structure, 0, bytes, at, structure.length);
      } else {
        bytes[at] = 0x55;
        bytes[at + 1] = (byte) 0xaa;
        bytes[at + 0x18] = (byte) (next - at);
        bytes[at + 0x19] = (byte) ((next - at) >> 8);
      }
    }
    RomFile rom = read(bytes);
    assertThat(rom.chains().size()).isEqualTo(RomReader.MOST_IMAGES);
    assertThat(rom.chains().get(1).offset()).isEqualTo(distance);
  }

  @Test
  void dataStructuresWithoutHeader() {
    assertThat(read(repeat(latin1("PCIR"), 16 << 20)).chains()).isEmpty();
  }

  /** Every letter is one of a signature, and none of them is one. */
  @Test
  void lettersOfDataStructures() {
    assertThat(read(repeat(latin1("PPCI"), 16 << 20)).chains()).isEmpty();
    assertThat(read(repeat(latin1("SIGRNPDSX"), 16 << 20)).chains()).isEmpty();
  }

  @Test
  void headersWithoutDataStructure() {
    assertThat(read(repeat(latin1("U\u00aa"), 16 << 20)).chains()).isEmpty();
  }

  /** Every header points 0xAA55 bytes on, to a data structure for some of them. */
  @Test
  void headersThatStandEverywhere() {
    byte[] bytes = repeat(latin1("U\u00aa"), 16 << 20);
    byte[] structure = PcirForge.pcir().blocks(1).build();
    for (int at = 0xaa55; at + 0x18 < bytes.length; at += 0x1000) {
      System.arraycopy(structure, 0, bytes, at, structure.length);
    }
    RomFile rom = read(bytes);
    assertThat(rom.chains().size()).isGreaterThan(1000);
    assertThat(rom.chains().get(0).offset()).isZero();
  }

  /** One data structure for all headers within 64 KiB, every one of which is a chain. */
  @Test
  void chainsOfOneImageEach() {
    byte[] image = ImageForge.legacy(1, 0x8086, 0x10d3).last().build();
    RomFile rom = read(repeat(image, 32 << 20));
    assertThat(rom.chains().size()).isEqualTo(RomReader.MOST_IMAGES);
    assertThat(rom.chains().get(16_383).copyOf()).hasValue(0);
  }

  @Test
  void chainsThatDifferInTheirLastByte() {
    byte[] image = ImageForge.legacy(64, 0x8086, 0x10d3).last().build();
    byte[] bytes = repeat(image, 32 << 20);
    for (int end = image.length; end <= bytes.length; end += image.length) {
      bytes[end - 1] = (byte) (end / image.length);
      bytes[end - 2] = (byte) ((end / image.length) >> 8);
    }
    RomFile rom = read(bytes);
    assertThat(rom.chains().size()).isEqualTo(1024);
    assertThat(rom.chains().stream().anyMatch(chain -> chain.copyOf().isPresent())).isFalse();
  }

  /** An image that reaches to the end of the file, with a header in every block of it. */
  @Test
  void headersInsideOfOneImage() {
    byte[] inner = ImageForge.legacy(1, 0x8086, 0x10d3).build();
    byte[] bytes = repeat(inner, 0xffff * 512);
    bytes[0x2c] = (byte) 0xff;
    bytes[0x2d] = (byte) 0xff;
    RomFile rom = read(bytes);
    assertThat(rom.chains().size()).isEqualTo(1);
    assertThat(rom.findings()).hasSizeLessThan(100);
  }

  @Test
  void oneByteOverAndOver() {
    byte[] bytes = new byte[64 << 20];
    assertThat(read(bytes).kind()).isEqualTo(FileKind.BLANK);
    Arrays.fill(bytes, (byte) 'R');
    assertThat(read(bytes).chains()).isEmpty();
  }

  /** Where a header without its first bytes could have stood, there is one at every step. */
  @Test
  void manyHeadlessImages() {
    byte[] structure = PcirForge.pcir().ids(0x10de, 0x1c03).blocks(1).build();
    RomFile rom = read(repeat(structure, 16 << 20));
    assertThat(rom.chains()).isEmpty();
  }

  @Test
  void textWithoutEnd() {
    byte[] bytes = repeat(latin1("00000000  55 aa 40 e9\n"), 16 << 20);
    assertThat(read(bytes).kind()).isEqualTo(FileKind.TEXT);
  }
}
