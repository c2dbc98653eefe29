package io.github.romparser.cli.report.html;

/** What a stretch of a map is, which decides its colour, its pattern and its name in the legend. */
enum Kind {
  /** A legacy image, or a ROM for the ISA bus. */
  LEGACY("legacy", "legacy image", Pattern.NONE),
  /** An EFI image. */
  EFI("efi", "EFI image", Pattern.RISING),
  /** An FCode image. */
  FCODE("fcode", "FCode image", Pattern.DOTS),
  /** An image of a vendor's own type. */
  VENDOR("vendor", "vendor image", Pattern.LEVEL),
  /** An image of an unknown type. */
  OTHER_IMAGE("other", "other image", Pattern.CROSS),
  /** What stands around images. */
  AROUND("around", "no part of the ROM", Pattern.FALLING),
  /** Images that are not drawn one by one. */
  MORE("more", "more, not drawn one by one", Pattern.CROSS),
  /** A container. */
  CONTAINER("container", "container", Pattern.NONE),
  /** Bytes that were searched. */
  AREA("area", "data, searched", Pattern.DOTS),
  /** Padding. */
  PADDING("around", "padding", Pattern.FALLING),
  /** An option ROM in something else. */
  ROM("efi", "option ROM", Pattern.RISING),
  /** A driver or a table. */
  PRODUCT("vendor", "driver or table", Pattern.LEVEL),
  /** What could not be opened. */
  DEAD_END("dead", "not opened", Pattern.CROSS);

  /** Patterns, so that nothing is told by colour alone. */
  enum Pattern {
    /** Nothing. */
    NONE,
    /** Lines that rise. */
    RISING,
    /** Lines that fall. */
    FALLING,
    /** Level lines. */
    LEVEL,
    /** Dots. */
    DOTS,
    /** Lines that cross. */
    CROSS
  }

  private final String css;
  private final String title;
  private final Pattern pattern;

  Kind(String css, String title, Pattern pattern) {
    this.css = css;
    this.title = title;
    this.pattern = pattern;
  }

  /** The class of its colour. */
  String css() {
    return "k-" + css;
  }

  /** What the legend calls it. */
  String title() {
    return title;
  }

  /** What it is drawn with besides its colour. */
  Pattern pattern() {
    return pattern;
  }
}
