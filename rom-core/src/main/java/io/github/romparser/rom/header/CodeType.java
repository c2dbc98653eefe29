package io.github.romparser.rom.header;

import java.util.Optional;

/**
 * The code types that are known (PCIR offset 0x14).
 *
 * <p>0 to 3 are assigned by PCI Firmware 3.0 §5.1.2 and the PCI code assignments; 0x70 and 0xE0 are
 * NVIDIA's (open-gpu-kernel-modules, pci_exp_table.h); 0xFF is what LSI's storage ROMs carry
 * (measured).
 */
public enum CodeType {
  /** Legacy BIOS code for x86. */
  X86(0x00, "x86 legacy BIOS"),
  /** Open Firmware FCode. */
  FCODE(0x01, "Open Firmware FCode"),
  /** Hewlett-Packard PA-RISC; its layout is not public. */
  PA_RISC(0x02, "HP PA-RISC"),
  /** EFI driver. */
  EFI(0x03, "EFI driver"),
  /** NVIDIA notebook system information. */
  NVIDIA_NBSI(0x70, "NVIDIA notebook data"),
  /** NVIDIA extension: falcon microcode, tables, certificates. */
  NVIDIA_EXTENSION(0xe0, "NVIDIA extension"),
  /** LSI firmware behind a storage ROM. */
  LSI(0xff, "LSI firmware");

  private final int value;
  private final String title;

  CodeType(int value, String title) {
    this.value = value;
    this.title = title;
  }

  /** {@return the byte at offset 0x14 of the data structure} */
  public int value() {
    return value;
  }

  /** {@return a name for people, such as "EFI driver"} */
  public String title() {
    return title;
  }

  /**
   * {@return the code type with this value; empty if it is not known}
   *
   * @param value the byte at offset 0x14 of a data structure, 0 to 255
   */
  public static Optional<CodeType> of(int value) {
    for (CodeType type : VALUES) {
      if (type.value == value) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  private static final CodeType[] VALUES = values();
}
