package io.github.romparser.vendor.nvidia;

import java.util.Optional;

/**
 * Generations of NVIDIA's chips, as the first byte of a VBIOS's version tells them: measured on
 * published ROMs for 0x62, 0x70, 0x80 to 0x86, 0x90, 0x94 and 0x98; the others as lists of
 * published versions have them.
 */
public enum Generation {
  /** GeForce 6 and 7. */
  CURIE("Curie"),
  /** GeForce 8 to 300. */
  TESLA("Tesla"),
  /** GeForce 400 and 500. */
  FERMI("Fermi"),
  /** GeForce 600 and 700. */
  KEPLER("Kepler"),
  /** GeForce 750 and 900. */
  MAXWELL("Maxwell"),
  /** GeForce 1000. */
  PASCAL("Pascal"),
  /** Titan V. */
  VOLTA("Volta"),
  /** GeForce 1600 and 2000. */
  TURING("Turing"),
  /** GeForce 3000. */
  AMPERE("Ampere"),
  /** GeForce 4000. */
  ADA("Ada"),
  /** H100. */
  HOPPER("Hopper"),
  /** GeForce 5000. */
  BLACKWELL("Blackwell");

  /** The first byte of the versions of Pascal cards. */
  private static final int PASCAL_MAJOR = 0x86;

  private final String title;

  Generation(String title) {
    this.title = title;
  }

  /** {@return a name for people, such as "Pascal"} */
  public String title() {
    return title;
  }

  /**
   * {@return the generation of a version; empty if its first byte is not known}
   *
   * @param version of which the first byte counts, and with 0x70 the second too
   */
  public static Optional<Generation> of(BiosVersion version) {
    return switch (version.major()) {
      case 0x05 -> Optional.of(CURIE);
      case 0x60, 0x61, 0x62 -> Optional.of(TESLA);
      case 0x70 -> Optional.of(seventy(version.chip()));
      case 0x75 -> Optional.of(FERMI);
      case 0x80 -> Optional.of(KEPLER);
      case 0x82, 0x84 -> Optional.of(MAXWELL);
      case PASCAL_MAJOR -> Optional.of(PASCAL);
      case 0x88 -> Optional.of(VOLTA);
      case 0x90 -> Optional.of(TURING);
      case 0x92, 0x94 -> Optional.of(AMPERE);
      case 0x95 -> Optional.of(ADA);
      case 0x96 -> Optional.of(HOPPER);
      case 0x98 -> Optional.of(BLACKWELL);
      default -> Optional.empty();
    };
  }

  /** Whether a version is that of a card before Pascal. */
  static boolean beforePascal(BiosVersion version) {
    return version.major() < PASCAL_MAJOR;
  }

  /**
   * Two generations begin with 70. The second byte repeats the end of the chip's name: GT215, GT216
   * and GT218 are of the older one.
   */
  private static Generation seventy(int chip) {
    return chip == 0x15 || chip == 0x16 || chip == 0x18 ? TESLA : FERMI;
  }
}
