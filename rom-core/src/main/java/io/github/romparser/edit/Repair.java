package io.github.romparser.edit;

/**
 * Something that is wrong with a ROM, and what mending it would come to.
 *
 * @param kind what would mend it
 * @param result the edit that would be made, or why it would be refused
 */
public record Repair(Kind kind, EditResult result) {

  /** The ways to mend a ROM. */
  public enum Kind {
    /** {@link RomEditor#setLength}. */
    LENGTH("--set-length"),
    /** {@link RomEditor#setLast}. */
    LAST("--set-last"),
    /** {@link RomEditor#setIds}. */
    IDS("--set-id"),
    /** {@link RomEditor#fixChecksum}. */
    CHECKSUM("--checksum");

    private final String option;

    Kind(String option) {
      this.option = option;
    }

    /** {@return the option of {@code rom-parser fix} for it, such as {@code --set-last}} */
    public String option() {
      return option;
    }
  }
}
