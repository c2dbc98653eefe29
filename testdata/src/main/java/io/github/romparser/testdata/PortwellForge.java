package io.github.romparser.testdata;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes Portwell's unpackers: an EFI program with files behind it. */
public final class PortwellForge {
  /** A file that there is not. */
  public static final byte[] NONE = "NULL".getBytes(StandardCharsets.US_ASCII);

  private static final byte[] MARK = "<UU>".getBytes(StandardCharsets.US_ASCII);
  private static final int EFI_APPLICATION = 10;

  /** Where a program of {@link ProgramForge} has its size in memory. */
  private static final int SIZE_OF_IMAGE = 0xd0;

  private PortwellForge() {}

  /** The program with files in their order. */
  public static byte[] of(byte[]... files) {
    byte[] program =
        ProgramForge.start().subsystem(EFI_APPLICATION).section(".data", Noise.of(1, 100)).build();
    int size = 0;
    for (int i = 3; i >= 0; i--) {
      size = size << 8 | (program[SIZE_OF_IMAGE + i] & 0xff);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(program);
    out.writeBytes(new byte[size - program.length]);
    for (byte[] file : files) {
      out.writeBytes(MARK);
      out.writeBytes(file);
    }
    return out.toByteArray();
  }
}
