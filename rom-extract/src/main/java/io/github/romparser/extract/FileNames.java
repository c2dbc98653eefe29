package io.github.romparser.extract;

import java.nio.file.Path;
import java.util.Optional;

/** Names of files without folders. */
final class FileNames {

  private static final int LONGEST = 255;

  private FileNames() {}

  /** Whether a name is one of a file in the same folder, on every system. */
  static boolean plain(String name) {
    return !name.isEmpty()
        && name.length() <= LONGEST
        && !name.equals(".")
        && !name.equals("..")
        && name.chars().noneMatch(c -> c < ' ' || c == '/' || c == '\\' || c == ':');
  }

  /** The last part of a path. */
  static String of(Path path) {
    return Optional.ofNullable(path.getFileName()).map(Path::toString).orElse("");
  }

  /** What stands behind the last separator of a name in an archive. */
  static String last(String path) {
    return path.substring(folder(path).length());
  }

  /** What stands before it, with the separator. */
  static String folder(String path) {
    return path.substring(0, Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }
}
