package io.github.romparser.cli.console;

import io.github.romparser.bytes.Slice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Where a command writes one thing that may need several files: the name that was given, and beside
 * it the same name with {@code -1}, {@code -2} and so on before its suffix. All of them are written
 * or none.
 */
public final class OutputSet {

  /** Undoes one step; what fails meanwhile cannot be helped. */
  private interface Undo {
    void run() throws IOException;
  }

  private final String name;
  private final boolean force;

  /**
   * A set that has not been looked at yet.
   *
   * @param name a path, or {@code -} for standard output, which takes one file only
   * @param force whether existing files are replaced
   */
  public OutputSet(String name, boolean force) {
    this.name = name;
    this.force = force;
  }

  /** Whether it is standard output, which then is not free for anything else. */
  public boolean isStandardOutput() {
    return name.equals("-");
  }

  /** The names of so many files. */
  public List<String> names(int count) {
    List<String> names = new ArrayList<>(List.of(name));
    int dot = name.lastIndexOf('.');
    int stem = dot > name.lastIndexOf('/') + 1 ? dot : name.length();
    for (int i = 1; i < count; i++) {
      names.add(name.substring(0, stem) + "-" + i + name.substring(stem));
    }
    return names;
  }

  /**
   * Writes all of them.
   *
   * @param inputs the names of what was read, which is never written to
   * @throws IOException if one could not or must not be written; its message begins with the name
   *     of that file, and all files are as they were before
   */
  public void write(List<byte[]> contents, List<String> inputs) throws IOException {
    if (isStandardOutput() && contents.size() > 1) {
      throw new IOException(
          "standard output takes one table, and there are " + contents.size() + "; give a file");
    }
    List<OutputFile> files = names(contents.size()).stream().map(this::file).toList();
    for (OutputFile file : files) {
      try {
        file.check(inputs);
      } catch (IOException e) {
        throw told(file, e);
      }
    }
    Deque<Undo> undo = new ArrayDeque<>();
    for (int i = 0; i < files.size(); i++) {
      OutputFile file = files.get(i);
      try {
        Undo step = undo(file, i + 1 < files.size());
        file.write(Slice.of(contents.get(i)));
        undo.push(step);
      } catch (IOException e) {
        IOException problem = told(file, e);
        undo.forEach(step -> run(step, problem));
        throw problem;
      }
    }
  }

  private OutputFile file(String file) {
    return new OutputFile(file, force);
  }

  /** What brings a file back that is about to be replaced, or removes a new one. */
  private static Undo undo(OutputFile file, boolean more) throws IOException {
    if (!more || file.isStandardOutput()) {
      return () -> {}; // Nothing that could fail comes behind it.
    }
    Path path = Path.of(file.name());
    if (!Files.isRegularFile(path)) {
      return () -> Files.deleteIfExists(path);
    }
    byte[] before = Files.readAllBytes(path);
    return () -> file.write(Slice.of(before));
  }

  private static void run(Undo step, IOException problem) {
    try {
      step.run();
    } catch (IOException e) {
      problem.addSuppressed(e);
    }
  }

  private static IOException told(OutputFile file, IOException problem) {
    String name = file.isStandardOutput() ? "standard output" : file.name();
    return new IOException(FailureText.of(name, problem), problem);
  }
}
