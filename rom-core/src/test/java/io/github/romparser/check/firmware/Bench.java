package io.github.romparser.check.firmware;

import io.github.romparser.check.PciDevice;
import java.util.OptionalLong;

/**
 * How the ROM is put before the firmware.
 *
 * @param card the emulated card that has the ROM
 * @param romBar false for {@code rombar=0}
 * @param romSize size of the ROM BAR in bytes; empty for QEMU's own choice
 */
record Bench(Card card, boolean romBar, OptionalLong romSize) {

  /** The cards of QEMU that are used. */
  enum Card {
    /** QEMU's standard graphics card. */
    VGA("VGA", 0x1234, 0x1111),
    /** A network card of the virtio family. */
    NETWORK("virtio-net-pci", 0x1af4, 0x1000);

    private final String model;
    private final int vendorId;
    private final int deviceId;

    Card(String model, int vendorId, int deviceId) {
      this.model = model;
      this.vendorId = vendorId;
      this.deviceId = deviceId;
    }

    /** The name of the model in QEMU. */
    String model() {
      return model;
    }

    /** Its ids. */
    PciDevice device() {
      return PciDevice.of(vendorId, deviceId);
    }

    int vendorId() {
      return vendorId;
    }

    int deviceId() {
      return deviceId;
    }
  }

  static Bench of(Card card) {
    return new Bench(card, true, OptionalLong.empty());
  }

  /** With {@code rombar=0}: the file goes over fw_cfg. */
  Bench withoutBar() {
    return new Bench(card, false, romSize);
  }

  /** With a ROM BAR of a certain size in bytes, a power of two. */
  Bench withRomSize(long size) {
    return new Bench(card, romBar, OptionalLong.of(size));
  }

  /** The card as an argument of QEMU. */
  String argument(String romFile) {
    return card.model()
        + ",romfile="
        + romFile
        + (romBar ? "" : ",rombar=0")
        + (romSize.isPresent() ? ",romsize=" + romSize.getAsLong() : "");
  }
}
