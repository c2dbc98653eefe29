package io.github.romparser.extract.handler.vendor;

import static io.github.romparser.extract.handler.Search.join;
import static io.github.romparser.extract.handler.Search.rom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.handler.FixedAllowance;
import io.github.romparser.extract.handler.Hostile;
import io.github.romparser.extract.handler.Search;
import io.github.romparser.extract.handler.SevenZips;
import io.github.romparser.extract.handler.Specimen;
import io.github.romparser.testdata.InsydeForge;
import io.github.romparser.testdata.ProgramForge;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class InsydeSfxHandlerTest {

  static Stream<Specimen> specimens() {
    return Stream.of(
        Specimen.of("insyde-sfx", "", InsydeForge.rotate(SevenZips.plain("bios.fd", rom(1)))));
  }

  private static byte[] program(byte[] overlay) {
    return ProgramForge.start().section(".text", new byte[300]).overlay(overlay).build();
  }

  @Test
  void rotatedArchiveBehindTheText() {
    byte[] archive = InsydeForge.rotate(SevenZips.plain("bios.fd", rom()));
    assertThat(Search.path(program(join(InsydeForge.text(), archive))))
        .isEqualTo("overlay > insyde-sfx > 7z: bios.fd");
  }

  @Test
  void rotatedArchiveWithoutTheText() {
    byte[] archive = InsydeForge.rotate(SevenZips.plain("bios.fd", rom(1)));
    assertThat(Search.paths(Search.in(join(new byte[33], archive, rom(2)))))
        .containsExactly("insyde-sfx > 7z: bios.fd", "");
  }

  @Test
  void plainArchiveBehindTheText() {
    byte[] archive = SevenZips.plain("bios.fd", rom());
    assertThat(Search.path(program(join(InsydeForge.text(), archive))))
        .isEqualTo("overlay > 7z: bios.fd");
  }

  @Test
  void wellKnownPasswordOpensIt() {
    byte[] archive = InsydeForge.rotate(SevenZips.insyde("bios.fd", rom()));
    assertThat(Search.path(program(join(InsydeForge.text(), archive))))
        .isEqualTo("overlay > insyde-sfx > 7z: bios.fd");
  }

  @Test
  void anotherPasswordIsTold() {
    byte[] archive = InsydeForge.rotate(SevenZips.locked("another", "bios.fd", rom()));
    assertThat(Search.deadEnds(Search.in(archive))).containsExactly("password: AES-256");
  }

  @Test
  void archiveThatIsCutOffIsTold() {
    byte[] archive = InsydeForge.rotate(SevenZips.plain("bios.fd", rom()));
    byte[] cut = Arrays.copyOf(archive, archive.length - 3);
    assertThat(Search.deadEnds(Search.in(cut))).contains("truncated: no header");
  }

  @Test
  void signatureAloneIsNoArchive() {
    byte[] archive = InsydeForge.rotate(SevenZips.plain("bios.fd", rom()));
    archive[12] ^= 2;
    InsydeSfxHandler handler = new InsydeSfxHandler();
    assertThat(handler.probe(Slice.of(archive), 0, FixedAllowance.ample())).isEmpty();
    Slice cut = Slice.of(archive).slice(0, 31);
    assertThat(handler.probe(cut, 0, FixedAllowance.ample())).isEmpty();
  }

  /** Sizes of which the sum is right and which are far too large. */
  @Test
  void sizesThatLie() {
    for (long[] lie :
        new long[][] {{-1, 1}, {1L << 47, 1L << 31}, {0, -1}, {5, Integer.MAX_VALUE}}) {
      byte[] archive = InsydeForge.rotate(SevenZips.lying(lie[0], lie[1]));
      assertThat(Search.deadEnds(Hostile.search(join(archive, new byte[40]))))
          .contains("truncated: no header");
    }
  }

  @Test
  void thousandsOfSignatures() {
    byte[] blob = new byte[512 << 10];
    byte[] archive = InsydeForge.rotate(SevenZips.lying(1L << 40, 1));
    int last = blob.length - rom().length;
    for (int at = 0; at + 32 <= last; at += 32) {
      System.arraycopy(archive, 0, blob, at, 6);
    }
    System.arraycopy(rom(), 0, blob, last, rom().length);
    assertTimeout(
        Duration.ofSeconds(10),
        () -> assertThat(Search.digests(Search.in(blob, 1))).containsExactly(Search.digest(rom())));
  }

  @ParameterizedTest
  @MethodSource("specimens")
  void cutAndChangedAnywhere(Specimen specimen) {
    Hostile.cutAnywhere(specimen);
    Hostile.changedAnywhere(specimen);
  }
}
