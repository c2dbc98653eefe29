package io.github.romparser.extract.handler;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.spi.Trouble;
import io.github.romparser.testdata.CapsuleForge;
import io.github.romparser.testdata.FfsFileForge;
import io.github.romparser.testdata.RomForge;
import io.github.romparser.testdata.SectionForge;
import io.github.romparser.testdata.StoreStream;
import io.github.romparser.testdata.VolumeForge;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A ROM in random containers, and what chance makes of them. */
final class HandlersPropertiesTest {
  private static final String TYPE = "00000001-0002-0003-0004-000000000005";
  private static final byte[] ROM = Search.rom();

  @Property(tries = 150)
  void theRomIsFoundThroughAnyContainers(@ForAll long seed, @ForAll @IntRange(max = 4) int depth) {
    Random random = new Random(seed);
    Extraction extraction = Search.in(around(ROM, random, depth));
    assertThat(Search.digests(extraction)).containsExactly(Search.digest(ROM));
  }

  @Property(tries = 64)
  void theRomIsFoundAtAnyOffset(@ForAll @IntRange(max = 4095) int offset) {
    byte[] body = RomForge.start().noise(1, offset).bytes(ROM).noise(2, 7).build();
    byte[] bytes = VolumeForge.ffs2().file(FfsFileForge.raw(TYPE, body)).build();
    assertThat(Search.digests(Search.in(bytes))).containsExactly(Search.digest(ROM));
  }

  @Property(tries = 200)
  void changedBytesNeverFail(@ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int changes) {
    Random random = new Random(seed);
    byte[] bytes = around(ROM, random, 3);
    for (int i = 0; i < changes; i++) {
      // Most of what there is to be wrong stands in front.
      int at = random.nextInt(random.nextBoolean() ? bytes.length : Math.min(bytes.length, 200));
      bytes[at] = (byte) random.nextInt();
    }
    assertThat(Search.in(bytes).deadEnds())
        .noneMatch(end -> end.trouble().reason() == Trouble.Reason.FAILED);
  }

  private static byte[] around(byte[] bytes, Random random, int depth) {
    byte[] inner = random.nextBoolean() ? bytes : noised(bytes, random);
    byte[] outer =
        switch (random.nextInt(9)) {
          case 0 -> volume(random, FfsFileForge.raw(TYPE, inner));
          case 1 -> volume(random, FfsFileForge.pad(inner));
          case 2 -> volume(random, sections(SectionForge.raw(inner)));
          case 3 -> volume(random, sections(SectionForge.of(0x17, inner)));
          case 4 ->
              volume(
                  random,
                  sections(Packed.section(SectionForge.LZMA, SectionForge.freeform(TYPE, inner))));
          case 5 ->
              volume(
                  random,
                  sections(SectionForge.compressed(1, 0, StoreStream.of(SectionForge.raw(inner)))));
          case 6 -> CapsuleForge.of(CapsuleForge.LENOVO_2, 28 + random.nextInt(100), inner);
          case 7 ->
              CapsuleForge.fmp(
                  java.util.List.of(new byte[random.nextInt(50)]),
                  java.util.List.of(
                      CapsuleForge.payload(
                          1 + random.nextInt(3), TYPE, random.nextBoolean(), true, inner)));
          default -> noised(inner, random);
        };
    return depth == 0 ? outer : around(outer, random, depth - 1);
  }

  private static FfsFileForge sections(byte[] section) {
    return FfsFileForge.sections(Search.FILE, SectionForge.of(0x13, new byte[7]), section);
  }

  private static byte[] volume(Random random, FfsFileForge file) {
    VolumeForge volume = random.nextBoolean() ? VolumeForge.ffs2() : VolumeForge.ffs3();
    if (random.nextBoolean()) {
      volume.named(TYPE);
    }
    return volume
        .file(FfsFileForge.raw(TYPE, new byte[random.nextInt(20)]))
        .file(random.nextBoolean() ? file : file.deleted())
        .room(random.nextInt(500))
        .build();
  }

  private static byte[] noised(byte[] bytes, Random random) {
    return RomForge.start()
        .noise(random.nextLong(), random.nextInt(300))
        .bytes(bytes)
        .noise(random.nextLong(), random.nextInt(300))
        .build();
  }
}
