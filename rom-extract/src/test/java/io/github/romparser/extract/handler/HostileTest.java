package io.github.romparser.extract.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.github.romparser.extract.ExtractVerdict;
import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.spi.Trouble;
import io.github.romparser.testdata.CapsuleForge;
import io.github.romparser.testdata.CsmTableForge;
import io.github.romparser.testdata.FfsFileForge;
import io.github.romparser.testdata.FlashForge;
import io.github.romparser.testdata.ImageForge;
import io.github.romparser.testdata.RomForge;
import io.github.romparser.testdata.SectionForge;
import io.github.romparser.testdata.StoreStream;
import io.github.romparser.testdata.VolumeForge;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Containers that are cut, changed, nested without end, or made to cost time. */
class HostileTest {
  private static final byte[] ROM =
      RomForge.start().image(ImageForge.legacy(1, 0x10de, 0x1c8d).last()).build();
  private static final String TYPE = "00000001-0002-0003-0004-000000000005";

  static Stream<Arguments> containers() {
    byte[] raw = SectionForge.list(SectionForge.raw(ROM), SectionForge.name("Rom"));
    byte[] volume =
        VolumeForge.ffs2()
            .named(TYPE)
            .file(FfsFileForge.sections(Search.FILE, Packed.section(SectionForge.LZMA, raw)))
            .file(FfsFileForge.raw(TYPE, ROM).deleted())
            .build();
    byte[] ways =
        VolumeForge.ffs3()
            .file(
                FfsFileForge.sections(
                    Search.FILE,
                    SectionForge.crc32(SectionForge.compressed(1, 0, StoreStream.of(raw))),
                    Packed.section(SectionForge.BROTLI, SectionForge.raw(new byte[50])),
                    Packed.section(SectionForge.ZLIB, SectionForge.raw(new byte[50])),
                    Packed.section(SectionForge.GZIP, SectionForge.raw(new byte[50]))))
            .build();
    byte[] table =
        CsmTableForge.start().record(0x20, 1, 2, ROM).record(3, 0, 0, new byte[9]).build();
    return Stream.of(
        Arguments.of("volume", volume),
        Arguments.of("ways to pack", ways),
        Arguments.of(
            "table", VolumeForge.ffs1().file(FfsFileForge.raw(CsmTableForge.FILE, table)).build()),
        Arguments.of(
            "fmp",
            CapsuleForge.fmp(
                List.of(new byte[20]), List.of(CapsuleForge.payload(3, TYPE, true, true, ROM)))),
        Arguments.of("aptio", CapsuleForge.aptio(true, 64, ROM)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("containers")
  void cutAnywhereNothingFails(String name, byte[] bytes) {
    assertThat(Search.in(bytes).roms()).isNotEmpty();
    for (int length = 0; length < bytes.length; length++) {
      assertNothingFailed(Search.in(Arrays.copyOf(bytes, length), 1));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("containers")
  void changedAnywhereNothingFails(String name, byte[] bytes) {
    Random random = new Random(1);
    for (int at = 0; at < bytes.length; at++) {
      byte[] changed = bytes.clone();
      changed[at] = (byte) random.nextInt();
      assertNothingFailed(Search.in(changed, 1));
    }
  }

  @Test
  void changedTogetherTheSameComesOutOfAnyNumberOfThreads() {
    Random random = new Random(2);
    byte[] bytes = (byte[]) containers().findFirst().orElseThrow().get()[1];
    for (int i = 0; i < 50; i++) {
      byte[] changed = bytes.clone();
      for (int bits = 0; bits < 10; bits++) {
        changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
      }
      assertNothingFailed(Search.in(changed));
    }
  }

  private static void assertNothingFailed(Extraction extraction) {
    assertThat(extraction.deadEnds())
        .noneMatch(end -> end.trouble().reason() == Trouble.Reason.FAILED);
  }

  @Test
  void volumesInVolumesAreSearchedAsDeepAsTheyGo() {
    byte[] bytes = ROM;
    for (int i = 0; i < 40; i++) {
      bytes =
          VolumeForge.ffs2()
              .file(FfsFileForge.sections(Search.FILE, SectionForge.of(0x17, bytes)))
              .build();
    }
    assertThat(Search.digests(Search.in(bytes))).containsExactly(Search.digest(ROM));
  }

  @Test
  void packedVolumesInPackedVolumesEndWithTheBudget() {
    byte[] bytes = ROM;
    for (int i = 0; i < 40; i++) {
      bytes =
          VolumeForge.ffs2()
              .file(
                  FfsFileForge.sections(
                      Search.FILE, Packed.section(SectionForge.LZMA, SectionForge.of(0x17, bytes))))
              .build();
    }
    Extraction extraction = Search.in(bytes);
    assertNothingFailed(extraction);
    assertThat(extraction.verdict()).isEqualTo(ExtractVerdict.NOT_UNPACKABLE);
    assertThat(Search.deadEnds(extraction)).containsExactly("limit: 16 containers in each other");
  }

  @Test
  void sectionsInSectionsEndWithTheBudget() {
    byte[] bytes = SectionForge.raw(ROM);
    for (int i = 0; i < 500; i++) {
      bytes = SectionForge.of(3, bytes);
    }
    byte[] volume = VolumeForge.ffs2().file(FfsFileForge.of(2, Search.FILE, bytes)).build();
    Extraction extraction = Search.in(volume);
    assertThat(Search.digests(extraction)).containsExactly(Search.digest(ROM));
    assertThat(Search.deadEnds(extraction)).containsExactly("limit: 96 parts in each other");
  }

  /** Many small pieces that each want to be something large. */
  static Stream<Arguments> traps() {
    byte[] header = Arrays.copyOf(VolumeForge.ffs2().claim(0x7fff_0000L).build(), 0x48);
    byte[] begun =
        Arrays.copyOf(
            VolumeForge.ffs2()
                .file(FfsFileForge.raw(TYPE, new byte[8]))
                .claim(0x7fff_0000L)
                .claimBlocks(0)
                .build(),
            0x68);
    byte[] small = Arrays.copyOf(VolumeForge.ffs2().claim(0x4800).build(), 0x48);
    byte[] unknown = Arrays.copyOf(VolumeForge.of(TYPE).claim(0x7fff_0000L).build(), 0x48);
    byte[] wide = header.clone();
    wide[49] = 0x0f; // a header of 3.9 KiB with a map of blocks in each other
    byte[] capsule = CapsuleForge.claiming(CapsuleForge.EFI, 28, 0x7fff_0000L, new byte[0]);
    byte[] fmp =
        CapsuleForge.claiming(
            "6dcbd5ed-e82d-4c44-bda1-7194199ad92a", 32, 0x7fff_0000L, new byte[40]);
    byte[] lzma = Packed.section(SectionForge.LZMA, SectionForge.raw(new byte[5]));
    lzma[2] = 0x7f;
    byte[] tiano =
        SectionForge.packed(
            SectionForge.TIANO, RomForge.start().bytes(new byte[12]).noise(1, 20).build());
    tiano[2] = 0x7f;
    tiano[24 + 6] = 1;
    byte[] descriptor = Arrays.copyOf(FlashForge.size(0x8000).region(1, 0, 0x8000).build(), 0x1000);
    byte[] emptyFile =
        Arrays.copyOfRange(
            VolumeForge.ffs2().file(FfsFileForge.raw(TYPE, new byte[0])).build(), 0x48, 0x60);
    return Stream.of(
        Arguments.of("headers of volumes", header, 1 << 20),
        Arguments.of("volumes to the end", begun, 1 << 20),
        Arguments.of("volumes across each other", small, 1 << 20),
        Arguments.of("volumes of unknown kind", unknown, 1 << 20),
        Arguments.of("volumes with long headers", wide, 1 << 20),
        Arguments.of("capsules", capsule, 1 << 20),
        Arguments.of("fmp capsules", fmp, 1 << 20),
        Arguments.of("packed sections", lzma, 1 << 20),
        Arguments.of("tiano sections", tiano, 1 << 20),
        Arguments.of("descriptors", descriptor, 1 << 20),
        Arguments.of("files", emptyFile, 1 << 20),
        Arguments.of("sections", new byte[] {5, 0, 0, 0x19, 1, 0, 0, 0}, 1 << 20),
        Arguments.of("records", new byte[] {1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1}, 1 << 20));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("traps")
  void manyOfThemTakeNoLongerThanTheyAreLong(String name, byte[] piece, int size) {
    byte[] many = new byte[size];
    for (int at = 0; at + piece.length <= size; at += piece.length) {
      System.arraycopy(piece, 0, many, at, piece.length);
    }
    byte[] volume = VolumeForge.ffs2().bytes(many).build();
    byte[] file = VolumeForge.ffs3().file(FfsFileForge.of(2, Search.FILE, many).large()).build();
    byte[] table =
        VolumeForge.ffs3().file(FfsFileForge.raw(CsmTableForge.FILE, many).large()).build();
    for (byte[] bytes : List.of(many, volume, file, table)) {
      assertTimeout(Duration.ofSeconds(2), () -> assertNothingFailed(Search.in(bytes, 1)), name);
    }
  }
}
