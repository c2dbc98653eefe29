package io.github.romparser.cli.console;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What went wrong, in the few words that belong on one line. */
public final class FailureText {

  private FailureText() {}

  /** What went wrong with a file, as one line: name, colon, reason. */
  public static String of(String name, IOException problem) {
    return name + ": " + reason(problem);
  }

  /** The reason alone. */
  public static String reason(Exception problem) {
    if (problem instanceof NoSuchFileException || problem instanceof FileNotFoundException) {
      return "No such file";
    }
    if (problem instanceof AccessDeniedException) {
      return "Permission denied";
    }
    if (problem instanceof FileSystemException file && file.getReason() != null) {
      return file.getReason();
    }
    String message = problem.getMessage();
    return message == null ? problem.getClass().getSimpleName() : message;
  }
}
