package io.github.romparser.rom.header;

import io.github.romparser.bytes.Slice;
import java.util.Optional;

/** The first two bytes of an image. */
public enum RomSignature {
  /** {@code 55 AA}: PCI Firmware 3.0 §5.1.1. */
  PCI(0xaa55, "55aa"),
  /** {@code 77 BB}: accepted by NVIDIA's driver and by nouveau (nvkm/subdev/bios/pcir.c). */
  NVIDIA_77BB(0xbb77, "77bb"),
  /** {@code 56 4E}, "VN": NVIDIA's own images (open-gpu-kernel-modules, pci_exp_table.h). */
  NVIDIA_VN(0x4e56, "vn");

  private final int value;
  private final String id;

  RomSignature(int value, String id) {
    this.value = value;
    this.id = id;
  }

  /** {@return the bytes as an unsigned little-endian 16-bit value} */
  public int value() {
    return value;
  }

  /** {@return the name in reports: {@code 55aa}, {@code 77bb} or {@code vn}} */
  public String id() {
    return id;
  }

  /** The signature at a place, if there is one. */
  static Optional<RomSignature> at(Slice bytes, long at) {
    if (!bytes.has(at, 2)) {
      return Optional.empty();
    }
    return switch (bytes.u16(at)) {
      case 0xaa55 -> Optional.of(PCI);
      case 0xbb77 -> Optional.of(NVIDIA_77BB);
      case 0x4e56 -> Optional.of(NVIDIA_VN);
      default -> Optional.empty();
    };
  }
}
