package io.github.romparser.cli.console;

import io.github.romparser.bytes.Slice;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;

/**
 * Where a command writes its result: a file, or standard output for {@code -}.
 *
 * <p>A file is written under another name in the same folder and moved when it is whole, so that
 * nobody ever sees half of it. What exists already is kept unless the caller insists, and an input
 * is never written to. Devices and pipes are written to directly. In a folder of results, where the
 * names are not the caller's, nothing but files is written to, and no link is followed.
 */
public final class OutputFile {

  /** Opens what is written to; tests put failing streams here. */
  @FunctionalInterface
  interface Opener {
    OutputStream open(Path path) throws IOException;
  }

  private final String name;
  private final boolean force;
  private final boolean filesOnly;
  private final Opener opener;

  /**
   * An output that has not been looked at yet.
   *
   * @param name a path, or {@code -}
   * @param force whether an existing file is replaced
   */
  public OutputFile(String name, boolean force) {
    this(name, force, false, OutputFile::create);
  }

  OutputFile(String name, boolean force, Opener opener) {
    this(name, force, false, opener);
  }

  private OutputFile(String name, boolean force, boolean filesOnly, Opener opener) {
    this.name = name;
    this.force = force;
    this.filesOnly = filesOnly;
    this.opener = opener;
  }

  /** A file in a folder of results. */
  static OutputFile within(Path folder, String file, boolean force) {
    return new OutputFile(folder.resolve(file).toString(), force, true, OutputFile::create);
  }

  private static OutputStream create(Path path) throws IOException {
    return Files.newOutputStream(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  /** What to call it in a message. */
  public String name() {
    return name;
  }

  /** Whether it is standard output, which then is not free for anything else. */
  public boolean isStandardOutput() {
    return name.equals("-");
  }

  /**
   * Checks what can be checked before the work is done.
   *
   * @param inputs the names of what is read, {@code -} for standard input
   * @throws IOException with a plain reason, if the output could not or must not be written
   */
  public void check(List<String> inputs) throws IOException {
    if (isStandardOutput()) {
      if (StandardStream.OUTPUT.isTerminal()) {
        throw problem("is a terminal; give a file, or redirect it");
      }
      return;
    }
    Path path = path();
    if (filesOnly) {
      checkFile(path);
    }
    if (Files.exists(path)) {
      for (String input : inputs) {
        if (!input.equals("-") && Files.isSameFile(path, path(input))) {
          throw problem("is the input " + input + "; files are never changed in place");
        }
      }
      if (Files.isDirectory(path)) {
        throw problem("Is a directory");
      }
      if (!force && Files.isRegularFile(path)) {
        throw exists();
      }
    } else if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      throw problem("is a link that leads nowhere");
    }
    Path folder = folder(path);
    if (!Files.exists(folder)) {
      throw problem("No such folder: " + folder);
    }
    if (!Files.isDirectory(folder)) {
      throw problem("Not a folder: " + folder);
    }
  }

  private void checkFile(Path path) throws IOException {
    if (Files.isSymbolicLink(path)) {
      throw problem("is a link; links are not followed");
    }
    if (Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path)) {
      throw problem("is no regular file");
    }
  }

  /**
   * Writes everything or nothing.
   *
   * @throws IOException if it failed; a file that existed before is then as it was
   */
  public void write(Slice bytes) throws IOException {
    write(bytes, new FileOutputStream(FileDescriptor.out));
  }

  void write(Slice bytes, OutputStream standardOutput) throws IOException {
    if (isStandardOutput()) {
      standardOutput.write(bytes.toByteArray());
      standardOutput.flush();
      return;
    }
    Path path = path();
    if (!filesOnly && Files.exists(path) && !Files.isRegularFile(path)) {
      try (OutputStream out = Files.newOutputStream(path, StandardOpenOption.WRITE)) {
        out.write(bytes.toByteArray());
      }
      return;
    }
    // Through a link, so that the link stays and its target is replaced.
    Path target = !filesOnly && Files.exists(path) ? path.toRealPath() : path;
    Path temporary = folder(target).resolve(".rom-parser-" + UUID.randomUUID() + ".tmp");
    temporary.toFile().deleteOnExit();
    try {
      try (OutputStream out = opener.open(temporary)) {
        out.write(bytes.toByteArray());
      }
      move(temporary, target);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private void move(Path temporary, Path target) throws IOException {
    if (!force) {
      // Unlike a move, which replaces what has appeared in the meantime, a link does not.
      try {
        Files.createLink(target, temporary);
        return;
      } catch (FileAlreadyExistsException e) {
        throw exists();
      } catch (UnsupportedOperationException | FileSystemException e) {
        // Not every file system has links.
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
          throw exists();
        }
      }
    }
    try {
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private Path path() throws IOException {
    return path(name);
  }

  private Path path(String text) throws IOException {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new FileSystemException(text, null, "not a file name");
    }
  }

  private static Path folder(Path path) {
    Path parent = path.toAbsolutePath().getParent();
    return parent == null ? path.toAbsolutePath() : parent;
  }

  private IOException exists() {
    return problem("exists already; --force replaces it");
  }

  private IOException problem(String reason) {
    return new FileSystemException(name, null, reason);
  }
}
