package io.github.romparser.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Code in the documents is code that is compiled. {@code <!-- code: FILE#NAME -->} stands before a
 * block that shows what FILE, named from the project's folder, has between {@code // tag::NAME[]}
 * and {@code // end::NAME[]}. {@code -Dgolden.write=FOLDER} writes it into the documents.
 */
class CodeQuotesTest {

  private static final Pattern QUOTE = Pattern.compile("<!-- code: (\\S+)#([A-Za-z0-9-]+) -->");

  @Test
  void quotes_are_what_they_quote() throws IOException {
    List<String> unquoted = new ArrayList<>();
    List<String> stale = new ArrayList<>();
    int quotes = 0;
    for (Document document : Document.all()) {
      List<String> lines = new ArrayList<>(document.lines());
      List<Block> blocks = document.blocks();
      for (int i = blocks.size() - 1; i >= 0; i--) {
        Block block = blocks.get(i);
        if (!block.info().equals("java")) {
          continue;
        }
        Matcher quote = QUOTE.matcher(block.line() < 2 ? "" : lines.get(block.line() - 2));
        if (!quote.matches()) {
          unquoted.add(document.path() + ":" + block.line());
          continue;
        }
        quotes++;
        List<String> region = region(Document.PROJECT.resolve(quote.group(1)), quote.group(2));
        if (!region.equals(block.lines())) {
          stale.add(document.path() + ": " + quote.group(1) + "#" + quote.group(2));
          List<String> old = lines.subList(block.line(), block.line() + block.lines().size());
          old.clear();
          lines.addAll(block.line(), region);
        }
      }
      if (!lines.equals(document.lines()) && !System.getProperty("golden.write", "").isEmpty()) {
        document.write(lines);
      }
    }
    assertThat(stale).isEmpty();
    assertThat(unquoted).isEmpty();
    assertThat(quotes).isPositive();
  }

  /** The lines of a region, moved to the left margin. */
  private static List<String> region(Path file, String name) throws IOException {
    List<String> all = Files.readAllLines(file);
    int from = line(all, "// tag::" + name + "[]", file) + 1;
    int to = line(all, "// end::" + name + "[]", file);
    while (to > from && all.get(to - 1).isBlank()) {
      to--;
    }
    List<String> region = all.subList(from, to);
    int margin =
        region.stream()
            .filter(line -> !line.isBlank())
            .mapToInt(line -> line.length() - line.stripLeading().length())
            .min()
            .orElse(0);
    return region.stream().map(line -> line.isBlank() ? "" : line.substring(margin)).toList();
  }

  private static int line(List<String> all, String mark, Path file) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).strip().equals(mark)) {
        return i;
      }
    }
    throw new IllegalStateException(file + " has no " + mark);
  }
}
