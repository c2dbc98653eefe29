package io.github.romparser.rom.header;

import java.util.Optional;

/** PE machine types of EFI drivers (Microsoft PE/COFF specification, machine types). */
public enum EfiMachine {
  /** 32-bit x86. */
  IA32(0x014c, "IA32"),
  /** Itanium. */
  IA64(0x0200, "IA64"),
  /** EFI byte code. */
  EBC(0x0ebc, "EFI byte code"),
  /** 64-bit x86. */
  X64(0x8664, "x64"),
  /** 32-bit ARM, thumb mixed. */
  ARM(0x01c2, "ARM"),
  /** 64-bit ARM. */
  AARCH64(0xaa64, "AArch64"),
  /** 32-bit RISC-V. */
  RISCV32(0x5032, "RISC-V 32"),
  /** 64-bit RISC-V. */
  RISCV64(0x5064, "RISC-V 64"),
  /** 128-bit RISC-V. */
  RISCV128(0x5128, "RISC-V 128"),
  /** 32-bit LoongArch. */
  LOONGARCH32(0x6232, "LoongArch 32"),
  /** 64-bit LoongArch. */
  LOONGARCH64(0x6264, "LoongArch 64");

  private final int value;
  private final String title;

  EfiMachine(int value, String title) {
    this.value = value;
    this.title = title;
  }

  /** {@return the 16-bit value in PE headers and in those of EFI images} */
  public int value() {
    return value;
  }

  /** {@return a name for people, such as "AArch64"} */
  public String title() {
    return title;
  }

  /**
   * {@return the machine with this value; empty if it is not known}
   *
   * @param value the machine type of a PE header or of the header of an EFI image, 16 bits
   */
  public static Optional<EfiMachine> of(int value) {
    for (EfiMachine machine : VALUES) {
      if (machine.value == value) {
        return Optional.of(machine);
      }
    }
    return Optional.empty();
  }

  private static final EfiMachine[] VALUES = values();
}
