package io.github.romparser.extract.handler.archive;

import static io.github.romparser.extract.handler.archive.Search.join;
import static io.github.romparser.extract.handler.archive.Search.rom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.Budget;
import io.github.romparser.extract.ExtractOptions;
import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.Extractor;
import io.github.romparser.extract.spi.Trouble;
import io.github.romparser.testdata.ZipForge;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Archives that are cut off, changed, or made to waste time and memory. */
final class HostileArchivesTest {
  private static final Duration MOST_TIME = Duration.ofSeconds(10);

  private static final ExtractOptions OPTIONS = ExtractOptions.usual().threads(1);

  private static Extraction search(byte[] blob) {
    Extraction found = Extractor.extract("blob", Slice.of(blob), OPTIONS);
    Search.assertSane(found);
    return found;
  }

  @Test
  void thousandsOfFalseMagics() {
    String[] magics = {
      "PK\u0003\u0004",
      "\u001f\u008b\b",
      "\u001f\u008b\b\0\0\0\0\0\0\u0003",
      "MZ",
      "BZh9",
      "BZh91AY&SY",
      "7z\u00bc\u00af'\u001c",
      "\u00fd7zXZ\0",
      "070701",
      "!<arch>\n",
      "LARCHIVE",
      "]\0\0",
      "PK\u0003\u0004\u0014\0\b\0\b\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\u0001\0\0\0a",
      "PK\u0003\u0004\u0014\0\0\0\0\0\0\0\0\0\0\0\0\0@\0\0\0@\0\0\0\u0001\0\0\0a",
      "PK\u0003\u0004\u0014\0\b\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\u0001\0\0\0a",
      "PK\u0003\u0004\u0014\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\u0001\0\0\0aPK\u0003\u0004",
      "PK\u0005\u0006"
    };
    Random random = new Random(5);
    for (String magic : magics) {
      byte[] blob = new byte[1 << 19];
      byte[] bytes = magic.getBytes(StandardCharsets.ISO_8859_1);
      for (int at = 0; at + 64 < blob.length; at += 64) {
        System.arraycopy(bytes, 0, blob, at, bytes.length);
        blob[at + 50] = (byte) random.nextInt();
      }
      byte[] all = join(blob, rom(1));
      Extraction found = assertTimeout(MOST_TIME, () -> search(all));
      if (!magic.startsWith("BZh91AY")) {
        assertThat(Search.numbers(found)).as(magic).containsExactly(1);
      }
    }
    byte[] ustar = new byte[1 << 19];
    for (int at = 257; at + 512 < ustar.length; at += 300) {
      System.arraycopy("ustar".getBytes(StandardCharsets.UTF_8), 0, ustar, at, 5);
    }
    assertTimeout(MOST_TIME, () -> search(ustar));
  }

  @Test
  void bombs() {
    byte[] zeros = new byte[100 << 20];
    for (byte[] packed :
        new byte[][] {Packer.gzip(zeros), ZipForge.of("a", 8, 0, Packer.deflate(zeros), zeros)}) {
      Extraction found =
          assertTimeout(
              MOST_TIME,
              () ->
                  Extractor.extract(
                      "bomb",
                      Slice.of(join(packed, rom(1))),
                      OPTIONS.with(Budget.usual().bytes(16 << 20, 32 << 20, 64 << 20))));
      assertThat(Search.reasons(found)).contains(Trouble.Reason.LIMIT);
      assertThat(found.deadEnds())
          .noneMatch(end -> end.trouble().reason() == Trouble.Reason.FAILED);
    }
  }

  /** Every member is small, but there are many, and each is another archive. */
  @Test
  void archivesInArchives() {
    byte[] inner = Packer.gzip(new byte[1 << 20]);
    for (int depth = 0; depth < 3; depth++) {
      inner =
          Packer.zip(
              true,
              Packer.files("a", inner, "b", inner, "c", inner, "d", inner, "e", inner, "f", inner));
    }
    byte[] bomb = inner;
    Extraction found =
        assertTimeout(
            MOST_TIME,
            () ->
                Extractor.extract(
                    "bomb",
                    Slice.of(bomb),
                    OPTIONS.with(Budget.usual().bytes(16 << 20, 32 << 20, 64 << 20))));
    assertThat(found.deadEnds()).isNotEmpty();
  }

  @Test
  void deeperThanAllowed() {
    byte[] blob = rom(1);
    for (int i = 0; i < 40; i++) {
      blob = Packer.zip(true, Packer.files("a", blob));
    }
    Extraction found = Search.of(blob);
    // Stored all the way, so that the ROM is found even where no more formats are looked for.
    assertThat(found.roms()).hasSize(1);
  }
}
