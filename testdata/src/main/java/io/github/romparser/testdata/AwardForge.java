package io.github.romparser.testdata;

/**
 * Builds an image of an Award BIOS: files of LHA archives with a byte between them, and a boot
 * block (coreboot bios_extract, src/award.c). The setters change this builder and return it.
 */
public final class AwardForge {
  private final Canvas image;
  private int at;

  private AwardForge(int size) {
    image = new Canvas(size).fill(0, size, 0xff);
    image.ascii(size - 0x1000, "= Award Decompression Bios =");
    image.ascii(size - 0x800, "Award BootBlock BIOS v1.0");
  }

  /** An empty image with a boot block in its last 4 KiB. */
  public static AwardForge size(int bytes) {
    return new AwardForge(bytes);
  }

  /** An empty image whose boot block says nothing. */
  public static AwardForge withoutBootBlock(int bytes) {
    AwardForge forge = new AwardForge(bytes);
    forge.image.fill(bytes - 0x1000, bytes, 0xff);
    return forge;
  }

  /** Where the next module goes to. */
  public AwardForge at(int place) {
    this.at = place;
    return this;
  }

  /** Adds a module behind the one before. */
  public AwardForge module(LhaForge module) {
    byte[] bytes = module.build();
    image.put(at, bytes).u8(at + bytes.length, Canvas.sum(bytes, 0, bytes.length));
    at += bytes.length + 1;
    return this;
  }

  /** The image. */
  public byte[] build() {
    return image.bytes();
  }
}
