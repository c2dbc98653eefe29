package io.github.romparser.edit;

/**
 * Why an edit is refused, each with a stable id, the reason and what would help. An id keeps its
 * meaning for ever; texts may change.
 */
public enum RefusalCode {
  // ---- the file ------------------------------------------------------------------------------
  /** No chain. */
  NO_ROM(
      "NO-ROM",
      "There is no option ROM in this file ({0}).",
      "rom-parser show FILE says what the file is."),
  /** No PCI data structure. */
  ISA_ROM(
      "ISA-ROM",
      "This is an ISA ROM: it has no PCI data structure, so there is nothing to go by.",
      "Its size field and its checksum are right; it can be used as it is."),
  /** A chain in something that is no ROM. */
  WRONG_CONTAINER(
      "WRONG-CONTAINER",
      "This is no ROM ({0}); what looks like one in it begins at {1..}.",
      "Take the ROM out first: what is stored in such files is often compressed, split or changed."),
  /** A container with more than one ROM. */
  SEVERAL_ROMS(
      "SEVERAL-ROMS",
      "There is more than one ROM in this file ({0}), at {1..}: it cannot be told which is wanted.",
      "rom-parser show FILE lists them; cut out the one of your card, from its offset on."),
  /** Nothing that PCI firmware knows. */
  NO_PCI_IMAGE(
      "NO-PCI-IMAGE",
      "What begins at {0} is no image that PCI firmware knows: its signature is {1}.",
      "The file may begin in the middle of a ROM; take a whole dump."),
  /** More images than are edited. */
  TOO_MANY_IMAGES(
      "TOO-MANY-IMAGES",
      "The ROM has {0} images or more; real ones have fewer than ten.",
      "The file is damaged or was made to confuse programs."),
  /** An image reaches past the end of the file. */
  TRUNCATED(
      "TRUNCATED",
      "Image #{0} at {1} should end at {2}, but the file ends at {3}: the ROM is not complete.",
      "Dump again, or take the ROM from another source."),
  /** A length of 0. */
  ZERO_LENGTH(
      "ZERO-LENGTH",
      "Image #{0} at {1} has length 0 and is not the last: where the ROM ends cannot be told.",
      "rom-parser fix --set-length mends the length, if the next image can be found."),
  /** Not closed. */
  NOT_CLOSED(
      "NOT-CLOSED",
      "Image #{0} says that another image follows at {1}, and none does: the ROM is not complete, or"
          + " its last mark is missing.",
      "Dump again, or take the ROM from another source. If the images that are there are enough for"
          + " you: rom-parser fix --set-last, then trim."),
  /** The next image stands behind a gap. */
  GAP(
      "GAP",
      "Image #{0} ends at {1}, but the next image stands at {2}.",
      "Its length is too small: rom-parser fix --set-length mends it."),
  /** Structures outside of what they belong to. */
  ODD_LAYOUT(
      "ODD-LAYOUT",
      "Headers of this ROM lie where they do not belong, so that the edit would change more than it"
          + " should.",
      "The file is damaged or was made to confuse programs; take the ROM from another source."),

  // ---- fix -----------------------------------------------------------------------------------
  /** Ids that are decimal ones. */
  ODD_ID(
      "ODD-ID",
      "{0} is the decimal way to write {1}; ids are hexadecimal, so that is probably what you want.",
      "Give {1}, or --allow-odd-id to insist on {0}."),
  /** No type-0 image. */
  NO_LEGACY(
      "NO-LEGACY",
      "There is no legacy image, and only those have a checksum.",
      "The sums of EFI images mean nothing; leave them alone."),
  /** A size of 0. */
  NO_INIT_SIZE(
      "NO-INIT-SIZE",
      "Image #{0} has the initialisation size 0, so there is nothing to sum up.",
      "The header is damaged; take the ROM from another source."),
  /** A size that reaches past the end of the file. */
  SUM_PAST_END(
      "SUM-PAST-END",
      "The checksum of image #{0} counts {1}, but the file ends before that.",
      "The ROM is not complete: dump again, or take it from another source."),
  /** Nowhere to put the difference. */
  NO_FREE_BYTE(
      "NO-FREE-BYTE",
      "Image #{0}: no byte of the {1} that its checksum counts is safe to change: they do not end in"
          + " padding, and its entry code uses byte 6.",
      "Mend the checksum with a tool of the ROM's maker."),
  /** Nothing to run would be left. */
  NOTHING_LEFT(
      "NOTHING-LEFT",
      "No legacy image and no EFI driver is wholly in the file: to mark the end would not help.",
      "Dump again, or take the ROM from another source."),
  /** A length that cannot be told. */
  LENGTH_UNCLEAR(
      "LENGTH-UNCLEAR",
      "The length of image #{0}, {1}, is wrong, and what it should be cannot be told.",
      "Take the ROM from another source."),

  // ---- wrap ----------------------------------------------------------------------------------
  /** No driver. */
  NO_DRIVER("NO-DRIVER", "There is no driver to wrap.", "Give at least one EFI driver."),
  /** Not a PE file. */
  NOT_PE(
      "NOT-PE",
      "Driver {0} is no EFI program ({1}).",
      "Give the .efi file itself; a ROM can be taken apart first."),
  /** A PE file for something else. */
  NOT_DRIVER(
      "NOT-DRIVER",
      "Driver {0} is a program of subsystem {1}, not an EFI driver (11 or 12).",
      "Firmware runs nothing but drivers out of option ROMs."),
  /** An EFI application. */
  APPLICATION(
      "APPLICATION",
      "Driver {0} is an EFI application (subsystem 10), not a driver.",
      "Firmware runs nothing but drivers out of option ROMs; start it from a boot medium."),
  /** An unknown machine. */
  UNKNOWN_MACHINE(
      "UNKNOWN-MACHINE",
      "Driver {0} is for a machine that EFI does not know ({1}).",
      "Build it for x64, AArch64, IA32, RISC-V, LoongArch or EFI byte code."),
  /** Sections past the end. */
  DRIVER_CUT(
      "DRIVER-CUT",
      "Driver {0} should have {1} or more, but has {2}.",
      "The file is not complete; build or download it again."),
  /** Too large for the length fields. */
  TOO_LARGE(
      "TOO-LARGE",
      "The ROM would have {0}; an expansion ROM BAR has at most 16 MiB.",
      "Wrap fewer or smaller drivers."),
  /** A device list that cannot be written. */
  BAD_DEVICE_LIST(
      "BAD-DEVICE-LIST",
      "The list of devices cannot be written: {0} of them, at most {1} fit, and 0000 ends the list.",
      "Give fewer ids, each once."),
  /** No legacy image to take. */
  NO_LEGACY_IMAGE(
      "NO-LEGACY-IMAGE",
      "The legacy file has no legacy image that could be taken ({0}).",
      "Give a ROM with a whole image of code type 0; rom-parser show FILE lists the images.");

  private final String id;
  private final String text;
  private final String advice;

  RefusalCode(String id, String text, String advice) {
    this.id = id;
    this.text = text;
    this.advice = advice;
  }

  /** {@return the stable name in reports, such as {@code NOT-CLOSED}} */
  public String id() {
    return id;
  }

  /** {@return why an edit is refused, with numbered places for arguments} */
  public String text() {
    return text;
  }

  /** {@return what would help, with numbered places for arguments} */
  public String advice() {
    return advice;
  }
}
