package io.github.romparser.vendor.gop;

import java.util.Optional;
import java.util.regex.Pattern;

/** Makers of EFI drivers, as the names of the drivers tell them. */
public enum Maker {
  /** NVIDIA. */
  NVIDIA("NVIDIA", "NVIDIA|nvgop-"),
  /** AMD. */
  AMD("AMD", "(?:AMD|ATI) "),
  /** Intel. */
  INTEL("Intel", "Intel(?:\\(R\\)|\u00ae| GOP)"),
  /** ASPEED's management controllers. */
  ASPEED("ASPEED", "ASPEED"),
  /** Matrox. */
  MATROX("Matrox", "(?i)Matrox"),
  /** VMware's virtual cards. */
  VMWARE("VMware", "VMware"),
  /** QEMU's virtual cards; the drivers are edk2's. */
  QEMU("QEMU", "QEMU"),
  /** Virtio devices; the drivers are edk2's. */
  VIRTIO("Virtio", "Virtio|VirtIo"),
  /** The network boot firmware iPXE. */
  IPXE("iPXE", "iPXE"),
  /** LSI, later Avago and Broadcom: storage controllers. */
  LSI("LSI", "(?:LSI|Avago|Broadcom) ");

  private static final Maker[] VALUES = values();

  private final String title;
  private final Pattern beginning;

  Maker(String title, String beginning) {
    this.title = title;
    this.beginning = Pattern.compile(beginning);
  }

  /** {@return a name for people, such as {@code VMware}} */
  public String title() {
    return title;
  }

  /** The maker that a text begins with. */
  static Optional<Maker> of(String text) {
    for (Maker maker : VALUES) {
      if (maker.beginning.matcher(text).lookingAt()) {
        return Optional.of(maker);
      }
    }
    return Optional.empty();
  }
}
