package io.github.romparser.testdata;

/**
 * Changes addresses behind calls and jumps as Inno Setup does before it compresses a program
 * (issrc, TransformCallInstructions): they count from the start of the file then.
 */
public final class InnoCalls {
  private static final int BLOCK = 0x10000;

  private InnoCalls() {}

  /**
   * A copy that is changed.
   *
   * @param way 1 all bits, 2 low bits, 3 low bits with the high byte flipped
   */
  public static byte[] change(byte[] program, int way) {
    byte[] bytes = program.clone();
    int at = 0;
    while (at + 5 <= bytes.length) {
      boolean call = bytes[at] == (byte) 0xe8 || bytes[at] == (byte) 0xe9;
      boolean within = way == 1 || at % BLOCK <= BLOCK - 5;
      if (!call || !within) {
        at++;
        continue;
      }
      boolean small = bytes[at + 4] == 0 || bytes[at + 4] == -1;
      if (way == 1 || small) {
        int count = way == 1 ? 4 : 3;
        int value = 0;
        for (int i = 0; i < count; i++) {
          value |= (bytes[at + 1 + i] & 0xff) << (8 * i);
        }
        boolean backwards = (value & 0x80_0000) != 0;
        value += at + 5;
        for (int i = 0; i < count; i++) {
          bytes[at + 1 + i] = (byte) (value >>> (8 * i));
        }
        if (way == 3 && backwards) {
          bytes[at + 4] = (byte) ~bytes[at + 4];
        }
      }
      at += 5;
    }
    return bytes;
  }
}
