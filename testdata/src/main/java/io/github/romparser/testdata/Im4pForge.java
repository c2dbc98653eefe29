package io.github.romparser.testdata;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes Apple's IMG4 payloads, which are DER (ITU-T X.690). */
public final class Im4pForge {
  private Im4pForge() {}

  /**
   * A payload.
   *
   * @param lengthBytes of the sequence's length beside its first, 0 to 4
   * @param type four letters
   */
  public static byte[] of(int lengthBytes, String type, byte[] content) {
    byte[] body =
        RomForge.start()
            .bytes(text("IM4P"))
            .bytes(text(type))
            .bytes(text("a description"))
            .bytes(value(0x04, content.length < 128 ? 0 : 4, content))
            .build();
    return value(0x30, lengthBytes, body);
  }

  /** The same for the firmware of Macs, with the header that stands in front of it. */
  public static byte[] firmware(byte[] content) {
    byte[] header = Arrays.copyOf("_MEFIBIN".getBytes(StandardCharsets.US_ASCII), 0x100);
    return of(4, "mefi", RomForge.start().bytes(header).bytes(content).build());
  }

  private static byte[] text(String text) {
    return value(0x16, 0, text.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] value(int tag, int lengthBytes, byte[] content) {
    Canvas value = new Canvas(2 + lengthBytes + content.length).u8(0, tag);
    value.u8(1, lengthBytes == 0 ? content.length : 0x80 | lengthBytes);
    for (int i = 0; i < lengthBytes; i++) {
      value.u8(2 + i, content.length >>> (8 * (lengthBytes - 1 - i)));
    }
    return value.put(2 + lengthBytes, content).bytes();
  }
}
