package io.github.romparser.bytes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Where bytes come from: a file, a stream such as standard input, or an array.
 *
 * <p>Files are opened for reading only and are read once, wholly, with one copy in memory. What
 * cannot be read ends in an {@link IOException} whose message is a plain reason ("Is a directory").
 */
public sealed interface ByteInput {

  /**
   * The most that is read, in bytes: 2 GiB less some bytes, the largest array there can be. Option
   * ROMs have at most 16 MiB (PCI Local Bus 3.0 §6.2.5.2, the largest expansion ROM BAR).
   */
  long LIMIT = Integer.MAX_VALUE - 8L;

  /**
   * {@return what to call it in a message: the path as it was given, {@code -} for standard input}
   */
  String name();

  /**
   * Reads everything.
   *
   * @return all bytes, at offset 0
   * @throws IOException if it cannot be opened or read, is a directory, or is larger than {@link
   *     #LIMIT} or than the memory this Java has
   */
  Slice read() throws IOException;

  /**
   * {@return a file as a place where bytes come from} Nothing is opened before {@link #read}.
   *
   * @param path of a regular file or a special one such as a pipe
   */
  static ByteInput of(Path path) {
    return new OfFile(path);
  }

  /**
   * {@return a stream as a place where bytes come from} It is read to its end and left open.
   *
   * @param name what to call it in a message
   * @param stream what to read; more than {@link #LIMIT} bytes, or than a quarter of the memory
   *     that this Java may use, are refused
   */
  static ByteInput of(String name, InputStream stream) {
    return new OfStream(name, stream);
  }

  /**
   * A file of the file system, or a special file such as a pipe.
   *
   * @param path as it was given
   */
  record OfFile(Path path) implements ByteInput {
    @Override
    public String name() {
      return path.toString();
    }

    @Override
    public Slice read() throws IOException {
      if (Files.isDirectory(path)) {
        throw new FileSystemException(name(), null, "Is a directory");
      }
      if (!Files.exists(path)) {
        throw new NoSuchFileException(name());
      }
      try (InputStream stream = Files.newInputStream(path, StandardOpenOption.READ)) {
        if (!Files.isRegularFile(path)) {
          return readToEnd(name(), stream);
        }
        long size = Files.size(path);
        checkSize(name(), size, size);
        if (size == 0) {
          // Files of /proc promise nothing and give something.
          return readToEnd(name(), stream);
        }
        byte[] bytes = new byte[(int) size];
        int read = stream.readNBytes(bytes, 0, bytes.length);
        // The rom file of sysfs promises the size of the BAR and gives the size of the ROM.
        return Slice.of(read == bytes.length ? bytes : Arrays.copyOf(bytes, read));
      }
    }
  }

  /**
   * A stream, read to its end and left open.
   *
   * @param name what to call it in a message
   * @param stream what to read
   */
  record OfStream(String name, InputStream stream) implements ByteInput {
    @Override
    public Slice read() throws IOException {
      return readToEnd(name, stream);
    }
  }

  private static Slice readToEnd(String name, InputStream stream) throws IOException {
    // Joining the pieces needs twice their size for a moment.
    long most = Math.min(LIMIT, Runtime.getRuntime().maxMemory() / 4);
    byte[] bytes = stream.readNBytes((int) most);
    if (bytes.length == most && stream.read() >= 0) {
      throw new FileSystemException(
          name, null, "More than " + most + " bytes; option ROMs have at most 16 MiB");
    }
    return Slice.of(bytes);
  }

  private static void checkSize(String name, long size, long memory) throws IOException {
    if (size > LIMIT) {
      throw new FileSystemException(
          name,
          null,
          size + " bytes are more than can be read (2 GiB); option ROMs have at most 16 MiB");
    }
    if (memory > Runtime.getRuntime().maxMemory() * 3 / 4) {
      throw new FileSystemException(
          name, null, size + " bytes do not fit into Java's memory; give it more with -Xmx");
    }
  }
}
