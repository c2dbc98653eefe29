package io.github.romparser.efi;

/** The three kinds of EFI executables. */
public enum PeFormat {
  /** PE32: 32-bit addresses, magic 0x010B. */
  PE32(0x60),
  /** PE32+: 64-bit addresses, magic 0x020B. */
  PE32_PLUS(0x70),
  /** The terse executable of firmware volumes, "VZ": a PE file whose headers were cut short. */
  TE(0);

  private final int directories;

  PeFormat(int directories) {
    this.directories = directories;
  }

  /** Where the data directories begin, in bytes from the start of the optional header. */
  int directories() {
    return directories;
  }
}
