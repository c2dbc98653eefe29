package io.github.romparser.testdata;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Set;

/**
 * Puts images together into a ROM file, and gives out the ready ones by name. What is called first
 * comes first in the file; the setters change this builder and return it.
 */
public final class RomForge {
  private ByteArrayOutputStream out = new ByteArrayOutputStream();

  private RomForge() {}

  /** An empty file. */
  public static RomForge start() {
    return new RomForge();
  }

  /**
   * A ready layout, the same bytes at every call and in an array of its own.
   *
   * @throws IllegalArgumentException when no layout has this name
   */
  public static byte[] named(String name) {
    return Layouts.named(name);
  }

  /** The names of all ready layouts, sorted. */
  public static Set<String> names() {
    return Layouts.names();
  }

  /** Adds an image. */
  public RomForge image(ImageForge image) {
    return bytes(image.build());
  }

  /**
   * Adds images as NVIDIA groups them since Maxwell: the first one's PCI data structure counts the
   * length of all, so that who walks by it passes over the others.
   */
  public RomForge group(ImageForge first, ImageForge... others) {
    int blocks = first.blocks() + Arrays.stream(others).mapToInt(ImageForge::blocks).sum();
    image(first.pcir(p -> p.blocks(blocks)));
    for (ImageForge other : others) {
      image(other);
    }
    return this;
  }

  /** Adds bytes as they are: a prefix, a tail, an image made elsewhere. */
  public RomForge bytes(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  /** Adds data that is no padding and no image. */
  public RomForge noise(long seed, int length) {
    return bytes(Noise.of(seed, length));
  }

  /** Adds padding. */
  public RomForge pad(int length, int value) {
    byte[] padding = new byte[length];
    Arrays.fill(padding, (byte) value);
    return bytes(padding);
  }

  /** Adds padding until the file has so many bytes. */
  public RomForge padTo(int size, int value) {
    return pad(size - out.size(), value);
  }

  /** Makes the file consist of so many copies of what it has now. */
  public RomForge copies(int count) {
    byte[] once = build();
    out = new ByteArrayOutputStream();
    for (int i = 0; i < count; i++) {
      bytes(once);
    }
    return this;
  }

  /** The file. */
  public byte[] build() {
    return out.toByteArray();
  }
}
