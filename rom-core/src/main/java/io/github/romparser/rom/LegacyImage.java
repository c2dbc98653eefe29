package io.github.romparser.rom;

import io.github.romparser.rom.header.ConfigurationUtilityHeader;
import io.github.romparser.rom.header.LegacyRomHeader;
import io.github.romparser.rom.header.PnpHeader;
import io.github.romparser.rom.header.UndiHeader;
import java.util.List;
import java.util.Optional;

/**
 * An x86 BIOS image, code type 0.
 *
 * @param frame what all images have
 * @param legacy the fields of the header that only x86 images have
 * @param pnp the chain of Plug and Play expansion headers, in its order
 * @param undi the UNDI structure of a network ROM
 * @param configurationUtility the configuration utility code header
 */
public record LegacyImage(
    ImageFrame frame,
    LegacyRomHeader legacy,
    List<PnpHeader> pnp,
    Optional<UndiHeader> undi,
    Optional<ConfigurationUtilityHeader> configurationUtility)
    implements RomImage {
  /**
   * Copies the list.
   *
   * @param frame what all images have
   * @param legacy the fields of the header that only x86 images have
   * @param pnp copied; the chain of Plug and Play expansion headers, in its order
   * @param undi the UNDI structure; empty if there is none
   * @param configurationUtility the configuration utility code header; empty if there is none
   */
  public LegacyImage {
    pnp = List.copyOf(pnp);
  }
}
