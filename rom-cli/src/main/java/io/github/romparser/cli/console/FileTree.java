package io.github.romparser.cli.console;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The regular files below some folders, one after the other in the order of their names. No link is
 * followed, so that it ends; of folders that hold many files only one is in memory at a time.
 */
public final class FileTree implements Iterator<Path> {

  private final Deque<Path> waiting = new ArrayDeque<>();
  private final Consumer<Path> unreadable;
  private Optional<Path> next = Optional.empty();
  private long passedOver;

  /**
   * Begins.
   *
   * @param roots folders, or files, which are given out themselves
   * @param unreadable told of each folder that cannot be read
   */
  public FileTree(List<Path> roots, Consumer<Path> unreadable) {
    this.waiting.addAll(roots);
    this.unreadable = unreadable;
  }

  @Override
  public boolean hasNext() {
    while (next.isEmpty() && !waiting.isEmpty()) {
      Path path = waiting.pop();
      if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
        List<Path> inside = inside(path);
        for (int i = inside.size() - 1; i >= 0; i--) {
          waiting.push(inside.get(i));
        }
      } else if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
        next = Optional.of(path);
      } else {
        passedOver++;
      }
    }
    return next.isPresent();
  }

  private List<Path> inside(Path folder) {
    List<Path> inside = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      entries.forEach(inside::add);
    } catch (IOException | DirectoryIteratorException e) {
      unreadable.accept(folder);
    }
    inside.sort(Comparator.comparing(path -> String.valueOf(path.getFileName())));
    return inside;
  }

  @Override
  public Path next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Path path = next.orElseThrow();
    next = Optional.empty();
    return path;
  }

  /** How many links, pipes, devices and sockets were met so far, and files that had just gone. */
  public long passedOver() {
    return passedOver;
  }
}
