package io.github.romparser.vendor.nvidia;

import io.github.romparser.bytes.Slice;
import io.github.romparser.rom.RomChain;
import io.github.romparser.rom.RomImage;
import io.github.romparser.rom.header.CodeType;
import java.util.Optional;

/**
 * What a ROM has for being verified. Whether any of it is right cannot be told from the file: the
 * card does that with keys of its own.
 *
 * @param pemCertificates how many certificates in text form the notebook images (code type 0x70)
 *     have; before Pascal (measured)
 * @param fwsecProduction whether FWSEC as it is shipped is listed; from Turing on
 * @param fwsecDebug whether FWSEC for debugging is listed
 */
public record SignatureMaterial(int pemCertificates, boolean fwsecProduction, boolean fwsecDebug) {

  private static final String PEM = "-----BEGIN CERTIFICATE";

  /** As much of a notebook image is searched, in bytes. Real ones have a few KiB. */
  private static final int REACH = 0x1_0000;

  /** As many notebook images are searched. Real ROMs have one. */
  private static final int MOST_IMAGES = 4;

  static SignatureMaterial of(RomChain chain, Optional<FalconTable> falcon) {
    int certificates =
        chain.images().stream()
            .filter(image -> image.dataStructure().codeType() == CodeType.NVIDIA_NBSI.value())
            .limit(MOST_IMAGES)
            .map(RomImage::bytes)
            .mapToInt(SignatureMaterial::certificates)
            .sum();
    return new SignatureMaterial(
        certificates,
        falcon.filter(table -> table.lists(FalconEntry.FWSEC_PRODUCTION)).isPresent(),
        falcon.filter(table -> table.lists(FalconEntry.FWSEC_DEBUG)).isPresent());
  }

  private static int certificates(Slice whole) {
    Slice image = whole.clamp(0, REACH);
    int count = 0;
    for (int at = image.indexOf(PEM, 0); at >= 0; at = image.indexOf(PEM, at + 1L)) {
      count++;
    }
    return count;
  }

  /** {@return whether there is anything: a certificate or FWSEC in either variant} */
  public boolean any() {
    return pemCertificates > 0 || fwsecProduction || fwsecDebug;
  }
}
