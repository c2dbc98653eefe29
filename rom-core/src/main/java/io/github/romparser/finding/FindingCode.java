package io.github.romparser.finding;

/**
 * Everything that can be found, each with a stable id, its usual severity, what it says, what to do
 * about it and where the rule comes from.
 *
 * <p>An id keeps its meaning for ever; texts may change. In texts {@code {0}} stands for the
 * finding's first argument.
 */
public enum FindingCode {
  // ---- the file as a whole -------------------------------------------------------------------
  /** A file of 0 bytes was read, or was to be searched for ROMs. */
  EMPTY(
      "EMPTY",
      Severity.ERROR,
      "The file is empty.",
      "Reading the ROM failed, and the shell kept an empty file. The kernel log says why (dmesg).",
      "users of awilliam/rom-parser, issue 4"),
  /** The file has bytes, and each of them is 0xff. */
  ALL_FF(
      "ALL-FF",
      Severity.ERROR,
      "Every byte is 0xff: the ROM BAR did not answer.",
      "The card was asleep (D3cold), has no ROM of its own, or its ROM is switched off. Wake the"
          + " card and dump again, or take the ROM from another source.",
      "Linux drivers/pci/rom.c: a BAR that nobody answers reads as ones"),
  /** The file has bytes, and each of them is 0x00. */
  ALL_00(
      "ALL-00",
      Severity.ERROR,
      "Every byte is 0x00: nothing was read.",
      "Integrated GPUs show an empty ROM window, and so do cards whose ROM is switched off. Take"
          + " the ROM from another source.",
      "reports about integrated GPUs: expecting 0xaa55, got 0x0000"),
  /**
   * No chain of images was found, and the file is of no other known kind, or is an NVIDIA flash
   * image that should have had one.
   */
  NOT_ROM(
      "NOT-ROM",
      Severity.ERROR,
      "There is no option ROM in this file: no header 55 AA leads to a PCI data structure.",
      "Check that it is the right file, and that the download or the dump was complete.",
      "PCI Firmware 3.0 §5.1"),
  /** The file begins with the four bytes of an ELF program; a ROM may still be found further in. */
  NOT_ROM_ELF(
      "NOT-ROM-ELF",
      Severity.ERROR,
      "This is a Linux program (ELF), not a ROM.",
      "Did you save the program that dumps instead of what it wrote? Run it and save its output.",
      "ELF: 7F 45 4C 46 at 0; isc30/ryzen-gpu-passthrough-proxmox, issue 44"),
  /** The file begins with MZ, and the subsystem in its PE header is one of EFI's. */
  NOT_ROM_MZ(
      "NOT-ROM-MZ",
      Severity.ERROR,
      "This is a bare EFI driver ({0}), not an option ROM.",
      "Firmware takes it only inside an option ROM with the PCI ids of your device; wrap it.",
      "rom-parser wrap FILE --device vvvv:dddd -o OUT",
      "PE/COFF: MZ at 0, subsystem 10 to 12"),
  /**
   * The file begins with MZ and has either no PE header or one with a subsystem that is not EFI's.
   */
  NOT_ROM_EXE(
      "NOT-ROM-EXE",
      Severity.ERROR,
      "This is a Windows or DOS program, such as a BIOS updater, not a ROM.",
      "BIOS updaters hold firmware, and that may hold ROMs: let them be looked for in it.",
      "rom-parser extract FILE --list",
      "PE/COFF: MZ at 0, any other subsystem"),
  /** The file begins with the header of an ACPI table, be it VFCT or another. */
  NOT_ROM_ACPI(
      "NOT-ROM-ACPI",
      Severity.ERROR,
      "This is the ACPI table {0}, not a ROM.",
      "The table VFCT holds AMD's VBIOS images, which are listed as chains with their offsets; other"
          + " tables hold no ROM that could be cut out.",
      "ACPI 6.4 §5.2.6: signature, length and a sum of 0"),
  /**
   * The file has the marks of system firmware: a firmware volume, a vendor's update, a capsule, or
   * the entry of a PC's BIOS 16 bytes before its end.
   */
  NOT_ROM_CAPSULE(
      "NOT-ROM-CAPSULE",
      Severity.ERROR,
      "This is system firmware ({0}), not an option ROM.",
      "The ROMs inside are usually compressed: let them be unpacked.",
      "rom-parser extract FILE --list",
      "UEFI PI 1.7 volume 3 §3.2.1 and the vendors' update formats"),
  /** The file begins with {@code $VBT} or with the signature of Intel's OpRegion. */
  NOT_ROM_VBT(
      "NOT-ROM-VBT",
      Severity.ERROR,
      "This is Intel's video BIOS table ({0}), not a ROM.",
      "It holds the settings of a board's display outputs and no code. The driver that goes with it"
          + " is in the system BIOS.",
      "Linux drivers/gpu/drm/i915/display/intel_vbt_defs.h and intel_opregion.c"),
  /** The file has the signature of an archive, a compressed file or a disk image. */
  NOT_ROM_ARCHIVE(
      "NOT-ROM-ARCHIVE",
      Severity.ERROR,
      "This is an archive or a disk image ({0}), not a ROM.",
      "Let it be unpacked, and looked for ROMs.",
      "rom-parser extract FILE --list",
      "the signatures of the archive formats"),
  /** The file is text whose first line is that of an export of the Windows registry. */
  NOT_ROM_REG(
      "NOT-ROM-REG",
      Severity.ERROR,
      "This is an export of the Windows registry, not a ROM.",
      "The ROM is in it as text; it has to be turned into bytes first.",
      "first line of a .reg file"),
  /**
   * The file looks like text and is no export of the registry; the argument says what kind of text
   * it looks like.
   */
  NOT_ROM_TEXT(
      "NOT-ROM-TEXT",
      Severity.ERROR,
      "This is text ({0}), not a binary ROM.",
      "If it is a web page, the page was saved instead of the file: use the raw download link. If"
          + " it is a git-LFS pointer, fetch the object itself. If it is a hex dump, turn it back"
          + " into bytes.",
      "only printable bytes"),
  /** In a file that is taken for a ROM, the first chain begins behind byte 0. */
  CONTAINER_PREFIX(
      "CONTAINER-PREFIX",
      Severity.ERROR,
      "The ROM starts at {0}, behind {1} of {2}; guest firmware looks only at byte 0.",
      "Cut off what is in front; nothing has to be edited.",
      "rom-parser trim FILE -o OUT",
      "QEMU hw/pci/pci.c hands a romfile over as it is; edk2 PciOptionRomSupport.c and SeaBIOS"
          + " optionroms.c want 55 AA at byte 0"),
  /**
   * The bytes in front of the first chain are fewer than 64 KiB and no multiple of 512, as edits by
   * hand leave them.
   */
  PREFIX_UNALIGNED(
      "PREFIX-UNALIGNED",
      Severity.ERROR,
      "The ROM starts at {0}, which is no multiple of 512.",
      "A wrong number of bytes was deleted or added in a hex editor. Begin again from the original"
          + " file.",
      "PCI Firmware 3.0 §5.1: images start on 512-byte borders"),
  /**
   * The file begins with NVGI, and the way from that header to the first image leaves the file,
   * ends where no image is, or is that of an unknown version.
   */
  IFR_BAD(
      "IFR-BAD",
      Severity.WARNING,
      "The NVIDIA flash header at {0} does not lead to a ROM ({1}).",
      "The ROM, if one is listed, was found by searching. The dump may be damaged: compare it with"
          + " a second one.",
      "NVIDIA open-gpu-kernel-modules, kernel_gsp_vbios_tu102.c"),
  /**
   * No chain was found, but a plausible PCIR begins in the first 64 KiB, and what is left of its
   * ROM header or of the file's size tells how many bytes were cut off.
   */
  HEADLESS(
      "HEADLESS",
      Severity.ERROR,
      "A PCI data structure stands at {0}, but the ROM header in front of it is gone; missing from the"
          + " start: {1}.",
      "Too much was cut off. Begin again from the original file.",
      "PCI Firmware 3.0 §5.1"),
  /**
   * The file begins AA 55, and its pointer, read with the bytes of each word exchanged, leads to a
   * PCIR exchanged in the same way.
   */
  BYTE_SWAPPED(
      "BYTE-SWAPPED",
      Severity.ERROR,
      "The two bytes of every word are swapped: the file begins AA 55, and its data structure"
          + " begins CPRI.",
      "Swap them back.",
      "dd conv=swab if=FILE of=OUT",
      "reading a 16-bit flash chip with the wrong byte order"),
  /** In a file that is taken for a ROM, there are bytes behind the last chain. */
  TRAILING(
      "TRAILING",
      Severity.NOTE,
      "Behind the last image: {0} ({1}).",
      "Harmless: firmware does not read them. Trim the file if you want a small one; storage"
          + " controllers may use theirs.",
      "rom-parser trim FILE -o OUT",
      "PCI Firmware 3.0 §5.1: indicator bit 7 ends the ROM"),
  /**
   * Behind a chain follows another with images that firmware could run, and it is not a lost part
   * of the first.
   */
  ROM_TWICE(
      "ROM-TWICE",
      Severity.WARNING,
      "There is a second ROM at {0} ({1}).",
      "Firmware uses the first. Chips with two BIOSes and chip dumps look like this.",
      "dumps of SPI chips"),
  /** The file has more bytes than the largest expansion ROM BAR, whatever it is. */
  BIG(
      "BIG",
      Severity.WARNING,
      "{0} are far more than any option ROM has (16 MiB).",
      "Is it a whole system BIOS or a disk image?",
      "PCI Local Bus 3.0 §6.2.5.2: an expansion ROM BAR has at most 16 MiB"),
  /**
   * A file that begins as a ROM or as an NVIDIA flash image does not end on a block of 512 bytes.
   */
  SIZE_ODD(
      "SIZE-ODD",
      Severity.NOTE,
      "The file's size, {0}, is no multiple of 512.",
      "Harmless if all images are whole; otherwise bytes were lost or added on the way.",
      "PCI Firmware 3.0 §5.1: lengths count 512-byte blocks"),
  /**
   * The mode of the file, or of a folder above it, keeps users other than its owner and group from
   * reading it.
   */
  PERM(
      "PERM",
      Severity.WARNING,
      "The user that QEMU runs as may not be able to read this file: {0}.",
      "Put it where the hypervisor looks, such as /usr/share/vgabios (libvirt) or /usr/share/kvm"
          + " (Proxmox), with mode 0644.",
      "libvirt and AppArmor reports: failed to find romfile"),

  // ---- chains --------------------------------------------------------------------------------
  /** The last image that the walk along a chain came to would end behind the end of the file. */
  TRUNCATED(
      "TRUNCATED",
      Severity.ERROR,
      "Image #{0} begins at {1} and should end at {2}, but the file ends at {3}; missing: {4}.",
      "The dump is incomplete: {5}. Dump again, or take the ROM from another source.",
      "PCI Firmware 3.0 §5.1: image length; awilliam/rom-parser, issues 3 and 5"),
  /**
   * The PCI walk ends behind an image without the last mark, because the file ends there, within
   * the headers of the next image, or with bytes that are no image.
   */
  NO_LAST(
      "NO-LAST",
      Severity.WARNING,
      "Image #{0} says that another image follows. Image #{2} should begin at {3}, but {1}; the file"
          + " ends at {4}.",
      "The ROM is not closed: {5}. Dump again with another card as boot display, or take the ROM from"
          + " another source.",
      "PCI Firmware 3.0 §5.1: indicator bit 7; Linux arch/x86/pci/fixup.c: shadow copy"),
  /**
   * The image with the last mark is directly followed by one with the same vendor and device id
   * that is no legacy image.
   */
  LAST_EARLY(
      "LAST-EARLY",
      Severity.WARNING,
      "Image #{0} is marked as the last, but another image of the same device follows at {1}.",
      "Firmware stops at the mark and never sees that image. Was a driver added without taking the"
          + " mark away?",
      "PCI Firmware 3.0 §5.1: indicator bit 7"),
  /** The walk along a chain came to an image without the last mark whose length field is 0. */
  ZERO_LENGTH(
      "ZERO-LENGTH",
      Severity.ERROR,
      "Image #{0} at {1} has length 0 and is not the last: nothing behind it can be reached.",
      "Some firmware hangs on this. The ROM is damaged; take it from another source.",
      "tianocore/edk2, pull request 4768"),
  /**
   * Where the PCI walk expects the next image there is none, but one of the same vendor begins on a
   * 512-byte border less than 128 KiB behind.
   */
  LENGTH_SHORT(
      "LENGTH-SHORT",
      Severity.WARNING,
      "Image #{0} ends at {1}, where no image begins; the next one stands at {2}.",
      "The length in its PCI data structure is too small. OVMF searches on and finds the next image;"
          + " Linux and SeaBIOS do not.",
      "edk2 PciOptionRomSupport.c: 512-byte search over gaps"),
  /**
   * On a 512-byte border within an image that has no NPDE stand the headers of another image of the
   * same vendor.
   */
  HIDDEN_IMAGE(
      "HIDDEN-IMAGE",
      Severity.WARNING,
      "An image header stands at {0} inside image #{1}, whose length skips it.",
      "Firmware never sees it. If it should be seen, the length of image #{1} is too large.",
      "PCI Firmware 3.0 §5.1: image length"),
  /** A chain has more than 64 images. */
  MANY_IMAGES(
      "MANY-IMAGES",
      Severity.WARNING,
      "The ROM has {0} images; real ones have fewer than ten.",
      "The file is damaged or was made to confuse programs. Do not hand it to a machine.",
      "measured: published ROMs have at most seven images"),
  /** The file has more images than are read of one file; those behind were left unread. */
  TOO_MANY_IMAGES(
      "TOO-MANY-IMAGES",
      Severity.WARNING,
      "Reading stopped at {0} after {1} images.",
      "What follows was not looked at. The file is damaged or was made to confuse programs.",
      "limit of this program"),
  /**
   * What was read of the headers gave more than 32 findings of one code, of which the first 32 are
   * kept.
   */
  MORE_FINDINGS(
      "MORE-FINDINGS",
      Severity.NOTE,
      "Further findings of the kind {1} that were left out: {0}.",
      "The file is damaged or was made to confuse programs.",
      "limit of this program"),
  /**
   * The first ROM is nothing but a legacy display image of at most 128 KiB whose sums are wrong, or
   * behind which another image should follow.
   */
  SHADOW(
      "SHADOW",
      Severity.WARNING,
      "This looks like the copy of a running card's ROM in memory, not like the ROM itself: {0}.",
      "Such copies are changed while the machine starts, and they lack the EFI driver. Dump again"
          + " with another card as boot display, or take the ROM from another source.",
      "Linux arch/x86/pci/fixup.c: ROM resource of the boot display is the shadow at 0xc0000"),
  /**
   * The PCI walk ended with the last mark, but NVIDIA's own walk goes on by the NPDE and ended
   * without an image that is marked as the last.
   */
  NV_PRIVATE_MISSING(
      "NV-PRIVATE-MISSING",
      Severity.NOTE,
      "NVIDIA's own images should follow at {0}; this file does not have them.",
      "Normal for a dump through Linux: it ends where the PCI images end. A guest needs none of"
          + " them.",
      "NVIDIA open-gpu-kernel-modules, pci_exp_table.h: NPDE last-image indicator"),
  /** A chain has images of NVIDIA's own code types, 0x70 or 0xe0. */
  NV_EXT(
      "NV-EXT",
      Severity.NOTE,
      "NVIDIA's own extension images: {0}, the first is #{1}.",
      "Guest firmware skips them; keep them or cut them off as you like.",
      "NVIDIA open-gpu-kernel-modules, pci_exp_table.h"),
  /** A chain has images with a code type above 3 that is none of NVIDIA's own. */
  UNKNOWN_TYPE(
      "UNKNOWN-TYPE",
      Severity.NOTE,
      "Images with a code type that no specification assigns: {0}, the first is #{1} with type {2}.",
      "Firmware skips them.",
      "PCI Firmware 3.0 §5.1.2: code types"),

  // ---- one image -----------------------------------------------------------------------------
  /**
   * No chain was found although the file begins with 55 AA; this is a note where it is a sound ISA
   * ROM.
   */
  NO_PCIR(
      "NO-PCIR",
      Severity.ERROR,
      "The file begins with 55 AA, but {0}.",
      "PCI firmware does not run such a ROM. Old ISA cards and QEMU's own helpers look like this;"
          + " if it comes from a PCI card, it is damaged or cut short.",
      "PCI Firmware 3.0 §5.1.1: pointer at 0x18"),
  /**
   * The pointer of an image to its PCIR is no multiple of 4; this is an error where OVMF ends its
   * walk for it.
   */
  PCIR_UNALIGNED(
      "PCIR-UNALIGNED",
      Severity.WARNING,
      "The PCI data structure of image #{0} stands at {1}, which is no multiple of 4 from the"
          + " image's start.",
      "OVMF and newer Linux kernels refuse the image; SeaBIOS takes it.",
      "PCI Firmware 3.0 §5.1.2; edk2 PciOptionRomSupport.c"),
  /** The pointer of an image to its data structure is less than the 26 bytes of the ROM header. */
  PCIR_IN_HEADER(
      "PCIR-IN-HEADER",
      Severity.WARNING,
      "The PCI data structure of image #{0} lies inside the image's own header.",
      "The pointer is wrong; the file is damaged.",
      "PCI Firmware 3.0 §5.1.1: the header has 26 bytes"),
  /**
   * The length field of a data structure is less than 24 bytes or is 0xffff, or Linux does not find
   * as many bytes in the ROM BAR.
   */
  PCIR_LENGTH(
      "PCIR-LENGTH",
      Severity.WARNING,
      "The PCI data structure of image #{0} gives its own length as {1}, which cannot be.",
      "Newer Linux kernels refuse the image.",
      "Linux drivers/pci/rom.c; PCI Firmware 3.0 §5.1.2"),
  /** The bytes of a legacy image, up to its initialisation size, do not add up to 0 modulo 256. */
  CHECKSUM(
      "CHECKSUM",
      Severity.ERROR,
      "The checksum of image #{0} is wrong: its {1} sum up to {2} instead of 0.",
      "The image was changed after it was built: it was edited, damaged, or copied from the memory"
          + " of a running card. SeaBIOS skips it, OVMF does not care. Get a clean copy; mend the sum"
          + " only if you changed the image yourself.",
      "rom-parser fix FILE -o OUT --checksum",
      "PCI Firmware 3.0 §5.1.1; SeaBIOS optionroms.c is_valid_rom"),
  /**
   * A legacy image adds up to 0 modulo 256 over its length in the PCI data structure, but not over
   * that in the NPDE.
   */
  EDITED(
      "EDITED",
      Severity.WARNING,
      "NVIDIA's sum over its part of image #{0} is {1} instead of 0, while the sum over the whole"
          + " image is right.",
      "Hand-edited ROMs look like this: only the outer sum was mended. nouveau trusts it less.",
      "measured on modified ROMs; nouveau shadow.c scores the sum over this length"),
  /** A legacy or EFI image has a larger length at offset 2 than in its PCI data structure. */
  SIZE_MISMATCH(
      "SIZE-MISMATCH",
      Severity.WARNING,
      "The initialisation size of image #{0}, {1}, is larger than {2}, {3}.",
      "OVMF refuses EFI images like this; for legacy images SeaBIOS goes by the initialisation"
          + " size.",
      "edk2 PciOptionRomSupport.c; SeaBIOS optionroms.c"),
  /**
   * A legacy or EFI image has a length of 0 at offset 2; this is an error where SeaBIOS would
   * otherwise run it.
   */
  ZERO_INIT(
      "ZERO-INIT",
      Severity.WARNING,
      "The initialisation size of image #{0} is 0.",
      "SeaBIOS refuses the image.",
      "SeaBIOS optionroms.c is_valid_rom"),
  /** An image of code type 3 has another value at offset 4 than EFI's signature. */
  EFI_BADSIG(
      "EFI-BADSIG",
      Severity.ERROR,
      "Image #{0} is marked as EFI, but its EFI signature is {1} instead of 0x00000ef1.",
      "Bytes 4 to 7 of the image were overwritten; tools that mend a checksum in byte 6 do that."
          + " Begin again from the original file.",
      "edk2 Pci22.h EFI_PCI_EXPANSION_ROM_HEADER"),
  /**
   * The pointer of an image to one of its structures, or to its EFI driver, leads out of the image
   * or to something else.
   */
  POINTER_OUTSIDE(
      "POINTER-OUTSIDE",
      Severity.WARNING,
      "The {1} of image #{0} should stand at {2}, but {3}.",
      "Firmware ignores it or stumbles over it; if the image is whole, the pointer is wrong.",
      "PCI Firmware 3.0 §5.1"),
  /**
   * A Plug and Play header of a legacy image, or the UNDI structure of a network ROM, does not add
   * up to 0 modulo 256.
   */
  STRUCTURE_SUM(
      "STRUCTURE-SUM",
      Severity.WARNING,
      "The {1} of image #{0} at {2} sums up to {3} instead of 0.",
      "Firmware ignores a structure with a wrong sum; the ROM may not offer its boot device.",
      "Plug and Play BIOS 1.0A §3; PXE 2.1 §3.2"),
  /** A device list begins within its image but is not closed by an entry 0000. */
  DEVICE_LIST_OPEN(
      "DEVICE-LIST-OPEN",
      Severity.WARNING,
      "The device list of image #{0} at {1} has no end.",
      "The ids listed may be no ids at all.",
      "PCI Firmware 3.0 §5.1.2: a list ends with 0000"),
  /** The revision of an NPDE is neither 0x0100 nor 0x0101. */
  NPDE_REVISION(
      "NPDE-REVISION",
      Severity.NOTE,
      "The NPDE of image #{0} has revision {1}, which NVIDIA's driver does not know.",
      "Its length was used all the same. The ROM may be newer than this program.",
      "NVIDIA open-gpu-kernel-modules, pci_exp_table.h: revisions 0x0100 and 0x0101"),

  // ---- what an image means for a consumer: found by check ------------------------------------
  /**
   * OVMF finds a ROM in the BAR but reaches no image of code type 3; this is a note for 3D
   * controllers.
   */
  NO_EFI(
      "NO-EFI",
      Severity.WARNING,
      "There is no EFI driver in the ROM; {0}.",
      "OVMF runs EFI drivers only. For a card with outputs use a SeaBIOS guest, a ROM with an EFI"
          + " driver, or another display for booting. A 3D controller needs nothing: its driver reads"
          + " the ROM by itself, NVIDIA's through the ACPI method _ROM.",
      "edk2 PciOptionRomSupport.c: ContainEfiImage; jscinoz/optimus-vfio-docs, issue 9"),
  /** SeaBIOS finds nothing to run, for there is no legacy image but at least one for EFI. */
  EFI_ONLY(
      "EFI-ONLY",
      Severity.ERROR,
      "The ROM has EFI drivers only; SeaBIOS runs legacy images only.",
      "Use an OVMF guest, or a ROM with a legacy image.",
      "SeaBIOS optionroms.c: code type 0"),
  /** SeaBIOS, coreboot or radeon leaves the ROM because it came to no image of code type 0. */
  NO_LEGACY(
      "NO-LEGACY",
      Severity.ERROR,
      "No legacy x86 image was reached.",
      "This consumer needs one; take a ROM that has it.",
      "PCI Firmware 3.0 §5.1: code type 0"),
  /** OVMF leaves a driver because the machine in its PE header is not the guest's. */
  EFI_ARCH(
      "EFI-ARCH",
      Severity.ERROR,
      "The EFI driver is for {0}, the guest is {1}.",
      "Use a guest of that architecture, or a ROM with a driver for yours.",
      "edk2 PciOptionRomSupport.c: ProcessOpRomImage; UEFI 2.10 §2.1.1"),
  /**
   * OVMF leaves an EFI image because its header names an application or another subsystem that is
   * no driver's.
   */
  EFI_SUBSYS(
      "EFI-SUBSYS",
      Severity.ERROR,
      "EFI image #{0} has subsystem {1}; only drivers, 11 and 12, are loaded.",
      "Take the ROM from another source, or wrap a driver instead of an application.",
      "edk2 PciOptionRomSupport.c: ProcessOpRomImage, LocalLoadFile2"),
  /**
   * A driver cannot be taken out of its EFI image: its compression is of an unknown kind, the
   * initialisation size is larger than the image, or the driver begins behind it.
   */
  EFI_OFFSET(
      "EFI-OFFSET",
      Severity.ERROR,
      "The driver of EFI image #{0} is not where its header says: {1}.",
      "The image is damaged or was put together wrongly; take the ROM from another source.",
      "edk2 PciOptionRomSupport.c: LocalLoadFile2"),
  /**
   * A driver that its EFI image calls compressed is no sound compressed stream, or would become too
   * large.
   */
  EFI_DECOMP(
      "EFI-DECOMP",
      Severity.ERROR,
      "The driver of EFI image #{0} cannot be decompressed.",
      "The image is damaged; dump it again or take the ROM from another source.",
      "edk2 PciOptionRomSupport.c: LocalLoadFile2; UEFI 2.10 §19"),
  /** What an EFI image has in the place of its driver is no PE file that LoadImage takes. */
  EFI_PE(
      "EFI-PE",
      Severity.ERROR,
      "The driver of EFI image #{0} is no program that firmware loads.",
      "The image is damaged or was changed; take the ROM from another source.",
      "edk2 BasePeCoff.c: PeCoffLoaderGetPeHeader"),
  /** A driver for a display device that OVMF could load has less than 12 KiB. */
  EFI_TINY(
      "EFI-TINY",
      Severity.WARNING,
      "The EFI driver of image #{0} has only {1}; display drivers have ten times as much.",
      "It may have been emptied by a linker. Build it again, or take another.",
      "lf-edge/eve, pull request 5686"),
  /**
   * A driver that OVMF could load has no signature; how bad that is depends on Secure Boot and on
   * the guest's architecture.
   */
  UNSIGNED(
      "UNSIGNED",
      Severity.NOTE,
      "The EFI driver of image #{0} is not signed.",
      "Default builds of OVMF for x86 run it all the same, even with Secure Boot; firmware for ARM,"
          + " RISC-V and LoongArch guests, SEV guests and real machines with Secure Boot refuse it.",
      "edk2 OvmfPkg and SecurityPkg: PcdOptionRomImageVerificationPolicy"),
  /** The ROM BAR has at most 2,048 bytes, and OVMF was asked. */
  BAR_SMALL(
      "BAR-SMALL",
      Severity.ERROR,
      "The ROM BAR has {0}; OVMF ignores one of 2 KiB or less.",
      "Make the file larger than 2 KiB by appending zeros, or give romsize=4096.",
      "edk2 PciEnumerator.c: PCI_BAR_ALL mask; measured"),
  /**
   * An image does not fit into the ROM BAR, with its PCI length for OVMF or its initialisation size
   * for SeaBIOS.
   */
  BAR_OVERRUN(
      "BAR-OVERRUN",
      Severity.ERROR,
      "Image #{0} ends at {1}, behind the end of the ROM BAR at {2}.",
      "The image is cut off or its length is wrong. Take a whole ROM, or give a larger BAR.",
      "edk2 PciOptionRomSupport.c: LoadOpRomImage"),
  /** QEMU does not start, because the file is larger than the ROM BAR or than 2 GiB. */
  TOO_LARGE(
      "TOO-LARGE",
      Severity.ERROR,
      "The file, {0}, does not fit into the ROM BAR of {1}.",
      "Trim it, or give a larger romsize.",
      "rom-parser trim FILE -o OUT",
      "QEMU hw/pci/pci.c: is too large for ROM size"),
  /** QEMU does not start, because of the size that was asked for the ROM BAR. */
  BAR_NOT_POWER_OF_TWO(
      "BAR-NOT-POWER-OF-TWO",
      Severity.ERROR,
      "A ROM BAR of {0} is no power of two.",
      "Give a power of two, such as 262144.",
      "QEMU hw/pci/pci.c: ROM size is not a power of two"),
  /**
   * OVMF or SeaBIOS comes to an image of length 0 without the last mark, from which its walk never
   * gets on.
   */
  HANGS(
      "HANGS",
      Severity.ERROR,
      "The consumer never gets past image #{0}, whose length is 0.",
      "Do not use this ROM; take it from another source.",
      "SeaBIOS optionroms.c and edk2 PciOptionRomSupport.c: both add the length and go on"),
  /**
   * SeaBIOS comes to a place without a whole image, or a consumer leaves the ROM and nothing else
   * was found that tells why.
   */
  WALK_LOST(
      "WALK-LOST",
      Severity.ERROR,
      "The walk finds no image at {0} and stops.",
      "The length of the image before it is wrong, or the file is not a ROM from there on.",
      "the consumer's own walk"),
  /**
   * The PCI ids of the card are not those of the ROM; this is an error for SeaBIOS and coreboot,
   * which compare them.
   */
  DEVICE(
      "DEVICE",
      Severity.WARNING,
      "The ROM is for {0}, your card is {1}.",
      "Chips of one family often share a ROM, others do not; look at the board's name. SeaBIOS runs a"
          + " ROM only if the ids are equal, so set them if you are sure that it is the right one.",
      "rom-parser fix FILE -o OUT --set-id {1}",
      "SeaBIOS optionroms.c: vendor and device; edk2 compares neither"),
  /** The subsystem ids of the card are known, and the tables of the ROM's maker name others. */
  SUBSYS(
      "SUBSYS",
      Severity.NOTE,
      "The ROM was built for the board {0}, yours is {1}.",
      "It often works; fans and outputs may differ.",
      "NVIDIA NVGI header, NPDE and x86 image: subsystem ids"),
  /**
   * The vendor id of an image, written as a decimal number, reads like AMD's 1002 or 1022 or
   * Intel's 8086.
   */
  ID_DECIMAL(
      "ID-DECIMAL",
      Severity.WARNING,
      "The id {0} is {1}, typed as decimal numbers.",
      "EfiRom takes numbers without 0x as decimal. OVMF ignores ids; SeaBIOS and programs that look"
          + " for ids do not.",
      "rom-parser fix FILE -o OUT --set-id {1}",
      "edk2 BaseTools EfiRom -f; 8 of 23 published AMD GOP ROMs"),
  /** The first image has a class of multimedia devices, 04xxxx. */
  ID_FUNC(
      "ID-FUNC",
      Severity.NOTE,
      "The ROM is not for a display: its class is {0}.",
      "AMD APU guides attach the EFI driver to the audio function; give it to that function then.",
      "isc30/ryzen-gpu-passthrough-proxmox"),
  /** Both the vendor id and the device id of an image on the PCI walk are 0. */
  ID_ZERO(
      "ID-ZERO",
      Severity.NOTE,
      "Image #{0} has the id 0000:0000.",
      "Normal for EFI images of newer NVIDIA cards; firmware does not look at it.",
      "measured: Ampere and Blackwell"),
  /** The vendor id or the device id of an image on the PCI walk is ffff. */
  ID_WILD(
      "ID-WILD",
      Severity.NOTE,
      "Image #{0} has the id {1}, which stands for any device.",
      "OVMF does not look at it; SeaBIOS runs the ROM only if the card's id is the same.",
      "measured: published AMD GOP ROMs"),
  /**
   * Of the ROM and the card, one is a VGA controller and the other a 3D controller, whichever way
   * round.
   */
  LAPTOP_VBIOS_ON_DESKTOP(
      "LAPTOP-VBIOS-ON-DESKTOP",
      Severity.WARNING,
      "The ROM is for a {0}, your card is a {1}.",
      "They are different boards: the outputs will not work. Take a ROM of your own card.",
      "class 0300 and 0302"),
  /** A consumer that looks for a ROM BAR was asked about a device with {@code rombar=0}. */
  ROM_BAR_OFF(
      "ROM-BAR-OFF",
      Severity.ERROR,
      "With rombar=0 the card has no ROM BAR, and this consumer never sees the file.",
      "Leave rombar at its default.",
      "QEMU hw/pci/pci.c: fw_cfg instead of a BAR; measured"),
  /** The ROM, as far as Linux maps it, has fewer than 4,096 bytes. */
  NOUVEAU_SHORT(
      "NOUVEAU-SHORT",
      Severity.ERROR,
      "nouveau wants 4 KiB from the start of image #{0}, and less is there.",
      "Pad the file with zeros.",
      "nouveau nvkm/subdev/bios/image.c and shadow.c"),
  /**
   * nova would not find all that it needs in the ROM, or would meet an image that it does not know.
   */
  NOVA_PARTS(
      "NOVA-PARTS",
      Severity.ERROR,
      "nova needs an x86 image with a BIT table and two NVIDIA extension images with the signed"
          + " microcode; {0}.",
      "Use a whole dump of the card's flash. Cards before Turing have none of this and are not"
          + " supported by nova.",
      "nova-core vbios.rs"),
  /**
   * amdgpu finds no ATOM header by the pointer at offset 0x48 of the first image, or radeon no
   * header of any kind.
   */
  NO_ATOM(
      "NO-ATOM",
      Severity.ERROR,
      "The first image has no ATOM header.",
      "It is no AMD VBIOS, or does not begin with the legacy image; amdgpu looks at byte 0 only.",
      "Linux amdgpu_bios.c: check_atom_bios"),
  /**
   * i915 finds no {@code $VBT} on the 4-byte borders of the ROM, or finds one that is not whole.
   */
  NO_VBT(
      "NO-VBT",
      Severity.WARNING,
      "There is no Intel video BIOS table in the ROM.",
      "i915 takes it from the OpRegion of the machine instead, where there is one"
          + " (x-igd-opregion=on).",
      "Linux intel_bios.c: oprom_get_vbt"),
  // ---- extraction ----------------------------------------------------------------------------
  /** A search came to its end, had nothing left that it could not unpack, and found no ROM. */
  NO_ROM_INSIDE(
      "NO-ROM-INSIDE",
      Severity.WARNING,
      "All of it could be unpacked, and there is no option ROM in it.",
      "The graphics card keeps its ROM in a flash chip of its own: read it there (sysfs rom, GPU-Z,"
          + " nvflash), or take it from the running machine through ACPI (_ROM on NVIDIA laptops,"
          + " the table VFCT on AMD).",
      "HP ZBook G5 and others: the update holds no VBIOS (users of VBiosFinder, issue 14)"),
  /**
   * A search found no ROM, and the worst that it met is something encrypted or locked with a
   * password.
   */
  ENCRYPTED(
      "ENCRYPTED",
      Severity.ERROR,
      "No ROM was found, and {0} is encrypted at {1} ({2}).",
      "An archive with a password can be unpacked with it, and what comes out be searched. What the"
          + " vendor encrypted only the vendor's updater can decrypt: run it on Windows and let it"
          + " save the image, where it offers to, or read the machine's flash chip.",
      "HP's encrypted images and archives with a password"),
  /**
   * A search found no ROM, and the worst that it met are bytes of high entropy that belong to no
   * known format.
   */
  UNKNOWN_COMPRESSION(
      "UNKNOWN-COMPRESSION",
      Severity.ERROR,
      "No ROM was found, and {0} looks compressed or encrypted from {1} on in a way that is not"
          + " known ({2}).",
      "Run the vendor's updater, look for the image that it unpacks to, and search that; or read the"
          + " machine's flash chip.",
      "Shannon's entropy of the bytes that no format claims"),
  /**
   * A search found no ROM, and the worst that it met is a part that is damaged, not supported or
   * over a limit.
   */
  NOT_UNPACKED(
      "NOT-UNPACKED",
      Severity.ERROR,
      "No ROM was found, and not all could be unpacked: {0} at {1} ({2}).",
      "Check that the download was complete. If it was, unpack that part with another program and"
          + " search what comes out.",
      "what the format's handler told"),
  /** A search met a program with the marks of UPX; this is a note where it found ROMs elsewhere. */
  PACKED_UPX(
      "PACKED-UPX",
      Severity.ERROR,
      "The program {0} is packed with UPX, and was not unpacked.",
      "Unpack it in place with `upx -d` and search what it becomes.",
      "UPX, section names UPX0 and UPX1 and the mark UPX!"),
  /**
   * A search met a RAR archive with compressed members that have no password; this is a note where
   * it found ROMs elsewhere.
   */
  RAR_ARCHIVE(
      "RAR-ARCHIVE",
      Severity.ERROR,
      "{0} is a RAR archive ({1}); files that RAR compressed were not unpacked.",
      "Unpack it with `unrar x`, `7z x` or `bsdtar -xf`, and search the files that come out.",
      "RAR 5.0 archive format; its decoder is not free to write"),
  /**
   * A search met a cabinet or a setup program of InstallShield; this is a note where it found ROMs
   * elsewhere.
   */
  INSTALLSHIELD(
      "INSTALLSHIELD",
      Severity.ERROR,
      "{0} is packed by InstallShield ({1}), and was not unpacked.",
      "Unpack it with `unshield x` (data1.cab with its data1.hdr) or ISx (a setup program), or run it on"
          + " Windows up to its first window and look into the folder %TEMP%; then search the files.",
      "InstallShield cabinets and setup launchers; unshield, ISx"),
  /**
   * A search met a file that is named like a firmware image and of which 95 percent or more have
   * high entropy; this is a note where it found ROMs elsewhere.
   */
  ENCRYPTED_IMAGE(
      "ENCRYPTED-IMAGE",
      Severity.ERROR,
      "The firmware image {0} looks encrypted as a whole ({1}), as HP's and some of Insyde's are.",
      "Nobody outside knows the key. The vendor's program does: run it on Windows, choose to copy the"
          + " image to a disk or USB stick instead of updating, and search the copy. Where it does not"
          + " offer that, read the machine's flash chip.",
      "HP laptops (UEFITool, issues 72 and 205; users of VBiosFinder, issues 17 and 48)"),
  /**
   * A search that found no ROM met a program, 256 KiB or more of which have high entropy and belong
   * to no known format.
   */
  UNKNOWN_INSTALLER(
      "UNKNOWN-INSTALLER",
      Severity.ERROR,
      "The program {0} carries its files packed in a way that is not known ({1}).",
      "Run it on Windows, in a virtual machine if you like, up to its first window, and look into %TEMP%"
          + " and C:\\SWSetup for files such as .bin, .fd, .rom and .cap; search those. Razer's and HP"
          + " OMEN's updaters are of this kind.",
      "Razer Blade 15, HP OMEN 16 (users of VBiosFinder, issues 42 and 48)"),
  /** A search found display ROMs, each of them for graphics within a processor. */
  ONLY_INTEGRATED(
      "ONLY-INTEGRATED",
      Severity.NOTE,
      "All display ROMs in it are for graphics in the processor ({0}).",
      "If the machine has a separate graphics chip, that one keeps its ROM elsewhere: in its own flash"
          + " chip, or behind ACPI (_ROM on NVIDIA laptops, the table VFCT on AMD).",
      "HP OMEN 16 and others (users of VBiosFinder, issue 48)"),
  /**
   * A file that was to be searched begins as an option ROM, or is an NVIDIA flash image with one.
   */
  ALREADY_A_ROM(
      "ALREADY-A-ROM",
      Severity.NOTE,
      "The file is an option ROM itself; there is nothing to unpack.",
      "Look at it with show and check; trim cuts off what is in front of it or behind it.",
      "rom-parser trim FILE -o OUT",
      "PCI Firmware 3.0 §5.1"),
  /**
   * A search for the ROM of one card found ROMs, none of which names the card's vendor and device
   * id.
   */
  NO_MATCH(
      "NO-MATCH",
      Severity.WARNING,
      "None of the ROMs is for {0}.",
      "ROMs of the same family are marked; they may be for other boards. The card's own flash chip or"
          + " ACPI may have the right one.",
      "PCI data structure and device list"),
  /**
   * A search did not look at all parts of the file, because it was stopped or met one of its
   * limits.
   */
  SEARCH_ENDED(
      "SEARCH-ENDED",
      Severity.WARNING,
      "The search was ended before its end: its time, the number of parts or the memory did not"
          + " suffice.",
      "What was found until then is listed. Give it more time, or search a part of the file.",
      "the budget of the search"),
  // ---- ACPI: reading -------------------------------------------------------------------------
  /** All bytes of an ACPI table are there, and they do not add up to 0 modulo 256. */
  TABLE_SUM(
      "TABLE-SUM",
      Severity.WARNING,
      "The bytes of the ACPI table {0} sum up to {1} instead of 0.",
      "The table was changed after it was made, or not read properly. Take it anew from"
          + " /sys/firmware/acpi/tables.",
      "ACPI 6.4 §5.2.6: the sum of all bytes is 0"),
  /** An ACPI table has fewer bytes than the length in its header. */
  TABLE_CUT(
      "TABLE-CUT",
      Severity.ERROR,
      "The ACPI table {0} should have {1}, and there are {2}.",
      "The dump is incomplete. Take the table anew from /sys/firmware/acpi/tables, with cat or cp.",
      "ACPI 6.4 §5.2.6: length"),
  /**
   * Tables were read one behind the other, and where the next should begin there are other bytes.
   */
  TABLE_LENGTH(
      "TABLE-LENGTH",
      Severity.WARNING,
      "The ACPI table {0} has {1} by its header, and behind them the file goes on: {2} that are no"
          + " table.",
      "Padding is harmless. If the length of the table is wrong, drivers see a part of it only.",
      "ACPI 6.4 §5.2.6: length"),
  /** A file was read for its VFCT, and none of its tables is one. */
  NO_VFCT(
      "NO-VFCT",
      Severity.ERROR,
      "There is no ACPI table VFCT in this file.",
      "Only machines with AMD graphics have one, as /sys/firmware/acpi/tables/VFCT. Laptops with"
          + " NVIDIA graphics have the method _ROM instead, which rom-parser acpi scan looks for.",
      "Linux amdgpu_bios.c: amdgpu_acpi_vfct_bios"),
  /** An image of a VFCT has a length that reaches past the end of what was read. */
  VFCT_CUT(
      "VFCT-CUT",
      Severity.ERROR,
      "The image of {0} should have {1}, and there are {2}.",
      "Linux ignores an image that reaches past the end of the table. Take the table anew.",
      "Linux amdgpu_bios.c: amdgpu_acpi_vfct_bios"),
  /**
   * The field of a VFCT that tells where the images begin leads into the table's header or past its
   * end.
   */
  VFCT_OFFSET(
      "VFCT-OFFSET",
      Severity.ERROR,
      "The first image should stand at {0}, which is not within the table; the images were read from"
          + " {1} on.",
      "Linux finds no image in this table. It is damaged or was edited; take it anew.",
      "Linux atombios.h: UEFI_ACPI_VFCT, VBIOSImageOffset"),
  /** A VFCT is too short for images, or all lengths of its images are 0. */
  VFCT_EMPTY(
      "VFCT-EMPTY",
      Severity.ERROR,
      "There is no image in the table.",
      "The firmware made the table and left it empty. Look for the ROM in the firmware update, with"
          + " rom-parser extract.",
      "Linux amdgpu_bios.c: amdgpu_acpi_vfct_bios"),
  /** No chain of PCI images begins at the first byte of an image of a VFCT. */
  VFCT_NO_ROM(
      "VFCT-NO-ROM",
      Severity.WARNING,
      "The image of {0}, {1}, is no option ROM: no header 55 AA leads to a PCI data structure.",
      "amdgpu wants one and goes on to the next image. The table is damaged or was edited.",
      "Linux amdgpu_bios.c: check_atom_bios"),
  /** A VFCT has images, and none of them holds an EFI image. */
  VFCT_NO_EFI(
      "VFCT-NO-EFI",
      Severity.NOTE,
      "The images have no EFI driver, as is usual in this table.",
      "The drivers of the operating system and SeaBIOS need none, but OVMF shows no picture before"
          + " the operating system does. For that take the display driver out of the firmware update:"
          + " rom-parser extract UPDATE -o DIR; then make a ROM of it: rom-parser wrap DIR/gop-x64_*.efi"
          + " --device {0} -o gop.rom, which goes to another function of the card as its romfile.",
      "measured: no EFI image in 33 published VFCT images; isc30/ryzen-gpu-passthrough-proxmox"),
  /**
   * In a text of replies, the bytes of some break off before their closing brace, as where
   * acpi_call has no room for more.
   */
  DUMP_CUT(
      "DUMP-CUT",
      Severity.ERROR,
      "Replies that are cut off: {0} of {1}; the first has {2}.",
      "acpi_call prints 42 bytes of a Buffer and no more, whatever was asked for. Ask for 42 bytes at"
          + " a time, or let rom-parser dump do it.",
      "nix-community/acpi_call acpi_call.c: BUFFER_SIZE 256, six characters a byte"),
  /**
   * A text of replies has codes of ACPICA, such as {@code AE_NOT_FOUND}, where bytes should stand.
   */
  DUMP_ERRORS(
      "DUMP-ERRORS",
      Severity.WARNING,
      "In place of replies there are errors: {0}.",
      "AE_NOT_FOUND means that the path is wrong; rom-parser acpi scan tells the right one.",
      "ACPICA acexcep.h"),
  /** All pieces tell their places in the ROM, and some bytes between are in none of them. */
  DUMP_HOLE(
      "DUMP-HOLE",
      Severity.ERROR,
      "Pieces are missing at {0} places, the first at {1}: {2} in all, which are zeros here.",
      "Read the missing pieces again; the ROM is of no use without them.",
      "numbers in the names of the pieces, offsets in dumps"),
  /** All pieces tell their places in the ROM, and two that share bytes differ in them. */
  DUMP_OVERLAP(
      "DUMP-OVERLAP",
      Severity.WARNING,
      "Two pieces have different bytes for the same place, at {0}; the first was taken.",
      "They come from different machines or from different boots. Dump once more.",
      "numbers in the names of the pieces, offsets in dumps"),
  /**
   * Pieces that were put behind each other, other than the last, have not the size that most of
   * them have.
   */
  DUMP_SIZES(
      "DUMP-SIZES",
      Severity.WARNING,
      "Pieces that have another size than the rest: {0}; the rest have {1} each.",
      "A short piece in the midst moves everything behind it. Read these pieces again.",
      "ACPI 6.4 appendix B, _ROM: as many bytes as were asked for"),
  /** Of pieces that were put behind each other, the last alone is shorter than the rest. */
  DUMP_SHORT(
      "DUMP-SHORT",
      Severity.NOTE,
      "The last piece is shorter than the others: {0} instead of {1}.",
      "Some firmwares return what is left instead of filling it up. That is harmless where the ROM is"
          + " whole.",
      "lion328/gpu-passthrough: its _ROM returns a short tail"),
  /** A part of a dumped ROM has the same bytes as an earlier one, and is no mere padding. */
  DUMP_REPEATED(
      "DUMP-REPEATED",
      Severity.WARNING,
      "Pieces with the bytes of an earlier one: {0}; the first at {1} is the one at {2}.",
      "The same piece was read more than once, or the method does not look at the offset. Dump again"
          + " and look at the offsets asked for.",
      "Linux nouveau shadowacpi.c: reads of 4 KiB at rising offsets"),
  /**
   * At least 64 zeros begin on a 32-KiB border within a dumped ROM, behind bytes that are no
   * padding.
   */
  DUMP_BORDER(
      "DUMP-BORDER",
      Severity.WARNING,
      "Zeros begin exactly at {0}, a border of 32 KiB, in the midst of the ROM: {1}. Such places: {2}.",
      "Many firmwares keep the ROM in pieces of 32 KiB and fill a read across a border with zeros."
          + " Dump again in steps that meet the borders: 4096 bytes, or a divisor of it.",
      "measured: _ROM methods with fields VBS1 to VBS8 and RBF1 to RBF6"),
  /** Pieces, once put together, go on behind the last image of the ROM. */
  DUMP_TAIL(
      "DUMP-TAIL",
      Severity.NOTE,
      "Behind the ROM the dump goes on: {0} ({1}).",
      "Reads behind the end of a ROM give padding. It is left out unless --keep-tail is given.",
      "ACPI 6.4 appendix B: _ROM does not tell the length; coreboot acpigen_write_rom fills up"),
  /** Pieces, once put together, have a ROM that does not begin at their first byte. */
  DUMP_PREFIX(
      "DUMP-PREFIX",
      Severity.WARNING,
      "In front of the ROM there is something else: {0}, which is left out.",
      "A dump begins with the ROM. If pieces are in the wrong order, give them in the right one.",
      "PCI Firmware 3.0 §5.1: 55 AA at offset 0"),
  /**
   * A dump was given as ACPI tables, ASL source or registry values, and these hold more than one
   * ROM.
   */
  DUMP_SEVERAL(
      "DUMP-SEVERAL",
      Severity.WARNING,
      "There are {0} different ROMs; the one taken is {1}.",
      "rom-parser acpi scan TABLE -o DIR writes all of them.",
      "Buffers of ACPI tables, values of the registry"),
  /** Pieces of one dump come from inputs of more than one format. */
  DUMP_MIXED(
      "DUMP-MIXED",
      Severity.WARNING,
      "The inputs are of different kinds: {0}.",
      "Pieces of one ROM are mostly saved in one way. Look whether a file does not belong to them.",
      "formats as they were recognised"),
  /**
   * All pieces together are larger than the largest expansion ROM BAR, 16 MiB; what is behind is
   * left out.
   */
  DUMP_TOO_LARGE(
      "DUMP-TOO-LARGE",
      Severity.ERROR,
      "All pieces together have {0}, but a ROM has at most {1}.",
      "These are no replies of _ROM, or their numbers are wrong. For a firmware update use rom-parser"
          + " extract.",
      "PCI Local Bus 3.0 §6.2.5.2: the largest expansion ROM"),
  /** No ROM came out of what was given as a dump; the argument says what it is instead. */
  DUMP_NO_ROM(
      "DUMP-NO-ROM",
      Severity.ERROR,
      "There is no ROM: {0}.",
      "A ROM begins with 55 AA, which lead to a PCI data structure. Look whether the device is"
          + " right, and whether the card was awake when it was read.",
      "PCI Firmware 3.0 §5.1"),
  /** Among the ACPI tables that were scanned is none that can have AML code. */
  AML_NO_TABLE(
      "AML-NO-TABLE",
      Severity.ERROR,
      "There is no table with AML code: no DSDT, no SSDT.",
      "Give the files of /sys/firmware/acpi/tables, all of them at once, or the output of acpidump.",
      "ACPI 6.4 §5.2.11"),
  /**
   * The tables that were scanned have AML code, and neither a method that hands out a ROM nor a
   * ROM.
   */
  AML_NO_ROM(
      "AML-NO-ROM",
      Severity.WARNING,
      "No device has a method _ROM or ATRM, and no Buffer holds a ROM.",
      "Give all tables at once: the method mostly stands in an SSDT. Otherwise the card has a ROM of"
          + " its own, or the system takes it from the firmware; rom-parser extract looks into updates.",
      "ACPI 6.4 appendix B"),
  /** A method that hands out a ROM takes it from fields of an OperationRegion. */
  AML_ROM_ELSEWHERE(
      "AML-ROM-ELSEWHERE",
      Severity.NOTE,
      "{0} reads the ROM from {1}: the tables do not have it.",
      "Firmware puts it there when the machine starts, so take it on the running machine: rom-parser"
          + " dump, or acpi_call and rom-parser acpi rom.",
      "measured: all _ROM methods of published tables"),
  /**
   * A method that hands out a ROM uses the ports of QEMU's fw_cfg, and neither a Buffer with a ROM
   * nor large fields.
   */
  AML_ROM_FW_CFG(
      "AML-ROM-FW-CFG",
      Severity.NOTE,
      "{0} reads the ROM by QEMU's fw_cfg, from the file {1}.",
      "This is a table for a guest. The ROM is what the virtual machine was given by -fw_cfg.",
      "QEMU docs/specs/fw_cfg.rst"),
  /** A method that hands out a ROM names fields without bits, and nothing that could hold one. */
  AML_ROM_EMPTY(
      "AML-ROM-EMPTY",
      Severity.WARNING,
      "{0} hands out a ROM of 0 bytes: firmware left no room for one.",
      "The card was off or not there when the tables were made, or has a ROM of its own. Look for"
          + " the ROM in the firmware update, with rom-parser extract, or in the card's ROM BAR.",
      "measured: VBS1 to VBS4 without bits in a region of 4 bytes (Alienware M17xR4)"),
  /** A method that hands out a ROM names nothing that is known to hold one. */
  AML_ROM_UNKNOWN(
      "AML-ROM-UNKNOWN",
      Severity.NOTE,
      "From where {0} takes the ROM is not to be seen.",
      "Give all tables at once. Otherwise let the running machine answer: rom-parser dump, or"
          + " acpi_call and rom-parser acpi rom.",
      "ACPI 6.4 §20.2"),
  /** A ROM that was found in Buffers has fewer bytes than its images claim. */
  AML_ROM_CUT(
      "AML-ROM-CUT",
      Severity.ERROR,
      "The ROM in {0} is not whole; missing: {1}.",
      "Its other pieces stand in tables that were not given. Give all of them at once.",
      "PCI Firmware 3.0 §5.1: image length"),
  /** The tables that were scanned have more names, or more Buffers, than are kept. */
  AML_LIMIT(
      "AML-LIMIT",
      Severity.WARNING,
      "There are more names than {0}; the rest were left out.",
      "Real tables have far less. Give fewer files at once.",
      "a limit of this program"),
  // ---- inside: EFI drivers -------------------------------------------------------------------
  // ---- inside: signatures --------------------------------------------------------------------
  /**
   * A signature could be read and checked, and it does not fit the driver, its signer's key or its
   * own attributes.
   */
  SIG_BROKEN(
      "SIG-BROKEN",
      Severity.ERROR,
      "A signature of the EFI driver at {0} does not hold: {1}.",
      "The driver was changed or its dump is damaged. Firmware that verifies option ROMs refuses it;"
          + " take the ROM from another source, or enrol the digest that rom-parser hash --esl"
          + " writes.",
      "edk2 SecurityPkg DxeImageVerificationLib.c: HashPeImage, AuthenticodeVerify"),
  /**
   * A driver's certificate table, or a signature in it, is malformed or of a kind that is not
   * checked.
   */
  SIG_UNREADABLE(
      "SIG-UNREADABLE",
      Severity.WARNING,
      "The signature of the EFI driver at {0} cannot be read as a whole: {1}.",
      "Firmware that verifies option ROMs may refuse the driver. Dump the ROM again or take it from"
          + " another source.",
      "edk2 SecurityPkg DxeImageVerificationLib.c; UEFI 2.10 §32.2.4"),
  /**
   * A driver has a signature, and BouncyCastle is neither on the class path nor on the module path.
   */
  SIG_UNCHECKED(
      "SIG-UNCHECKED",
      Severity.NOTE,
      "The signature of the EFI driver at {0} was not looked at, because BouncyCastle is not part of"
          + " this program.",
      "For programs that use this library: put BouncyCastle's bcpkix on the class path, or require"
          + " the module org.bouncycastle.pkix.",
      "this library: rom-core reads signatures with BouncyCastle, which programs may leave out"),
  /**
   * The headers of a driver, signed or not, do not allow its Authenticode digest to be worked out.
   */
  SIG_NO_DIGEST(
      "SIG-NO-DIGEST",
      Severity.WARNING,
      "The EFI driver at {0} has no Authenticode digest: {1}.",
      "Firmware that verifies option ROMs refuses it, and its digest cannot be enrolled.",
      "Microsoft, Windows Authenticode Portable Executable Signature Format"),
  /** A driver has a signature under Microsoft's UEFI CA of 2011 and none under those of 2023. */
  SIG_CA_2011(
      "SIG-CA-2011",
      Severity.NOTE,
      "The EFI driver at {0} is signed under Microsoft Corporation UEFI CA 2011, which expired on"
          + " 2026-06-27.",
      "Firmware does not look at the date, so nothing changes where db has this CA. Where db has the"
          + " CAs of 2023 alone, enrol the one of 2011 or the digest of the driver (rom-parser hash"
          + " --esl).",
      "Microsoft, Windows Secure Boot Key Creation and Management Guidance; edk2"
          + " CryptPkcs7VerifyCommon.c: NO_CHECK_TIME"),
  /**
   * A driver has signatures, none of which stands under a CA with the name of one of Microsoft's.
   */
  SIG_CA_OTHER(
      "SIG-CA-OTHER",
      Severity.NOTE,
      "The EFI driver at {0} is signed, but under none of Microsoft's CAs.",
      "Firmware that verifies option ROMs takes it only where db has the signer's CA or the digest of"
          + " the driver.",
      "UEFI 2.10 §32.4.1: db"),
  /** Each signature of a driver that firmware looks at is made over a SHA-1 digest. */
  SIG_SHA1(
      "SIG-SHA1",
      Severity.WARNING,
      "The EFI driver at {0} is signed with SHA-1 alone.",
      "Newer firmware is built without SHA-1 and refuses the signature; sign it again with SHA-256.",
      "edk2 DxeImageVerificationLib.c: DISABLE_SHA1_DEPRECATED_INTERFACES"),
  /**
   * An event log of a TPM ends within an event, has a part that does not fit the rest, or has more
   * events than are read.
   */
  LOG_BROKEN(
      "LOG-BROKEN",
      Severity.WARNING,
      "The event log cannot be read from {0} on: {1}.",
      "What stands before that was read. Copy the log again, as the superuser.",
      "TCG PC Client Platform Firmware Profile §10.2"),
  // ---- inside: NVIDIA, version strings -------------------------------------------------------
  /** An x86 image with NVIDIA's vendor id has neither a BIT nor a BMP structure. */
  NV_NO_BIT(
      "NV-NO-BIT",
      Severity.NOTE,
      "The x86 image #{0} is NVIDIA's, but has neither a BIOS information table nor the structure"
          + " before it.",
      "Its version and its board are not known. It is no VBIOS, or only a part of one.",
      "NVIDIA open-gpu-doc, BIOS-Information-Table; Linux nouveau, base.c"),
  /** NVIDIA's x86 image has a BIT header, but none that adds up to 0 modulo 256. */
  NV_BIT_SUM(
      "NV-BIT-SUM",
      Severity.WARNING,
      "The header of NVIDIA's BIOS information table of image #{0} at {1} sums up to {2} instead of"
          + " 0.",
      "NVIDIA's driver does not find the table then. The image was changed or is damaged; get a clean"
          + " copy.",
      "NVIDIA open-gpu-kernel-modules, kernel_gsp_fwsec.c: s_vbiosFindBitHeader"),
  /** Tokens of NVIDIA's BIT lead to data that do not lie wholly in the x86 image. */
  NV_BIT_POINTER(
      "NV-BIT-POINTER",
      Severity.WARNING,
      "Tokens of NVIDIA's BIOS information table of image #{0} whose data lie outside of the image:"
          + " {1}, the first is {2}, whose data should stand at {3}.",
      "The image is cut short or damaged; get a clean copy.",
      "NVIDIA open-gpu-doc, BIOS-Information-Table: token structure"),
  /**
   * NVIDIA's x86 image points to a table of microcode, and there is none where the pointer leads;
   * nothing is said where the file lacks the images that it leads into.
   */
  NV_FALCON(
      "NV-FALCON",
      Severity.WARNING,
      "The pointer {1} of image #{0} to NVIDIA's table of microcode leads to {2}, where there is none.",
      "NVIDIA's driver needs the table on Turing and newer cards. The extension images are damaged or"
          + " belong to another ROM; get a clean copy.",
      "NVIDIA open-gpu-kernel-modules, kernel_gsp_fwsec.c: FALCON_UCODE_TABLE_HDR_V1"),
  /**
   * The version string of NVIDIA's x86 image differs from the version in BIT token 'B', or names
   * another build than token 'i'.
   */
  NV_VERSION(
      "NV-VERSION",
      Severity.WARNING,
      "The strings of image #{0} name version {1}, its tables {2}.",
      "Hand-edited ROMs look like this. Compare it with the board maker's own ROM.",
      "NVIDIA open-gpu-doc, BIOS-Information-Table: tokens B and S; measured on modified ROMs"),
  /** One of the versions in NVIDIA's x86 image is a mark that a tool left there. */
  NV_MOD_STAMP(
      "NV-MOD-STAMP",
      Severity.WARNING,
      "The version of image #{0} is DE.AD.00.BE.EF, which a tool for changing VBIOSes leaves.",
      "The ROM was modified: its clocks or limits may not be those of the card. Get the board maker's"
          + " own ROM if you want to be sure.",
      "measured on modified ROMs"),
  /** The places where NVIDIA's ROMs keep the subsystem ids name more than one board. */
  NV_SUBSYS(
      "NV-SUBSYS",
      Severity.NOTE,
      "The board is {0} by the {1}, but {2} by the {3}.",
      "The first counts. ROMs of one board that were put on another look like this.",
      "measured: NVIDIA's flash header, NPDE and x86 image"),
  /**
   * The NPDE of an EFI image names a version other than 0, and the driver binding protocol of its
   * driver names another.
   */
  GOP_VERSION(
      "GOP-VERSION",
      Severity.WARNING,
      "By its NPDE the EFI driver has version {0}, by itself {1}.",
      "The driver was exchanged and the NPDE left as it was, or the other way round. It runs all the"
          + " same.",
      "measured: NPDE offset 0x0C and EFI_DRIVER_BINDING_PROTOCOL.Version are equal"),
  // ---- inside: AMD, Intel --------------------------------------------------------------------
  /**
   * The list of commands or of data tables of an ATOM BIOS is missing, or not wholly in the image.
   */
  AMD_MASTER(
      "AMD-MASTER",
      Severity.WARNING,
      "The {0} of the ATOM BIOS should stand at {1}, but {2}.",
      "AMD's drivers find nothing without it. The file is damaged or cut; take a fresh dump.",
      "Linux amdgpu atom.h: ATOM_ROM_CMD_PTR, ATOM_ROM_DATA_PTR"),
  /**
   * Entries in a list of an ATOM BIOS lead out of the image, into the list itself or to a table of
   * an impossible length; this is a note where tables are only cut off.
   */
  AMD_TABLE(
      "AMD-TABLE",
      Severity.WARNING,
      "Entries in the {0} of the ATOM BIOS that lead to no whole table: {1}. The first is number {2},"
          + " which leads to {3}; {4}.",
      "In APUs the PowerPlay table claims more than the image has, which is harmless. Otherwise the"
          + " file is damaged or was edited; compare it with a fresh dump.",
      "Linux amdgpu atomfirmware.h: atom_common_table_header; measured: Renoir, Cezanne, Barcelo"),
  /**
   * A pointer of an ATOM BIOS to one of its texts leads out of the image, or to bytes that are no
   * text.
   */
  AMD_STRINGS(
      "AMD-STRINGS",
      Severity.NOTE,
      "The {0} of the ATOM BIOS should stand at {1}, but {2}.",
      "The name of the board or of its firmware is missing in logs; nothing else depends on it.",
      "Linux amdgpu atom.c: atom_get_vbios_pn, atom_get_vbios_build"),
  /** The length in the header of a video BIOS table reaches past the bytes that there are. */
  VBT_CUT(
      "VBT-CUT",
      Severity.WARNING,
      "The video BIOS table at {0} gives its own length as {1}, and there are {2}.",
      "i915 refuses it. The file is cut, or it is no video BIOS table.",
      "Linux intel_bios.c: intel_bios_is_valid_vbt"),
  /**
   * A video BIOS table has no BIOS data block where its header says, or ends within that block's
   * header.
   */
  VBT_BDB(
      "VBT-BDB",
      Severity.WARNING,
      "The BIOS data block of the video BIOS table should stand at {0}, but {1}.",
      "i915 refuses the table. The file is damaged; take a fresh dump.",
      "Linux intel_bios.c: intel_bios_is_valid_vbt"),
  /**
   * A block of a video BIOS table does not fit into the table, is empty or too short, or has
   * outputs of an impossible length; also where more blocks follow than are read.
   */
  VBT_BLOCK(
      "VBT-BLOCK",
      Severity.WARNING,
      "Block {0} of the video BIOS table, at {1}, is not as it should be: {2}.",
      "i915 goes by its defaults for what it does not find, so outputs may be missing. The file is"
          + " damaged or was edited.",
      "Linux intel_bios.c: find_raw_section, parse_general_definitions"),
  /** An OpRegion leads to a video BIOS table by its field RVDA, and none could be read there. */
  VBT_ELSEWHERE(
      "VBT-ELSEWHERE",
      Severity.NOTE,
      "The OpRegion says that its video BIOS table stands at {0}, which is not in the file.",
      "Linux shows the table in /sys/kernel/debug/dri/0/i915_vbt.",
      "Linux intel_opregion.c: RVDA and RVDS"),
  // ---- ACPI tables for a guest ---------------------------------------------------------------
  /** A ROM was to be embedded in ACPI tables, which would become more than QEMU takes. */
  SSDT_TOO_LARGE(
      "SSDT-TOO-LARGE",
      Severity.ERROR,
      "A ROM of {0} does not fit into ACPI tables: QEMU takes {1} of them in all.",
      "Let the table read the ROM from QEMU instead: --fw-cfg in place of --embed.",
      "QEMU hw/i386/acpi-build.h: ACPI_BUILD_TABLE_MAX_SIZE"),
  ;

  private final String id;
  private final Severity severity;
  private final String text;
  private final String advice;
  private final String command;
  private final String source;

  FindingCode(String id, Severity severity, String text, String advice, String source) {
    this(id, severity, text, advice, "", source);
  }

  FindingCode(
      String id, Severity severity, String text, String advice, String command, String source) {
    this.id = id;
    this.severity = severity;
    this.text = text;
    this.advice = advice;
    this.command = command;
    this.source = source;
  }

  /** {@return the stable name in reports, such as {@code CONTAINER-PREFIX}} */
  public String id() {
    return id;
  }

  /** {@return how bad it usually is; {@link Finding#severity()} says how bad it is in one case} */
  public Severity severity() {
    return severity;
  }

  /**
   * {@return what is the matter, in English, with places for arguments; {@link Finding#message()}
   * fills them}
   */
  public String text() {
    return text;
  }

  /**
   * {@return what to do about it, in English, with places for arguments; {@link Finding#advice()}
   * fills them}
   */
  public String advice() {
    return advice;
  }

  /**
   * {@return the command that mends it, with places for arguments, and FILE and OUT for the names
   * of the files; empty if there is none}
   */
  public String command() {
    return command;
  }

  /** {@return the specification, the program or the report that the rule was taken from} */
  public String source() {
    return source;
  }
}
