package io.github.romparser.extract.handler.installer;

/** A compressed stream says something that cannot be. */
final class MalformedStream extends Exception {

  private static final long serialVersionUID = 1L;

  /** Without a stack trace: nobody reads it. */
  MalformedStream(String message) {
    super(message, null, false, false);
  }
}
