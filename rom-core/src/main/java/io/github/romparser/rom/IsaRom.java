package io.github.romparser.rom;

import io.github.romparser.rom.header.LegacyRomHeader;
import io.github.romparser.rom.header.PnpHeader;
import java.util.List;

/**
 * A ROM for the ISA bus, or one that the system BIOS runs without a device: 55AA at byte 0, no PCI
 * data structure, a size that fits and a sum of 0 over it (Plug and Play BIOS 1.0A §3).
 *
 * @param legacy the fields of its header; the pointers of PCI ROMs mean nothing here
 * @param length its length in bytes
 * @param pnp the chain of Plug and Play expansion headers
 */
public record IsaRom(LegacyRomHeader legacy, long length, List<PnpHeader> pnp) {
  /**
   * Copies the list.
   *
   * @param legacy the fields of its header
   * @param length its length in bytes
   * @param pnp copied; the chain of Plug and Play expansion headers
   */
  public IsaRom {
    pnp = List.copyOf(pnp);
  }
}
