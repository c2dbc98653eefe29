package io.github.romparser.cli.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A block of code.
 *
 * <p>The first word behind its fence is the language. {@code console} is a session: lines with a
 * prompt are run, and what they print is compared. Behind it may stand {@code exit=N}, with which
 * the last command ends, and {@code machine=NAME}, on which the session takes place. {@code sh
 * not-run: REASON} is what only another machine can run.
 *
 * @param info what stands behind the opening fence
 * @param line index of its first line in the document
 * @param lines what is in it
 */
record Block(String info, int line, List<String> lines) {

  private static final Pattern NOT_RUN = Pattern.compile("sh not-run: (\\S.*)");
  private static final Pattern CONSOLE =
      Pattern.compile("console(?: machine=([a-z]+))?(?: exit=([01]))?");
  private static final String PROMPT = "$ ";

  Block {
    lines = List.copyOf(lines);
  }

  String language() {
    return info.split("[ :]", 2)[0];
  }

  boolean isSession() {
    return CONSOLE.matcher(info).matches();
  }

  /** Why it is not run, if it says so. */
  Optional<String> notRun() {
    Matcher reason = NOT_RUN.matcher(info);
    return reason.matches() ? Optional.of(reason.group(1)) : Optional.empty();
  }

  /** The machine that the session is on. */
  String machine() {
    Matcher session = CONSOLE.matcher(info);
    return session.matches() && session.group(1) != null ? session.group(1) : "desktop";
  }

  /** The commands of a session, each with what it printed. */
  List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    int at = 0;
    while (at < lines.size()) {
      if (!lines.get(at).startsWith(PROMPT)) {
        throw new IllegalStateException("no command before: " + lines.get(at));
      }
      StringBuilder command = new StringBuilder(lines.get(at).substring(PROMPT.length()));
      at++;
      while (command.charAt(command.length() - 1) == '\\') {
        command.setLength(command.length() - 1);
        command.append(lines.get(at).strip());
        at++;
      }
      int from = at;
      while (at < lines.size() && !lines.get(at).startsWith(PROMPT)) {
        at++;
      }
      int status = at == lines.size() ? lastStatus() : 0;
      steps.add(new Step(command.toString(), line + from, lines.subList(from, at), status));
    }
    return steps;
  }

  private int lastStatus() {
    Matcher session = CONSOLE.matcher(info);
    return session.matches() && session.group(2) != null ? Integer.parseInt(session.group(2)) : 0;
  }

  /**
   * A command and what it prints.
   *
   * @param line index in the document of the first line that it prints
   * @param status that it ends with
   */
  record Step(String command, int line, List<String> output, int status) {
    Step {
      output = List.copyOf(output);
    }
  }
}
