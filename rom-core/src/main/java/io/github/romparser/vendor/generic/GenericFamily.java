package io.github.romparser.vendor.generic;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Families of x86 images that are told by their text. The marks were read from the images that
 * Debian ships and from published ROMs; those of ASPEED and of Matrox's newer chips are reported by
 * others (drvver, UEFI BIOS Updater).
 */
public enum GenericFamily {
  /** SeaBIOS's VGA BIOS for emulated cards. */
  SEAVGABIOS("SeaVGABIOS", "SeaVGABIOS|SeaBIOS VBE"),
  /** The LGPL'd VGA BIOS of Bochs and older QEMU. */
  LGPL_VGABIOS("LGPL VGABios", "Bochs VGABios|LGPL VGABios|VGABios \\$Id:"),
  /** The network boot firmware iPXE. */
  IPXE("iPXE", "iPXE"),
  /** VMware's virtual cards. */
  VMWARE("VMware", "VMware"),
  /** ASPEED's management controllers. */
  ASPEED("ASPEED", "ASPEED"),
  /** Matrox. */
  MATROX("Matrox", "MATROX|Matrox"),
  /** Cirrus Logic. */
  CIRRUS("Cirrus Logic", "Cirrus Logic|CL-GD"),
  /** S3. */
  S3("S3", "S3 Incorporated|S3 86C");

  private static final GenericFamily[] VALUES = values();

  private final String title;
  private final Pattern marks;

  GenericFamily(String title, String marks) {
    this.title = title;
    this.marks = Pattern.compile(marks);
  }

  /** {@return a name for people, such as {@code SeaVGABIOS}} */
  public String title() {
    return title;
  }

  /** The family whose mark a text holds. */
  static Optional<GenericFamily> of(String text) {
    for (GenericFamily family : VALUES) {
      if (family.marks.matcher(text).find()) {
        return Optional.of(family);
      }
    }
    return Optional.empty();
  }
}
