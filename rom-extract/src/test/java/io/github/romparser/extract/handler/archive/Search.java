package io.github.romparser.extract.handler.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.Budget;
import io.github.romparser.extract.ExtractOptions;
import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.Extractor;
import io.github.romparser.extract.FoundRom;
import io.github.romparser.extract.spi.Trouble;
import io.github.romparser.testdata.ImageForge;
import io.github.romparser.testdata.RomForge;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;

/** Searches bytes with all formats, and says where the ROMs were. */
final class Search {
  /** Nothing that a test searches may take longer, in whatever way it is broken. */
  private static final Duration MOST_TIME = Duration.ofSeconds(20);

  private static final ExtractOptions OPTIONS =
      ExtractOptions.usual().with(Budget.usual().within(MOST_TIME));

  static final String NAME = "blob";

  private Search() {}

  /** A ROM of 1 KiB; each number gives another device. */
  static byte[] rom(int number) {
    return RomForge.start().image(ImageForge.legacy(2, 0x10de, 0x1c00 + number).last()).build();
  }

  /** Searches on one thread and on four, and says that the result is the same. */
  static Extraction of(byte[] blob) {
    Extraction one = Extractor.extract(NAME, Slice.of(blob), OPTIONS.threads(1));
    Extraction four = Extractor.extract(NAME, Slice.of(blob), OPTIONS.threads(4));
    assertThat(summary(four)).isEqualTo(summary(one));
    assertThat(four.parts()).isEqualTo(one.parts());
    assertSane(one);
    return one;
  }

  /** No handler failed, and there was time enough. */
  static void assertSane(Extraction found) {
    assertThat(found.deadEnds())
        .noneMatch(end -> end.trouble().reason() == Trouble.Reason.FAILED)
        .noneMatch(end -> end.trouble().detail().contains("was ended"));
  }

  private static List<Object> summary(Extraction found) {
    return List.of(
        found.roms().stream().map(rom -> rom.sha256() + rom.sources()).toList(),
        found.deadEnds(),
        found.verdict(),
        found.findings());
  }

  /** The ways to all ROMs, the name of the file left out, in the order of the search. */
  static List<String> paths(Extraction found) {
    return found.roms().stream()
        .flatMap(rom -> rom.sources().stream())
        .map(source -> String.join(" > ", source.path().subList(1, source.path().size())))
        .toList();
  }

  static List<String> paths(byte[] blob) {
    return paths(of(blob));
  }

  /** The devices of all ROMs, as {@link #rom} numbers them. */
  static List<Integer> numbers(Extraction found) {
    return found.roms().stream().map(FoundRom::deviceId).map(id -> id - 0x1c00).toList();
  }

  static List<Trouble.Reason> reasons(Extraction found) {
    return found.deadEnds().stream().map(end -> end.trouble().reason()).toList();
  }

  static byte[] join(byte[]... pieces) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] piece : pieces) {
      out.writeBytes(piece);
    }
    return out.toByteArray();
  }

  /** Bytes that compress to almost nothing and are no padding. */
  static byte[] dull(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (i % 7 + 1);
    }
    return bytes;
  }
}
