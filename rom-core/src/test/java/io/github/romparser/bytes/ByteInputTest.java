package io.github.romparser.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByteInputTest {
  private static final Path STATUS = Path.of("/proc/self/status");

  @TempDir private Path folder;

  @Test
  void aFileIsReadWholly() throws IOException {
    Path file = Files.write(folder.resolve("a.rom"), new byte[] {1, 2, 3});
    ByteInput input = ByteInput.of(file);
    assertThat(input.name()).isEqualTo(file.toString());
    assertThat(input.read()).isEqualTo(Slice.of(new byte[] {1, 2, 3}));
  }

  @Test
  void aFileMayBeEmpty() throws IOException {
    assertThat(ByteInput.of(Files.createFile(folder.resolve("empty"))).read().length()).isZero();
  }

  @Test
  void aFileThatMayOnlyBeRead() throws IOException {
    Path file = Files.write(folder.resolve("a.rom"), new byte[] {1});
    assertThat(file.toFile().setReadOnly()).isTrue();
    assertThat(ByteInput.of(file).read().u8(0)).isEqualTo(1);
  }

  @Test
  void aDirectoryIsRefused() {
    assertThatExceptionOfType(FileSystemException.class)
        .isThrownBy(() -> ByteInput.of(folder).read())
        .satisfies(
            e -> {
              assertThat(e.getReason()).isEqualTo("Is a directory");
              assertThat(e.getFile()).isEqualTo(folder.toString());
            });
  }

  @Test
  void aMissingFileIsNamed() {
    Path missing = folder.resolve("missing");
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> ByteInput.of(missing).read())
        .withMessage(missing.toString());
  }

  @Test
  void aFileThatPromisesNothingAndGivesSomething() throws IOException {
    assumeTrue(Files.exists(STATUS) && Files.size(STATUS) == 0);
    Slice status = ByteInput.of(STATUS).read();
    assertThat(status.startsWith(0, "Name:")).isTrue();
  }

  /** As the file rom of a device does: sysfs promises a page, or a BAR, and gives what there is. */
  @Test
  void aFileThatGivesLessThanItPromises() throws IOException {
    Path number = Path.of("/sys/kernel/uevent_seqnum");
    assumeTrue(Files.exists(number) && Files.size(number) >= 64);
    Slice text = ByteInput.of(number).read();
    assertThat(text.length()).isLessThan(64);
    assertThat(text.latin1(0, text.length())).matches("\\d+\n");
  }

  @Test
  void aDeviceIsReadToItsEnd() throws IOException {
    Path nothing = Path.of("/dev/null");
    assumeTrue(Files.exists(nothing));
    assertThat(ByteInput.of(nothing).read().length()).isZero();
  }

  /** The files have a size and no blocks, so that nothing is written, and nothing may be read. */
  @ParameterizedTest
  @ValueSource(longs = {ByteInput.LIMIT + 1, 1L << 31, 3L << 30, 1L << 40})
  void aFileBeyondTheLimitIsRefusedAtOnce(long size) throws IOException {
    Path file = sparse(size);
    assertThat(Duration.ofNanos(refuse(file, " bytes are more than can be read")))
        .isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void aFileThatDoesNotFitIntoMemoryIsRefusedAtOnce() throws IOException {
    long memory = Runtime.getRuntime().maxMemory();
    assumeTrue(memory < ByteInput.LIMIT);
    Path file = sparse(memory - 1);
    assertThat(Duration.ofNanos(refuse(file, "do not fit into Java's memory")))
        .isLessThan(Duration.ofSeconds(2));
  }

  private static long refuse(Path file, String reason) {
    long start = System.nanoTime();
    assertThatIOException()
        .isThrownBy(() -> ByteInput.of(file).read())
        .withMessageContaining(reason);
    return System.nanoTime() - start;
  }

  private Path sparse(long size) throws IOException {
    Path file = folder.resolve("sparse");
    try (SeekableByteChannel channel =
        Files.newByteChannel(
            file,
            Set.of(
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE,
                StandardOpenOption.SPARSE))) {
      channel.position(size - 1).write(ByteBuffer.wrap(new byte[1]));
    }
    assumeTrue(Files.size(file) == size);
    return file;
  }

  @Test
  void aStreamIsReadToItsEndAndLeftOpen() throws IOException {
    InputStream pieces =
        new SequenceInputStream(
            new ByteArrayInputStream(new byte[] {1, 2}), new ByteArrayInputStream(new byte[] {3}));
    ByteInput input = ByteInput.of("-", pieces);
    assertThat(input.name()).isEqualTo("-");
    assertThat(input.read()).isEqualTo(Slice.of(new byte[] {1, 2, 3}));
    assertThat(input.read().length()).isZero();
  }

  @Test
  void aStreamThatNeverEndsIsRefused() {
    assumeTrue(Runtime.getRuntime().maxMemory() <= 2L << 30);
    assertThatIOException()
        .isThrownBy(() -> ByteInput.of("-", new Endless()).read())
        .withMessageContaining("More than ");
  }

  @Test
  void aStreamThatFails() {
    assertThatIOException()
        .isThrownBy(() -> ByteInput.of("-", new Broken()).read())
        .withMessage("Input/output error");
  }

  private static final class Broken extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("Input/output error");
    }

    @Override
    public int read(byte[] bytes, int at, int count) throws IOException {
      throw new IOException("Input/output error");
    }
  }

  private static final class Endless extends InputStream {
    @Override
    public int read() {
      return 0;
    }

    @Override
    public int read(byte[] bytes, int at, int count) {
      return count;
    }
  }
}
