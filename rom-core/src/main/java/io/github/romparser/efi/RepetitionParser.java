package io.github.romparser.efi;

import io.github.romparser.bytes.Slice;

/**
 * Says bytes as bytes and repetitions. A repetition is taken unless it is too dear, or the one that
 * begins at the next byte is better by more than that byte costs: longer, and not much farther
 * back.
 */
final class RepetitionParser {

  /**
   * How many places are looked at for a repetition. With all of 8 KiB the streams of real drivers
   * are smaller by less than 0.1 %.
   */
  private static final int CHAIN = 1024;

  /** Where a repetition is so long, a better one is looked for at fewer places. */
  private static final int GOOD = 64;

  private static final int SHORT_CHAIN = 64;

  /** What a byte more is worth, in bits of distance. */
  private static final int BYTE_WORTH = 4;

  /** Longer repetitions always pay. */
  private static final int SHORT = 8;

  /**
   * By so many bits a repetition may cost more than its bytes: what is used more often becomes
   * cheaper. With none streams of real drivers are larger by 0.1 %, without a bound those of noise
   * by 3 %.
   */
  private static final int SLACK = 2;

  private final byte[] bytes;
  private final int end;
  private final MatchFinder finder;
  private final BlockEncoder out;

  private int at;

  private RepetitionParser(byte[] bytes, int from, int end, int window, BlockEncoder out) {
    this.bytes = bytes;
    this.at = from;
    this.end = end;
    this.finder = new MatchFinder(bytes, from, end, window);
    this.out = out;
  }

  /** Feeds an encoder with all bytes of a view. */
  static void parse(Slice input, int window, BlockEncoder out) {
    input.within((array, from, to) -> new RepetitionParser(array, from, to, window, out)).parse();
  }

  private void parse() {
    finder.find(at, BlockFormat.SHORTEST, CHAIN);
    while (at < end) {
      int length = finder.length();
      int distance = finder.distance();
      finder.add(at, 1);
      if (length == 0 || (length <= SHORT && tooDear(length, distance))) {
        literal();
        finder.find(at, BlockFormat.SHORTEST, CHAIN);
      } else {
        finder.find(at + 1, length + 1, length < GOOD ? CHAIN : SHORT_CHAIN);
        if (finder.length() > 0
            && worth(finder.length(), finder.distance()) > worth(length, distance)) {
          literal();
        } else {
          out.repetition(length, distance);
          finder.add(at + 1, length - 1);
          at += length;
          finder.find(at, BlockFormat.SHORTEST, CHAIN);
        }
      }
    }
  }

  private void literal() {
    out.literal(bytes[at++] & 0xff);
  }

  private boolean tooDear(int length, int distance) {
    Prices prices = out.prices();
    int bits = 0;
    for (int i = at; i < at + length; i++) {
      bits += prices.literal(bytes[i] & 0xff);
    }
    return prices.repetition(length, distance) > bits + SLACK;
  }

  private static int worth(int length, int distance) {
    return BYTE_WORTH * length - BlockFormat.positionSymbol(distance - 1);
  }
}
