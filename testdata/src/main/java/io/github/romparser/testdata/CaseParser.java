package io.github.romparser.testdata;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of a case file: header lines at the margin, indented steps below each, and lines
 * that begin with {@code #}, which are comments.
 *
 * <pre>
 * fires error at 0x1200 length 512: title of the case
 *   rom minimal-hybrid
 *   cut -512
 * silent: title
 *   rom minimal-hybrid
 * </pre>
 */
final class CaseParser {
  private static final Pattern FIRES =
      Pattern.compile(
          "fires(?: (error|warning|note))?(?: at (\\w+))?(?: length (\\w+))?\\s*:\\s*(\\S.*)");
  private static final Pattern SILENT = Pattern.compile("silent\\s*:\\s*(\\S.*)");

  private final String code;
  private final List<RomCase> cases = new ArrayList<>();
  private final List<String> steps = new ArrayList<>();
  private @Nullable RomCase header;
  private byte[] bytes = new byte[0];

  private CaseParser(String code) {
    this.code = code;
  }

  /**
   * The cases of a file; every one has been run once, so what is returned is sound.
   *
   * @throws IllegalArgumentException naming file and line
   */
  static List<RomCase> parse(String code, String text) {
    CaseParser parser = new CaseParser(code);
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      try {
        parser.line(line);
      } catch (RuntimeException e) {
        throw new IllegalArgumentException(
            code + ".case, line " + number + ": " + e.getMessage(), e);
      }
    }
    parser.finish();
    if (parser.cases.isEmpty()) {
      throw new IllegalArgumentException(code + ".case, line " + number + ": there is no case");
    }
    return List.copyOf(parser.cases);
  }

  private void line(String line) {
    String text = line.strip();
    if (text.isEmpty() || text.startsWith("#")) {
      return;
    }
    if (Character.isWhitespace(line.charAt(0))) {
      step(text);
    } else {
      finish();
      header = header(text);
    }
  }

  private void step(String text) {
    if (header == null) {
      throw new IllegalArgumentException("a step before the first case");
    }
    bytes = CaseSteps.run(text, bytes);
    steps.add(text);
  }

  private RomCase header(String text) {
    Matcher silent = SILENT.matcher(text);
    if (silent.matches()) {
      return new RomCase(
          code,
          silent.group(1),
          false,
          Optional.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          List.of());
    }
    Matcher fires = FIRES.matcher(text);
    if (!fires.matches()) {
      throw new IllegalArgumentException(
          "neither \"fires [error|warning|note] [at OFFSET] [length N]: title\""
              + " nor \"silent: title\": "
              + text);
    }
    return new RomCase(
        code,
        fires.group(4),
        true,
        Optional.ofNullable(fires.group(1)),
        number(fires.group(2)),
        number(fires.group(3)),
        List.of());
  }

  private static OptionalLong number(@Nullable String text) {
    return text == null ? OptionalLong.empty() : OptionalLong.of(CaseSteps.number(text));
  }

  private void finish() {
    if (header != null) {
      cases.add(
          new RomCase(
              header.code(),
              header.title(),
              header.fires(),
              header.severity(),
              header.offset(),
              header.length(),
              steps));
    }
    header = null;
    steps.clear();
    bytes = new byte[0];
  }
}
