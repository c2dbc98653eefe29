package io.github.romparser.extract;

import io.github.romparser.check.PciDevice;
import io.github.romparser.compare.RomIdentity;

/** How well a ROM goes with a card. */
public enum DeviceMatch {
  /** It is for this card: one of its images has the card's ids, or its device list has. */
  SAME("same"),
  /** It is for a chip whose id lies near: often the same family, and often not the same board. */
  FAMILY("family"),
  /** It is for something else. */
  OTHER("other");

  private static final int NVIDIA = 0x10de;
  private static final int AMD = 0x1002;

  private final String id;

  DeviceMatch(String id) {
    this.id = id;
  }

  /** {@return the name in reports, such as {@code family}} */
  public String id() {
    return id;
  }

  /**
   * Compares a ROM with a card, by PCI vendor and device ids.
   *
   * @param rom any of its images may name the card, by its own device id or in its device list
   * @param card nothing but its vendor and device id is looked at
   * @return how well they go together; {@link #OTHER} whenever the vendors differ
   */
  public static DeviceMatch of(FoundRom rom, PciDevice card) {
    if (rom.vendorId() != card.vendorId()) {
      return OTHER;
    }
    if (RomIdentity.names(rom.rom(), card.deviceId())) {
      return SAME;
    }
    int block = block(card.vendorId());
    return rom.deviceId() / block == card.deviceId() / block ? FAMILY : OTHER;
  }

  /**
   * How many device ids in a row a chip has: pci.ids lists NVIDIA's chips in blocks of 0x40 (GP107
   * is 1c80 to 1cbf) and AMD's in blocks of 0x20 (Polaris 10 is 67c0 to 67df); others vary.
   */
  private static int block(int vendorId) {
    return vendorId == NVIDIA ? 0x40 : vendorId == AMD ? 0x20 : 0x10;
  }
}
