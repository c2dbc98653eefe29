package io.github.romparser.testdata;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Builds what Fujitsu, Sony and Panasonic wrap their updates in (BIOSUtilities). */
public final class ObscuredForge {

  private ObscuredForge() {}

  /** Every bit inverted. */
  public static byte[] inverted(byte[] bytes) {
    byte[] all = bytes.clone();
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) ~all[i];
    }
    return all;
  }

  /** Fujitsu's mark and an inverted cabinet. */
  public static byte[] fujitsu(byte[] cabinet) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes("FjSfxBinay".getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(inverted(cabinet));
    return out.toByteArray();
  }

  /** VAIO's settings and an inverted cabinet. */
  public static byte[] vaio(byte[] cabinet) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(
        "[Setting]\r\nTitle=Update\r\nUseVAIOCheck=1\r\n".getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(new byte[8]);
    out.writeBytes(inverted(cabinet));
    return out.toByteArray();
  }

  /**
   * A program that says of itself what it is, with packed images as resources.
   *
   * @param description what it says
   * @param resources the resources of raw data, numbered from 101 on
   */
  public static ProgramForge panasonic(String description, byte[]... resources) {
    byte[] key = "FileDescription".getBytes(StandardCharsets.UTF_16LE);
    byte[] text = description.getBytes(StandardCharsets.UTF_16LE);
    Canvas version = new Canvas(40 + key.length + 4 + text.length + 2);
    version.put(40, key).put(44 + key.length, text);
    ProgramForge program = ProgramForge.start().section(".text", new byte[64]);
    for (int i = 0; i < resources.length; i++) {
      program.resource(10, 101 + i, resources[i]);
    }
    return program.resource(16, 1, version.bytes());
  }

  /** A resource of Panasonic's: four bytes, the size, LZNT1. */
  public static byte[] packed(byte[] image, long size) {
    byte[] stream = Lznt1Forge.pack(image);
    return new Canvas(8 + stream.length).u32(0, 1).u32(4, size).put(8, stream).bytes();
  }
}
