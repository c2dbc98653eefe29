package io.github.romparser.check.firmware;

/**
 * A ROM, and what a firmware was seen to do with it.
 *
 * @param runs the tags of the images that run, in order; empty for none
 * @param name what is special about the ROM
 * @param bench the card
 * @param rom the file
 */
record MeasuredCase(String runs, String name, Bench bench, Specimen rom) {

  FirmwareLab.Mounted mounted() {
    return new FirmwareLab.Mounted(rom, bench);
  }

  @Override
  public String toString() {
    return (runs.isEmpty() ? "not run: " : "runs " + runs + ": ") + name;
  }
}
