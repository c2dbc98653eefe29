package io.github.romparser.vendor.amd;

/** Which of AMD's ways to keep tables an image follows. */
public enum AtomGeneration {
  /** An image of ATI's that has no ATOM header, from before 2005. */
  ATI,
  /** ATOM BIOS with master tables of revision 1, up to Polaris (Linux atombios.h). */
  ATOM,
  /** Master tables of revision 2, from Vega and Raven on (Linux atomfirmware.h). */
  ATOMFIRMWARE
}
