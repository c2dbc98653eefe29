package io.github.romparser.vendor.nvidia;

/** Signs that a VBIOS was changed after NVIDIA or the board's maker built it (measured). */
public enum EditSign {
  /** NVIDIA's sum over its part of the image is wrong, the one over the whole image right. */
  SUM("only the outer sum is right"),
  /** A version of DE.AD.00.BE.EF, which a known tool leaves. */
  STAMP("the stamp of a tool"),
  /** The strings name another version than the tables. */
  VERSION("strings and tables name different versions");

  private final String title;

  EditSign(String title) {
    this.title = title;
  }

  /** {@return a name for people, such as "the stamp of a tool"} */
  public String title() {
    return title;
  }
}
