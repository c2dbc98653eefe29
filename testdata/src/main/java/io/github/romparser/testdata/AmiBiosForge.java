package io.github.romparser.testdata;

/**
 * Builds an image of an AMIBIOS: parts that know the one before, and the mark that knows the first
 * (coreboot bios_extract, ami.c). The setters change this builder and return it.
 */
public final class AmiBiosForge {
  private static final int HEADER = 20;
  private static final int STORED_HEADER = 12;
  private static final int STORED = 0x80;
  private static final int START = 0x400;

  private final Canvas image;
  private final int size;
  private final boolean segments;
  private String version = "0800";
  private int at = START;
  private long before = 0xffff_ffffL;
  private int last = -1;

  private AmiBiosForge(int size, boolean segments) {
    this.size = size;
    this.segments = segments;
    this.image = new Canvas(size).fill(0, size, 0xff);
  }

  /** An image of at most 1 MiB, whose addresses are segments and offsets. */
  public static AmiBiosForge size(int bytes) {
    return new AmiBiosForge(bytes, true);
  }

  /** An image whose addresses are offsets. */
  public static AmiBiosForge flat(int bytes) {
    return new AmiBiosForge(bytes, false);
  }

  /** Another version, four characters. */
  public AmiBiosForge version(String text) {
    this.version = text;
    return this;
  }

  /** Adds a part that is packed with -lh5-. */
  public AmiBiosForge packed(int id, long place, byte[] content) {
    byte[] bits = LhaForge.lh5(content);
    return claiming(id, place, bits, bits.length, content.length);
  }

  /** Adds a packed part that says what it likes of its sizes. */
  public AmiBiosForge claiming(int id, long place, byte[] bits, long packed, long bytes) {
    begin();
    image.u16(at + 4, HEADER).u8(at + 6, id).u8(at + 7, 0).u32(at + 8, place);
    image.u32(at + 12, packed).u32(at + 16, bytes).put(at + HEADER, bits);
    at += HEADER + bits.length;
    return this;
  }

  /** Adds a part that is stored. */
  public AmiBiosForge stored(int id, long place, byte[] content) {
    return claiming(id, place, content, content.length);
  }

  /** Adds a stored part that says it has another size. */
  public AmiBiosForge claiming(int id, long place, byte[] content, int bytes) {
    boolean large = bytes >= 0xffff;
    at += large ? 8 : 0;
    begin();
    if (large) {
      image.u32(at - 8, bytes).u32(at - 4, 0);
    }
    image.u16(at + 4, large ? 0 : bytes).u8(at + 6, id).u8(at + 7, STORED).u32(at + 8, place);
    image.put(at + STORED_HEADER, content);
    at += STORED_HEADER + content.length;
    return this;
  }

  /** Makes the first part that was added point to the last one. */
  public AmiBiosForge loop() {
    image.u32(START, address(last));
    return this;
  }

  private void begin() {
    at = Canvas.align(at, 4);
    image.u32(at, before);
    last = at;
    before = address(at);
  }

  private long address(int place) {
    if (!segments) {
      return place;
    }
    long linear = 0x10_0000L - size + place;
    return (linear & 0xf_0000) << 12 | (linear & 0xffff);
  }

  /** The image, with the mark that knows the part that was added last. */
  public byte[] build() {
    return pointing(address(last));
  }

  /** The image with a mark that knows something else. */
  public byte[] pointing(long first) {
    int mark = size - 0x200;
    image.ascii(mark, "AMIBIOSC" + version).fill(mark + 12, mark + 22, 0);
    image.u32(mark + 18, first);
    return image.bytes();
  }
}
