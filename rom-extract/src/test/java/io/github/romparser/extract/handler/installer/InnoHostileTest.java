package io.github.romparser.extract.handler.installer;

import static io.github.romparser.extract.handler.Search.join;
import static io.github.romparser.extract.handler.Search.rom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.handler.FixedAllowance;
import io.github.romparser.extract.handler.Hostile;
import io.github.romparser.extract.handler.Search;
import io.github.romparser.extract.handler.Specimen;
import io.github.romparser.extract.spi.Decoded;
import io.github.romparser.testdata.InnoEdition;
import io.github.romparser.testdata.InnoForge;
import io.github.romparser.testdata.ProgramForge;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Set-ups that are broken, or lie. */
final class InnoHostileTest {
  private static final int BLOB = 512 << 10;
  private static final byte[] BOMB = InnoPackers.lzma1(new byte[(64 << 20) + 1]);
  private static final Duration MOST = Duration.ofSeconds(10);

  static Stream<Specimen> specimens() {
    return InstallerSpecimens.all();
  }

  @ParameterizedTest
  @MethodSource("specimens")
  void cutAnywhere(Specimen specimen) {
    Hostile.cutAnywhere(specimen);
  }

  @ParameterizedTest
  @MethodSource("specimens")
  void changedAnywhere(Specimen specimen) {
    Hostile.changedAnywhere(specimen);
  }

  private static byte[] filled(byte[] pattern) {
    byte[] blob = new byte[BLOB];
    int last = BLOB - rom().length;
    for (int at = 0; at + pattern.length <= last; at += pattern.length) {
      System.arraycopy(pattern, 0, blob, at, pattern.length);
    }
    System.arraycopy(rom(), 0, blob, last, rom().length);
    return blob;
  }

  private static void assertFoundInTime(byte[] blob) {
    assertTimeout(
        MOST, () -> assertThat(Search.digests(Search.in(blob, 1))).contains(Search.digest(rom())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "zlb\u001a",
        "zlb\u001a]\0\0\0\200\0",
        "zlb\u001a]\0\0\0\100\0\1\2\3\4\5\6",
        "zlb\u001a\50\1\0\0\0\0",
        "zlb\u001aBZh9\1\2\3\4",
        "zlb\u001ax\u009c\1\2\3\4",
        "idska32\u001a",
        "idska32\u001a\377\377\377\377",
        "idska32\u001a\14\0\0\0",
        "Inno Setup Setup Data (",
        "Inno Setup Setup Data (5.5.7) (u)",
        "rDlPtS\u00cd\u00e6\u00d7{\u000b*\1\0\0\0",
      })
  void thousandsOfMagics(String magic) {
    assertFoundInTime(filled(magic.getBytes(StandardCharsets.ISO_8859_1)));
  }

  /** Programs without tables, each of which could be searched to the end. */
  @Test
  void thousandsOfPrograms() {
    byte[] program = ProgramForge.start().section(".text", new byte[1]).build();
    assertFoundInTime(filled(program));
  }

  /** Chunks as small as can be, in a list that packs well: each with a dictionary of gigabytes. */
  @Test
  void thousandsOfChunksWithHugeDictionaries() {
    InnoForge forge =
        InnoForge.of(InnoEdition.V5_5_0)
            .packingHeader(InnoPackers::lzma1)
            .packing(3, bytes -> new byte[] {0x5d, 0, 0, 0, 0x40, 0, 1, 2, 3, 4, 5, 6, 7, 8});
    for (int i = 0; i < 8000; i++) {
      forge.file("a", new byte[100]);
    }
    assertFoundInTime(join(forge.build(), rom()));
  }

  /** A list of data many times over. */
  @Test
  void listsThatRepeatThemselves() {
    InnoForge forge =
        InnoForge.of(InnoEdition.V5_5_0)
            .packingHeader(InnoPackers::lzma1)
            .packing(4, InnoPackers::lzma2);
    for (int i = 0; i < 500; i++) {
      forge.solid("a" + i, new byte[200]);
    }
    byte[] setup = forge.solid("z", rom()).repeatedEntries(400).build();
    assertFoundInTime(setup);
    assertThat(Search.in(setup, 1).deadEnds()).hasSizeLessThan(200);
  }

  /** More zeros than any header has. */
  @Test
  void headerThatIsABomb() {
    byte[] setup =
        InnoForge.of(InnoEdition.V5_5_0).packingHeader(bytes -> BOMB).stored("a", rom(3)).build();
    Extraction found = Hostile.search(join(setup, rom()));
    assertThat(Search.digests(found)).contains(Search.digest(rom()), Search.digest(rom(3)));
    assertThat(Search.deadEnds(found)).anyMatch(end -> end.contains("it has more than"));
  }

  @Property(tries = 300)
  void anyBytesAsAChunk(
      @ForAll @Size(max = 300) byte[] bytes, @ForAll @IntRange(max = 4) int number) {
    FixedAllowance allowance = FixedAllowance.ample();
    InnoCompression compression = InnoCompression.of(number).orElseThrow();
    Slice chunk = Slice.of(bytes);
    assertThat(compression.decode(chunk, 5000, allowance).bytes().length())
        .isLessThanOrEqualTo(5000);
    assertThat(InnoCompression.guess(chunk)).isNotNull();
  }

  @Property(tries = 100)
  void roundTrip(@ForAll @Size(max = 3000) byte[] bytes, @ForAll @IntRange(max = 4) int number) {
    InnoCompression compression = InnoCompression.of(number).orElseThrow();
    Slice chunk = Slice.of(join(InnoPackers.pack(number, bytes), new byte[0]));
    Decoded known = compression.decode(chunk, bytes.length, FixedAllowance.ample());
    assertThat(known.trouble()).isEmpty();
    assertThat(known.bytes().toByteArray()).isEqualTo(bytes);
    Decoded unknown = compression.decode(chunk, InnoCompression.UNKNOWN, FixedAllowance.ample());
    assertThat(unknown.trouble()).isEmpty();
    assertThat(unknown.bytes().toByteArray()).isEqualTo(bytes);
  }

  @Property(tries = 300)
  void anyBytesAsAHeader(
      @ForAll @Size(max = 400) byte[] bytes, @ForAll @IntRange(max = 3) int minor) {
    InnoVersion version = new InnoVersion(InnoVersion.of(5 + minor / 2, minor * 2, 5, 0), true);
    FixedAllowance allowance = FixedAllowance.ample();
    assertThat(InnoSetup.read(Slice.of(bytes), version, allowance)).isEmpty();
    assertThat(InnoDataLayout.guess(Slice.of(bytes), version)).isNotNull();
    byte[] block = join(new byte[4], bytes, new byte[9]);
    assertThat(InnoBlock.read(Slice.of(block), 0, allowance).length()).isPositive();
  }
}
