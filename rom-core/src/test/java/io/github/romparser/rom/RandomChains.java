package io.github.romparser.rom;

import io.github.romparser.testdata.NpdeForge;
import io.github.romparser.testdata.PcirForge;
import io.github.romparser.testdata.RomForge;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Chains of images whose every field may hold anything. */
final class RandomChains {

  /** What stands at the start of an image; {@code pointers} go to 0x16 and 0x1A. */
  record Header(int signature, int size, int pointers, int structureAt) {}

  /** The fields of a data structure that count. */
  record Structure(String signature, int list, int length, int blocks, int type, int indicator) {}

  /** NVIDIA's extension; without revision there is none. */
  record Extension(int revision, int length, int blocks, int lastByte) {}

  /** One image, and how many bytes it has in the file. */
  record Image(Header header, Structure structure, Extension extension, int size) {}

  private RandomChains() {}

  /** Up to eight images. */
  static Arbitrary<byte[]> bytes() {
    return images().list().ofMaxSize(8).map(RandomChains::build);
  }

  private static Arbitrary<Image> images() {
    Arbitrary<Integer> sizes =
        Arbitraries.oneOf(
            Arbitraries.integers().between(1, 6).map(blocks -> blocks * 512),
            Arbitraries.integers().between(1, 3000));
    return Combinators.combine(headers(), structures(), extensions(), sizes).as(Image::new);
  }

  private static Arbitrary<Header> headers() {
    return Combinators.combine(
            Arbitraries.of(0xaa55, 0xaa55, 0xaa55, 0x4e56, 0xbb77, 0x55aa),
            word(),
            word(),
            Arbitraries.oneOf(
                Arbitraries.of(0x1c, 0x1c, 0x20, 0x40, 0x1d, 0),
                Arbitraries.integers().between(0, 600)))
        .as(Header::new);
  }

  private static Arbitrary<Structure> structures() {
    return Combinators.combine(
            Arbitraries.of("PCIR", "PCIR", "PCIR", "NPDS", "RGIS", "XXXX"),
            word(),
            Arbitraries.oneOf(Arbitraries.of(0x18, 0x1c), word()),
            word(),
            Arbitraries.oneOf(
                Arbitraries.of(0, 1, 2, 3, 0x70, 0xe0), Arbitraries.integers().between(0, 255)),
            Arbitraries.of(0, 0, 0, 0x80, 0x01, 0x81))
        .as(Structure::new);
  }

  private static Arbitrary<Extension> extensions() {
    return Combinators.combine(
            Arbitraries.of(0, 0x100, 0x101, 0x102),
            Arbitraries.of(0x0a, 0x0b, 0x0c, 0x10, 0x14),
            word(),
            Arbitraries.of(0, 0, 0x80, 0x7f))
        .as(Extension::new);
  }

  /** Small numbers most of the time, any of 16 bits else. */
  private static Arbitrary<Integer> word() {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(0, 6),
        Arbitraries.integers().between(0, 0x400),
        Arbitraries.integers().between(0, 0xffff));
  }

  private static byte[] build(List<Image> images) {
    RomForge rom = RomForge.start();
    images.forEach(image -> rom.bytes(build(image)));
    return rom.build();
  }

  private static byte[] build(Image image) {
    Header header = image.header();
    ByteBuffer out =
        ByteBuffer.wrap(RomForge.start().noise(image.size(), 0x2000).build())
            .order(ByteOrder.LITTLE_ENDIAN);
    out.putShort(0x00, (short) header.signature());
    out.putShort(0x02, (short) header.size());
    out.putShort(0x16, (short) header.pointers());
    out.putShort(0x18, (short) header.structureAt());
    out.putShort(0x1a, (short) header.pointers());
    out.put(header.structureAt(), structure(image.structure()));
    int behind = header.structureAt() + image.structure().length();
    int extensionAt = (behind + 15) & -16;
    Extension extension = image.extension();
    if (extension.revision() != 0 && extensionAt < 0x1000) {
      out.put(
          extensionAt,
          NpdeForge.of(extension.revision(), extension.length())
              .blocks(extension.blocks())
              .lastByte(extension.lastByte())
              .build());
    }
    byte[] bytes = new byte[image.size()];
    out.get(0, bytes);
    return bytes;
  }

  private static byte[] structure(Structure structure) {
    ByteBuffer out =
        ByteBuffer.wrap(
                PcirForge.pcir()
                    .ids(0x10de, 0x1c03)
                    .revision3()
                    .deviceListAt(structure.list())
                    .classCode(0x030000)
                    .blocks(structure.blocks())
                    .type(structure.type())
                    .indicator(structure.indicator())
                    .configUtilityAt(structure.list())
                    .dmtfAt(structure.blocks())
                    .build())
            .order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < 4; i++) {
      out.put(i, (byte) structure.signature().charAt(i));
    }
    out.putShort(0x0a, (short) structure.length());
    return out.array();
  }
}
