package io.github.romparser.edit;

/**
 * What {@link RomEditor#trim} keeps.
 *
 * @param keepTail whether everything behind the ROM stays
 * @param keepVendor whether NVIDIA's own images behind the last PCI image stay
 */
public record TrimOptions(boolean keepTail, boolean keepVendor) {

  /** The ROM alone, as PCI firmware sees it. */
  public static final TrimOptions ROM_ALONE = new TrimOptions(false, false);
}
