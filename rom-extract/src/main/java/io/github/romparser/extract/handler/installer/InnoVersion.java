package io.github.romparser.extract.handler.installer;

import io.github.romparser.bytes.Slice;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The version of the layout of a set-up's header, which is not that of the product: {@code Inno
 * Setup Setup Data (5.5.7) (u)}.
 *
 * @param number four bytes, the major one highest
 * @param unicode whether its strings are UTF-16
 */
record InnoVersion(long number, boolean unicode) {

  /** What the header begins with, in 64 bytes that are filled up with zeros. */
  static final String TEXT = "Inno Setup Setup Data (";

  /** Length of the text with what fills it up. */
  static final int LENGTH = 64;

  private static final Pattern FORM =
      Pattern.compile(
          "Inno Setup Setup Data \\((\\d+)\\.(\\d+)\\.(\\d+)(?:\\.(\\d+))?\\)( \\([uU]\\))?");

  /** From this one on strings are always UTF-16, and the text does not say so any more. */
  private static final long ALWAYS_UNICODE = of(6, 3, 0, 0);

  /**
   * Where layouts change (dscharrer/innoextract, src/setup; binref/refinery, lib/inno/archive.py;
   * jrsoftware/issrc, Shared.Struct.pas).
   */
  private static final long[] KNOWN = {
    of(5, 1, 0, 0), of(5, 1, 2, 0), of(5, 1, 7, 0), of(5, 1, 10, 0), of(5, 1, 13, 0),
    of(5, 2, 0, 0), of(5, 2, 1, 0), of(5, 2, 3, 0), of(5, 2, 5, 0), of(5, 3, 0, 0),
    of(5, 3, 3, 0), of(5, 3, 5, 0), of(5, 3, 6, 0), of(5, 3, 8, 0), of(5, 3, 9, 0),
    of(5, 3, 10, 0), of(5, 4, 2, 0), of(5, 5, 0, 0), of(5, 5, 6, 0), of(5, 5, 7, 0),
    of(5, 6, 0, 0), of(5, 6, 1, 0), of(5, 7, 0, 0), of(6, 0, 0, 0), of(6, 1, 0, 0),
    of(6, 3, 0, 0), of(6, 4, 0, 0), of(6, 4, 0, 1), of(6, 4, 2, 0), of(6, 4, 3, 0),
    of(6, 5, 0, 0), of(6, 5, 2, 0), of(6, 6, 0, 0), of(6, 6, 1, 0),
  };

  /** So many layouts before the stated one are tried as well. */
  private static final int BACK = 2;

  /** A version as a number. */
  static long of(int major, int minor, int patch, int build) {
    return (long) major << 24 | minor << 16 | patch << 8 | build;
  }

  /** Reads the text at the start of a header; empty if it is none. */
  static Optional<InnoVersion> read(Slice header) {
    Matcher form = FORM.matcher(header.ascii(0, LENGTH));
    if (!header.has(0, LENGTH) || !form.lookingAt()) {
      return Optional.empty();
    }
    long number = 0;
    for (int group = 1; group <= 4; group++) {
      String digits = Optional.ofNullable(form.group(group)).orElse("0");
      int part = digits.length() > 3 ? 0xff : Math.min(0xff, Integer.parseInt(digits));
      number = number << 8 | part;
    }
    boolean marked = Optional.ofNullable(form.group(5)).isPresent();
    return Optional.of(new InnoVersion(number, marked || number >= ALWAYS_UNICODE));
  }

  /** Whether it is that version or a later one. */
  boolean from(int major, int minor, int patch) {
    return number >= of(major, minor, patch, 0);
  }

  /** Whether it is that version or a later one. */
  boolean from(int major, int minor, int patch, int build) {
    return number >= of(major, minor, patch, build);
  }

  /**
   * The layouts that a header with this version may have: the stated one, those that came after it
   * before anybody changed the text, and some before.
   */
  List<InnoVersion> candidates() {
    int next = (int) IntStream.range(0, KNOWN.length).filter(i -> KNOWN[i] <= number).count();
    Stream<Long> later = IntStream.range(next, KNOWN.length).mapToObj(i -> KNOWN[i]);
    Stream<Long> earlier = IntStream.range(Math.max(0, next - BACK), next).mapToObj(i -> KNOWN[i]);
    return Stream.of(Stream.of(number), later, earlier)
        .flatMap(numbers -> numbers)
        .distinct()
        .map(candidate -> new InnoVersion(candidate, unicode))
        .toList();
  }

  /** The digits. */
  String text() {
    String three = (number >> 24) + "." + (number >> 16 & 0xff) + "." + (number >> 8 & 0xff);
    return (number & 0xff) == 0 ? three : three + "." + (number & 0xff);
  }
}
