package io.github.romparser.edit;

/**
 * The kinds of steps of an edit, each with a stable id, what it means for the bytes, and its text.
 * An id keeps its meaning for ever; texts may change.
 */
public enum EditCode {
  // ---- trim ----------------------------------------------------------------------------------
  /** Bytes before the ROM of a kind that is known. */
  CUT_PREFIX("CUT-PREFIX", Mark.DONE, "Removed {0} before the ROM ({1})."),
  /** Bytes before the ROM. */
  CUT_DATA_BEFORE("CUT-DATA-BEFORE", Mark.DONE, "Removed {0} before the ROM."),
  /** Bytes behind the ROM. */
  CUT_TAIL("CUT-TAIL", Mark.DONE, "Removed {0} behind the last image ({1})."),
  /** NVIDIA's own images behind the last image that PCI firmware knows. */
  CUT_PRIVATE(
      "CUT-PRIVATE",
      Mark.DONE,
      "Removed NVIDIA's own images behind the last PCI image: {0}. No guest needs them;"
          + " --keep-vendor keeps them."),
  /** A second ROM was among what was removed. */
  CUT_SECOND_ROM("CUT-SECOND-ROM", Mark.NOTE, "The second ROM at {0} went with it ({1})."),
  /** An image behind a last mark that stands too early was among what was removed. */
  CUT_HIDDEN(
      "CUT-HIDDEN",
      Mark.WARNING,
      "The image at {0} went with it. Firmware never sees it, because image #{1} is marked as the"
          + " last; if it should be seen, mend the mark first."),
  /** NVIDIA's own images stay. */
  KEPT_PRIVATE(
      "KEPT-PRIVATE", Mark.KEPT, "Kept NVIDIA's own images behind the last PCI image: {0}."),
  /** The tail stays because the caller wants it. */
  KEPT_TAIL("KEPT-TAIL", Mark.KEPT, "Kept {0} behind the last image, as asked for."),
  /** The tail of a storage controller stays. */
  KEPT_STORAGE_TAIL(
      "KEPT-STORAGE-TAIL",
      Mark.KEPT,
      "Kept {0} behind the last image: this is a storage controller (class {1}), and those may use"
          + " what stands there."),
  /** Bytes behind the last image that an initialisation size covers. */
  KEPT_LOADED(
      "KEPT-LOADED",
      Mark.KEPT,
      "Kept {0} behind the last image: the initialisation size of image #{1} reaches that far, and"
          + " its checksum counts them."),
  /** Nothing was removed. */
  NOTHING_TO_TRIM(
      "NOTHING-TO-TRIM", Mark.NOTE, "There is nothing to trim: the result is the same as before."),
  /** The ROM that is left is not closed. */
  STILL_OPEN(
      "STILL-OPEN",
      Mark.WARNING,
      "Image #{0} says that another image follows, and none does: rom-parser fix --set-last mends"
          + " that, if nothing is missing."),
  /** Blackwell's order. */
  STARTS_WITH_VENDOR_IMAGE(
      "STARTS-WITH-VENDOR-IMAGE",
      Mark.NOTE,
      "The ROM begins with an image that is the vendor's own (type {0}); the first that firmware"
          + " runs is #{1}. Programs that look at byte 0 alone do not find it."),

  // ---- fix -----------------------------------------------------------------------------------
  /** Ids of an image. */
  SET_ID("SET-ID", Mark.DONE, "Image #{0}: the ids {1} became {2}."),
  /** Ids that were right. */
  ID_RIGHT("ID-RIGHT", Mark.NOTE, "Image #{0} has the ids {1} already."),
  /** Ids 0000:0000 beside others. */
  KEPT_ZERO_ID(
      "KEPT-ZERO-ID",
      Mark.KEPT,
      "Image #{0} keeps the ids 0000:0000: newer NVIDIA cards have it so, and firmware does not look"
          + " at them."),
  /** A device list. */
  KEPT_DEVICE_LIST(
      "KEPT-DEVICE-LIST",
      Mark.KEPT,
      "Image #{0} keeps its list of further devices ({1}); only old BIOSes read it."),
  /** A sum. */
  SET_SUM(
      "SET-SUM",
      Mark.DONE,
      "Image #{0}: the sum over {1} was {2} and is 0x00 now; the byte at {3} changed from {4} to"
          + " {5}."),
  /** A sum that was right. */
  SUM_RIGHT("SUM-RIGHT", Mark.NOTE, "Image #{0}: the sum over {1} is 0x00, as it should be."),
  /** A sum that could not be kept. */
  SUM_LOST(
      "SUM-LOST",
      Mark.WARNING,
      "Image #{0}: the sum over {1} is {2} instead of 0x00, and no byte there is free to mend it."
          + " Only NVIDIA's programs and nouveau look at it."),
  /** A ROM copied out of a running machine. */
  SHADOW_SUM(
      "SHADOW-SUM",
      Mark.WARNING,
      "The sum was wrong because the ROM looks like the copy of a running card's: its data may have"
          + " changed too. A dump of the card itself is better."),
  /** The mark. */
  SET_LAST("SET-LAST", Mark.DONE, "Image #{0} is marked as the last now."),
  /** The mark was there. */
  LAST_RIGHT("LAST-RIGHT", Mark.NOTE, "Image #{0} is marked as the last already."),
  /** What was promised is not there. */
  LOST_IMAGE(
      "LOST-IMAGE",
      Mark.WARNING,
      "Image #{0} said that another one follows at {1}. Whatever that was is not in the file."),
  /** An image that is cut off. */
  CUT_IMAGE_LEFT(
      "CUT-IMAGE-LEFT",
      Mark.WARNING,
      "Image #{0} at {1} is cut off; firmware does not look at it any more. rom-parser trim removes"
          + " it."),
  /** A display ROM without an EFI driver. */
  NO_EFI_DRIVER(
      "NO-EFI-DRIVER",
      Mark.WARNING,
      "Only legacy images are left: enough for SeaBIOS, but OVMF guests have no picture until their"
          + " own driver starts."),
  /** A length. */
  SET_LENGTH("SET-LENGTH", Mark.DONE, "Image #{0}: its length of {1} became {2}."),
  /** Lengths that fit. */
  LENGTH_RIGHT("LENGTH-RIGHT", Mark.NOTE, "The lengths of all images fit."),
  /** The drivers themselves were not changed. */
  SIGNATURES_KEPT(
      "SIGNATURES-KEPT",
      Mark.NOTE,
      "Signatures of EFI drivers are not affected: no byte of a driver was changed."),
  /** A changed byte stands behind the start of a driver. */
  SIGNATURE_TOUCHED(
      "SIGNATURE-TOUCHED",
      Mark.WARNING,
      "A byte behind the start of the driver of image #{0} was changed: if the driver is signed and"
          + " not compressed, its signature is no longer right."),
  /** The ROM is still behind something. */
  STILL_WRAPPED(
      "STILL-WRAPPED",
      Mark.NOTE,
      "The ROM still begins at {0}, where no guest finds it: rom-parser trim cuts off what is in"
          + " front."),
  /** A second ROM. */
  SECOND_ROM_KEPT(
      "SECOND-ROM-KEPT",
      Mark.KEPT,
      "The second ROM at {0} was left as it is; firmware uses the first."),

  // ---- wrap ----------------------------------------------------------------------------------
  /** The legacy image. */
  TOOK_LEGACY("TOOK-LEGACY", Mark.DONE, "Image #{0}: the legacy image for {1}, {2}."),
  /** Its mark. */
  CLEARED_LAST("CLEARED-LAST", Mark.DONE, "Image #{0} is not marked as the last any more."),
  /** Its ids. */
  OTHER_LEGACY_ID(
      "OTHER-LEGACY-ID",
      Mark.WARNING,
      "The legacy image is for {0}, the drivers are for {1}: SeaBIOS runs it only on a card with the"
          + " former. rom-parser fix --set-id makes them the same."),
  /** A driver. */
  WRAPPED(
      "WRAPPED",
      Mark.DONE,
      "Image #{0}: driver {1} for {2}, {3}, not compressed, with padding of {4}."),
  /** A driver that is compressed. */
  WRAPPED_COMPRESSED(
      "WRAPPED-COMPRESSED",
      Mark.DONE,
      "Image #{0}: driver {1} for {2}, {3} compressed to {4} ({5} %), with padding of {6}."),
  /** A driver whose compression was for nothing. */
  NOT_SMALLER(
      "NOT-SMALLER",
      Mark.WARNING,
      "Compression gains nothing for image #{0}: it has {1}, and would have {2} without."),
  /** A driver with a signature. */
  DRIVER_SIGNED(
      "DRIVER-SIGNED",
      Mark.NOTE,
      "The driver of image #{0} is signed. The signature stays right: firmware gets the driver as it"
          + " is, with nothing behind it."),
  /** A driver without one. */
  DRIVER_NOT_SIGNED("DRIVER-NOT-SIGNED", Mark.NOTE, "The driver of image #{0} is not signed.");

  /** What a step means for the bytes. */
  public enum Mark {
    /** Bytes were changed, added or left out. */
    DONE("done"),
    /** Bytes were left as they are though one could expect otherwise. */
    KEPT("kept"),
    /** Worth knowing. */
    NOTE("note"),
    /** Worth knowing before the result is used. */
    WARNING("warning");

    private final String id;

    Mark(String id) {
      this.id = id;
    }

    /** {@return the name in reports, such as {@code kept}} */
    public String id() {
      return id;
    }
  }

  private final String id;
  private final Mark mark;
  private final String text;

  EditCode(String id, Mark mark, String text) {
    this.id = id;
    this.mark = mark;
    this.text = text;
  }

  /** {@return the stable name in reports, such as {@code CUT-PREFIX}} */
  public String id() {
    return id;
  }

  /** {@return what the step means for the bytes} */
  public Mark mark() {
    return mark;
  }

  /** {@return the step in words, with numbered places for its arguments} */
  public String text() {
    return text;
  }
}
