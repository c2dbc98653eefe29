package io.github.romparser.cli.console;

import io.github.romparser.bytes.Slice;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/**
 * Where a command writes several files: a folder, which is made if there is none. Every file is
 * written as {@link OutputFile} does it. Neither the folder nor a file in it may be a link.
 */
public final class OutputFolder {

  private final String name;
  private final boolean force;

  /**
   * A folder that has not been looked at yet.
   *
   * @param name a path
   * @param force whether existing files are replaced
   */
  public OutputFolder(String name, boolean force) {
    this.name = name;
    this.force = force;
  }

  /** What to call it in a message. */
  public String name() {
    return name;
  }

  /** What to call a file in it. */
  public String name(String file) throws IOException {
    return path().resolve(file).toString();
  }

  /**
   * Checks what can be checked before anything is written.
   *
   * @param files the names that will be written
   * @param inputs the names of what is read, {@code -} for standard input
   * @throws IOException with a plain reason, if one could not or must not be written; its message
   *     begins with the name of the folder or the file
   */
  public void check(List<String> files, List<String> inputs) throws IOException {
    if (name.equals("-")) {
      throw told(name, problem("several files are written; give a folder"));
    }
    Path folder = path();
    if (Files.isSymbolicLink(folder)) {
      throw told(name, problem("is a link; links are not followed"));
    }
    if (Files.exists(folder)) {
      if (!Files.isDirectory(folder)) {
        throw told(name, problem("Not a folder"));
      }
      for (String file : files) {
        OutputFile output = OutputFile.within(folder, file, force);
        try {
          output.check(inputs);
        } catch (IOException e) {
          throw told(output.name(), e);
        }
      }
      return;
    }
    Path parent = folder.toAbsolutePath().getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      throw told(name, problem("No such folder: " + parent));
    }
  }

  /**
   * Writes one file, wholly or not at all; makes the folder before the first.
   *
   * @throws IOException if it failed; its message begins with the name of the folder or the file
   */
  public void write(String file, Slice bytes) throws IOException {
    Path folder = path();
    try {
      if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        Files.createDirectory(folder);
      }
    } catch (FileAlreadyExistsException e) {
      throw told(name, problem("Not a folder"));
    } catch (IOException e) {
      throw told(name, e);
    }
    OutputFile output = OutputFile.within(folder, file, force);
    try {
      output.write(bytes);
    } catch (IOException e) {
      throw told(output.name(), e);
    }
  }

  private Path path() throws IOException {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw told(name, problem("not a file name"));
    }
  }

  private IOException problem(String reason) {
    return new FileSystemException(name, null, reason);
  }

  private static IOException told(String name, IOException problem) {
    return new IOException(FailureText.of(name, problem), problem);
  }
}
