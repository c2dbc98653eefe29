package io.github.romparser.extract.codec;

/**
 * Takes back what LZX's encoder does to calls in x86 programs: the target behind each byte E8 was
 * made absolute, so that calls of one function look alike ([MS-PATCH] 2.7.1.1, "E8 Call
 * Translation").
 */
final class LzxFilter {

  private static final byte CALL = (byte) 0xe8;

  /** A call, in bytes. */
  private static final int LENGTH = 5;

  /** The last bytes of a frame stay as they are. */
  private static final int TAIL = 10;

  /** Later frames stay as they are. */
  private static final int FRAMES = 32768;

  private LzxFilter() {}

  /**
   * Changes bytes to what they were.
   *
   * @param bytes all bytes from the first on
   * @param length how many of them
   * @param size the size of the program, as the stream tells it; it need not be the length
   */
  static void undo(byte[] bytes, int length, int size) {
    long end = Math.min(length, (long) FRAMES * Lzx.FRAME);
    for (int frame = 0; frame < end; frame += Lzx.FRAME) {
      int last = Math.min(length, frame + Lzx.FRAME) - TAIL;
      int at = frame;
      while (at < last) {
        if (bytes[at] == CALL) {
          call(bytes, at, size);
          at += LENGTH;
        } else {
          at++;
        }
      }
    }
  }

  private static void call(byte[] bytes, int at, int size) {
    int target = 0;
    for (int i = 0; i < Integer.BYTES; i++) {
      target |= (bytes[at + 1 + i] & 0xff) << (i * Byte.SIZE);
    }
    if (target >= -at && target < size) {
      int relative = target >= 0 ? target - at : target + size;
      for (int i = 0; i < Integer.BYTES; i++) {
        bytes[at + 1 + i] = (byte) (relative >> (i * Byte.SIZE));
      }
    }
  }
}
