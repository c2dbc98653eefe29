package io.github.romparser.extract;

import io.github.romparser.bytes.ByteInput;
import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Companions;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The plain files of one folder, for containers that are spread over several. Nothing is written,
 * links are not followed, and no name leads out of the folder.
 */
public final class FilesBeside implements Companions {

  /** In folders with more files only the exact name is found. */
  private static final int MOST_FILES = 10_000;

  private final Path folder;
  private final String name;

  private FilesBeside(Path folder, String name) {
    this.folder = folder;
    this.name = name;
  }

  /**
   * {@return what lies beside a file, to be read when it is asked for; {@link Companions#NONE} for
   * what is in no folder}
   *
   * @param file of which only the name and the folder count; it need not exist
   */
  public static Companions of(Path file) {
    Path whole = file.toAbsolutePath();
    Path folder = whole.getParent();
    Path name = whole.getFileName();
    return folder == null || name == null ? NONE : new FilesBeside(folder, name.toString());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<Slice> find(String wanted, Allowance allowance) {
    if (!FileNames.plain(wanted)) {
      return Optional.empty();
    }
    try {
      Path exact = folder.resolve(wanted);
      Optional<Path> file = plain(exact) ? Optional.of(exact) : inAnyCase(wanted);
      if (file.isEmpty()) {
        return Optional.empty();
      }
      long size = Files.size(file.get());
      if (size > allowance.most()) {
        return Optional.empty();
      }
      allowance.take(size);
      return Optional.of(ByteInput.of(file.get()).read());
    } catch (IOException | InvalidPathException e) {
      // What cannot be read is as good as not there.
      return Optional.empty();
    }
  }

  private static boolean plain(Path file) {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  /** The first of those in alphabetical order, so that the answer is always the same. */
  private Optional<Path> inAnyCase(String wanted) throws IOException {
    Optional<Path> best = Optional.empty();
    int count = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        if (++count > MOST_FILES) {
          return Optional.empty();
        }
        boolean fits = FileNames.of(file).equalsIgnoreCase(wanted) && plain(file);
        if (fits && best.filter(other -> other.compareTo(file) < 0).isEmpty()) {
          best = Optional.of(file);
        }
      }
    } catch (DirectoryIteratorException e) {
      return Optional.empty();
    }
    return best;
  }
}
