package io.github.romparser.vendor.gop;

import java.util.Optional;

/**
 * Generations of display chips, as the first number of a driver's version tells them. NVIDIA's were
 * measured on published ROMs, Ada's is reported; Intel's are those that the makers of ROMs for
 * passthrough list (LongQT-sea/intel-igpu-passthru).
 */
public enum GopFamily {
  /** Version 0x1xxxx. */
  NVIDIA_KEPLER(Maker.NVIDIA, 1, "Kepler, first Maxwell"),
  /** Version 0x2xxxx. */
  NVIDIA_MAXWELL(Maker.NVIDIA, 2, "Maxwell"),
  /** Version 0x3xxxx. */
  NVIDIA_PASCAL(Maker.NVIDIA, 3, "Pascal"),
  /** Version 0x5xxxx. */
  NVIDIA_TURING(Maker.NVIDIA, 5, "Turing"),
  /** Version 0x6xxxx. */
  NVIDIA_AMPERE(Maker.NVIDIA, 6, "Ampere"),
  /** Version 0x7xxxx. */
  NVIDIA_ADA(Maker.NVIDIA, 7, "Ada"),
  /** Version 0x8xxxx. */
  NVIDIA_BLACKWELL(Maker.NVIDIA, 8, "Blackwell"),
  /** Version 2. */
  INTEL_SANDY_BRIDGE(Maker.INTEL, 2, "Sandy Bridge"),
  /** Version 3. */
  INTEL_IVY_BRIDGE(Maker.INTEL, 3, "Ivy Bridge"),
  /** Version 5. */
  INTEL_HASWELL(Maker.INTEL, 5, "Haswell, Broadwell"),
  /** Version 9. */
  INTEL_SKYLAKE(Maker.INTEL, 9, "Skylake to Comet Lake"),
  /** Version 13. */
  INTEL_GEMINI_LAKE(Maker.INTEL, 13, "Gemini Lake"),
  /** Version 14. */
  INTEL_ICE_LAKE(Maker.INTEL, 14, "Ice Lake"),
  /** Version 17. */
  INTEL_TIGER_LAKE(Maker.INTEL, 17, "Tiger Lake, Rocket Lake, Alder Lake-S, Raptor Lake-S"),
  /** Version 18. */
  INTEL_JASPER_LAKE(Maker.INTEL, 18, "Jasper Lake"),
  /** Version 21. */
  INTEL_ALDER_LAKE(Maker.INTEL, 21, "Alder Lake-P, Alder Lake-N"),
  /** Version 22. */
  INTEL_METEOR_LAKE(Maker.INTEL, 22, "Meteor Lake, Arrow Lake");

  private static final GopFamily[] VALUES = values();

  private final Maker maker;
  private final long number;
  private final String title;

  GopFamily(Maker maker, long number, String title) {
    this.maker = maker;
    this.number = number;
    this.title = title;
  }

  /** {@return who makes the chips} */
  public Maker maker() {
    return maker;
  }

  /** {@return a name for people: the generation, or several with the same number} */
  public String title() {
    return title;
  }

  static Optional<GopFamily> of(Maker maker, long number) {
    for (GopFamily family : VALUES) {
      if (family.maker == maker && family.number == number) {
        return Optional.of(family);
      }
    }
    return Optional.empty();
  }
}
