package io.github.romparser.extract.handler.installer;

import io.github.romparser.bytes.Slice;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Reads a set-up's header from front to back. What does not fit makes it fail for good, and give
 * nothing but zeros from then on.
 */
final class InnoCursor {

  /** Longer names are cut, in bytes. */
  private static final int LONGEST_NAME = 2048;

  /** What strings of set-ups that are not Unicode mostly are in. */
  private static final Charset ANSI = Charset.forName("windows-1252");

  private final Slice bytes;
  private final Charset charset;
  private long at;
  private boolean failed;

  InnoCursor(Slice bytes, boolean unicode) {
    this.bytes = bytes;
    this.charset = unicode ? StandardCharsets.UTF_16LE : ANSI;
  }

  /** Whether everything was there so far. */
  boolean ok() {
    return !failed;
  }

  /** Whether everything was there and nothing is left. */
  boolean atEnd() {
    return !failed && at == bytes.length();
  }

  int u8() {
    long from = take(1);
    return failed ? 0 : bytes.u8(from);
  }

  long u32() {
    long from = take(Integer.BYTES);
    return failed ? 0 : bytes.u32(from);
  }

  /** Passes over bytes, which are given. */
  Slice bytes(long count) {
    long from = take(count);
    return failed ? bytes.slice(0, 0) : bytes.slice(from, count);
  }

  /** A string: its length in bytes, then its bytes. */
  String string() {
    Slice text = block();
    return new String(text.clamp(0, LONGEST_NAME).toByteArray(), charset);
  }

  /** Passes over strings, or other blocks that begin with their lengths. */
  void skipStrings(long count) {
    for (long i = 0; i < count && !failed; i++) {
      block();
    }
  }

  /** Passes over entries of so many strings and so many bytes. */
  void skipEntries(long count, InnoLayout.Entry entry) {
    for (long i = 0; i < count && !failed; i++) {
      skipStrings(entry.strings());
      bytes(entry.fixed());
    }
  }

  private Slice block() {
    return bytes(u32());
  }

  private long take(long count) {
    failed |= !bytes.has(at, count);
    long from = at;
    at += failed ? 0 : count;
    return from;
  }
}
