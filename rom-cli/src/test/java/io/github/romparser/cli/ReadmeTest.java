package io.github.romparser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The README has the table of formats that the program prints. {@code -Dgolden.write=FOLDER} brings
 * it up to date.
 */
class ReadmeTest {

  private static final String FORMATS = "<!-- formats -->\n";
  private static final String END = "<!-- end -->";

  @Test
  void the_table_of_formats_is_up_to_date() throws IOException {
    holds(FORMATS, "\n" + Run.of("formats", "--format", "markdown").out() + "\n");
  }

  /** Between a mark and the next end stands what is given. */
  private static void holds(String mark, String expected) throws IOException {
    Path file = Path.of("..", "README.md");
    String readme = Files.readString(file);
    int start = readme.indexOf(mark) + mark.length();
    int end = readme.indexOf(END, start);
    if (!System.getProperty("golden.write", "").isEmpty()) {
      Files.writeString(file, readme.substring(0, start) + expected + readme.substring(end));
    }
    assertThat(readme.substring(start, end)).isEqualTo(expected);
  }
}
