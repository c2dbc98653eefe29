package io.github.romparser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.testdata.RomForge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The README shows what the program really prints. {@code -Dgolden.write=FOLDER} brings it up to
 * date.
 */
class ReadmeTest {

  private static final String START = "<!-- output: nvgi2 -->\n";
  private static final String FORMATS = "<!-- formats -->\n";
  private static final String END = "<!-- end -->";

  @TempDir private Path folder;

  @Test
  void the_screen_is_up_to_date() throws IOException {
    String noNames = Samples.write(folder, "pci.ids", new byte[0]);
    String screen =
        Run.with(RomForge.named("nvgi2"), "--pci-ids", noNames, "-")
            .out()
            .replace(System.lineSeparator(), "\n")
            .replaceFirst("^-:", "nvgi2.rom:");
    holds(START, "```\n$ rom-parser nvgi2.rom\n" + screen + "```\n");
  }

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
