package io.github.romparser.extract.handler.archive;

import io.github.romparser.bytes.Slice;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Sums of the data blocks of cabinets ([MS-CAB] 3.1): all words of 32 bits, by exclusive or. */
final class CabChecksum {

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** From here on the header is part of the sum. */
  private static final int SUMMED = 4;

  private CabChecksum() {}

  /**
   * Whether the sum of a block is right, or it has none.
   *
   * @param header its header, with what is reserved in it
   * @param packed its bytes
   */
  static boolean holds(Slice header, Slice packed) {
    long stated = header.u32(0);
    if (stated == 0) {
      return true;
    }
    long sum = of(packed) ^ header.u32(SUMMED);
    // The specification counts what is reserved, too; libmspack does not.
    return sum == stated || (sum ^ of(header.from(CabFolder.BLOCK_HEADER))) == stated;
  }

  /** The sum of bytes; what is left behind the last word counts from its highest byte on. */
  static long of(Slice bytes) {
    return bytes.within(
        (array, from, to) -> {
          long sum = 0;
          int at = from;
          for (; at + Long.BYTES <= to; at += Long.BYTES) {
            sum ^= (long) LONG.get(array, at);
          }
          sum = (sum ^ sum >>> Integer.SIZE) & 0xffff_ffffL;
          if (at + Integer.BYTES <= to) {
            sum ^= bytes.u32(at - from);
            at += Integer.BYTES;
          }
          long rest = 0;
          for (; at < to; at++) {
            rest = rest << Byte.SIZE | (array[at] & 0xff);
          }
          return sum ^ rest;
        });
  }
}
