package io.github.romparser.extract.handler.installer;

/**
 * Undoes what Inno Setup does to programs before it compresses them: the addresses behind calls and
 * jumps, bytes E8 and E9, count from the start of the file instead of from the instruction
 * (dscharrer/innoextract, src/stream/exefilter.hpp).
 */
enum CallFilter {
  /** Nothing was done. */
  NONE,
  /** Before 5.2.0: all 32 bits, wherever E8 or E9 stands. */
  ALL_BITS,
  /** Before 5.3.9: the low 24 bits of small addresses, in blocks. */
  LOW_BITS,
  /** The same, and the high byte is that of a jump forwards for jumps backwards too. */
  FLIPPED;

  private static final int CALL = 0xe8;
  private static final int JUMP = 0xe9;
  private static final int INSTRUCTION = 5;

  /** No address lies in two blocks of so many bytes. */
  private static final int BLOCK = 0x10000;

  private static final int LOW = 0xff_ffff;
  private static final int SIGN = 0x80_0000;

  /** The variant of a version. */
  static CallFilter of(InnoVersion version) {
    if (!version.from(5, 2, 0)) {
      return ALL_BITS;
    }
    return version.from(5, 3, 9) ? FLIPPED : LOW_BITS;
  }

  /** Changes the bytes of a whole file back. */
  void undo(byte[] bytes) {
    switch (this) {
      case NONE -> {}
      case ALL_BITS -> allBits(bytes);
      case LOW_BITS -> lowBits(bytes, false);
      case FLIPPED -> lowBits(bytes, true);
    }
  }

  private static boolean instruction(byte value) {
    int code = value & 0xff;
    return code == CALL || code == JUMP;
  }

  /** The last address may be cut off by the end of the file. */
  private static void allBits(byte[] bytes) {
    int at = 0;
    while (at < bytes.length) {
      if (!instruction(bytes[at])) {
        at++;
        continue;
      }
      int count = Math.min(INSTRUCTION - 1, bytes.length - at - 1);
      int address = number(bytes, at + 1, count) - (at + INSTRUCTION);
      put(bytes, at + 1, count, address);
      at += INSTRUCTION;
    }
  }

  private static void lowBits(byte[] bytes, boolean flipped) {
    int at = 0;
    while (at + INSTRUCTION <= bytes.length) {
      if (!instruction(bytes[at]) || BLOCK - at % BLOCK < INSTRUCTION) {
        at++;
        continue;
      }
      int high = at + INSTRUCTION - 1;
      if (bytes[high] == 0 || bytes[high] == (byte) 0xff) {
        int distance = number(bytes, at + 1, 3) - (at + INSTRUCTION & LOW);
        put(bytes, at + 1, 3, distance);
        if (flipped && (distance & SIGN) != 0) {
          bytes[high] = (byte) ~bytes[high];
        }
      }
      at += INSTRUCTION;
    }
  }

  private static int number(byte[] bytes, int at, int count) {
    int value = 0;
    for (int i = 0; i < count; i++) {
      value |= (bytes[at + i] & 0xff) << (Byte.SIZE * i);
    }
    return value;
  }

  private static void put(byte[] bytes, int at, int count, int value) {
    for (int i = 0; i < count; i++) {
      bytes[at + i] = (byte) (value >>> (Byte.SIZE * i));
    }
  }
}
