package io.github.romparser.extract.handler.archive;

import static io.github.romparser.extract.handler.archive.Search.join;
import static io.github.romparser.extract.handler.archive.Search.rom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.romparser.extract.ExtractVerdict;
import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.Part;
import io.github.romparser.extract.spi.Trouble;
import io.github.romparser.testdata.ProgramForge;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.apache.commons.compress.archivers.sevenz.SevenZMethod;
import org.apache.commons.compress.archivers.sevenz.SevenZMethodConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.UnsupportedOptionsException;

final class SevenZipHandlerTest {
  private static final byte[] COPY = {0};
  private static final byte[] FOLDER = SevenZipForge.folder(SevenZipForge.coder(COPY));

  private static SevenZMethodConfiguration method(SevenZMethod method) {
    LZMA2Options small = new LZMA2Options();
    try {
      small.setDictSize(1 << 16);
    } catch (UnsupportedOptionsException e) {
      throw new IllegalStateException(e);
    }
    return method == SevenZMethod.LZMA || method == SevenZMethod.LZMA2
        ? new SevenZMethodConfiguration(method, small)
        : new SevenZMethodConfiguration(method);
  }

  @ParameterizedTest
  @EnumSource(
      value = SevenZMethod.class,
      names = {"COPY", "LZMA", "LZMA2", "DEFLATE", "BZIP2"})
  void everyMethod(SevenZMethod method) {
    byte[] archive =
        Packer.sevenZip(
            Packer.files("dir/a.bin", rom(1), "empty", new byte[0], "b.bin", rom(2)),
            method(method));

    Extraction found = Search.of(archive);

    assertThat(Search.paths(found)).containsExactly("7z: dir/a.bin", "7z: b.bin");
    assertThat(Search.numbers(found)).containsExactly(1, 2);
    assertThat(found.deadEnds()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = SevenZMethod.class,
      names = {
        "BCJ_X86_FILTER",
        "BCJ_PPC_FILTER",
        "BCJ_IA64_FILTER",
        "BCJ_ARM_FILTER",
        "BCJ_ARM_THUMB_FILTER",
        "BCJ_SPARC_FILTER",
        "DELTA_FILTER"
      })
  void everyFilter(SevenZMethod filter) {
    byte[] content = join(Search.dull(300), rom(3), new byte[] {(byte) 0xe8, 1, 2, 3, 0});
    byte[] archive =
        Packer.sevenZip(Packer.files("a.bin", content), method(filter), method(SevenZMethod.LZMA2));

    Extraction found = Search.of(archive);

    assertThat(Search.numbers(found)).containsExactly(3);
    assertThat(found.deadEnds()).isEmpty();
  }

  @Test
  void behindAProgramAndBehindOtherBytes() {
    byte[] program =
        ProgramForge.start()
            .section(".text", Search.dull(5000))
            .overlay(
                join(
                    ";!@Install@!UTF-8!".getBytes(StandardCharsets.UTF_8),
                    Packer.sevenZip(rom(1)),
                    Search.dull(20)))
            .build();
    assertThat(Search.paths(program)).containsExactly("overlay > 7z: a.bin");
    assertThat(
            Search.paths(join(Search.dull(999), Packer.sevenZip(rom(1)), Packer.sevenZip(rom(2)))))
        .hasSize(2);
  }

  @Test
  void aSolidBlockIsCutIntoItsFiles() {
    byte[] content = join(rom(1), Search.dull(77), rom(2));
    byte[] archive =
        SevenZipForge.solid(
            content,
            FOLDER,
            new long[] {content.length},
            new long[] {1024, 77},
            "one.rom",
            "readme",
            "two.rom");

    Extraction found = Search.of(archive);

    assertThat(Search.paths(found)).containsExactly("7z: one.rom", "7z: two.rom");
    assertThat(found.deadEnds()).isEmpty();
    assertThat(found.parts().stream().filter(Part::decoded)).hasSize(1);
  }

  /** Would take hours if each file had all in front of it decoded again. */
  @Test
  void manyFilesInASolidBlockAreDecodedOnce() {
    int count = 20_000;
    long[] sizes = new long[count - 1];
    Arrays.fill(sizes, 40);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      names.add("f" + i);
    }
    byte[] content = join(Search.dull(40 * (count - 1)), rom(5));
    byte[] archive =
        SevenZipForge.solid(
            content, FOLDER, new long[] {content.length}, sizes, names.toArray(new String[0]));

    assertThat(Search.paths(archive)).containsExactly("7z: f19999");
  }

  @Test
  void aSumThatIsWrongIsToldAndTheFileIsSearchedAllTheSame() {
    byte[] archive = Packer.sevenZip(rom(1));
    archive[32 + 1023] ^= 1;
    Extraction found = Search.of(archive);
    assertThat(Search.reasons(found)).containsExactly(Trouble.Reason.DAMAGED);
    assertThat(found.roms()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"06f10701", "030401", "04f71101", "7f"})
  void whatCannotBeDecodedIsTold(String method) {
    byte[] id = HexFormat.of().parseHex(method);
    byte[] archive =
        SevenZipForge.solid(
            Search.dull(50),
            SevenZipForge.folder(SevenZipForge.coder(id)),
            new long[] {50},
            new long[] {20},
            "a.bin",
            "b.bin");

    Extraction found = Search.of(archive);

    assertThat(found.verdict()).isEqualTo(ExtractVerdict.NOT_UNPACKABLE);
    assertThat(Search.reasons(found))
        .containsExactly(
            method.equals("06f10701") ? Trouble.Reason.PASSWORD : Trouble.Reason.UNSUPPORTED);
    assertThat(found.deadEnds().get(0).path()).containsExactly(Search.NAME, "7z: a.bin");
  }

  @Test
  void aPackedHeaderThatIsEncryptedHidesEverything() {
    byte[] packed = Search.dull(100);
    byte[] header =
        new Bytes()
            .u8(0x17)
            .bytes(SevenZipForge.packInfo(100))
            .bytes(
                SevenZipForge.unpackInfo(
                    SevenZipForge.folder(SevenZipForge.coder(new byte[] {6, (byte) 0xf1, 7, 1})),
                    80))
            .u8(0)
            .array();
    Extraction found = Search.of(SevenZipForge.archive(packed, header));
    assertThat(Search.reasons(found)).containsExactly(Trouble.Reason.PASSWORD);
    assertThat(found.parts()).hasSize(2);
  }

  /** Each is stored as it is, and is nothing but where the next is. */
  @Test
  void headersInHeadersEnd() {
    int length = packedHeader(0, 0).length;
    Bytes packed = new Bytes();
    for (int i = 0; i < 5; i++) {
      packed.bytes(packedHeader((long) length * (i + 1), length));
    }
    byte[] archive = SevenZipForge.archive(packed.array(), packedHeader(0, length));
    Extraction found = Search.of(archive);
    assertThat(found.deadEnds()).hasSize(1);
    assertThat(found.deadEnds().get(0).trouble().detail()).contains("layers");
    // One that is too large for any number of files, and one of which nothing is there.
    for (long size : new long[] {1L << 40, 9}) {
      byte[] bad = SevenZipForge.archive(new byte[0], packedHeader(0, size));
      assertThat(Search.of(bad).deadEnds()).isNotEmpty();
    }
  }

  private static byte[] packedHeader(long place, long size) {
    return new Bytes()
        .u8(0x17)
        .u8(0x06)
        .bytes(SevenZipForge.number(place))
        .u8(1)
        .u8(0x09)
        .bytes(SevenZipForge.number(size))
        .u8(0)
        .bytes(SevenZipForge.unpackInfo(FOLDER, size))
        .u8(0)
        .array();
  }

  @Test
  void filesOfASolidBlockThatAreDamagedOrMissing() {
    byte[] content = join(rom(1), Search.dull(100), rom(2));
    long[] sizes = {1024, 100, 1024};
    byte[] header =
        SevenZipForge.header(
            SevenZipForge.packInfo(content.length - 1100),
            SevenZipForge.unpackInfo(FOLDER, content.length + 1024),
            SevenZipForge.substreams(4, sizes, new long[] {1, 2, 3, 4}),
            SevenZipForge.filesInfo("a", "b", "c", "d"));
    Extraction found = Search.of(SevenZipForge.archive(content, header));
    assertThat(Search.paths(found)).contains("7z: a");
    assertThat(Search.reasons(found))
        .containsExactly(Trouble.Reason.TRUNCATED, Trouble.Reason.DAMAGED);
    assertThat(found.deadEnds().get(1).trouble().detail()).startsWith("a: ");
  }

  @Test
  void branchesOfBcj2ThatAreCutOff() throws IOException {
    InputStream none = new ByteArrayInputStream(new byte[0]);
    try (Bcj2Stream empty = new Bcj2Stream(none, none, none, none)) {
      assertThat(empty.read()).isEqualTo(-1);
      assertThat(empty.read(new byte[3], 0, 3)).isEqualTo(-1);
    }
    InputStream branch = new ByteArrayInputStream(new byte[] {1, (byte) 0xe8, 2});
    try (Bcj2Stream cut = new Bcj2Stream(branch, none, none, none)) {
      assertThat(cut.read(new byte[1], 0, 1)).isEqualTo(1);
      assertThatThrownBy(cut::read).isInstanceOf(EOFException.class);
    }
    InputStream short3 = new ByteArrayInputStream(new byte[] {1, 2, 3});
    try (Bcj2Stream plain = new Bcj2Stream(short3, none, none, none)) {
      assertThat(plain.read(new byte[9], 0, 9)).isEqualTo(3);
    }
  }

  /** Four streams that are stored, and one coder that takes all of them. */
  @Test
  void bcj2() {
    byte[] content =
        join(new byte[] {(byte) 0xe8, 1, 2, 3, 0, 0x0f, (byte) 0x84, 9, 9, 9, 9}, rom(1));
    byte[][] streams = Bcj2Streams.of(content, new Random(1));
    byte[] coder = new Bytes().u8(0x14).u8(3).u8(3).u8(1).u8(0x1b).u8(4).u8(1).array();
    byte[] folder = new Bytes().u8(1).bytes(coder).u8(0).u8(1).u8(2).u8(3).array();
    byte[] header =
        SevenZipForge.header(
            SevenZipForge.packInfo(
                streams[0].length, streams[1].length, streams[2].length, streams[3].length),
            SevenZipForge.unpackInfo(folder, content.length),
            new byte[0],
            SevenZipForge.filesInfo("a.exe"));
    Extraction found = Search.of(SevenZipForge.archive(join(streams), header));
    assertThat(Search.paths(found)).containsExactly("7z: a.exe");
    assertThat(found.deadEnds()).isEmpty();
  }

  @Test
  void aStreamThatIsCut() throws IOException {
    byte[] bytes = {1, 2, 3, 4};
    try (CutStream in = new CutStream(new ByteArrayInputStream(bytes), 3)) {
      assertThat(in.read()).isEqualTo(1);
      assertThat(in.read(new byte[9], 0, 9)).isEqualTo(2);
      assertThat(in.read()).isEqualTo(-1);
      assertThat(in.read(new byte[9], 0, 9)).isEqualTo(-1);
    }
    try (CutStream in = new CutStream(new ByteArrayInputStream(bytes), 9)) {
      assertThat(in.read(new byte[9], 0, 9)).isEqualTo(4);
      assertThat(in.read()).isEqualTo(-1);
    }
    try (CutStream in = new CutStream(new ByteArrayInputStream(new byte[0]), 9)) {
      assertThat(in.read(new byte[9], 0, 9)).isEqualTo(-1);
    }
  }

  /** Thirty decoders that each want a dictionary as large as all may have together. */
  @Test
  void manyDictionaries() {
    byte[][] coders = new byte[30][];
    Arrays.fill(
        coders,
        SevenZipForge.coder(
            new byte[] {3, 1, 1}, (byte) 0x5d, (byte) 0, (byte) 0, (byte) 0, (byte) 4));
    long[] sizes = new long[30];
    Arrays.fill(sizes, 60 << 20);
    byte[] archive =
        SevenZipForge.solid(new byte[50], SevenZipForge.folder(coders), sizes, new long[0], "a");
    assertThat(Search.reasons(Search.of(archive))).containsExactly(Trouble.Reason.LIMIT);
  }

  @Test
  void aHeaderFarAwayOrHugeIsNotBelieved() {
    byte[] archive = SevenZipForge.archive(rom(1), new byte[0], 1L << 47, 1L << 31, 0);
    Extraction found = Search.of(archive);
    assertThat(Search.reasons(found)).contains(Trouble.Reason.TRUNCATED);
    assertThat(found.roms()).hasSize(1);
    assertThat(Search.of(SevenZipForge.archive(rom(1), new byte[0], -1, -1, 0)).roms()).hasSize(1);
    assertThat(Search.of(SevenZipForge.archive(rom(1), new byte[0], 0, 0, 0)).roms()).hasSize(1);
  }

  @Test
  void countsThatTheHeaderHasNoRoomForAreRefused() {
    byte[] many = SevenZipForge.number(1L << 40);
    List<byte[]> headers =
        List.of(
            new Bytes().u8(1).u8(4).u8(6).bytes(many).bytes(many).array(),
            new Bytes().u8(1).u8(4).u8(6).u8(0).bytes(many).u8(9).array(),
            new Bytes().u8(1).u8(4).u8(7).u8(0x0b).bytes(many).array(),
            new Bytes().u8(1).u8(4).u8(7).u8(0x0b).u8(1).u8(0).bytes(many).array(),
            new Bytes().u8(1).u8(4).u8(7).u8(0x0b).u8(1).u8(1).array(),
            new Bytes().u8(1).u8(4).u8(7).u8(0x0b).u8(1).u8(0).u8(1).u8(0x40).array(),
            new Bytes().u8(1).u8(4).u8(7).u8(0x0b).u8(1).u8(0).u8(0).array(),
            new Bytes().u8(1).u8(4).u8(6).u8(0).u8(1).u8(0x22).array(),
            new Bytes().u8(1).u8(4).u8(6).u8(0).u8(1).u8(9).bytes(SevenZipForge.number(-1)).array(),
            new Bytes().u8(1).u8(4).u8(0x33).array(),
            new Bytes().u8(1).u8(5).bytes(many).array(),
            new Bytes().u8(1).u8(2).u8(9).bytes(many).array(),
            new Bytes().u8(0x17).u8(0).array(),
            new Bytes().u8(1).u8(4).u8(7).u8(0x0b).u8(1).u8(0).u8(1).u8(0x10).u8(1).u8(2).array(),
            new Bytes()
                .u8(1)
                .u8(4)
                .u8(7)
                .u8(0x0b)
                .u8(1)
                .u8(0)
                .u8(2)
                .u8(0x10)
                .u8(0)
                .u8(1)
                .u8(0x10)
                .u8(0)
                .u8(1)
                .array(),
            new Bytes().u8(0x99).array(),
            SevenZipForge.header(
                SevenZipForge.packInfo(1024),
                SevenZipForge.unpackInfo(FOLDER, -1),
                new byte[0],
                new byte[0]),
            SevenZipForge.header(
                new byte[0], SevenZipForge.unpackInfo(FOLDER, 1024), new byte[0], new byte[0]),
            SevenZipForge.header(
                SevenZipForge.packInfo(1024),
                SevenZipForge.unpackInfo(FOLDER, 1024),
                SevenZipForge.substreams(3, 1000, 100),
                new byte[0]),
            SevenZipForge.header(
                SevenZipForge.packInfo(1024),
                SevenZipForge.unpackInfo(FOLDER, 1024),
                SevenZipForge.substreams(2),
                new byte[0]));
    for (byte[] header : headers) {
      Extraction found = Search.of(SevenZipForge.archive(rom(1), header));
      assertThat(found.deadEnds().get(0).trouble().reason()).isEqualTo(Trouble.Reason.DAMAGED);
      assertThat(found.deadEnds().get(0).trouble().detail()).startsWith("header: ");
      // What the header does not lead to is searched as it stands.
      assertThat(Search.numbers(found)).containsExactly(1);
    }
  }

  @Test
  void propertiesThatAreNoneOfOursArePassedOver() {
    byte[] content = rom(1);
    byte[] header =
        new Bytes()
            .u8(0x01)
            .u8(0x02)
            .u8(9)
            .u8(1)
            .u8(7)
            .u8(0)
            .u8(0x03)
            .u8(0)
            .u8(0x04)
            .bytes(
                new Bytes()
                    .u8(0x06)
                    .u8(0)
                    .u8(1)
                    .u8(0x09)
                    .bytes(SevenZipForge.number(1024))
                    .u8(0x0a)
                    .u8(1)
                    .u32(Packer.crc32(content))
                    .u8(0)
                    .array())
            .bytes(
                new Bytes()
                    .u8(0x07)
                    .u8(0x0b)
                    .u8(1)
                    .u8(0)
                    .bytes(FOLDER)
                    .u8(0x0c)
                    .bytes(SevenZipForge.number(1024))
                    .u8(0x0a)
                    .u8(0)
                    .u8(0x80)
                    .u32(Packer.crc32(content))
                    .u8(0)
                    .array())
            .u8(0)
            .u8(0x05)
            .u8(2)
            .u8(0x0e)
            .u8(1)
            .u8(0x40)
            .u8(0x19)
            .u8(2)
            .u16(0)
            .u8(0)
            .u8(0)
            .array();
    Extraction found = Search.of(SevenZipForge.archive(content, header));
    assertThat(Search.paths(found)).containsExactly("7z: ");
    assertThat(found.deadEnds()).isEmpty();
  }

  /** The second and the third take what the other gives; or nobody gives what the first takes. */
  @Test
  void codersThatFeedEachOtherEnd() {
    Bytes three = new Bytes().u8(3);
    for (int i = 0; i < 3; i++) {
      three.bytes(SevenZipForge.coder(COPY));
    }
    byte[] ring = new Bytes().bytes(three.array()).u8(0).u8(1).u8(1).u8(1).array();
    byte[] twice = new Bytes().bytes(three.array()).u8(1).u8(2).u8(2).u8(2).array();
    byte[] pair = new Bytes().bytes(three.array()).u8(1).u8(2).u8(2).u8(1).array();
    for (byte[] folder : List.of(ring, twice, pair)) {
      byte[] header =
          SevenZipForge.header(
              SevenZipForge.packInfo(1024),
              SevenZipForge.unpackInfo(folder, 1024, 1024, 1024),
              new byte[0],
              SevenZipForge.filesInfo("a"));
      Extraction found = Search.of(SevenZipForge.archive(rom(1), header));
      assertThat(found.deadEnds().size() + found.roms().size()).isPositive();
    }
  }

  @Test
  void propertiesThatAreWrongAreTold() {
    List<byte[]> coders =
        List.of(
            SevenZipForge.coder(new byte[] {0x21}),
            SevenZipForge.coder(new byte[] {0x21}, (byte) 41),
            SevenZipForge.coder(new byte[] {3, 1, 1}, (byte) 0x5d),
            SevenZipForge.coder(
                new byte[] {3, 1, 1}, (byte) 0xff, (byte) 0, (byte) 0, (byte) 1, (byte) 0),
            SevenZipForge.coder(new byte[] {4, 1, 8}),
            SevenZipForge.coder(new byte[] {4, 1, 9}),
            SevenZipForge.coder(new byte[] {4, 2, 2}));
    for (byte[] coder : coders) {
      byte[] archive =
          SevenZipForge.solid(
              Search.dull(200),
              SevenZipForge.folder(coder),
              new long[] {1 << 20},
              new long[0],
              "a");
      assertThat(Search.of(archive).deadEnds()).isNotEmpty();
    }
  }
}
