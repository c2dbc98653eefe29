package io.github.romparser.finding;

/** Parts of sentences: what a rule has to say beyond numbers, as values. */
public enum Phrase {
  /** Trailing bytes and prefixes. */
  ALL_FF("bytes 0xff only"),
  /** Trailing bytes and prefixes. */
  ALL_00("bytes 0x00 only"),
  /** Trailing bytes and prefixes. */
  DATA("data"),
  /** A prefix. */
  PREFIX_FF("padding with 0xff"),
  /** A prefix. */
  PREFIX_00("padding with 0x00"),
  /** A prefix. */
  NVGI("an NVIDIA flash header (NVGI)"),
  /** A prefix. */
  NVFW("an NVIDIA flash image (NVFW)"),
  /** A prefix. */
  OTHER("something else"),

  /** Why a chain is not closed. */
  FILE_ENDS("no byte is left for it"),
  /** Why a chain is not closed. */
  FILE_ENDS_IN_HEADER("only a part of its headers is left"),
  /** Why a chain is not closed. */
  NO_IMAGE("no image begins there"),

  /** What kind of dump a file looks like. */
  DUMP_WINDOW(
      "a file of exactly 64 KiB or 128 KiB is mostly a shadow copy of a running card, or was read"
          + " through a window of that size"),
  /** What kind of dump a file looks like. */
  DUMP_CUT("a size that is no multiple of 512 comes from a copy or a download that broke off"),
  /** What kind of dump a file looks like. */
  DUMP_AT_IMAGE(
      "a file that ends exactly behind its legacy image is what a shadow copy of the card that the"
          + " machine booted with looks like; the EFI driver is lost"),
  /** What kind of dump a file looks like. */
  DUMP_SHORT("reads through a window that is too small and broken copies look like this"),

  /** Why there is no data structure. */
  POINTER_ZERO("its pointer to a PCI data structure is 0"),
  /** Why there is no data structure. */
  POINTER_PAST_END("its pointer to the PCI data structure leads past the end of the file"),
  /** Why there is no data structure. */
  POINTER_WRONG("its pointer does not lead to a PCI data structure"),
  /** Why there is no data structure. */
  HEADER_CUT("the file ends within the ROM header"),

  /** A second ROM. */
  SAME_BYTES("the same bytes as the first"),
  /** A second ROM. */
  OTHER_BYTES("not the same bytes as the first"),

  /** Signs of a shadow copy. */
  SHADOW_SUM("its checksum is wrong"),
  /** Signs of a shadow copy. */
  SHADOW_OPEN("it ends behind its legacy image, which says that another one follows"),
  /** Signs of a shadow copy. */
  SHADOW_BOTH(
      "its checksum is wrong, and it ends behind its legacy image, which says that another one"
          + " follows"),

  /** What it means that there is no EFI driver. */
  NO_PICTURE("there is no picture until the guest's own driver loads"),
  /** What it means that there is no EFI driver. */
  NO_START("firmware cannot use the device, for booting from it for instance"),
  /** What it means that there is no EFI driver. */
  NO_DISPLAY("this card is a 3D controller, which drives no display, and needs none"),
  /** What is wrong with the place of a driver. */
  BEHIND_INIT_SIZE("it begins behind the initialisation size"),
  /** What is wrong with the place of a driver. */
  INIT_TOO_LARGE("the initialisation size is larger than the image"),
  /** What is wrong with the place of a driver. */
  COMPRESSION_UNKNOWN("its kind of compression is not known"),
  /** Kinds of boards. */
  VGA_CARD("card with display outputs"),
  /** Kinds of boards. */
  CONTROLLER_3D("3D controller of a laptop"),
  /** What nova misses. */
  NOVA_NO_X86("there is no x86 image"),
  /** What nova misses. */
  NOVA_NO_BIT("the x86 image has no BIT table"),
  /** What nova misses. */
  NOVA_ONE_EXTENSION("there are fewer than two extension images"),
  /** What nova misses. */
  NOVA_NO_FALCON("no microcode for the security processor is listed"),
  /** What nova misses. */
  NOVA_BAD_IMAGE("an image is not of a kind that it knows"),

  /** What an initialisation size is compared with. */
  IMAGE_LENGTH("the length of the image"),

  /** A structure of an image. */
  DEVICE_LIST("device list"),
  /** A structure of an image. */
  CONFIGURATION_UTILITY("configuration utility header"),
  /** A structure of an image. */
  DMTF_CLP("DMTF CLP entry point"),
  /** A structure of an image. */
  FCODE("FCode program"),
  /** A structure of an image. */
  EFI_DRIVER("EFI driver"),
  /** A structure of an image. */
  PNP("$PnP header"),
  /** A structure of an image. */
  UNDI("UNDI structure"),
  /** What is wrong with a structure. */
  OUTSIDE("the image ends before that"),
  /** What is wrong with a structure. */
  NOT_THERE("no such structure is there"),

  /** A structure of an ATOM BIOS. */
  ATOM_COMMANDS("list of commands"),
  /** A structure of an ATOM BIOS. */
  ATOM_DATA("list of data tables"),
  /** A text of an ATOM BIOS. */
  ATOM_NAMES("list of names"),
  /** A text of an ATOM BIOS. */
  ATOM_CONFIG("name of the configuration file"),
  /** A text of an ATOM BIOS. */
  ATOM_MESSAGE("boot message"),
  /** What is wrong with a text. */
  NO_TEXT("no text is there"),
  /** What is wrong with a table. */
  TABLE_CUT("the image ends before the table does"),
  /** What is wrong with a table. */
  TABLE_LOOP("a list of tables stands there"),
  /** What is wrong with a table. */
  TABLE_SHORT("the length there is less than that of a header"),
  /** What is wrong with a block. */
  BLOCK_CUT("it reaches past the end of the table"),
  /** What is wrong with a block. */
  BLOCK_EMPTY("its length is 0"),
  /** What is wrong with a block. */
  BLOCK_SHORT("it is shorter than its own header"),
  /** What is wrong with a block. */
  BLOCK_CHILD("its outputs cannot have the length that it gives them"),
  /** What is wrong with a block. */
  BLOCK_MANY("more blocks follow than are read"),

  /** What is wrong with an NVGI header. */
  IFR_VERSION("its version is not known"),
  /** What is wrong with an NVGI header. */
  IFR_OUTSIDE("it points past the end of the file"),
  /** What is wrong with an NVGI header. */
  IFR_NO_ROM("no ROM begins where it points to"),

  /** Text. */
  HTML("a web page"),
  /** Text. */
  GIT_LFS("a git-LFS pointer"),
  /** Text. */
  HEX_DUMP("a hex dump"),
  /** Text. */
  PLAIN_TEXT("plain text"),

  /** What is wrong with an executable. */
  PE_NONE("it is no executable"),
  /** What is wrong with an executable. */
  PE_TERSE("it is a terse executable (TE), which cannot be signed"),
  /** What is wrong with an executable. */
  PE_HEADERS("its headers are cut off"),
  /** What is wrong with an executable. */
  PE_SECTION_HEADERS("section headers are missing"),
  /** What is wrong with an executable. */
  PE_SECTION_WITHIN_HEADERS("a section begins within the headers"),
  /** What is wrong with an executable. */
  PE_SECTION_OUTSIDE("a section ends behind the end of the driver"),
  /** What is wrong with an executable. */
  PE_SECTIONS_OVERLAP("two sections share bytes"),

  /** What is wrong with a certificate table. */
  SIG_TABLE_OUTSIDE("the certificate table ends behind the end of the driver"),
  /** What is wrong with a certificate table. */
  SIG_TABLE_WITHIN("the certificate table begins before the end of the sections"),
  /** What is wrong with a certificate table. */
  SIG_ENTRY_LENGTH("the lengths of its entries do not fill the certificate table"),
  /** What is wrong with a certificate table. */
  SIG_ENTRY_TYPE("an entry is of a kind that firmware does not know"),
  /** What is wrong with a certificate table. */
  SIG_TOO_MANY("there are more signatures than are read"),
  /** What is wrong with a signature. */
  SIG_TOO_LARGE("it is larger, deeper or has more parts than any real one"),
  /** What is wrong with a signature. */
  SIG_NOT_DER("its parts do not fit into each other"),
  /** What is wrong with a signature. */
  SIG_NOT_AUTHENTICODE("it is not a PKCS #7 signature of an executable"),
  /** What is wrong with a signature. */
  SIG_SIGNERS("it has not exactly one signer"),
  /** What is wrong with a signature. */
  SIG_DIGEST_UNKNOWN("it is over a digest of an unknown kind"),
  /** What is wrong with a signature. */
  SIG_NO_CERTIFICATE("the certificate of its signer is not in it"),
  /** What is wrong with a signature. */
  SIG_KEY_UNKNOWN("the key of its signer is of a kind or size that is not checked"),
  /** Why a signature was not looked at. */
  SIG_LIBRARY_MISSING("BouncyCastle, which reads signatures, is not part of this program"),
  /** Why a signature does not hold. */
  SIG_DIGEST_DIFFERS("the driver is not the one that was signed"),
  /** Why a signature does not hold. */
  SIG_WRONG_KEY("it was not made with the key of its signer"),
  /** Why a signature does not hold. */
  SIG_ATTRIBUTES_DIFFER("its attributes belong to another signature"),

  /** Where an event log breaks off. */
  LOG_CUT("the log ends within an event"),
  /** Where an event log breaks off. */
  LOG_DIGESTS("an event has digests that the head of the log does not announce"),
  /** Where an event log breaks off. */
  LOG_HEAD("the head of the log is not one"),
  /** Where an event log breaks off. */
  LOG_TOO_LONG("there are more events than are read"),

  /** What a dump without a ROM is. */
  DUMP_DATA("no header 55 AA leads to a PCI data structure"),
  /** What a dump without a ROM is. */
  DUMP_ZEROS("all bytes are 0x00, so nothing was read"),
  /** What a dump without a ROM is. */
  DUMP_FILL("all bytes are the same, so nothing was read"),
  /** What a dump without a ROM is. */
  DUMP_NOTHING("no bytes were found in what was given"),
  /** What a dump without a ROM is. */
  DUMP_TABLES(
      "these are ACPI tables, and no Buffer in them holds a ROM (rom-parser acpi scan tells from"
          + " where their methods take it)"),
  /** What a dump without a ROM is. */
  DUMP_VFCT("this is the ACPI table VFCT, whose images rom-parser acpi vfct takes out"),

  /** File access. */
  NOT_READABLE("its mode does not let other users read it"),
  /** File access. */
  FOLDER_CLOSED("a folder above it is closed to other users");

  private final String text;

  Phrase(String text) {
    this.text = text;
  }

  /** {@return the words, in English, without a full stop} */
  public String text() {
    return text;
  }
}
