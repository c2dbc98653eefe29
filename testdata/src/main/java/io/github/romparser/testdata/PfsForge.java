package io.github.romparser.testdata;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Builds Dell's PFS volumes. The setters change this builder and return it. */
public final class PfsForge {
  /** GUID of the names of the other entries. */
  public static final String NAMES = "fd041960-0dc8-4b9f-8225-bba9e37c71e0";

  /** GUID of text on the models that it is for. */
  public static final String MODEL = "233ae3fb-da68-4fd4-92cb-a6229a611d6f";

  /** GUID of volumes in a volume. */
  public static final String NESTED = "ac9fda84-f456-4055-b13a-7f4360ae0f90";

  private static final int METADATA = 0x3c0;
  private static final int SIGNATURE = 0x100;

  private final ByteArrayOutputStream payload = new ByteArrayOutputStream();
  private final int version;

  private PfsForge(int version) {
    this.version = version;
  }

  /**
   * A volume without entries.
   *
   * @param version of its header and of its entries, 1 or 2
   */
  public static PfsForge start(int version) {
    return new PfsForge(version);
  }

  /** Adds an entry of version 1.2.3. */
  public PfsForge entry(String guid, byte[] data) {
    return entry(guid, data, new byte[0]);
  }

  /** Adds an entry of version 1.2.3 with metadata; both are signed. */
  public PfsForge entry(String guid, byte[] data, byte[] metadata) {
    byte[] signature = Noise.of(data.length, SIGNATURE);
    int length = version == 2 ? 0x58 : 0x48;
    Canvas header = new Canvas(length);
    header.put(0, GuidForge.bytes(guid)).u32(0x10, version);
    version(header, 0x14, 0x18);
    header.u32(0x28, data.length).u32(0x2c, signature.length);
    header.u32(0x30, metadata.length).u32(0x34, metadata.length == 0 ? 0 : signature.length);
    payload.writeBytes(header.bytes());
    payload.writeBytes(data);
    payload.writeBytes(signature);
    if (metadata.length > 0) {
      payload.writeBytes(metadata);
      payload.writeBytes(signature);
    }
    return this;
  }

  private static void version(Canvas canvas, int typesAt, int partsAt) {
    canvas.ascii(typesAt, "NAN ").u16(partsAt, 1).u16(partsAt + 2, 0x1a).u16(partsAt + 4, 3);
  }

  /** Data that gives an entry a name and the version 1.1A.3. */
  public static byte[] name(String guid, String name) {
    byte[] text = name.getBytes(StandardCharsets.UTF_16LE);
    Canvas info = new Canvas(0x24 + text.length).u32(0, 1).put(4, GuidForge.bytes(guid));
    version(info, 0x1c, 0x14);
    return info.u16(0x20, name.length()).put(0x22, text).bytes();
  }

  /** Metadata of a nested volume. */
  public static byte[] metadata(String file, String version) {
    return new Canvas(METADATA).ascii(0, "0712,END").ascii(501, file).ascii(601, version).bytes();
  }

  /** Metadata of a BIOS Guard block. */
  public static byte[] place(long address, long offset, int size) {
    return new Canvas(0x19).u32(0, address).u32(8, offset).u32(12, size).bytes();
  }

  /** Adds bytes as they are. */
  public PfsForge bytes(byte[] bytes) {
    payload.writeBytes(bytes);
    return this;
  }

  /** The volume. */
  public byte[] build() {
    byte[] bytes = payload.toByteArray();
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return new Canvas(32 + bytes.length)
        .ascii(0, "PFS.HDR.")
        .u32(8, version)
        .u32(12, bytes.length)
        .put(16, bytes)
        .u32(16 + bytes.length, bytes.length)
        .u32(20 + bytes.length, ~crc.getValue())
        .ascii(24 + bytes.length, "PFS.FTR.")
        .bytes();
  }
}
