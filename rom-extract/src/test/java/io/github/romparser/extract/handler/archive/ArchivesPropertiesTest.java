package io.github.romparser.extract.handler.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.ExtractOptions;
import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.Extractor;
import io.github.romparser.extract.handler.Specimen;
import io.github.romparser.extract.spi.Handler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Archives wherever they stand, and what chance makes of them. */
final class ArchivesPropertiesTest {
  private static final ExtractOptions OPTIONS = ExtractOptions.usual().threads(1);
  private static final List<Specimen> ALL = ArchiveSpecimens.all().toList();

  /** What wants unknown bytes to begin there is not found in their midst. */
  private static final List<String> AT_START = List.of("lzma", "cpio-binary");

  @Property(tries = 200)
  void foundBehindAndInFrontOfAnything(
      @ForAll @IntRange(max = 3000) int before, @ForAll @IntRange(max = 3000) int behind) {
    Specimen specimen = ALL.get((before + behind) % ALL.size());
    if (before > 0 && AT_START.contains(specimen.name())) {
      return;
    }
    byte[] blob =
        Search.join(Search.dull(before), specimen.bytes(), Search.dull(behind), Search.rom(9));
    Extraction found = Extractor.extract("blob", Slice.of(blob), OPTIONS);
    Search.assertSane(found);
    assertThat(Search.numbers(found)).contains(1, 9);
  }

  @Property(tries = 300)
  void changedPiecesNeverFail(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] bytes = ALL.get(random.nextInt(ALL.size())).bytes().clone();
    int from = random.nextInt(bytes.length);
    for (int i = from; i < Math.min(bytes.length, from + 1 + random.nextInt(24)); i++) {
      bytes[i] = random.nextInt(3) == 0 ? (byte) 0xff : (byte) random.nextInt();
    }
    Search.assertSane(Extractor.extract("blob", Slice.of(bytes), OPTIONS));
  }

  /** Bytes in which every third is part of a branch, and any of its targets may be taken out. */
  @Property(tries = 300)
  void bcj2ComesOut(@ForAll long seed, @ForAll @IntRange(max = 3000) int size) throws IOException {
    Random random = new Random(seed);
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    int[] branches = {0xe8, 0xe9, 0x0f, 0x84};
    for (int i = 0; i < size; i++) {
      bytes[i] = random.nextInt(3) == 0 ? (byte) branches[random.nextInt(4)] : bytes[i];
    }
    byte[][] streams = Bcj2Streams.of(bytes, random);
    try (InputStream in =
        new Bcj2Stream(
            new ByteArrayInputStream(streams[0]),
            new ByteArrayInputStream(streams[1]),
            new ByteArrayInputStream(streams[2]),
            new ByteArrayInputStream(streams[3]))) {
      assertThat(in.readAllBytes()).isEqualTo(bytes);
    }
  }

  /** The end that a probe tells lies behind the start, and in the area. */
  @Property(tries = 200)
  void probesStayInTheArea(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] bytes = ALL.get(random.nextInt(ALL.size())).bytes();
    Slice area = Slice.of(bytes).clamp(random.nextInt(40), random.nextInt(bytes.length));
    for (Handler handler : ExtractOptions.formats()) {
      for (long start = 0; start < Math.min(area.length(), 64); start++) {
        long at = start;
        handler
            .probe(area, start, TestAllowance.ample())
            .ifPresent(f -> assertThat(f.end()).isBetween(at + 1, (long) area.length()));
      }
    }
  }
}
