package io.github.romparser.check;

import io.github.romparser.bytes.Slice;
import java.util.Arrays;

/**
 * The ROM BAR as a guest reads it: the file, then zeros up to the size of the BAR (QEMU
 * hw/pci/pci.c, pci_add_option_rom).
 */
final class RomBar {

  private final Slice file;
  private final long size;

  RomBar(CheckInput input) {
    this.file = input.rom().bytes();
    this.size = input.bar();
  }

  /** In bytes. */
  long size() {
    return size;
  }

  boolean has(long at, long count) {
    return at >= 0 && count >= 0 && at <= size && count <= size - at;
  }

  int u8(long at) {
    return at < size && file.has(at, 1) ? file.u8(at) : 0;
  }

  int u16(long at) {
    return u8(at) | (u8(at + 1) << 8);
  }

  long u32(long at) {
    return u16(at) | ((long) u16(at + 2) << 16);
  }

  boolean is(long at, String text) {
    for (int i = 0; i < text.length(); i++) {
      if (u8(at + i) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The bytes of the file in a range; the zeros behind its end are not among them. */
  Slice slice(long at, long count) {
    return file.clamp(at, Math.min(count, Math.max(0, size - at)));
  }

  /** The bytes in a range as a guest reads them: with the zeros behind the end of the file. */
  Slice padded(long at, long count) {
    Slice bytes = slice(at, count);
    long wanted = Math.min(count, Math.max(0, size - at));
    return bytes.length() == wanted
        ? bytes
        : Slice.of(Arrays.copyOf(bytes.toByteArray(), Math.toIntExact(wanted)));
  }

  /** The 8-bit sum over a range; the zeros behind the end of the file add nothing. */
  int sum8(long at, long count) {
    Slice bytes = slice(at, count);
    return bytes.sum8(0, bytes.length());
  }
}
