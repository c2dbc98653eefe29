package io.github.romparser.extract.handler;

import io.github.romparser.testdata.BrotliStore;
import io.github.romparser.testdata.SectionForge;
import io.github.romparser.testdata.StoreStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.tukaani.xz.FinishableWrapperOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.LZMAOutputStream;
import org.tukaani.xz.X86Options;

/** Packs bytes in all ways that are read. */
public final class Packed {

  private Packed() {}

  private interface Wrap {
    OutputStream around(OutputStream out) throws IOException;
  }

  private static byte[] pack(byte[] data, Wrap wrap) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = wrap.around(bytes)) {
      out.write(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** LZMA with its size in the header, as edk2 writes it. */
  public static byte[] lzma(byte[] data) {
    return pack(data, out -> new LZMAOutputStream(out, new LZMA2Options(1), data.length));
  }

  /** LZMA with a mark at its end instead of a size. */
  public static byte[] lzmaWithoutSize(byte[] data) {
    return pack(data, out -> new LZMAOutputStream(out, new LZMA2Options(1), -1));
  }

  /** LZMA behind the x86 filter. */
  public static byte[] lzmaX86(byte[] code) {
    return lzma(
        pack(
            code, out -> new X86Options().getOutputStream(new FinishableWrapperOutputStream(out))));
  }

  /** gzip. */
  public static byte[] gzip(byte[] data) {
    return pack(data, GZIPOutputStream::new);
  }

  /** zlib. */
  public static byte[] zlib(byte[] data) {
    return pack(data, DeflaterOutputStream::new);
  }

  /** zlib without its header and checksum. */
  public static byte[] deflate(byte[] data) {
    byte[] zlib = zlib(data);
    return java.util.Arrays.copyOfRange(zlib, 2, zlib.length - 4);
  }

  /** A section that holds other sections, packed in the way that its GUID says. */
  public static byte[] section(String guid, byte[] sections) {
    byte[] data =
        switch (guid) {
          case SectionForge.LZMA, SectionForge.LZMA_HP -> lzma(sections);
          case SectionForge.LZMA_X86 -> lzmaX86(sections);
          case SectionForge.TIANO -> StoreStream.tiano(sections);
          case SectionForge.BROTLI ->
              SectionForge.brotliSizes(sections.length, BrotliStore.of(sections));
          case SectionForge.GZIP -> gzip(sections);
          case SectionForge.ZLIB, SectionForge.ZLIB_2 -> SectionForge.amdHeader(zlib(sections));
          default -> throw new IllegalArgumentException(guid);
        };
    return SectionForge.packed(guid, data);
  }
}
