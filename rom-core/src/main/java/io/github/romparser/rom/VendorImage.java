package io.github.romparser.rom;

import io.github.romparser.rom.header.CodeType;
import io.github.romparser.rom.header.NbsiHeader;
import java.util.Optional;

/**
 * An image whose inside is not read here: NVIDIA's types 0x70 and 0xE0, LSI's 0xFF, PA-RISC and
 * every type that is not known; also whatever has one of NVIDIA's own signatures.
 *
 * @param frame what all images have
 * @param nbsi the further header fields of code type 0x70
 */
public record VendorImage(ImageFrame frame, Optional<NbsiHeader> nbsi) implements RomImage {

  /** {@return whether the code type is one of NVIDIA's own: 0x70 or 0xE0} */
  public boolean nvidia() {
    int type = dataStructure().codeType();
    return type == CodeType.NVIDIA_NBSI.value() || type == CodeType.NVIDIA_EXTENSION.value();
  }
}
