package io.github.romparser.extract.handler.archive;

/** A header of a 7z archive contradicts itself. Stays within this package. */
final class MalformedHeader extends Exception {

  private static final long serialVersionUID = 1L;

  /** Without a stack trace, which nobody sees. */
  MalformedHeader(String message) {
    super(message, null, false, false);
  }
}
