package io.github.romparser.testdata;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Code that tells that it ran: it prints {@code ROMRAN}, a tag of one Latin-1 character and {@code
 * !} to port 0x402, QEMU's debug console, and returns. The tag tells which image of a ROM it was.
 */
public final class PrintingStub {
  /** What stands before the tag. */
  public static final String BEFORE = "ROMRAN";

  /** What stands behind the tag. */
  public static final char BEHIND = '!';

  /** Where the code stands in an x86 image, in bytes. */
  private static final int LEGACY_AT = 0x40;

  private PrintingStub() {}

  /** An x86 image whose initialisation code prints; every sum is right. */
  public static ImageForge legacy(int blocks, int vendor, int device, char tag) {
    return ImageForge.legacy(blocks, vendor, device).put(LEGACY_AT, realMode(tag));
  }

  /** An x86-64 driver that prints and stays in memory. */
  public static PeForge x64(char tag) {
    return PeForge.x64().code(efi(tag, 0x31, 0xC0, 0xC3)); // xor eax, eax; ret: EFI_SUCCESS
  }

  /** An x86-64 driver that prints and returns EFI_UNSUPPORTED. */
  public static PeForge x64Failing(char tag) {
    // mov rax, 0x8000000000000003; ret
    return PeForge.x64()
        .code(efi(tag, 0x48, 0xB8, 0x03, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x80, 0xC3));
  }

  /** An IA-32 driver that would print, if anything were to run it. */
  public static PeForge ia32(char tag) {
    return PeForge.x64().machine(PeForge.IA32).code(efi(tag, 0x31, 0xC0, 0xC3));
  }

  private static byte[] realMode(char tag) {
    ByteArrayOutputStream code = new ByteArrayOutputStream();
    put(code, 0x50); // push ax
    put(code, 0x52); // push dx
    put(code, 0xBA, 0x02, 0x04); // mov dx, 0x402
    print(code, tag);
    put(code, 0x5A); // pop dx
    put(code, 0x58); // pop ax
    put(code, 0xCB); // retf
    return code.toByteArray();
  }

  /**
   * These bytes mean the same to IA-32 and x86-64; both calling conventions give dx and al away.
   */
  private static byte[] efi(char tag, int... end) {
    ByteArrayOutputStream code = new ByteArrayOutputStream();
    put(code, 0x66, 0xBA, 0x02, 0x04); // mov dx, 0x402
    print(code, tag);
    put(code, end);
    return code.toByteArray();
  }

  private static void print(ByteArrayOutputStream code, char tag) {
    for (byte letter : (BEFORE + tag + BEHIND).getBytes(StandardCharsets.ISO_8859_1)) {
      put(code, 0xB0, letter & 0xFF); // mov al, letter
      put(code, 0xEE); // out dx, al
    }
  }

  private static void put(ByteArrayOutputStream code, int... bytes) {
    for (int value : bytes) {
      code.write(value);
    }
  }
}
