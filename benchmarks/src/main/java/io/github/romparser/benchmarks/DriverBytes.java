package io.github.romparser.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Bytes like those of an EFI driver: functions of x86-64 instructions that move the same few
 * registers, constants and places about, calls of functions that exist, tables of structures, text
 * in UTF-16 and Latin-1, and the zeros between sections. The same bytes at every run; they compress
 * to about half, as graphics drivers do.
 */
final class DriverBytes {

  /** Beginnings of instructions; a byte of displacement follows each. */
  private static final int[][] MOVES = {
    {0x48, 0x8b, 0x44, 0x24}, {0x48, 0x89, 0x5c, 0x24}, {0x48, 0x8b, 0x4d}, {0x8b, 0x45},
    {0x89, 0x45}, {0x48, 0x8d, 0x54, 0x24}, {0x4c, 0x8b, 0x43}, {0x41, 0x8b, 0x56},
    {0x0f, 0xb6, 0x43}, {0xc6, 0x43}, {0x66, 0x89, 0x47}, {0x48, 0x83, 0xc4}
  };

  /** Whole instructions. */
  private static final int[][] SHORT = {
    {0x33, 0xc0}, {0x85, 0xc0}, {0x48, 0x85, 0xc9}, {0x48, 0x8b, 0xd8}, {0x49, 0x8b, 0xcf},
    {0x45, 0x33, 0xc9}, {0x48, 0xff, 0xc7}, {0x3b, 0xc1}, {0x0b, 0xc2}, {0xc1, 0xe0, 0x08}
  };

  private static final int[] PROLOGUE = {0x48, 0x89, 0x5c, 0x24, 0x08, 0x57, 0x48, 0x83, 0xec};
  private static final int[] EPILOGUE = {0x5f, 0xc3, 0xcc, 0xcc};

  private static final List<String> WORDS =
      List.of(
          "Display ",
          "Output ",
          "Protocol ",
          "Driver ",
          "mode %d x %d ",
          "Graphics ",
          "Port ",
          "link training ",
          "failed: %r",
          "EDID ",
          "block ",
          "Controller ",
          "not found ",
          "HDMI ");

  private final byte[] bytes;
  private final SplittableRandom random;
  private int at;

  private DriverBytes(int size, long seed) {
    this.bytes = new byte[size];
    this.random = new SplittableRandom(seed);
  }

  /** Makes {@code size} bytes. */
  static byte[] of(int size, long seed) {
    DriverBytes driver = new DriverBytes(size, seed);
    driver.fill();
    return driver.bytes;
  }

  private void fill() {
    at = 0x200;
    while (at < bytes.length * 3 / 4) {
      function();
    }
    at += 0x100;
    while (at < bytes.length * 7 / 8) {
      row();
    }
    while (at < bytes.length) {
      text();
    }
  }

  private void function() {
    put(PROLOGUE);
    put(8 * (4 + random.nextInt(12)));
    for (int left = 5 + random.nextInt(60); left > 0; left--) {
      instruction();
    }
    put(EPILOGUE);
  }

  private void instruction() {
    int kind = random.nextInt(20);
    if (kind < 8) {
      put(MOVES[skewed(MOVES.length)]);
      put(8 * skewed(24));
    } else if (kind < 13) {
      put(SHORT[skewed(SHORT.length)]);
    } else if (kind < 16) {
      put(0x74 + random.nextInt(2), random.nextInt(0x60));
    } else if (kind < 18) {
      // To the start of one of the functions before it.
      put(0xe8);
      put32(-at + 0x200 + 16 * random.nextInt(1 + at / 64));
    } else if (kind < 19) {
      put(0xba);
      put32(random.nextInt(0x10000));
    } else {
      put(0xf7, 0x83);
      put32(4 * random.nextInt(0x200));
      put32(1 << random.nextInt(32));
    }
  }

  /** The smaller, the likelier. */
  private int skewed(int count) {
    return random.nextInt(1 + random.nextInt(count));
  }

  /** A row of a table of timings. */
  private void row() {
    put32(640 + 16 * random.nextInt(200));
    put32(480 + 8 * random.nextInt(200));
    put32(random.nextInt(300_000));
    put(random.nextInt(4), 0, random.nextInt(256), random.nextInt(256));
    put32(0);
  }

  private void text() {
    StringBuilder text = new StringBuilder();
    for (int left = 1 + random.nextInt(5); left > 0; left--) {
      text.append(WORDS.get(random.nextInt(WORDS.size())));
    }
    text.append((char) ('0' + random.nextInt(10))).append('\0');
    boolean wide = random.nextInt(3) > 0;
    byte[] letters =
        text.toString().getBytes(wide ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1);
    for (byte letter : letters) {
      put(letter);
    }
  }

  private void put32(int value) {
    put(value, value >>> 8, value >>> 16, value >>> 24);
  }

  private void put(int... values) {
    for (int value : values) {
      if (at < bytes.length) {
        bytes[at++] = (byte) value;
      }
    }
  }
}
