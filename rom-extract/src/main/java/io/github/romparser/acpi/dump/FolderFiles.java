package io.github.romparser.acpi.dump;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** The files below a folder. */
final class FolderFiles implements KernelFiles {

  /**
   * What is read with one call, in bytes. Some files, acpi_call's among them, give their text only
   * to a reader whose buffer has room for all of it.
   */
  private static final int BUFFER = 1 << 16;

  private final Path root;
  private final boolean live;

  FolderFiles(Path root, boolean live) {
    this.root = root;
    this.live = live;
  }

  private Path path(String path) {
    return root.resolve(path.substring(1));
  }

  @Override
  public boolean live() {
    return live;
  }

  @Override
  public List<String> list(String folder) throws IOException {
    try (Stream<Path> paths = Files.list(path(folder))) {
      return paths.map(path -> path.getFileName().toString()).sorted().toList();
    } catch (UncheckedIOException e) {
      // So a folder that could be opened tells that it cannot be read on.
      throw e.getCause();
    }
  }

  @Override
  public boolean exists(String path) {
    return Files.exists(path(path));
  }

  @Override
  public byte[] read(String path, int most) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    try (FileChannel file = FileChannel.open(path(path), StandardOpenOption.READ)) {
      while (bytes.size() < most && file.read(buffer.clear()) > 0) {
        bytes.write(buffer.array(), 0, Math.min(buffer.position(), most - bytes.size()));
      }
    }
    return bytes.toByteArray();
  }

  @Override
  public void write(String path, String text) throws IOException {
    if (!live) {
      throw new AccessDeniedException(path, null, "a copy is only read");
    }
    if (!exists(path)) {
      throw new NoSuchFileException(path);
    }
    try (FileChannel file = FileChannel.open(path(path), StandardOpenOption.WRITE)) {
      file.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
    }
  }
}
