package io.github.romparser.check.firmware;

import io.github.romparser.testdata.ImageForge;

/** An image that is being damaged. */
final class Part {

  static final int BLOCK = ImageForge.BLOCK;

  private final char tag;
  private final int pcir;
  private final byte[] bytes;

  /** What stands before the image. */
  private byte[] gap = new byte[0];

  /**
   * @param tag what its code prints
   * @param pcir where its PCI data structure is
   * @param bytes the image
   */
  Part(char tag, int pcir, byte[] bytes) {
    this.tag = tag;
    this.pcir = pcir;
    this.bytes = bytes;
  }

  char tag() {
    return tag;
  }

  /** Where its PCI data structure is. */
  int pcir() {
    return pcir;
  }

  int blocks() {
    return bytes.length / BLOCK;
  }

  int u8(int at) {
    return bytes[at] & 0xFF;
  }

  int u16(int at) {
    return u8(at) | u8(at + 1) << 8;
  }

  void u8(int at, int value) {
    bytes[at] = (byte) value;
  }

  void u16(int at, int value) {
    u8(at, value);
    u8(at + 1, value >> 8);
  }

  void gap(byte[] before) {
    this.gap = before;
  }

  boolean legacy() {
    return u8(pcir + 0x14) == 0;
  }

  /** Makes the sum over the initialisation size of an x86 image 0, where that lies within it. */
  void balance() {
    int end = u8(2) * BLOCK;
    if (end == 0 || end > bytes.length) {
      return;
    }
    int sum = 0;
    for (int i = 0; i < end - 1; i++) {
      sum += bytes[i];
    }
    u8(end - 1, -sum);
  }

  void addTo(Specimen rom) {
    rom.bytes(gap).image(tag, bytes);
  }
}
