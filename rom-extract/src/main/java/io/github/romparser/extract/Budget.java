package io.github.romparser.extract;

import java.time.Duration;

/**
 * What a search may use. Whatever goes beyond it becomes a dead end, and the search goes on
 * elsewhere; only when the time is over it ends.
 *
 * @param depth how many containers may lie in each other, each found or unpacked anew
 * @param nesting how many parts may lie in each other, sections within sections included
 * @param partBytes the most bytes that one decoding may give
 * @param ratio how many times as large as its input a decoding's output may be, once it is larger
 *     than {@link #RATIO_FROM}
 * @param heldBytes how many decoded bytes may be held at one time
 * @param decodedBytes how many bytes may be decoded altogether
 * @param romBytes how many bytes all ROMs that are found may have together
 * @param parts how many parts may be looked at
 * @param time how long the search may take; zero for as long as it needs
 */
public record Budget(
    int depth,
    int nesting,
    long partBytes,
    long ratio,
    long heldBytes,
    long decodedBytes,
    long romBytes,
    int parts,
    Duration time) {

  /**
   * Outputs up to this size, in bytes, may be of any ratio: LZMA makes a few KiB of an empty flash
   * chip of 16 MiB.
   */
  public static final long RATIO_FROM = 64L << 20;

  private static final long MIB = 1L << 20;

  /**
   * {@return the usual budget: depth 16, 512 MiB a part, 8 GiB altogether, 250,000 parts, ten
   * minutes} Of this Java's memory half may be held, at most 1.5 GiB.
   */
  public static Budget usual() {
    return new Budget(
        16,
        96,
        512 * MIB,
        1000,
        Math.min(1536 * MIB, Runtime.getRuntime().maxMemory() / 2),
        8192 * MIB,
        512 * MIB,
        250_000,
        Duration.ofMinutes(10));
  }

  /**
   * {@return the same budget with another time}
   *
   * @param other how long the search may take; zero for as long as it needs
   */
  public Budget within(Duration other) {
    return new Budget(
        depth, nesting, partBytes, ratio, heldBytes, decodedBytes, romBytes, parts, other);
  }

  /**
   * {@return the same budget with other sizes}
   *
   * @param part the most bytes that one decoding may give
   * @param held how many decoded bytes may be held at one time
   * @param decoded how many bytes may be decoded altogether
   */
  public Budget bytes(long part, long held, long decoded) {
    return new Budget(depth, nesting, part, ratio, held, decoded, romBytes, parts, time);
  }

  /**
   * {@return the same budget with other counts}
   *
   * @param otherDepth how many containers may lie in each other
   * @param otherNesting how many parts may lie in each other, sections within sections included
   * @param otherParts how many parts may be looked at
   */
  public Budget counts(int otherDepth, int otherNesting, int otherParts) {
    return new Budget(
        otherDepth,
        otherNesting,
        partBytes,
        ratio,
        heldBytes,
        decodedBytes,
        romBytes,
        otherParts,
        time);
  }

  /** The most that a decoding of so many bytes may give. */
  long outputOf(long input) {
    long byRatio = input > Long.MAX_VALUE / ratio ? Long.MAX_VALUE : input * ratio;
    return Math.min(Math.min(partBytes, heldBytes), Math.max(RATIO_FROM, byRatio));
  }
}
