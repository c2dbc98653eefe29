package io.github.romparser.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A first argument that is neither a command nor a file, but nearly the name of a command: a word
 * that is no command is taken for a file, and "No such file" does not tell who meant {@code check}.
 */
final class MistypedCommand {

  /** How many letters may be missing, too many, wrong or swapped. */
  private static final int SLIPS = 2;

  private MistypedCommand() {}

  /** The command that was likely meant by the first of the arguments, if no file is called so. */
  static Optional<String> meant(Path folder, String... arguments) {
    if (arguments.length == 0 || isFile(folder, arguments[0])) {
      return Optional.empty();
    }
    String word = arguments[0];
    String best = null;
    // Short names are close to any short word: "lst" is a slip of "list", "a" is none of "acpi".
    int least = Math.min(SLIPS, word.length() / 3) + 1;
    for (String name : CommandNames.ALL) {
      boolean near = Math.abs(word.length() - name.length()) <= SLIPS;
      int slips = near ? slips(word, name) : least;
      if (slips > 0 && slips < least) {
        least = slips;
        best = name;
      }
    }
    return Optional.ofNullable(best);
  }

  private static boolean isFile(Path folder, String word) {
    try {
      return Files.exists(folder.resolve(word));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** The distance of Damerau and Levenshtein, with neighbours swapped once (optimal alignment). */
  private static int slips(String typed, String name) {
    int[][] least = new int[typed.length() + 1][name.length() + 1];
    for (int i = 0; i <= typed.length(); i++) {
      for (int j = 0; j <= name.length(); j++) {
        least[i][j] = i == 0 || j == 0 ? i + j : cheapest(least, typed, name, i, j);
      }
    }
    return least[typed.length()][name.length()];
  }

  private static int cheapest(int[][] least, String typed, String name, int i, int j) {
    boolean equal = typed.charAt(i - 1) == name.charAt(j - 1);
    int cost = Math.min(least[i - 1][j], least[i][j - 1]) + 1;
    cost = Math.min(cost, least[i - 1][j - 1] + (equal ? 0 : 1));
    boolean swapped =
        i > 1
            && j > 1
            && typed.charAt(i - 1) == name.charAt(j - 2)
            && typed.charAt(i - 2) == name.charAt(j - 1);
    return swapped ? Math.min(cost, least[i - 2][j - 2] + 1) : cost;
  }
}
