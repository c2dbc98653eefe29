package io.github.romparser.efi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.testdata.PeForge;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PeImageTest {

  @Test
  void pe32PlusIsRead() {
    PeImage image = read(PeForge.aa64().size(0x600).subsystem(12).build());

    assertThat(image.format()).isEqualTo(PeFormat.PE32_PLUS);
    assertThat(image.length()).isEqualTo(0x600);
    assertThat(image.headerOffset()).isEqualTo(PeFiles.PE);
    assertThat(image.machine()).isEqualTo(PeForge.AA64);
    assertThat(image.subsystem()).isEqualTo(12);
    assertThat(image.characteristics()).isEqualTo(0x22e);
    assertThat(image.optionalHeaderSize()).isEqualTo(0xf0);
    assertThat(image.entryPoint()).isEqualTo(PeFiles.HEADERS);
    assertThat(image.imageBase()).isZero();
    assertThat(image.sectionAlignment()).isEqualTo(0x20);
    assertThat(image.sizeOfImage()).isEqualTo(0x600);
    assertThat(image.sizeOfHeaders()).isEqualTo(PeFiles.HEADERS);
    assertThat(image.checksum()).isZero();
    assertThat(image.strippedSize()).isZero();
    assertThat(image.directoryCount()).isEqualTo(16);
    assertThat(image.directories()).hasSize(16).containsOnly(new PeDirectory(0, 0));
    assertThat(image.sectionCount()).isOne();
    assertThat(image.sections())
        .containsExactly(new PeSection(".text", 0x480, 0x180, 0x480, 0x180, 0x6000_0020L));
    assertThat(image.fileOffset(image.sections().get(0))).isEqualTo(PeFiles.HEADERS);
    assertThat(image.signed()).isFalse();
    assertThat(image.loadable()).isTrue();
  }

  @Test
  void pe32IsRead() {
    PeImage image = read(PeFiles.pe32());

    assertThat(image.format()).isEqualTo(PeFormat.PE32);
    assertThat(image.machine()).isEqualTo(PeForge.IA32);
    assertThat(image.imageBase()).isEqualTo(0x40_0000);
    assertThat(image.directoryCount()).isEqualTo(16);
    assertThat(image.sections()).extracting(PeSection::name).containsExactly(".text");
    assertThat(image.checksumField()).contains(new Range(PeFiles.OPTIONAL + 0x40, 4));
    assertThat(image.certificateField()).contains(new Range(PeFiles.OPTIONAL + 0x80, 8));
    assertThat(image.loadable()).isTrue();
  }

  @Test
  void teIsRead() {
    PeImage image = read(PeFiles.te());

    assertThat(image.format()).isEqualTo(PeFormat.TE);
    assertThat(image.machine()).isEqualTo(PeForge.X64);
    assertThat(image.subsystem()).isEqualTo(PeForge.BOOT_DRIVER);
    assertThat(image.entryPoint()).isEqualTo(PeFiles.HEADERS);
    assertThat(image.imageBase()).isEqualTo(0x9_1234_5678L);
    assertThat(image.sizeOfHeaders()).isEqualTo(PeFiles.HEADERS - PeFiles.CUT);
    assertThat(image.strippedSize()).isEqualTo(PeFiles.SECTION);
    assertThat(image.directories()).hasSize(2);
    assertThat(image.fileOffset(image.sections().get(0))).isEqualTo(PeFiles.HEADERS - PeFiles.CUT);
    assertThat(image.signed()).isFalse();
    assertThat(image.checksumField()).isEmpty();
    assertThat(image.certificateField()).isEmpty();
    assertThat(image.loadable()).isTrue();
  }

  @Test
  void aCertificateTableMakesItSigned() {
    PeImage image = read(PeFiles.signed());

    assertThat(image.signed()).isTrue();
    assertThat(image.certificates()).contains(new Range(0x400, 24));
    assertThat(image.certificateField()).contains(new Range(PeFiles.OPTIONAL + 0x90, 8));
    assertThat(image.checksumField()).contains(new Range(PeFiles.OPTIONAL + 0x40, 4));
    assertThat(image.loadable()).isTrue();
  }

  @Test
  void withFewDirectoriesThereIsNoCertificateTable() {
    byte[] file = PeFiles.signed();
    PeImage image = read(Bytes.of(file).u32(PeFiles.OPTIONAL + 0x6c, 4).array());

    assertThat(image.directories()).hasSize(4);
    assertThat(image.signed()).isFalse();
    assertThat(image.certificateField()).isEmpty();
  }

  @Test
  void theDosHeaderMayBeMissing() {
    byte[] file = PeFiles.pe32Plus();
    PeImage image = read(Arrays.copyOfRange(file, PeFiles.PE, file.length));

    assertThat(image.headerOffset()).isZero();
    assertThat(image.machine()).isEqualTo(PeForge.X64);
  }

  @Test
  void otherFilesAreNoExecutables() {
    byte[] file = PeFiles.pe32Plus();

    assertNone(new byte[0]);
    assertNone(new byte[0x400]);
    assertNone(Arrays.copyOf(file, 0x3f));
    assertNone(Bytes.of(file.clone()).u8(PeFiles.PE + 1, 'e').array());
    assertNone(Bytes.of(file.clone()).u32(0x3c, 0xffff_ffffL).array());
    assertNone(Bytes.of(file.clone()).u16(PeFiles.OPTIONAL, 0x107).array());
    assertNone(Arrays.copyOf(file, PeFiles.OPTIONAL + 1));
    assertNone(Arrays.copyOf(file, PeFiles.OPTIONAL + 0x6f));
    assertNone(Arrays.copyOf(PeFiles.te(), 0x27));
  }

  @Test
  void whatIsThereIsReadWhateverTheHeadersSay() {
    byte[] file = PeFiles.pe32Plus();
    Bytes.of(file).u32(PeFiles.OPTIONAL + 0x6c, 0xffff_ffffL).u16(PeFiles.PE + 0x06, 0xffff);
    PeImage image = read(file);

    assertThat(image.directoryCount()).isEqualTo(0xffff_ffffL);
    assertThat(image.directories()).hasSize(16);
    assertThat(image.sectionCount()).isEqualTo(0xffff);
    assertThat(image.sections()).hasSize((0x400 - PeFiles.SECTION) / PeSection.LENGTH);
  }

  @Test
  void sectionNamesHaveEightLettersAtMost() {
    byte[] file = PeFiles.pe32Plus();
    Bytes.of(file).u32(PeFiles.SECTION, 0x6463_6261).u32(PeFiles.SECTION + 4, 0x6867_6665);

    assertThat(read(file).sections().get(0).name()).isEqualTo("abcdefgh");
  }

  @Test
  void theEndIsBehindEverything() {
    assertThat(read(PeFiles.pe32Plus()).end()).isEqualTo(0x400);
    assertThat(read(PeFiles.te()).end()).isEqualTo(0x400 - PeFiles.CUT);
    assertThat(read(PeFiles.signed()).end()).isEqualTo(0x400 + 24);
    Bytes file = Bytes.of(PeFiles.pe32Plus());
    assertThat(read(file.u32(PeFiles.SECTION + 0x10, 0).array()).end())
        .isEqualTo(PeFiles.SECTION + 0x28);
    byte[] many = Bytes.of(PeFiles.pe32Plus()).u16(PeFiles.PE + 6, 0xffff).array();
    Arrays.fill(many, PeFiles.SECTION, many.length, (byte) 0);
    assertThat(read(many).end()).isEqualTo(PeFiles.SECTION + 0xffff * 0x28L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NB10", "RSDS", "MTOC"})
  void theDebugPathIsFound(String kind) {
    for (byte[] plain : all()) {
      assertThat(debugPath(plain)).isEmpty();
      byte[] file = PeFiles.debug(plain, kind, "/build/a/Gop.dll");
      assertThat(debugPath(file)).contains("/build/a/Gop.dll");
      assertThat(read(file).loadable()).isTrue();
    }
  }

  @Test
  void theDebugPathMayBeAnything() {
    byte[] plain = PeFiles.pe32Plus();
    assertThat(debugPath(PeFiles.debug(plain, "RSDS", ""))).isEmpty();
    assertThat(debugPath(PeFiles.debug(plain, "RSDT", "a.dll"))).isEmpty();
    assertThat(debugPath(PeFiles.debug(plain, "NB10", "\u00fc\u001b[m")))
        .contains("\u00fc\u001b[m");
    assertThat(
            debugPath(PeFiles.debug(PeForge.x64().size(0x4000).build(), "NB10", "x".repeat(9000))))
        .contains("x".repeat(PeDebug.MOST_BYTES));
  }

  @Test
  void debugEntriesMayLieAnywhere() {
    int second = PeFiles.DEBUG + 0x1c;
    byte[] file = PeFiles.debug(PeFiles.pe32Plus(), "RSDS", "a.dll");
    // Without a place in the file the place in memory counts.
    assertThat(debugPath(Bytes.of(file.clone()).u32(second + 0x18, 0).array())).contains("a.dll");
    assertThat(
            debugPath(
                Bytes.of(file.clone()).u32(second + 0x18, 0).u32(second + 0x14, 0x9999).array()))
        .isEmpty();
    // Among the headers, which are where they were.
    Bytes low = Bytes.of(file.clone()).put(0x160, "NB10".getBytes(StandardCharsets.US_ASCII));
    low.put(0x170, new byte[] {'b', 0}).u32(second + 0x18, 0).u32(second + 0x14, 0x160);
    assertThat(debugPath(low.array())).contains("b");
    // Without an end: up to the length of the entry, or of the file.
    assertThat(debugPath(Bytes.of(file.clone()).u32(second + 0x10, 0x18 + 3).array()))
        .contains("a.d");
    assertThat(debugPath(Bytes.of(file.clone()).u32(second + 0x10, 0x18).array())).isEmpty();
    assertThat(debugPath(Bytes.of(file.clone()).u32(second + 0x18, 0xffff_ffffL).array()))
        .isEmpty();
    // A directory outside, or of fewer entries.
    int entry = PeFiles.OPTIONAL + 0xa0;
    assertThat(debugPath(Bytes.of(file.clone()).u32(entry, 0x9999).array())).isEmpty();
    assertThat(debugPath(Bytes.of(file.clone()).u32(entry + 4, 0x37).array())).isEmpty();
    assertThat(debugPath(Bytes.of(file.clone()).u32(entry + 4, 0xffff_ffffL).array()))
        .contains("a.dll");
    assertThat(debugPath(Bytes.of(file.clone()).u32(entry - 0x34, 6).array())).isEmpty();
    assertThat(debugPath(Bytes.of(file.clone()).u32(second + 0x0c, 3).array())).isEmpty();
  }

  private static Optional<String> debugPath(byte[] file) {
    return read(file).debugPath(Slice.of(file));
  }

  @Test
  void aFileCutAnywhereIsReadOrNot() {
    for (byte[] file : withDebug()) {
      for (int length = 0; length < file.length; length++) {
        look(Slice.of(Arrays.copyOf(file, length)))
            .ifPresent(image -> assertThat(image.loadable()).isFalse());
      }
    }
  }

  @Test
  void anyChangedByteIsReadOrNot() {
    Random random = new Random(5);
    for (byte[] file : all()) {
      for (int at = 0; at < PeFiles.HEADERS; at++) {
        for (int value : new int[] {0, 1, 0x7f, 0x80, 0xff, random.nextInt(256)}) {
          look(Bytes.of(file.clone()).u8(at, value).slice());
        }
      }
    }
  }

  /** Calls everything that can be asked. */
  static Optional<PeImage> look(Slice file) {
    Optional<PeImage> read = PeImage.read(file);
    read.ifPresent(
        image -> {
          assertThat(image.loadable()).isEqualTo(image.refusal().isEmpty());
          assertThat(image.end()).isPositive();
          assertThat(image.debugPath(file)).matches(p -> p.isEmpty() || !p.get().isEmpty());
          assertThat(image.signed()).isEqualTo(image.certificates().isPresent());
          assertThat(image.directories()).hasSizeLessThanOrEqualTo(16);
          assertThat(image.sections()).hasSizeLessThanOrEqualTo(image.sectionCount());
          image.certificateField().ifPresent(field -> assertWithin(file, field));
          image.checksumField().ifPresent(field -> assertWithin(file, field));
          if (image.loadable()) {
            image.certificates().ifPresent(table -> assertWithin(file, table));
            for (PeSection section : image.sections()) {
              assertThat(
                      section.rawSize() == 0
                          || file.has(image.fileOffset(section), section.rawSize()))
                  .isTrue();
            }
          }
        });
    return read;
  }

  private static void assertWithin(Slice file, Range range) {
    assertThat(file.has(range.offset(), range.length())).isTrue();
  }

  private static List<byte[]> all() {
    return List.of(PeFiles.pe32Plus(), PeFiles.pe32(), PeFiles.te(), PeFiles.signed());
  }

  /** The same with a debug directory. */
  static List<byte[]> withDebug() {
    return all().stream().map(file -> PeFiles.debug(file, "RSDS", "/build/Gop.dll")).toList();
  }

  private static PeImage read(byte[] file) {
    return PeImage.read(Slice.of(file)).orElseThrow();
  }

  private static void assertNone(byte[] file) {
    assertThat(PeImage.read(Slice.of(file))).isEmpty();
  }
}
