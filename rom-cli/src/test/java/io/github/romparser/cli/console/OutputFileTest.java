package io.github.romparser.cli.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.romparser.bytes.Slice;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {

  private static final Slice BYTES = Slice.of(new byte[100_000]);

  @TempDir private Path folder;

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** A file on a disk that is full after some bytes. */
  private static OutputStream full(Path path) throws IOException {
    OutputStream file = Files.newOutputStream(path);
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        file.write(b);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        file.write(bytes, offset, length / 2);
        throw new IOException("No space left on device");
      }

      @Override
      public void close() throws IOException {
        file.close();
      }
    };
  }

  @Test
  void a_full_disk_leaves_nothing_behind() throws IOException {
    Path path = folder.resolve("out.rom");
    OutputFile output = new OutputFile(path.toString(), true, OutputFileTest::full);
    assertThatThrownBy(() -> output.write(BYTES)).hasMessage("No space left on device");
    assertThat(files()).isEmpty();
    Files.writeString(path, "old");
    assertThatThrownBy(() -> output.write(BYTES)).hasMessage("No space left on device");
    assertThat(files()).containsExactly("out.rom");
    assertThat(path).hasContent("old");
  }

  @Test
  void what_appears_in_the_meantime_is_kept() throws IOException {
    Path path = folder.resolve("out.rom");
    OutputFile output = new OutputFile(path.toString(), false);
    output.check(List.of());
    Files.writeString(path, "other");
    assertThatThrownBy(() -> output.write(BYTES))
        .hasMessageContaining("exists already; --force replaces it");
    assertThat(path).hasContent("other");
    assertThat(files()).containsExactly("out.rom");
  }

  @Test
  void a_link_stays_and_its_target_is_replaced() throws IOException {
    Path target = Files.writeString(folder.resolve("target.rom"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.rom"), target);
    OutputFile output = new OutputFile(link.toString(), true);
    output.check(List.of("-"));
    output.write(BYTES);
    assertThat(Files.isSymbolicLink(link)).isTrue();
    assertThat(Files.size(target)).isEqualTo(100_000);
    assertThat(files()).containsExactly("link.rom", "target.rom");
  }

  @Test
  void a_new_file_has_the_usual_mode() throws IOException {
    Path usual = Files.createFile(folder.resolve("usual"));
    Path path = folder.resolve("out.rom");
    new OutputFile(path.toString(), false).write(BYTES);
    assertThat(Files.getPosixFilePermissions(path)).isEqualTo(Files.getPosixFilePermissions(usual));
  }

  @Test
  void a_dash_is_standard_output() throws IOException {
    OutputFile output = new OutputFile("-", false);
    assertThat(output.isStandardOutput()).isTrue();
    assertThat(output.name()).isEqualTo("-");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    output.write(BYTES, out);
    assertThat(out.toByteArray()).isEqualTo(BYTES.toByteArray());
  }
}
