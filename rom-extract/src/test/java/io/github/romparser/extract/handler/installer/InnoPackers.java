package io.github.romparser.extract.handler.installer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.DeflaterOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.tukaani.xz.FinishableWrapperOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.LZMAOutputStream;

/** Compresses as Inno Setup has it in its chunks and headers. */
final class InnoPackers {
  private static final int DICTIONARY = 1 << 16;

  private InnoPackers() {}

  private interface Writing {
    OutputStream over(ByteArrayOutputStream out) throws IOException;
  }

  private static byte[] write(byte[] bytes, ByteArrayOutputStream out, Writing writing) {
    try (OutputStream packer = writing.over(out)) {
      packer.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static LZMA2Options options() throws IOException {
    LZMA2Options options = new LZMA2Options(1);
    options.setDictSize(DICTIONARY);
    return options;
  }

  /** By the number of the compression. */
  static byte[] pack(int number, byte[] bytes) {
    return switch (number) {
      case 1 -> zlib(bytes);
      case 2 -> bzip2(bytes);
      case 3 -> lzma1(bytes);
      case 4 -> lzma2(bytes);
      default -> bytes.clone();
    };
  }

  static byte[] zlib(byte[] bytes) {
    return write(bytes, new ByteArrayOutputStream(), DeflaterOutputStream::new);
  }

  static byte[] bzip2(byte[] bytes) {
    return write(bytes, new ByteArrayOutputStream(), BZip2CompressorOutputStream::new);
  }

  /** Five bytes of properties, a stream, an end mark. */
  static byte[] lzma1(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {0x5d, 0, 0, 1, 0});
    return write(bytes, out, stream -> new LZMAOutputStream(stream, options(), true));
  }

  /** The code of 64 KiB, a stream. */
  static byte[] lzma2(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(8);
    return write(
        bytes, out, stream -> options().getOutputStream(new FinishableWrapperOutputStream(stream)));
  }
}
