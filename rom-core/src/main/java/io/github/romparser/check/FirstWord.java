package io.github.romparser.check;

import java.util.Locale;

/**
 * What stands where the first two bytes of a ROM should be {@code 55 AA}.
 *
 * <p>Linux prints them as a little-endian number ({@code drivers/pci/rom.c}): {@code 0x564e} are
 * the bytes {@code 4E 56}, the letters NV. The values are those that users report, and the starts
 * of formats that are taken for ROMs.
 */
public enum FirstWord {
  /** Nothing answered. */
  NO_ANSWER(
      0xffff,
      "nobody answered the read: the card sleeps (D3cold, laptops with two GPUs), its ROM is"
          + " switched off, or it has no ROM chip",
      "Wake the card before reading, or take the ROM from another source: the firmware update of"
          + " the machine, or the ACPI tables."),
  /** Nothing there. */
  EMPTY(
      0x0000,
      "the window is empty; normal for integrated graphics, which have no ROM of their own",
      "For integrated graphics ignore the line. For a card take the ROM from another source:"
          + " firmware update or ACPI tables."),
  /** Right. */
  ROM(
      0xaa55,
      "this is the signature of an option ROM, and it is right",
      "Nothing is wrong with these two bytes."),
  /** Two bytes changed places. */
  SWAPPED(
      0x55aa,
      "the bytes of the signature have changed places: the file was read or written as big-endian"
          + " words",
      "Read it again with a tool that keeps the order of bytes."),
  /** NVIDIA's flash header. */
  NVGI(
      0x564e,
      "the letters NV of NVIDIA's flash header (NVGI), which stands before the ROM in files of"
          + " nvflash and GPU-Z",
      "Cut it off: rom-parser trim FILE -o OUT."),
  /** NVIDIA's private image. */
  NVIDIA_PRIVATE(
      0x4e56,
      "the letters VN of one of NVIDIA's own images, which stand behind the legacy image or the EFI"
          + " driver; the ROM does not begin here",
      "The file was cut at the wrong place: begin anew with the whole dump and rom-parser trim."),
  /** NVIDIA's variant. */
  NVIDIA_77BB(
      0xbb77,
      "NVIDIA's other signature, 77 BB; nouveau and NVIDIA's driver know it, nobody else does",
      "Firmware and the PCI core of Linux do not run such an image."),
  /** A program. */
  PROGRAM(
      0x5a4d,
      "the letters MZ of a program, mostly an EFI driver without ROM around it, or a Windows program",
      "An EFI driver: rom-parser wrap DRIVER.efi. A firmware update: unpack it and look inside."),
  /** An archive. */
  ZIP(0x4b50, "the letters PK of a zip archive", "Unpack it."),
  /** A program. */
  ELF(
      0x457f,
      "the start of an ELF file, a Linux program; perhaps the tool that was to dump the ROM",
      "Run the tool and use the file that it writes."),
  /** AMD's table. */
  VFCT(
      0x4656,
      "the letters VF of AMD's ACPI table VFCT, which has the ROM further on inside",
      "rom-parser FILE lists the ROMs that are in it, each with its offset."),
  /** None of these. */
  UNKNOWN(
      -1,
      "no known signature: random data. It was read from a place that is no ROM (integrated"
          + " graphics answer so), or the flash is damaged",
      "Take the ROM from another source: firmware update or ACPI tables.");

  private final int value;
  private final String meaning;
  private final String advice;

  FirstWord(int value, String meaning, String advice) {
    this.value = value;
    this.meaning = meaning;
    this.advice = advice;
  }

  /**
   * {@return what a value means; {@link #UNKNOWN} if it is none of the others}
   *
   * @param word the two bytes as a little-endian number, 0 to 0xffff, as Linux prints them
   */
  public static FirstWord of(int word) {
    for (FirstWord known : values()) {
      if (known.value == word) {
        return known;
      }
    }
    return UNKNOWN;
  }

  /** {@return what is there, in English, without a full stop} */
  public String meaning() {
    return meaning;
  }

  /** {@return what to do, as English sentences} */
  public String advice() {
    return advice;
  }

  /** A little-endian number as the bytes that stand in the file: {@code 4E 56}. */
  static String bytes(long number, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : " ")
          .append(String.format(Locale.US, "%02X", number >>> (8 * i) & 0xff));
    }
    return text.toString();
  }
}
