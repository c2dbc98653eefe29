package io.github.romparser.rom;

/** What a file is, as a whole. */
public enum FileKind {
  /** An option ROM that begins at byte 0. */
  OPTION_ROM("option-rom", "PCI option ROM"),
  /** A ROM without a PCI data structure. */
  ISA_ROM("isa-rom", "ISA option ROM"),
  /** What NVIDIA's flash chips hold, or a file read from one. */
  NVIDIA_FLASH("nvidia-flash", "NVIDIA flash image"),
  /** An option ROM behind something that is not known. */
  WRAPPED_ROM("wrapped-rom", "option ROM behind other data"),
  /** The ACPI table VFCT, which holds AMD's VBIOS images. */
  ACPI_VFCT("acpi-vfct", "ACPI table VFCT"),
  /** Another ACPI table. */
  ACPI_TABLE("acpi-table", "ACPI table"),
  /** Intel's video BIOS table, alone or in an OpRegion. */
  INTEL_VBT("intel-vbt", "Intel video BIOS table"),
  /** A system firmware image or an update of one. */
  SYSTEM_FIRMWARE("system-firmware", "system firmware"),
  /** An EFI driver without a ROM header. */
  EFI_DRIVER("efi-driver", "bare EFI driver"),
  /** A Windows or DOS program. */
  PROGRAM("program", "Windows or DOS program"),
  /** A program for Linux or another Unix. */
  ELF("elf", "ELF program"),
  /** An archive, a compressed file or a disk image. */
  ARCHIVE("archive", "archive or disk image"),
  /** An export of the Windows registry. */
  REGISTRY_EXPORT("registry-export", "Windows registry export"),
  /** Text. */
  TEXT("text", "text"),
  /** No bytes at all. */
  EMPTY("empty", "empty file"),
  /** Only bytes 0xFF or only bytes 0x00. */
  BLANK("blank", "blank file"),
  /** None of these. */
  UNKNOWN("unknown", "no option ROM");

  private final String id;
  private final String title;

  FileKind(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** {@return the name in reports, such as {@code option-rom}} */
  public String id() {
    return id;
  }

  /** {@return a name for people, such as "PCI option ROM"} */
  public String title() {
    return title;
  }

  /**
   * {@return whether the file is a ROM or should hold one, with or without other bytes around it;
   * false for a file of another kind, even if chains were found in it}
   */
  public boolean isRom() {
    return this == OPTION_ROM || this == ISA_ROM || this == NVIDIA_FLASH || this == WRAPPED_ROM;
  }
}
