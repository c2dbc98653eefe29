package io.github.romparser.extract.spi;

import java.util.Optional;

/**
 * A step on the way to a part, as a person would follow it.
 *
 * @param text such as {@code 7z: WinFlash/bios.fd}, {@code file a0327fe0-…}; it may come from the
 *     input, so it is not to be trusted; empty for a step that is not told
 * @param element whether it begins a new element of the path; otherwise it is joined to the one
 *     before with a slash
 * @param ofProgram whether it is a part of a program, where installers have their files
 */
public record Step(String text, boolean element, boolean ofProgram) {

  /** What a person would not notice, such as a block in which several files are packed together. */
  public static final Step UNSEEN = new Step("", false, false);

  /** Between a format and the name of a file. */
  private static final String COLON = ": ";

  /** Longer texts are cut. */
  private static final int MOST = 512;

  /** Cuts the text. */
  public Step {
    text = text.length() > MOST ? text.substring(0, MOST) : text;
  }

  /** A file in an archive, or anything else that is a file of its own when it is unpacked. */
  public static Step file(String format, String name) {
    return new Step(format + COLON + name, true, false);
  }

  /** The name, with folders, if it is a step to a file that has one. */
  public Optional<String> fileName() {
    int colon = text.indexOf(COLON);
    return element && colon > 0
        ? Optional.of(text.substring(colon + COLON.length()))
        : Optional.empty();
  }

  /** Something that is called by itself, such as a volume. */
  public static Step element(String text) {
    return new Step(text, true, false);
  }

  /** A part of what the step before names. */
  public static Step within(String text) {
    return new Step(text, false, false);
  }

  /** A part of a program: a section, a resource, what was put behind it. */
  public static Step ofProgram(String text) {
    return new Step(text, false, true);
  }
}
