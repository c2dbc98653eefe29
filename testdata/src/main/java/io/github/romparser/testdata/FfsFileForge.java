package io.github.romparser.testdata;

/**
 * Builds a file of a firmware volume (PI 1.8 volume 3 §3.2.3). Starts as a whole file without a
 * checksum over its data. The setters change this builder and return it.
 */
public final class FfsFileForge {
  private static final int HEADER = 24;
  private static final int RAW = 0x01;
  private static final int FREEFORM = 0x02;
  private static final int PAD = 0xF0;

  /** Header and data were written, and nothing else has happened. */
  private static final int WHOLE = 0x07;

  private static final int DELETED = 0x10;

  private enum Layout {
    USUAL,
    LARGE,
    LENOVO,
    TAIL
  }

  private final String guid;
  private final int type;
  private final byte[] body;
  private Layout layout = Layout.USUAL;
  private int state = WHOLE;
  private long claimed = -1;
  private boolean summed = true;

  private FfsFileForge(String guid, int type, byte[] body) {
    this.guid = guid;
    this.type = type;
    this.body = body.clone();
  }

  /** A file of any type. */
  public static FfsFileForge of(int type, String guid, byte[] body) {
    return new FfsFileForge(guid, type, body);
  }

  /** A file that is its body. */
  public static FfsFileForge raw(String guid, byte[] body) {
    return of(RAW, guid, body);
  }

  /** A file of sections. */
  public static FfsFileForge sections(String guid, byte[]... sections) {
    return of(FREEFORM, guid, SectionForge.list(sections));
  }

  /** A pad, which should be erased flash. */
  public static FfsFileForge pad(byte[] body) {
    return of(PAD, "ffffffff-ffff-ffff-ffff-ffffffffffff", body);
  }

  /** With a size of 64 bits behind the header, as FFS 3 has it. */
  public FfsFileForge large() {
    this.layout = Layout.LARGE;
    return this;
  }

  /** With a size of 32 bits behind the header, as Lenovo's FFS 2 has it. */
  public FfsFileForge lenovo() {
    this.layout = Layout.LENOVO;
    return this;
  }

  /** With the two bytes at the end that files of revision 1 may have. */
  public FfsFileForge tail() {
    this.layout = Layout.TAIL;
    return this;
  }

  /** Deleted, as the firmware does it: a bit of the state. */
  public FfsFileForge deleted() {
    this.state = WHOLE | DELETED;
    return this;
  }

  /** Any bits of the state, 1 for set. */
  public FfsFileForge state(int bits) {
    this.state = bits;
    return this;
  }

  /** A size that is not the right one, in bytes. */
  public FfsFileForge claim(long size) {
    this.claimed = size;
    return this;
  }

  /** Without a valid checksum of the header. */
  public FfsFileForge unsummed() {
    this.summed = false;
    return this;
  }

  /**
   * The file.
   *
   * @param revision of the volume, 1 or 2
   * @param erased the byte of erased flash
   */
  byte[] build(int revision, int erased) {
    int header =
        switch (layout) {
          case LARGE -> HEADER + 8;
          case LENOVO -> HEADER + 4;
          default -> HEADER;
        };
    int tail = layout == Layout.TAIL ? 2 : 0;
    int size = header + body.length + tail;
    long stated = claimed < 0 ? size : claimed;
    boolean wide = header > HEADER;
    Canvas file =
        new Canvas(size)
            .put(0, GuidForge.bytes(guid))
            .u8(18, type)
            .u8(19, layout == Layout.USUAL ? 0 : 1)
            .u24(20, wide ? 0xFFFFFF : (int) stated)
            .put(header, body);
    if (wide) {
      file.u32(HEADER, stated);
    }
    // The sum takes the state and the data's checksum for zeros.
    file.balance(0, header, 16).u8(17, revision == 1 ? 0x5A : 0xAA).u8(23, state ^ erased);
    if (tail > 0) {
      file.u16(size - tail, ~((file.bytes()[16] & 0xFF) | (file.bytes()[17] & 0xFF) << 8));
    }
    return summed ? file.bytes() : file.u8(16, file.bytes()[16] + 1).bytes();
  }
}
