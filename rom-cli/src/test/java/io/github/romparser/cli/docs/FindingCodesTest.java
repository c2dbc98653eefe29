package io.github.romparser.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.finding.FindingCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The table of the findings is that of the code. {@code -Dgolden.write=FOLDER} writes it anew. */
class FindingCodesTest {

  private static final String START = "<!-- finding codes -->\n";
  private static final String END = "<!-- end -->";

  @Test
  void the_table_is_up_to_date() throws IOException {
    Path file = Document.PROJECT.resolve("rom-cli/src/docs/finding-codes.md");
    String page = Files.readString(file);
    int start = page.indexOf(START) + START.length();
    int end = page.indexOf(END, start);
    String expected = "\n" + table() + "\n";
    if (!System.getProperty("golden.write", "").isEmpty()) {
      Files.writeString(file, page.substring(0, start) + expected + page.substring(end));
    }
    assertThat(page.substring(start, end)).isEqualTo(expected);
  }

  private static String table() {
    StringBuilder table = new StringBuilder("| code | severity | says | advice | source |\n");
    table.append("|---|---|---|---|---|\n");
    for (FindingCode code : FindingCode.values()) {
      String command = code.command().isEmpty() ? "" : " `" + code.command() + "`";
      table.append(
          String.format(
              Locale.ROOT,
              "| `%s` | %s | %s | %s%s | %s |%n",
              code.id(),
              code.severity().name().toLowerCase(Locale.ROOT),
              cell(code.text()),
              cell(code.advice()),
              cell(command),
              cell(code.source())));
    }
    return table.toString().replace(System.lineSeparator(), "\n");
  }

  /**
   * Arguments are dots, as their values are a file's; what is HTML in Markdown is shown as it is.
   */
  private static String cell(String text) {
    return text.replaceAll("\\{\\d+}", "…").replace("|", "\\|").replace("<", "&lt;");
  }
}
