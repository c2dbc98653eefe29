package io.github.romparser.extract.handler.uefi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.ExtractVerdict;
import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.handler.FixedAllowance;
import io.github.romparser.extract.handler.Search;
import io.github.romparser.extract.spi.Found;
import io.github.romparser.testdata.FfsFileForge;
import io.github.romparser.testdata.RomForge;
import io.github.romparser.testdata.SectionForge;
import io.github.romparser.testdata.VolumeForge;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VolumeHandlerTest {
  private static final String FILE = Search.FILE;
  private static final String NAME = "aabbccdd-0011-2233-4455-66778899aabb";
  private static final byte[] ROM = Search.rom();

  private static FfsFileForge file() {
    return FfsFileForge.raw(FILE, ROM);
  }

  private static Optional<Found> probe(byte[] bytes) {
    return new VolumeHandler().probe(Slice.of(bytes), 0, FixedAllowance.ample());
  }

  @Test
  void theVolumeIsCalledByItsFileSystemOrByItsOwnName() {
    assertThat(Search.path(VolumeForge.ffs2().file(file()).build()))
        .isEqualTo("fv " + VolumeForge.FFS2 + "/file " + FILE);
    assertThat(Search.path(VolumeForge.ffs2().named(NAME).file(file()).build()))
        .isEqualTo("fv " + NAME + "/file " + FILE);
  }

  @ParameterizedTest
  @ValueSource(strings = {VolumeForge.FFS1, VolumeForge.FFS2, VolumeForge.FFS3})
  void filesAreFoundInEveryFileSystem(String system) {
    VolumeForge volume =
        system.equals(VolumeForge.FFS1) ? VolumeForge.ffs1() : VolumeForge.of(system);
    byte[] bytes = volume.file(FfsFileForge.raw(NAME, new byte[3])).file(file()).build();
    assertThat(Search.path(bytes)).isEqualTo("fv " + system + "/file " + FILE);
    assertThat(Search.in(bytes).deadEnds()).isEmpty();
  }

  @Test
  void anUnknownFileSystemIsTriedAsFfs() {
    assertThat(Search.path(VolumeForge.of(NAME).file(file()).build()))
        .isEqualTo("fv " + NAME + "/file " + FILE);
    // But where no file begins, the volume is searched as it is.
    assertThat(Search.path(VolumeForge.of(NAME).bytes(new byte[40]).bytes(ROM).build()))
        .isEqualTo("fv " + NAME + "/0x48");
    assertThat(Search.path(VolumeForge.of(NAME).file(file().unsummed()).build()))
        .isEqualTo("fv " + NAME + "/0x48");
  }

  @Test
  void largeFilesHaveTheirSizeBehindTheHeader() {
    byte[] large = RomForge.start().pad(17 << 20, 0).bytes(ROM).build();
    assertThat(Search.path(VolumeForge.ffs3().file(FfsFileForge.raw(FILE, large).large()).build()))
        .isEqualTo("fv " + VolumeForge.FFS3 + "/file " + FILE);
    for (VolumeForge volume :
        new VolumeForge[] {
          VolumeForge.ffs2().file(file().lenovo()), VolumeForge.ffs3().file(file().large())
        }) {
      byte[] bytes = volume.file(FfsFileForge.raw(NAME, Search.rom(1))).build();
      assertThat(Search.paths(Search.in(bytes)))
          .anyMatch(path -> path.endsWith("/file " + FILE))
          .anyMatch(path -> path.endsWith("/file " + NAME));
    }
  }

  @Test
  void filesOfRevision1MayHaveATail() {
    byte[] sections = SectionForge.list(SectionForge.raw(ROM));
    byte[] bytes =
        VolumeForge.ffs1().file(FfsFileForge.of(2, FILE, sections).tail()).file(file()).build();
    assertThat(Search.paths(Search.in(bytes)))
        .containsExactly(
            "fv " + VolumeForge.FFS1 + "/file " + FILE + "/section raw",
            "fv " + VolumeForge.FFS1 + "/file " + FILE);
  }

  @ParameterizedTest
  @CsvSource({"0x17, deleted", "0x1f, deleted", "0x21, invalid"})
  void whatTheStateSaysIsInThePath(String state, String word) {
    byte[] bytes = VolumeForge.ffs2().file(file().state(Integer.decode(state))).build();
    assertThat(Search.path(bytes)).endsWith("/file " + FILE + " (" + word + ")");
  }

  @Test
  void theStateIsTurnedWithTheErasedByte() {
    byte[] bytes = VolumeForge.ffs2().erasedZeros().file(file().deleted()).file(file()).build();
    assertThat(Search.paths(Search.in(bytes)))
        .containsExactly(
            "fv " + VolumeForge.FFS2 + "/file " + FILE + " (deleted)",
            "fv " + VolumeForge.FFS2 + "/file " + FILE);
  }

  @Test
  void filesHaveTheNamesOfTheirSectionsOrKnownOnes() {
    FfsFileForge named =
        FfsFileForge.sections(FILE, SectionForge.raw(ROM), SectionForge.name("Video/Bios"));
    assertThat(Search.path(VolumeForge.ffs2().file(named).build()))
        .endsWith("/file " + FILE + " (Video/Bios)/section raw");
    FfsFileForge deep =
        FfsFileForge.sections(
            FILE,
            SectionForge.crc32(
                SectionForge.compressed(
                    0,
                    0,
                    SectionForge.of(
                        3, SectionForge.list(SectionForge.raw(ROM), SectionForge.name("Deep"))))));
    assertThat(Search.path(VolumeForge.ffs2().file(deep.deleted()).build()))
        .endsWith(
            "/file "
                + FILE
                + " (Deep, deleted)/section crc32/section stored/section disposable/section raw");
    assertThat(
            Search.path(
                VolumeForge.ffs2()
                    .file(FfsFileForge.raw("29206fc2-9eab-4612-aca1-1e3d098fb1b3", ROM))
                    .build()))
        .endsWith(" (LegacyVideoRom)");
    for (String hole : new String[] {"05ca01fc", "05ca020b"}) {
      String guid = hole + "-0fc1-11dc-9011-00173153eba8";
      assertThat(Search.path(VolumeForge.ffs2().file(FfsFileForge.raw(guid, ROM)).build()))
          .endsWith("/file " + guid + " (RomHole)");
    }
    for (String hole : new String[] {"05ca01fb", "05ca020c"}) {
      String guid = hole + "-0fc1-11dc-9011-00173153eba8";
      assertThat(Search.path(VolumeForge.ffs2().file(FfsFileForge.raw(guid, ROM)).build()))
          .endsWith("/file " + guid);
    }
  }

  @Test
  void namesAreCutAndMayBeEmpty() {
    FfsFileForge endless =
        FfsFileForge.sections(FILE, SectionForge.raw(ROM), SectionForge.name("x".repeat(1000)));
    assertThat(Search.path(VolumeForge.ffs2().file(endless).build()))
        .endsWith("/file " + FILE + " (" + "x".repeat(64) + ")/section raw");
    FfsFileForge empty = FfsFileForge.sections(FILE, SectionForge.raw(ROM), SectionForge.name(""));
    assertThat(Search.path(VolumeForge.ffs2().file(empty).build()))
        .endsWith("/file " + FILE + "/section raw");
  }

  @Test
  void padsAndFreeSpaceAreSearched() {
    byte[] erased = RomForge.start().pad(64, 0xff).build();
    FfsFileForge pad = FfsFileForge.pad(RomForge.start().bytes(erased).bytes(ROM).build());
    assertThat(Search.path(VolumeForge.ffs2().file(pad).build())).endsWith("/file pad");
    assertThat(
            Search.path(
                VolumeForge.ffs2().file(FfsFileForge.pad(erased)).free(500).bytes(ROM).build()))
        .endsWith("/free space");
    assertThat(Search.path(VolumeForge.ffs2().bytes(new byte[24]).bytes(ROM).build()))
        .endsWith("/free space");
  }

  @Test
  void anEmptyVolumeHoldsNothing() {
    Extraction empty =
        Search.in(VolumeForge.ffs2().file(FfsFileForge.raw(FILE, new byte[0])).room(4096).build());
    assertThat(empty.verdict()).isEqualTo(ExtractVerdict.NO_ROM);
    assertThat(empty.deadEnds()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 0x47, 0x1_0000_0000L, 0x7fff_ffff_ffff_ffffL})
  void whereTheLengthCannotBeTheBlocksCount(long length) {
    byte[] bytes = VolumeForge.ffs2().file(file()).claim(length).build();
    assertThat(Search.path(bytes)).endsWith("/file " + FILE);
    assertThat(probe(bytes).map(Found::end)).contains((long) bytes.length);
  }

  @Test
  void whereTheLengthDoesNotFitAndTheBlocksDoTheyCount() {
    byte[] bytes = VolumeForge.ffs2().file(file()).claim(1 << 30).build();
    assertThat(probe(bytes).map(Found::end)).contains((long) bytes.length);
    assertThat(Search.in(bytes).deadEnds()).isEmpty();
    byte[] header = VolumeForge.ffs2().file(file()).claim(0x48).build();
    assertThat(probe(header).map(Found::end)).contains((long) bytes.length);
  }

  @Test
  void whereTheBlocksCannotBeTheLengthCounts() {
    for (long blocks : new long[] {0, 1L << 31, 0xffff_ffffL}) {
      byte[] bytes = VolumeForge.ffs2().file(file()).claimBlocks(blocks).build();
      assertThat(probe(bytes).map(Found::end)).contains((long) bytes.length);
    }
    byte[] neither = VolumeForge.ffs2().file(file()).claim(0).claimBlocks(0).build();
    assertThat(probe(neither)).isEmpty();
    assertThat(Search.digests(Search.in(neither))).hasSize(1);
  }

  @Test
  void aVolumeThatIsCutOffIsToldAndSearched() {
    byte[] whole = VolumeForge.ffs2().file(file()).room(4096).build();
    byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 2048);
    assertThat(Search.path(cut)).endsWith("/file " + FILE);
    assertThat(Search.deadEnds(Search.in(cut)))
        .containsExactly(
            "truncated: a volume of "
                + whole.length
                + " bytes, of which "
                + cut.length
                + " are here");
  }

  @Test
  void aHeaderAloneIsNoVolume() {
    byte[] header =
        java.util.Arrays.copyOf(VolumeForge.ffs2().claim(0x84000).claimBlocks(0).build(), 0x48);
    byte[] code = RomForge.start().noise(1, 100).bytes(header).noise(2, 100).bytes(ROM).build();
    assertThat(Search.path(code)).isEmpty();
    assertThat(Search.in(code).deadEnds()).isEmpty();
  }

  @Test
  void aFileThatSaysItIsTooLongEndsWithTheVolume() {
    byte[] bytes = VolumeForge.ffs2().file(file().claim(0xff_fff0)).build();
    assertThat(Search.path(bytes)).endsWith("/file " + FILE);
    // Without a checksum it is no file at all.
    assertThat(Search.path(VolumeForge.ffs2().file(file().claim(0xff_fff0).unsummed()).build()))
        .endsWith("/free space");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 23})
  void aFileThatIsTooShortEndsTheList(long size) {
    byte[] bytes =
        VolumeForge.ffs2()
            .file(FfsFileForge.raw(NAME, new byte[8]))
            .file(file().claim(size))
            .build();
    assertThat(Search.path(bytes)).endsWith("/free space");
  }

  @Test
  void aWrongChecksumHidesNoFile() {
    assertThat(Search.path(VolumeForge.ffs2().file(file().unsummed()).build()))
        .endsWith("/file " + FILE);
    // Unless its state or type is none, either.
    assertThat(Search.path(VolumeForge.ffs2().file(file().unsummed().state(0x41)).build()))
        .endsWith("/free space");
    assertThat(
            Search.path(
                VolumeForge.ffs2().file(FfsFileForge.of(0x77, FILE, ROM).unsummed()).build()))
        .endsWith("/free space");
  }

  @Test
  void manyFilesAreTooMany() {
    VolumeForge volume = VolumeForge.ffs2();
    byte[] empty = VolumeForge.ffs2().file(FfsFileForge.raw(NAME, new byte[0])).build();
    byte[] file = java.util.Arrays.copyOfRange(empty, 0x48, 0x48 + 24);
    RomForge files = RomForge.start();
    for (int i = 0; i < 33_000; i++) {
      files.bytes(file);
    }
    byte[] bytes = volume.bytes(files.bytes(ROM).build()).build();
    assertThat(Search.path(bytes)).endsWith("/free space");
  }

  @Test
  void whatOnlyLooksLikeAVolumeIsNone() {
    byte[] bytes = VolumeForge.ffs2().file(file()).build();
    for (int[] change : new int[][] {{40, 'x'}, {55, 0}, {55, 3}, {48, 0}, {49, 0x11}}) {
      byte[] changed = bytes.clone();
      changed[change[0]] = (byte) change[1];
      assertThat(probe(changed)).as("byte %d", change[0]).isEmpty();
    }
    assertThat(probe(new byte[0x47])).isEmpty();
    assertThat(new VolumeHandler().open(Slice.of(new byte[100]), FixedAllowance.ample()).children())
        .isEmpty();
  }

  @Test
  void anExtendedHeaderThatCannotBeIsNone() {
    byte[] bytes = VolumeForge.ffs2().named(NAME).file(file()).build();
    for (int[] change : new int[][] {{52, 1}, {53, 0xff}, {0x48 + 16, 3}, {0x48 + 19, 0x7e}}) {
      byte[] changed = bytes.clone();
      changed[change[0]] = (byte) change[1];
      assertThat(Search.paths(Search.in(changed)))
          .as("byte %d", change[0])
          .containsExactly("fv " + VolumeForge.FFS2 + "/free space");
    }
  }
}
