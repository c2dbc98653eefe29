package io.github.romparser.testdata;

import java.util.ArrayList;
import java.util.List;

/** Writes capsules around firmware (UEFI 2.10 §8.5.3 and §23.3; UEFITool common/ffs.h). */
public final class CapsuleForge {
  /** The specification's own. */
  public static final String EFI = "3b6686bd-0d76-4030-b70e-b5519e2fc5a0";

  /** Intel's. */
  public static final String INTEL = "539182b9-abb5-4391-b69a-e3a943f72fcc";

  /** Lenovo's. */
  public static final String LENOVO = "e20bafd3-9914-4f4f-9537-3129e090eb3c";

  /** Lenovo's, another one. */
  public static final String LENOVO_2 = "25b5fe76-8243-4a5c-a9bd-7ee3246198b5";

  private static final String TOSHIBA = "3be07062-1d51-45d2-832b-f093257ed461";
  private static final String APTIO_SIGNED = "4a3ca68b-7723-48fb-803d-578cc1fec44d";
  private static final String APTIO_UNSIGNED = "14eebb90-890a-43db-aed1-5d3c4588a418";
  private static final String FMP = "6dcbd5ed-e82d-4c44-bda1-7194199ad92a";

  private static final int HEADER = 28;

  private CapsuleForge() {}

  /**
   * A capsule.
   *
   * @param headerSize in bytes, at least 28; what is beyond that is noise
   */
  public static byte[] of(String guid, int headerSize, byte[] body) {
    return claiming(guid, headerSize, headerSize + body.length, body);
  }

  /**
   * A capsule that says it has another size.
   *
   * @param size in bytes
   */
  public static byte[] claiming(String guid, int headerSize, long size, byte[] body) {
    return new Canvas(headerSize + body.length)
        .put(0, GuidForge.bytes(guid))
        .u32(16, headerSize)
        .u32(24, size)
        .put(HEADER, Noise.of(28, headerSize - HEADER))
        .put(headerSize, body)
        .bytes();
  }

  /** Toshiba's, with the size where others have the flags. */
  public static byte[] toshiba(byte[] body) {
    Canvas capsule = new Canvas(of(TOSHIBA, HEADER, body));
    return capsule.u32(20, capsule.bytes().length).u32(24, 0x10000).bytes();
  }

  /** AMI's. */
  public static byte[] aptio(boolean signed, int imageAt, byte[] image) {
    byte[] body = RomForge.start().noise(32, imageAt - 32).bytes(image).build();
    return new Canvas(of(signed ? APTIO_SIGNED : APTIO_UNSIGNED, 32, body))
        .u16(28, imageAt)
        .u16(30, imageAt)
        .bytes();
  }

  /**
   * The firmware management protocol's.
   *
   * @param drivers files of EFI drivers
   * @param payloads as {@link #payload} gives them
   */
  public static byte[] fmp(List<byte[]> drivers, List<byte[]> payloads) {
    List<byte[]> items = new ArrayList<>(drivers);
    items.addAll(payloads);
    int at = 8 + 8 * items.size();
    Canvas table = new Canvas(at).u32(0, 1).u16(4, drivers.size()).u16(6, payloads.size());
    RomForge body = RomForge.start();
    for (int i = 0; i < items.size(); i++) {
      table.u32(8 + 8 * i, at + body.build().length);
      body.bytes(items.get(i));
    }
    return of(FMP, 32, RomForge.start().bytes(table.bytes()).bytes(body.build()).build());
  }

  /**
   * A payload of the firmware management protocol.
   *
   * @param version 1, 2 or 3, of its header
   * @param signed whether an authentication, which proves nothing, stands in front of it
   * @param edk2 whether edk2's header of payloads does
   */
  public static byte[] payload(
      int version, String type, boolean signed, boolean edk2, byte[] image) {
    RomForge content = RomForge.start();
    if (signed) {
      content.bytes(
          new Canvas(8 + 8 + 16 + 100)
              .u32(0, 1)
              .u32(8, 8 + 16 + 100)
              .u16(12, 0x200)
              .u16(14, 0xEF1)
              .put(16, Noise.of(16, 116))
              .bytes());
    }
    if (edk2) {
      content.bytes(new Canvas(16).ascii(0, "MSS1").u32(4, 16).u32(8, 1).bytes());
    }
    byte[] all = content.bytes(image).build();
    int header = 24 + 8 * version;
    return new Canvas(header + all.length)
        .u32(0, version)
        .put(4, GuidForge.bytes(type))
        .u8(20, 1)
        .u32(24, all.length)
        .put(header, all)
        .bytes();
  }
}
