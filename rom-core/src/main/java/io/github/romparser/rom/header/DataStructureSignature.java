package io.github.romparser.rom.header;

import io.github.romparser.bytes.Slice;
import java.util.Optional;

/** The four characters that a PCI data structure begins with. All three share one layout. */
public enum DataStructureSignature {
  /** PCI Firmware 3.0 §5.1.2. */
  PCIR,
  /** NVIDIA's own images (open-gpu-kernel-modules, pci_exp_table.h; nouveau pcir.c). */
  NPDS,
  /** NVIDIA, accepted by its driver and by nouveau (pcir.c). */
  RGIS;

  /** The signature at a place, if there is one. */
  static Optional<DataStructureSignature> at(Slice bytes, long at) {
    for (DataStructureSignature signature : VALUES) {
      if (bytes.startsWith(at, signature.name())) {
        return Optional.of(signature);
      }
    }
    return Optional.empty();
  }

  private static final DataStructureSignature[] VALUES = values();
}
