package io.github.romparser.extract.handler.archive;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes put one behind the other, little-endian. */
final class Bytes {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  Bytes u8(int value) {
    out.write(value);
    return this;
  }

  Bytes u16(int value) {
    return u8(value).u8(value >>> 8);
  }

  Bytes u32(long value) {
    return u16((int) value).u16((int) (value >>> 16));
  }

  Bytes u64(long value) {
    return u32(value).u32(value >>> 32);
  }

  Bytes text(String text) {
    return bytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  Bytes bytes(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  byte[] array() {
    return out.toByteArray();
  }
}
