package io.github.romparser.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.cli.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Commands in the midst of sentences and tables exist, and so do their options. */
class InlineCommandsTest {

  private static final Pattern COMMAND =
      Pattern.compile("`(?:sudo )?rom-parser ((?:acpi )?[a-z]+)( [^`|]*)?[`|]");
  private static final Pattern OPTION = Pattern.compile("(?<= )--[a-z-]+");

  @Test
  void commands_and_options_exist() {
    List<String> unknown = new ArrayList<>();
    int asked = 0;
    for (Document document : Document.all()) {
      for (String line : document.lines()) {
        Matcher command = COMMAND.matcher(line);
        while (command.find()) {
          asked++;
          List<String> words = new ArrayList<>(List.of(command.group(1).split(" ", -1)));
          words.add("--help");
          Run help = Run.of(words.toArray(String[]::new));
          if (help.status() != 0) {
            unknown.add(document.path() + ": " + command.group());
          }
          Matcher option = OPTION.matcher(command.group());
          while (option.find()) {
            if (!help.out().contains(option.group())) {
              unknown.add(document.path() + ": " + command.group() + ": " + option.group());
            }
          }
        }
      }
    }
    assertThat(unknown).isEmpty();
    assertThat(asked).isGreaterThan(20);
  }
}
