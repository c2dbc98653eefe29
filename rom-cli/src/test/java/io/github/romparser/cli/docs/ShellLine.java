package io.github.romparser.cli.docs;

import java.util.ArrayList;
import java.util.List;

/**
 * A line for a shell, as far as the documents need one: words with quotes, and pipes.
 *
 * @param stages the programs with their arguments, the output of each being the input of the next
 */
record ShellLine(List<List<Word>> stages) {

  /**
   * A word.
   *
   * @param quoted whether some of it stood in quotes, so that a star in it is a star
   */
  record Word(String text, boolean quoted) {}

  ShellLine {
    stages = List.copyOf(stages);
  }

  static ShellLine parse(String line) {
    List<List<Word>> stages = new ArrayList<>();
    List<Word> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean begun = false;
    boolean quoted = false;
    for (int i = 0; i <= line.length(); i++) {
      char c = i == line.length() ? ' ' : line.charAt(i);
      if (c == '\'' || c == '"') {
        int end = line.indexOf(c, i + 1);
        if (end < 0) {
          throw new IllegalStateException("an open quote: " + line);
        }
        word.append(line, i + 1, end);
        begun = true;
        quoted = true;
        i = end;
      } else if (c == ' ' || c == '|') {
        if (begun) {
          words.add(new Word(word.toString(), quoted));
          word.setLength(0);
          begun = false;
          quoted = false;
        }
        if (c == '|') {
          stages.add(List.copyOf(words));
          words.clear();
        }
      } else if (";&<>`$(){}#~\\".indexOf(c) >= 0) {
        throw new IllegalStateException("the tests have no shell for this: " + line);
      } else {
        word.append(c);
        begun = true;
      }
    }
    stages.add(List.copyOf(words));
    return new ShellLine(stages);
  }
}
