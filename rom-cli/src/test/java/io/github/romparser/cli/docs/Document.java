package io.github.romparser.cli.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Markdown file of the project.
 *
 * @param path where it is, from the folder of this module
 * @param lines its lines, without their ends
 */
record Document(Path path, List<String> lines) {

  /** The project's folder, from this module's. */
  static final Path PROJECT = Path.of("..");

  private static final String FENCE = "```";
  private static final Pattern LINK = Pattern.compile("\\[[^\\]\\[]*]\\(([^)\\s]+)\\)");

  Document {
    lines = List.copyOf(lines);
  }

  /** README, the guides, and what is for contributors. */
  static List<Document> all() {
    List<Path> paths = new ArrayList<>();
    paths.add(PROJECT.resolve("README.md"));
    for (String folder : List.of("rom-cli/src/docs", ".github")) {
      try (Stream<Path> files = Files.list(PROJECT.resolve(folder))) {
        files.filter(f -> f.toString().endsWith(".md")).sorted().forEach(paths::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return paths.stream().map(Document::of).toList();
  }

  static Document of(Path path) {
    try {
      return new Document(path, Files.readAllLines(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its blocks of code, in their order. */
  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    int open = -1;
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).startsWith(FENCE)) {
        continue;
      }
      if (open < 0) {
        open = i;
      } else {
        String info = lines.get(open).substring(FENCE.length()).strip();
        blocks.add(new Block(info, open + 1, lines.subList(open + 1, i)));
        open = -1;
      }
    }
    if (open >= 0) {
      throw new IllegalStateException(path + ":" + (open + 1) + ": a block without an end");
    }
    return blocks;
  }

  /** Where its links lead, but for those in blocks of code. */
  List<String> links() {
    String text = String.join("\n", prose().toList());
    return LINK.matcher(text).results().map(m -> m.group(1)).toList();
  }

  /** What {@code #name} can lead to, as GitHub makes it of headings. */
  List<String> anchors() {
    return prose()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
        .map(line -> line.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .toList();
  }

  private Stream<String> prose() {
    List<String> prose = new ArrayList<>();
    boolean code = false;
    for (String line : lines) {
      if (line.startsWith(FENCE)) {
        code = !code;
      } else if (!code) {
        prose.add(line);
      }
    }
    return prose.stream();
  }

  /** The same with other lines in place of some. */
  void write(List<String> changed) {
    try {
      Files.writeString(path, String.join("\n", changed) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
