package io.github.romparser.check;

import java.util.Locale;
import java.util.Optional;

/** The consumers whose rules are known. */
public enum Target {
  /** UEFI firmware of virtual machines: edk2's OvmfPkg, ArmVirtPkg and their like. */
  OVMF,
  /** Legacy BIOS of virtual machines. */
  SEABIOS,
  /** QEMU's own handling of {@code romfile=}. */
  QEMU,
  /** The PCI core of Linux: sysfs {@code rom}, {@code pci_map_rom}. */
  LINUX,
  /** coreboot, running the ROM natively. */
  COREBOOT,
  /** Linux nouveau, reading the ROM BAR. */
  NOUVEAU,
  /** Linux nova-core. */
  NOVA,
  /** Linux amdgpu, reading the ROM BAR. */
  AMDGPU,
  /** Linux radeon, reading the ROM BAR. */
  RADEON,
  /** Linux i915 and xe, looking for the VBT in the ROM. */
  I915;

  /** {@return the name on the command line and in reports, such as {@code seabios}} */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * {@return the target with a name; empty if there is none}
   *
   * @param id as {@link #id()} gives it, in lower case
   */
  public static Optional<Target> of(String id) {
    for (Target target : values()) {
      if (target.id().equals(id)) {
        return Optional.of(target);
      }
    }
    return Optional.empty();
  }
}
