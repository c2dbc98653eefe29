package io.github.romparser.extract.output;

import io.github.romparser.bytes.Slice;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * A folder that results are written to: the only place that turns a name out of a file into the
 * name of a file.
 *
 * <p>Nothing is written outside of the folder, no link in it is followed, and what exists is kept
 * unless the caller insists. A file appears when it is whole.
 */
public final class OutputDir {

  private final Path folder;
  private final boolean force;
  private final Set<String> taken = new HashSet<>();

  private OutputDir(Path folder, boolean force) {
    this.folder = folder;
    this.force = force;
  }

  /**
   * Looks whether a folder can be written to. It is not made yet.
   *
   * @param folder an existing folder, or one that will be made with the first file
   * @param force whether existing files are replaced
   * @return the folder, to which no file was written yet
   * @throws IOException with a plain reason, if it cannot be a folder
   */
  public static OutputDir of(Path folder, boolean force) throws IOException {
    if (Files.exists(folder)) {
      if (!Files.isDirectory(folder)) {
        throw new FileSystemException(folder.toString(), null, "Not a folder");
      }
      if (!Files.isWritable(folder)) {
        throw new FileSystemException(folder.toString(), null, "Permission denied");
      }
    } else if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileSystemException(folder.toString(), null, "is a link that leads nowhere");
    }
    return new OutputDir(folder, force);
  }

  /** {@return the path as it was given; there may be nothing before the first file is written} */
  public Path folder() {
    return folder;
  }

  /**
   * Writes a file.
   *
   * @param wanted what to call it; whatever is not plain in it is replaced, and a number is added
   *     if this folder was given a file of the name before
   * @param bytes all of it
   * @return the name that it got. A file that is there already with the same bytes is left as it is
   * @throws IOException if it could not be written, or exists with other bytes and may not be
   *     replaced
   */
  public String write(String wanted, Slice bytes) throws IOException {
    String name = unused(SafeName.of(wanted));
    Files.createDirectories(folder);
    Path target = folder.resolve(name);
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      if (same(target, bytes)) {
        return name;
      }
      if (!force) {
        throw exists(target);
      }
      if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
        throw new FileSystemException(target.toString(), null, "Is a directory");
      }
    }
    Path temporary = folder.resolve(".rom-parser-" + UUID.randomUUID() + ".tmp");
    try {
      try (OutputStream out =
          Files.newOutputStream(
              temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        out.write(bytes.toByteArray());
      }
      move(temporary, target);
    } finally {
      Files.deleteIfExists(temporary);
    }
    return name;
  }

  /** The name, or the name with a number in front of its ending. Case does not count. */
  private String unused(String name) {
    String free = name;
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    String ending = dot > 0 ? name.substring(dot) : "";
    for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
      free = stem + "-" + i + ending;
    }
    return free;
  }

  private static boolean same(Path target, Slice bytes) throws IOException {
    return Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)
        && Files.size(target) == bytes.length()
        && Slice.of(Files.readAllBytes(target)).sameBytes(bytes);
  }

  private void move(Path temporary, Path target) throws IOException {
    if (!force) {
      // Unlike a move, which replaces what has appeared in the meantime, a link does not.
      try {
        Files.createLink(target, temporary);
        return;
      } catch (FileAlreadyExistsException e) {
        throw exists(target);
      } catch (UnsupportedOperationException | FileSystemException e) {
        // Not every file system has links.
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
          throw exists(target);
        }
      }
    }
    try {
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static IOException exists(Path target) {
    return new FileSystemException(
        target.toString(), null, "exists already with other bytes; --force replaces it");
  }
}
