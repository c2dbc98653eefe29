package io.github.romparser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.testdata.RomForge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line promises for {@code --html}. */
class HtmlTest {

  @TempDir private Path folder;
  private String rom;
  private String page;

  @BeforeEach
  void names() {
    rom = Samples.write(folder, "nvgi2");
    page = folder.resolve("page.html").toString();
  }

  private String[] command(String line) {
    String other = Samples.write(folder, "turing");
    String[] words = line.split(" ", -1);
    for (int i = 0; i < words.length; i++) {
      words[i] = words[i].equals("ROM") ? rom : words[i].equals("OTHER") ? other : words[i];
    }
    return words;
  }

  private String[] with(String[] command, String... more) {
    String[] all = Arrays.copyOf(command, command.length + more.length);
    System.arraycopy(more, 0, all, command.length, more.length);
    return all;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ROM",
        "ROM OTHER",
        "-v ROM",
        "show ROM",
        "show --json ROM",
        "show --format classic ROM",
        "show --fail-on never ROM",
        "check ROM",
        "check --json ROM --for qemu",
        "check -v OTHER --for seabios",
        "diff ROM OTHER",
        "diff ROM ROM",
        "diff --json ROM OTHER",
        "extract ROM --list",
        "extract ROM OTHER --list --json"
      })
  void the_page_comes_besides_the_report_and_changes_nothing_of_it(String line) throws IOException {
    String[] command = command(line);
    Run without = Run.of(command);
    Run with = Run.of(with(command, "--html", page));
    assertThat(with).isEqualTo(without);
    assertThat(with.err()).isEmpty();
    String html = Files.readString(Path.of(page));
    assertThat(html).startsWith("<!DOCTYPE html>\n<html lang=\"en\">").endsWith("</html>\n");
    assertThat(html).contains("<main id=\"report\"");
    Files.delete(Path.of(page));
    Run.of(with(command, "--html", page));
    assertThat(Path.of(page)).hasContent(html);
  }

  @ParameterizedTest
  @ValueSource(strings = {"show ROM", "check ROM", "diff ROM OTHER", "extract ROM --list"})
  void an_existing_file_is_kept_unless_forced(String line) throws IOException {
    Files.writeString(Path.of(page), "precious");
    String[] command = with(command(line), "--html", page);
    Run kept = Run.of(command);
    assertThat(kept.status()).isEqualTo(2);
    assertThat(kept.out()).isEmpty();
    assertThat(kept.err())
        .isEqualTo(
            "rom-parser: "
                + page
                + ": exists already; --force replaces it"
                + System.lineSeparator());
    assertThat(Path.of(page)).hasContent("precious");
    Run forced = Run.of(with(command, "--force"));
    assertThat(forced.status()).isEqualTo(Run.of(command(line)).status());
    assertThat(Files.readString(Path.of(page))).startsWith("<!DOCTYPE html>");
  }

  @ParameterizedTest
  @CsvSource({
    "-, standard output has the report itself",
    "none/page.html, No such folder",
    ".., Is a directory",
    "nvgi2.rom, is the input"
  })
  void what_cannot_be_written_is_told_before_any_work_is_done(String name, String reason) {
    String target = name.equals("-") ? name : folder.resolve(name).toString();
    for (String line : new String[] {"ROM", "check ROM", "diff ROM OTHER", "extract ROM --list"}) {
      Run run = Run.of(with(command(line), "--html", target, "--force"));
      assertThat(run.status()).as(line).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).startsWith("rom-parser: ").contains(reason);
      assertThat(run.err().lines()).hasSize(1);
    }
    assertThat(Path.of(rom)).hasBinaryContent(RomForge.named("nvgi2"));
  }

  @Test
  void a_device_that_is_full_is_told_and_the_report_is_there_all_the_same() {
    Run run = Run.of("show", rom, "--html", "/dev/full");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).contains("CONTAINER-PREFIX");
    assertThat(run.err()).startsWith("rom-parser: /dev/full: ");
  }

  @Test
  void the_page_of_several_files_has_those_that_could_be_read() throws IOException {
    String missing = folder.resolve("missing.rom").toString();
    Run run = Run.of(rom, missing, Samples.write(folder, "isa"), "--html", page);
    assertThat(run.status()).isEqualTo(2);
    String html = Files.readString(Path.of(page));
    assertThat(html).contains("<h1>3 files</h1>", "missing.rom", "could not be read");
    assertThat(html.indexOf("id=\"file1\"")).isPositive().isLessThan(html.indexOf("id=\"file3\""));
  }

  @Test
  void no_page_is_written_where_nothing_could_be_read() {
    String missing = folder.resolve("missing.rom").toString();
    for (String command : new String[] {"show", "check"}) {
      Run run = Run.of(command, missing, "--html", page);
      assertThat(run.status()).isEqualTo(2);
      assertThat(Path.of(page)).doesNotExist();
    }
    assertThat(Run.of("extract", missing, "--list", "--html", page).status()).isEqualTo(2);
    assertThat(Path.of(page)).doesNotExist();
  }

  @Test
  void manifest_and_page_are_two_files() {
    Run run = Run.of("extract", rom, "--list", "--manifest", page, "--html", page);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--manifest and --html name the same file");
    assertThat(Path.of(page)).doesNotExist();
  }

  @Test
  void standard_input_is_called_so() throws IOException {
    Run.with(RomForge.named("isa"), "-", "--html", page);
    assertThat(Files.readString(Path.of(page))).contains("<h1>standard input</h1>");
  }
}
