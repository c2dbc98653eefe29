package io.github.romparser.testdata;

import org.jspecify.annotations.Nullable;

/**
 * Builds a firmware volume (PI 1.8 volume 3 §3.2.1). Files stand in it in the order in which they
 * are added. The setters change this builder and return it.
 */
public final class VolumeForge {
  /** FFS 1. */
  public static final String FFS1 = "7a9354d9-0468-444a-81ce-0bf617d890df";

  /** FFS 2. */
  public static final String FFS2 = "8c8ce578-8a3d-4f1c-9935-896185c32dd3";

  /** FFS 3. */
  public static final String FFS3 = "5473c07a-3dcb-4dca-bd6f-1e9689e7349a";

  /** Bytes of the header without an extended one. */
  public static final int HEADER = 0x48;

  private static final int BLOCK = 0x40;
  private static final long ERASE_POLARITY = 0x800;

  private final String fileSystem;
  private final int revision;
  private final RomForge files = RomForge.start();
  private int erased = 0xFF;
  private @Nullable String name;
  private int room;
  private long claimed = -1;
  private long claimedBlocks = -1;

  private VolumeForge(String fileSystem, int revision) {
    this.fileSystem = fileSystem;
    this.revision = revision;
  }

  /** A volume of FFS 1, with a header of revision 1. */
  public static VolumeForge ffs1() {
    return new VolumeForge(FFS1, 1);
  }

  /** A volume of FFS 2. */
  public static VolumeForge ffs2() {
    return of(FFS2);
  }

  /** A volume of FFS 3. */
  public static VolumeForge ffs3() {
    return of(FFS3);
  }

  /** A volume of any file system. */
  public static VolumeForge of(String fileSystem) {
    return new VolumeForge(fileSystem, 2);
  }

  /** Erased flash is 0x00; to be called before files are added. */
  public VolumeForge erasedZeros() {
    this.erased = 0;
    return this;
  }

  /** A GUID of its own, in an extended header. */
  public VolumeForge named(String guid) {
    this.name = guid;
    return this;
  }

  /** Adds a file. */
  public VolumeForge file(FfsFileForge file) {
    return bytes(file.build(revision, erased)).align(8);
  }

  /** Adds bytes that are no file. */
  public VolumeForge bytes(byte[] bytes) {
    files.bytes(bytes);
    return this;
  }

  /** Adds erased flash. */
  public VolumeForge free(int length) {
    files.pad(length, erased);
    return this;
  }

  /** At least so many bytes of erased flash at the end. */
  public VolumeForge room(int length) {
    this.room = length;
    return this;
  }

  /** A length that is not the right one, in bytes. */
  public VolumeForge claim(long length) {
    this.claimed = length;
    return this;
  }

  /** A number of blocks that is not the right one. */
  public VolumeForge claimBlocks(long count) {
    this.claimedBlocks = count;
    return this;
  }

  private VolumeForge align(int to) {
    int length = files.build().length;
    return free(Canvas.align(length, to) - length);
  }

  /** The volume. */
  public byte[] build() {
    int extended = name == null ? 0 : 24;
    byte[] content = files.build();
    int size = Canvas.align(HEADER + extended + content.length + room, BLOCK);
    Canvas volume =
        new Canvas(size)
            .fill(HEADER, size, erased)
            .put(16, GuidForge.bytes(fileSystem))
            .u32(32, claimed < 0 ? size : claimed)
            .u32(36, claimed < 0 ? 0 : claimed >>> 32)
            .ascii(40, "_FVH")
            .u32(44, erased == 0 ? 0 : ERASE_POLARITY)
            .u16(48, HEADER)
            .u8(55, revision)
            .u32(56, claimedBlocks < 0 ? size / BLOCK : claimedBlocks)
            .u32(60, BLOCK)
            .put(HEADER + extended, content);
    if (name != null) {
      volume.u16(52, HEADER).put(HEADER, GuidForge.bytes(name)).u32(HEADER + 16, 20);
    }
    return volume.u16(50, -sum16(volume.bytes())).bytes();
  }

  private static int sum16(byte[] bytes) {
    int sum = 0;
    for (int at = 0; at < HEADER; at += 2) {
      sum += (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
    }
    return sum;
  }
}
