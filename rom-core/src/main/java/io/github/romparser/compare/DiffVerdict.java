package io.github.romparser.compare;

import java.util.Locale;

/** What two files are to each other, the closest first. */
public enum DiffVerdict {
  /** The same bytes. */
  SAME("the same file"),
  /** The same ROM, with other bytes before or behind it. */
  SAME_AFTER_TRIM("the same ROM; only what stands around it differs"),
  /** One is a copy from the memory of a running machine. */
  SHADOW_OF("the same ROM, one of them as a shadow copy from a running machine"),
  /** One ends before the other does. */
  PART_OF("the same ROM, one of them cut short"),
  /** Another build, or an edited one. */
  OTHER_VERSION("ROMs for the same device, with other contents"),
  /** Not for the same device. */
  OTHER_DEVICE("ROMs for different devices"),
  /** At least one has no ROM in it. */
  NO_ROM("not two option ROMs");

  private final String text;

  DiffVerdict(String text) {
    this.text = text;
  }

  /** {@return the name in reports, such as {@code same-after-trim}} */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** {@return what it means, in English, without a full stop} */
  public String text() {
    return text;
  }

  /** {@return whether the files are the same, or at least the ROMs in them} */
  public boolean equal() {
    return this == SAME || this == SAME_AFTER_TRIM;
  }
}
