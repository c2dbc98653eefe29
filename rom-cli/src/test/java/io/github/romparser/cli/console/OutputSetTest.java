package io.github.romparser.cli.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several files that are written together. */
class OutputSetTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "a.aml, a-1.aml",
    "a, a-1",
    "x.y/a, x.y/a-1",
    "x.y/a.b.c, x.y/a.b-1.c",
    ".aml, .aml-1"
  })
  void the_number_stands_before_the_suffix(String name, String second) {
    assertThat(new OutputSet(name, false).names(2)).containsExactly(name, second);
    assertThat(new OutputSet(name, false).names(1)).containsExactly(name);
  }

  @Test
  void what_was_written_is_undone_if_a_later_one_fails() throws IOException {
    Path first = Files.writeString(folder.resolve("a.aml"), "before");
    // A folder of that name appears between the check and the writing: here it is a full device.
    Files.createSymbolicLink(folder.resolve("a-2.aml"), Path.of("/dev/full"));
    OutputSet set = new OutputSet(first.toString(), true);
    assertThatThrownBy(() -> set.write(List.of(new byte[9], new byte[9], new byte[9]), List.of()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("a-2.aml: ");
    assertThat(first).hasContent("before");
    assertThat(folder.resolve("a-1.aml")).doesNotExist();
    Files.delete(folder.resolve("a-2.aml"));
    set.write(List.of(new byte[1], new byte[2], new byte[3]), List.of());
    assertThat(folder.resolve("a-2.aml")).hasSize(3);
  }
}
