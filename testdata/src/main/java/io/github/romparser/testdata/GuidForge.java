package io.github.romparser.testdata;

/** Writes GUIDs as firmware stores them (UEFI 2.10 appendix A). */
public final class GuidForge {
  /** Bytes of a GUID. */
  public static final int LENGTH = 16;

  private GuidForge() {}

  /**
   * The 16 bytes of a GUID.
   *
   * @param text such as {@code 8c8ce578-8a3d-4f1c-9935-896185c32dd3}
   */
  public static byte[] bytes(String text) {
    String[] fields = text.split("-", -1);
    Canvas canvas =
        new Canvas(LENGTH)
            .u32(0, Long.parseLong(fields[0], 16))
            .u16(4, Integer.parseInt(fields[1], 16))
            .u16(6, Integer.parseInt(fields[2], 16))
            .u16be(8, Integer.parseInt(fields[3], 16));
    long node = Long.parseLong(fields[4], 16);
    return canvas.u16be(10, (int) (node >>> 32)).u32be(12, node & 0xFFFF_FFFFL).bytes();
  }
}
