package io.github.romparser.benchmarks;

import io.github.romparser.testdata.RomForge;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Bytes like those of a firmware update, the same at every call: stretches of compressed data,
 * machine code, text and padding, decoys that look like the start of a ROM, and a few ROMs.
 *
 * <p>No byte comes from a real firmware; the shares are a guess at what one is made of.
 */
final class FirmwareImage {

  /** What is planted, by turns. */
  private static final List<String> LAYOUTS =
      List.of("desktop-nvidia", "amd-flash", "ipxe", "seavga", "bb77", "efi-only", "lsi");

  /** Distance between two ROMs, in bytes: 21 of them in 64 MiB. */
  private static final int ROM_DISTANCE = 3 << 20;

  /** Distance between two decoys, in bytes. */
  private static final int DECOY_DISTANCE = 0x8000;

  /**
   * Bytes of x86-64 code, the frequent ones often: prefixes and moves, stack operations, calls,
   * jumps, small operands. The letters of "PCIR" are among them, as they are in real code.
   */
  private static final byte[] CODE =
      ints(
          0x48, 0x48, 0x48, 0x48, 0x48, 0x48, 0x48, 0x8b, 0x8b, 0x8b, 0x8b, 0x89, 0x89, 0x89, 0x8d,
          0x8d, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0xff, 0xff, 0xff, 0xff, 0x24,
          0x24, 0x24, 0x0f, 0x0f, 0x0f, 0xe8, 0xe8, 0x01, 0x01, 0x08, 0x08, 0x10, 0x20, 0x28, 0x30,
          0x44, 0x44, 0x44, 0x45, 0x41, 0x41, 0x49, 0x49, 0x4c, 0x4c, 0x85, 0x85, 0xc0, 0xc0, 0xc3,
          0x74, 0x74, 0x75, 0x75, 0xeb, 0x83, 0x83, 0xc4, 0xec, 0x53, 0x55, 0x56, 0x57, 0x50, 0x52,
          0x5b, 0x5d, 0x5e, 0x5f, 0x31, 0x33, 0x39, 0x3b, 0xc7, 0xb8, 0xba, 0x66, 0x02, 0x04, 0x05,
          0x0c, 0x18, 0x40, 0x80, 0xf0, 0xe0);

  private static final List<String> WORDS =
      List.of(
          "Setup ",
          "Boot ",
          "PciBus",
          "Device ",
          "ERROR: ",
          "Protocol",
          "Enabled",
          "Disabled",
          "CPU ",
          "%d\r\n",
          "option ",
          "rom ",
          "memory ",
          "DXE ",
          "SMBIOS",
          "the ",
          "not found\n");

  private static final List<String> DECOY_WORDS = List.of("PCIR", "NPDS", "RGIS");

  private final byte[] bytes;
  private final List<Integer> roms;

  private FirmwareImage(byte[] bytes, List<Integer> roms) {
    this.bytes = bytes;
    this.roms = roms;
  }

  /** The image itself; nobody may change it. */
  byte[] bytes() {
    return bytes;
  }

  /** Where ROMs were planted, ascending; all odd. */
  List<Integer> roms() {
    return roms;
  }

  /** Makes an image of a size in bytes. */
  static FirmwareImage of(int size) {
    SplittableRandom random = new SplittableRandom(0x55aa);
    byte[] bytes = new byte[size];
    int at = 0;
    while (at < size) {
      int end = (int) Math.min(size, at + 0x1000L + random.nextInt(0x20000));
      switch (random.nextInt(10)) {
        case 0, 1, 2, 3 -> compressed(bytes, at, end, random);
        case 4, 5 -> code(bytes, at, end, random);
        case 6 -> text(bytes, at, end, random);
        case 7, 8 -> Arrays.fill(bytes, at, end, (byte) 0xff);
        default -> {} // stays zero
      }
      at = end;
    }
    for (int decoy = 0x123; decoy + 0x20 < size; decoy += DECOY_DISTANCE + 1) {
      bytes[decoy] = 0x55;
      bytes[decoy + 1] = (byte) 0xaa;
    }
    return new FirmwareImage(bytes, plant(bytes));
  }

  private static List<Integer> plant(byte[] bytes) {
    List<Integer> roms = new ArrayList<>();
    for (int at = ROM_DISTANCE / 2 | 1; at < bytes.length; at += ROM_DISTANCE) {
      byte[] rom = RomForge.named(LAYOUTS.get(roms.size() % LAYOUTS.size()));
      if (rom.length > bytes.length - at) {
        break;
      }
      System.arraycopy(rom, 0, bytes, at, rom.length);
      roms.add(at);
    }
    return roms;
  }

  private static void compressed(byte[] bytes, int from, int to, SplittableRandom random) {
    byte[] noise = new byte[to - from];
    random.nextBytes(noise);
    System.arraycopy(noise, 0, bytes, from, noise.length);
  }

  private static void code(byte[] bytes, int from, int to, SplittableRandom random) {
    for (int i = from; i < to; i++) {
      int value = random.nextInt(CODE.length * 5 / 4);
      bytes[i] = value < CODE.length ? CODE[value] : (byte) random.nextInt(256);
    }
  }

  private static void text(byte[] bytes, int from, int to, SplittableRandom random) {
    int at = from;
    while (at < to) {
      List<String> words = random.nextInt(0x4000) == 0 ? DECOY_WORDS : WORDS;
      byte[] word = words.get(random.nextInt(words.size())).getBytes(StandardCharsets.US_ASCII);
      int length = Math.min(word.length, to - at);
      System.arraycopy(word, 0, bytes, at, length);
      at += length;
    }
  }

  private static byte[] ints(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
