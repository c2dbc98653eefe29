package io.github.romparser.extract.spi;

import java.util.List;

/**
 * What is to be told of a format: a row of the table of formats.
 *
 * @param id short, lower-case, stable: {@code 7z}, {@code uefi-volume}
 * @param name as the field calls it
 * @param vendor whose it is, or where it is met
 * @param supported what is read
 * @param limitations what is not; empty if nothing is known to be missing
 * @param proof on what it was proved
 * @param references specifications and projects that it was made after
 */
public record FormatInfo(
    String id,
    String name,
    String vendor,
    String supported,
    String limitations,
    Proof proof,
    List<String> references) {

  /** On what a handler was proved, the best of it. */
  public enum Proof {
    /** On a file that its vendor published. */
    REAL_FILE("real-file"),
    /** On files made by the format's own tool, or by one that is used in its place. */
    OWN_TOOL("own-tool"),
    /** On files made after a description only. */
    SYNTHETIC("synthetic");

    private final String id;

    Proof(String id) {
      this.id = id;
    }

    /** {@return the name in reports, such as {@code real-file}} */
    public String id() {
      return id;
    }
  }

  /**
   * Copies the list of references and checks nothing.
   *
   * @param id short, lower-case, stable
   * @param name as the field calls it
   * @param vendor whose it is, or where it is met
   * @param supported what is read
   * @param limitations what is not; empty if nothing is known to be missing
   * @param proof on what it was proved
   * @param references the list that is copied
   */
  public FormatInfo {
    references = List.copyOf(references);
  }
}
