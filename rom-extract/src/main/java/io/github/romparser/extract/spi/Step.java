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

  /**
   * Cuts the text after 512 characters.
   *
   * @param text empty for a step that is not told
   * @param element whether it begins a new element of the path
   * @param ofProgram whether it is a part of a program
   */
  public Step {
    text = text.length() > MOST ? text.substring(0, MOST) : text;
  }

  /**
   * {@return a step to a file in an archive, or to anything else that is a file of its own when it
   * is unpacked}
   *
   * @param format id of the format that has the file, such as {@code 7z}
   * @param name as the format has it, with its folders
   */
  public static Step file(String format, String name) {
    return new Step(format + COLON + name, true, false);
  }

  /** {@return the name, with folders, if it is a step to a file that has one; otherwise empty} */
  public Optional<String> fileName() {
    int colon = text.indexOf(COLON);
    return element && colon > 0
        ? Optional.of(text.substring(colon + COLON.length()))
        : Optional.empty();
  }

  /**
   * {@return a step to something that is called by itself, such as a volume}
   *
   * @param text a new element of the path
   */
  public static Step element(String text) {
    return new Step(text, true, false);
  }

  /**
   * {@return a step to a part of what the step before names}
   *
   * @param text joined to the step before with a slash
   */
  public static Step within(String text) {
    return new Step(text, false, false);
  }

  /**
   * {@return a step to a part of a program: a section, a resource, what was put behind it}
   *
   * @param text joined to the step before with a slash
   */
  public static Step ofProgram(String text) {
    return new Step(text, false, true);
  }
}
