package io.github.romparser.extract.handler.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveOutputStream;
import org.apache.commons.compress.archivers.cpio.CpioArchiveEntry;
import org.apache.commons.compress.archivers.cpio.CpioArchiveOutputStream;
import org.apache.commons.compress.archivers.cpio.CpioConstants;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZMethod;
import org.apache.commons.compress.archivers.sevenz.SevenZMethodConfiguration;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.LZMAOutputStream;
import org.tukaani.xz.XZOutputStream;

/** Makes archives with the writers of commons-compress, xz and Java. */
final class Packer {
  private Packer() {}

  private interface Writing<T extends OutputStream> {
    T over(OutputStream out) throws IOException;
  }

  private interface Filling<T> {
    void fill(T out) throws IOException;
  }

  private static <T extends OutputStream> byte[] write(Writing<T> writing, Filling<T> filling) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (T out = writing.over(bytes)) {
      filling.fill(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Files by their names, in this order: name, bytes, name, bytes. */
  static Map<String, byte[]> files(Object... namesAndBytes) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int i = 0; i < namesAndBytes.length; i += 2) {
      files.put((String) namesAndBytes[i], (byte[]) namesAndBytes[i + 1]);
    }
    return files;
  }

  static byte[] gzip(byte[] bytes) {
    return write(GZIPOutputStream::new, out -> out.write(bytes));
  }

  static byte[] bzip2(byte[] bytes) {
    return write(out -> new BZip2CompressorOutputStream(out, 1), out -> out.write(bytes));
  }

  static byte[] xz(byte[] bytes) {
    return write(out -> new XZOutputStream(out, small()), out -> out.write(bytes));
  }

  /** A .lzma file, with its size in the header or with an end mark. */
  static byte[] lzma(byte[] bytes, boolean sized) {
    return write(
        out -> new LZMAOutputStream(out, small(), sized ? bytes.length : -1),
        out -> out.write(bytes));
  }

  private static LZMA2Options small() {
    LZMA2Options options = new LZMA2Options();
    try {
      options.setDictSize(1 << 16);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return options;
  }

  static byte[] tar(Map<String, byte[]> files) {
    return write(
        out -> {
          TarArchiveOutputStream tar = new TarArchiveOutputStream(out, 512);
          tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
          return tar;
        },
        tar -> fill(tar, files));
  }

  static byte[] gnuTar(Map<String, byte[]> files) {
    return write(
        out -> {
          TarArchiveOutputStream tar = new TarArchiveOutputStream(out, 512);
          tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
          tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_STAR);
          return tar;
        },
        tar -> fill(tar, files));
  }

  private static void fill(TarArchiveOutputStream tar, Map<String, byte[]> files)
      throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
      entry.setModTime(0);
      entry.setSize(file.getValue().length);
      tar.putArchiveEntry(entry);
      tar.write(file.getValue());
      tar.closeArchiveEntry();
    }
  }

  /** One of the formats of {@link CpioConstants}. */
  static byte[] cpio(short format, Map<String, byte[]> files) {
    return write(
        out -> new CpioArchiveOutputStream(out, format),
        cpio -> {
          for (Map.Entry<String, byte[]> file : files.entrySet()) {
            CpioArchiveEntry entry = new CpioArchiveEntry(format, file.getKey());
            entry.setMode(CpioConstants.C_ISREG | 0644);
            entry.setSize(file.getValue().length);
            if (format == CpioConstants.FORMAT_NEW_CRC) {
              long sum = 0;
              for (byte b : file.getValue()) {
                sum += b & 0xff;
              }
              entry.setChksum(sum);
            }
            cpio.putArchiveEntry(entry);
            cpio.write(file.getValue());
            cpio.closeArchiveEntry();
          }
        });
  }

  static byte[] ar(boolean bsd, Map<String, byte[]> files) {
    return write(
        out -> {
          ArArchiveOutputStream ar = new ArArchiveOutputStream(out);
          ar.setLongFileMode(
              bsd ? ArArchiveOutputStream.LONGFILE_BSD : ArArchiveOutputStream.LONGFILE_ERROR);
          return ar;
        },
        ar -> {
          for (Map.Entry<String, byte[]> file : files.entrySet()) {
            ar.putArchiveEntry(
                new ArArchiveEntry(file.getKey(), file.getValue().length, 0, 0, 0644, 0));
            ar.write(file.getValue());
            ar.closeArchiveEntry();
          }
        });
  }

  /** A ZIP file, written to a stream: sizes stand behind the files unless they are stored. */
  static byte[] zip(boolean stored, Map<String, byte[]> files) {
    return zip(stored, Zip64Mode.Never, files);
  }

  static byte[] zip(boolean stored, Zip64Mode wide, Map<String, byte[]> files) {
    return write(
        out -> {
          ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out);
          zip.setUseZip64(wide);
          return zip;
        },
        zip -> {
          for (Map.Entry<String, byte[]> file : files.entrySet()) {
            ZipArchiveEntry entry = new ZipArchiveEntry(file.getKey());
            entry.setTime(0);
            if (stored) {
              entry.setMethod(ZipArchiveEntry.STORED);
              entry.setSize(file.getValue().length);
              entry.setCrc(crc32(file.getValue()));
            }
            zip.putArchiveEntry(entry);
            zip.write(file.getValue());
            zip.closeArchiveEntry();
          }
        });
  }

  static byte[] deflate(byte[] bytes) {
    Deflater deflater = new Deflater(9, true);
    deflater.setInput(bytes);
    deflater.finish();
    byte[] out = new byte[bytes.length + 64];
    int length = deflater.deflate(out);
    deflater.end();
    return Arrays.copyOf(out, length);
  }

  /** A 7z archive; this writer packs every file for itself. */
  static byte[] sevenZip(Map<String, byte[]> files, SevenZMethodConfiguration... methods) {
    try (SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel()) {
      try (SevenZOutputFile out = new SevenZOutputFile(channel)) {
        out.setContentMethods(Arrays.asList(methods));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
          SevenZArchiveEntry entry = new SevenZArchiveEntry();
          entry.setName(file.getKey());
          out.putArchiveEntry(entry);
          out.write(file.getValue());
          out.closeArchiveEntry();
        }
      }
      return Arrays.copyOf(channel.array(), (int) channel.size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] sevenZip(byte[] content) {
    return sevenZip("a.bin", content);
  }

  static byte[] sevenZip(String name, byte[] content) {
    return sevenZip(files(name, content), new SevenZMethodConfiguration(SevenZMethod.COPY));
  }

  static long crc32(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc.getValue();
  }
}
