package io.github.romparser.extract.handler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZMethod;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Makes 7z archives of one file with commons-compress. */
public final class SevenZips {

  /** Insyde's password (platomav/BIOSUtilities, insyde_ifd_extract.py). */
  public static final String PASSWORD = "Y`t~i!L@i#t$U%h^s7A*l(f)E-d=y+S_n?i";

  private SevenZips() {}

  /** An archive that anybody can open. */
  public static byte[] plain(String name, byte[] content) {
    return write(null, SevenZMethod.LZMA2, name, content);
  }

  /** An archive with Insyde's password. */
  public static byte[] insyde(String name, byte[] content) {
    return write(PASSWORD.toCharArray(), SevenZMethod.LZMA2, name, content);
  }

  /** An archive with a password. */
  public static byte[] locked(String password, String name, byte[] content) {
    return write(password.toCharArray(), SevenZMethod.LZMA2, name, content);
  }

  /** An archive with a password that is not compressed. */
  public static byte[] lockedCopy(String password, String name, byte[] content) {
    return write(password.toCharArray(), SevenZMethod.COPY, name, content);
  }

  /** A first header that is right but for where the other one would be. */
  public static byte[] lying(long offset, long size) {
    ByteBuffer header = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
    header.put(plain("a", new byte[1]), 0, 8).putInt(0).putLong(offset).putLong(size).putInt(0);
    CRC32 sum = new CRC32();
    sum.update(header.array(), 12, 20);
    return header.putInt(8, (int) sum.getValue()).array();
  }

  private static byte[] write(
      char @org.jspecify.annotations.Nullable [] password,
      SevenZMethod method,
      String name,
      byte[] content) {
    try (SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel()) {
      try (SevenZOutputFile out = new SevenZOutputFile(channel, password)) {
        out.setContentCompression(method);
        SevenZArchiveEntry entry = new SevenZArchiveEntry();
        entry.setName(name);
        out.putArchiveEntry(entry);
        out.write(content);
        out.closeArchiveEntry();
      }
      return Arrays.copyOf(channel.array(), (int) channel.size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
