package io.github.romparser.extract.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.romparser.bytes.Slice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing leaves the folder, nothing is overwritten. */
class OutputDirTest {

  @TempDir private Path folder;

  private static Slice bytes(String text) {
    return Slice.of(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "../../etc/passwd | _.._etc_passwd",
        "/etc/passwd | _etc_passwd",
        "..\\..\\boot.ini | _.._boot.ini",
        "C:\\boot.ini | C__boot.ini",
        "... | part",
        "-rf | rf",
        "nul.txt | _nul.txt",
        "COM1 | _COM1",
        "ä€.rom | __.rom",
        "10de-1c8d_ab12cd34.rom | 10de-1c8d_ab12cd34.rom"
      })
  void names_are_made_harmless(String wanted, String name) throws IOException {
    Path dir = folder.resolve("deep").resolve("out");
    assertThat(OutputDir.of(dir, false).write(wanted, bytes("x"))).isEqualTo(name);
    assertThat(dir.resolve(name)).hasContent("x");
    try (var all = Files.walk(folder)) {
      assertThat(all.filter(Files::isRegularFile)).hasSize(1);
    }
  }

  @Test
  void long_names_are_cut_and_empty_ones_get_one() throws IOException {
    OutputDir dir = OutputDir.of(folder, false);
    assertThat(dir.write("n".repeat(5000), bytes("x"))).hasSize(120);
    assertThat(dir.write("", bytes("y"))).isEqualTo("part");
    assertThat(dir.write("a\u0000b\nc", bytes("z"))).isEqualTo("a_b_c");
  }

  @Test
  void a_second_file_of_a_name_gets_a_number() throws IOException {
    OutputDir dir = OutputDir.of(folder, false);
    assertThat(dir.write("a.bin", bytes("1"))).isEqualTo("a.bin");
    assertThat(dir.write("A.bin", bytes("2"))).isEqualTo("A-2.bin");
    assertThat(dir.write("a.bin", bytes("3"))).isEqualTo("a-3.bin");
    assertThat(dir.write(".hidden", bytes("4"))).isEqualTo("hidden");
  }

  @Test
  void what_exists_is_kept_unless_it_is_the_same_or_the_caller_insists() throws IOException {
    Files.writeString(folder.resolve("a"), "old");
    assertThatThrownBy(() -> OutputDir.of(folder, false).write("a", bytes("new")))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining("--force");
    assertThat(folder.resolve("a")).hasContent("old");
    assertThat(OutputDir.of(folder, false).write("a", bytes("old"))).isEqualTo("a");
    assertThat(OutputDir.of(folder, true).write("a", bytes("new"))).isEqualTo("a");
    assertThat(folder.resolve("a")).hasContent("new");
    Files.createDirectory(folder.resolve("d"));
    assertThatThrownBy(() -> OutputDir.of(folder, true).write("d", bytes("new")))
        .isInstanceOf(FileSystemException.class);
  }

  @Test
  void no_link_is_followed() throws IOException {
    Path outside = folder.resolve("outside");
    Files.writeString(outside, "old");
    Path dir = Files.createDirectory(folder.resolve("dir"));
    Files.createSymbolicLink(dir.resolve("a"), outside);
    assertThatThrownBy(() -> OutputDir.of(dir, false).write("a", bytes("new")))
        .isInstanceOf(FileSystemException.class);
    OutputDir.of(dir, true).write("a", bytes("new"));
    assertThat(outside).hasContent("old");
    assertThat(dir.resolve("a")).hasContent("new").isRegularFile();
    assertThat(Files.isSymbolicLink(dir.resolve("a"))).isFalse();
    Files.createSymbolicLink(folder.resolve("nowhere"), folder.resolve("missing"));
    assertThatThrownBy(() -> OutputDir.of(folder.resolve("nowhere"), true))
        .hasMessageContaining("leads nowhere");
  }

  @Test
  void a_file_is_no_folder() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    assertThatThrownBy(() -> OutputDir.of(file, true)).hasMessageContaining("Not a folder");
    assertThat(OutputDir.of(folder, true).folder()).isEqualTo(folder);
  }
}
