package io.github.romparser.cli;

import java.util.List;

/** What the commands are called, apart from the commands, which take longer to load. */
final class CommandNames {

  static final List<String> ALL =
      List.of(
          "show", "check", "trim", "fix", "wrap", "extract", "export", "hash", "list", "diff",
          "explain", "snippet", "dump", "scan", "formats", "acpi");

  private CommandNames() {}

  /**
   * Whether arguments are names of files and nothing else, so that no parser of options is needed.
   * A dash alone is a file.
   */
  static boolean isPlain(List<String> words) {
    for (String word : words) {
      boolean option = word.startsWith("-") && word.length() > 1;
      if (option || word.startsWith("@") || ALL.contains(word)) {
        return false;
      }
    }
    return !words.isEmpty();
  }
}
