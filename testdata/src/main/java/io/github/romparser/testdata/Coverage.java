package io.github.romparser.testdata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How much of a module its tests run, in one line of the build's output.
 *
 * @param lines of source, run and not run
 * @param branches of conditions, taken and not taken
 */
public record Coverage(Share lines, Share branches) {

  /**
   * A part of a whole.
   *
   * @param covered how many the tests reach
   * @param all how many there are
   */
  public record Share(long covered, long all) {

    /** In per cent with one digit, rounded down: only what is whole is told as 100. */
    @Override
    public String toString() {
      long tenths = all == 0 ? 1000 : covered * 1000 / all;
      return String.format(Locale.ROOT, "%d.%d %%", tenths / 10, tenths % 10);
    }
  }

  /**
   * Prints the line.
   *
   * @param args the module's name, and the table that JaCoCo's goal report writes
   * @throws IOException when the table cannot be read
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      throw new IllegalArgumentException("two arguments are needed: a name and jacoco.csv");
    }
    System.out.println(line(args[0], Path.of(args[1])));
  }

  /** The line; says so where nothing was measured. */
  static String line(String module, Path table) throws IOException {
    if (!Files.exists(table)) {
      return "coverage %s: not measured".formatted(module);
    }
    Coverage coverage = of(Files.readAllLines(table));
    return "coverage %s: %s of lines, %s of branches"
        .formatted(module, coverage.lines(), coverage.branches());
  }

  /** Adds up the classes of a table, whose first row names the columns. */
  static Coverage of(List<String> table) {
    List<String> names = Arrays.asList(table.get(0).split(",", -1));
    List<String[]> rows = table.stream().skip(1).map(row -> row.split(",", -1)).toList();
    return new Coverage(share("LINE", names, rows), share("BRANCH", names, rows));
  }

  private static Share share(String counter, List<String> names, List<String[]> rows) {
    long covered = sum(names.indexOf(counter + "_COVERED"), rows);
    return new Share(covered, covered + sum(names.indexOf(counter + "_MISSED"), rows));
  }

  private static long sum(int column, List<String[]> rows) {
    return rows.stream().mapToLong(row -> Long.parseLong(row[column])).sum();
  }
}
