package io.github.romparser.testdata;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Fields of a header of Inno Setup, one behind the other. */
final class InnoFields {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Charset charset;

  InnoFields(boolean unicode) {
    this.charset = unicode ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1;
  }

  InnoFields bytes(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  InnoFields zeros(int count) {
    return bytes(new byte[count]);
  }

  InnoFields u8(int value) {
    out.write(value);
    return this;
  }

  InnoFields u32(long value) {
    for (int i = 0; i < 4; i++) {
      u8((int) (value >>> (8 * i)));
    }
    return this;
  }

  InnoFields u64(long value) {
    return u32(value).u32(value >>> 32);
  }

  /** A string behind its length in bytes. */
  InnoFields string(String text) {
    byte[] bytes = text.getBytes(charset);
    return u32(bytes.length).bytes(bytes);
  }

  /** Strings without characters. */
  InnoFields strings(int count) {
    return zeros(4 * count);
  }

  /** An entry of strings and zeros. */
  InnoFields entry(int strings, int fixed) {
    for (int i = 0; i < strings; i++) {
      string("e" + i);
    }
    return zeros(fixed);
  }

  byte[] array() {
    return out.toByteArray();
  }
}
