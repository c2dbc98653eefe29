package io.github.romparser.sign;

import io.github.romparser.bytes.Slice;
import java.util.Optional;

/**
 * The shape of DER (X.690 §8.1, §10.1), looked at before a parser that recurses and allocates sees
 * it: every length fits into what holds it, none is left open, nesting and number of elements have
 * bounds. edk2 takes no other lengths for a signature either (CryptAuthenticode.c).
 */
final class Der {

  /** The largest signature that is read, in bytes; real ones have below 10,000. */
  static final int MOST_BYTES = 1 << 20;

  /** How deep elements may be nested; a signature with time stamp has some twenty levels. */
  private static final int MOST_LEVELS = 64;

  /** How many elements there may be; a certificate has a hundred. */
  private static final int MOST_ELEMENTS = 16_384;

  /** How many elements a SET may have: sorting them takes time that grows with their square. */
  private static final int MOST_OF_A_SET = 256;

  private static final int SET = 0x31;
  private static final int CONSTRUCTED = 0x20;
  private static final int LONG_TAG = 0x1f;
  private static final int LONG_LENGTH = 0x80;
  private static final int LENGTH_BYTES = 4;

  private final Slice bytes;
  private int at;
  private int elements;

  private Der(Slice bytes) {
    this.bytes = bytes;
  }

  /** What is wrong with the first element of {@code bytes}; empty if it can be parsed. */
  static Optional<SignatureProblem> problem(Slice bytes) {
    if (bytes.length() > MOST_BYTES) {
      return Optional.of(SignatureProblem.TOO_LARGE);
    }
    return new Der(bytes).walk();
  }

  /** The first element alone, without what follows it; its shape has to be sound. */
  static Slice first(Slice bytes) {
    Der der = new Der(bytes);
    int content = der.header();
    return bytes.slice(0, der.at + content);
  }

  /** The content of the first element; its shape has to be sound. */
  static Slice content(Slice bytes) {
    Der der = new Der(bytes);
    int content = der.header();
    return bytes.slice(der.at, content);
  }

  private Optional<SignatureProblem> walk() {
    int[] ends = new int[MOST_LEVELS];
    int[] room = new int[MOST_LEVELS];
    int level = 0;
    ends[0] = bytes.length();
    room[0] = 1;
    do {
      if (++elements > MOST_ELEMENTS || --room[level] < 0) {
        return Optional.of(SignatureProblem.TOO_LARGE);
      }
      int tag = at < ends[level] ? bytes.u8(at) : 0;
      int content = header();
      if (content < 0 || content > ends[level] - at) {
        return Optional.of(SignatureProblem.NOT_DER);
      }
      if ((tag & CONSTRUCTED) != 0) {
        if (++level == MOST_LEVELS) {
          return Optional.of(SignatureProblem.TOO_LARGE);
        }
        ends[level] = at + content;
        room[level] = tag == SET ? MOST_OF_A_SET : MOST_ELEMENTS;
      } else {
        at += content;
      }
      while (level > 0 && at == ends[level]) {
        level--;
      }
    } while (level > 0);
    return Optional.empty();
  }

  /** Reads tag and length and goes behind them; gives the length of the content, or -1. */
  private int header() {
    if (!bytes.has(at, 2) || (bytes.u8(at) & LONG_TAG) == LONG_TAG) {
      return -1;
    }
    int length = bytes.u8(at + 1);
    at += 2;
    if (length < LONG_LENGTH) {
      return length;
    }
    int count = length - LONG_LENGTH;
    if (count == 0 || count > LENGTH_BYTES || !bytes.has(at, count)) {
      return -1;
    }
    long value = 0;
    for (int i = 0; i < count; i++) {
      value = value << Byte.SIZE | bytes.u8(at + i);
    }
    at += count;
    return value > MOST_BYTES ? -1 : (int) value;
  }
}
