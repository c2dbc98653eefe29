package io.github.romparser.extract.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.Budget;
import io.github.romparser.extract.ExtractOptions;
import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.Extractor;
import io.github.romparser.extract.spi.Trouble;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;

/** What has to hold for every format, whatever is done to its bytes. */
public final class Hostile {
  private static final Duration MOST_TIME = Duration.ofSeconds(20);
  private static final ExtractOptions OPTIONS =
      ExtractOptions.usual().threads(1).with(Budget.usual().within(MOST_TIME));

  private Hostile() {}

  /** Searches; no handler may fail, nor the time run out. */
  public static Extraction search(byte[] bytes) {
    Extraction found =
        assertTimeout(MOST_TIME, () -> Extractor.extract("blob", Slice.of(bytes), OPTIONS));
    assertThat(found.deadEnds())
        .noneMatch(end -> end.trouble().reason() == Trouble.Reason.FAILED)
        .noneMatch(end -> end.trouble().detail().contains("was ended"));
    return found;
  }

  /** A specimen with so many of its bytes; at most a thousand lengths are tried. */
  public static void cutAnywhere(Specimen specimen) {
    byte[] bytes = specimen.bytes();
    int step = Math.max(1, bytes.length / 1000);
    for (int length = 0; length < bytes.length; length += step) {
      search(Arrays.copyOf(bytes, length));
    }
    assertThat(search(bytes).roms()).as(specimen.name()).isNotEmpty();
  }

  /** A specimen with some bits changed. */
  public static void changedAnywhere(Specimen specimen) {
    byte[] bytes = specimen.bytes();
    Random random = new Random(bytes.length);
    for (int i = 0; i < 200; i++) {
      byte[] changed = bytes.clone();
      for (int k = 0; k <= i % 4; k++) {
        changed[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      }
      search(changed);
    }
  }
}
