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
  EMPTY(
      "EMPTY",
      Severity.ERROR,
      "The file is empty.",
      "Reading the ROM failed, and the shell kept an empty file. The kernel log says why (dmesg).",
      "users of awilliam/rom-parser, issue 4"),
  ALL_FF(
      "ALL-FF",
      Severity.ERROR,
      "Every byte is 0xff: the ROM BAR did not answer.",
      "The card was asleep (D3cold), has no ROM of its own, or its ROM is switched off. Wake the"
          + " card and dump again, or take the ROM from another source.",
      "Linux drivers/pci/rom.c: a BAR that nobody answers reads as ones"),
  ALL_00(
      "ALL-00",
      Severity.ERROR,
      "Every byte is 0x00: nothing was read.",
      "Integrated GPUs show an empty ROM window, and so do cards whose ROM is switched off. Take"
          + " the ROM from another source.",
      "reports about integrated GPUs: expecting 0xaa55, got 0x0000"),
  NOT_ROM(
      "NOT-ROM",
      Severity.ERROR,
      "There is no option ROM in this file: no header 55 AA leads to a PCI data structure.",
      "Check that it is the right file, and that the download or the dump was complete.",
      "PCI Firmware 3.0 §5.1"),
  NOT_ROM_ELF(
      "NOT-ROM-ELF",
      Severity.ERROR,
      "This is a Linux program (ELF), not a ROM.",
      "Did you save the program that dumps instead of what it wrote? Run it and save its output.",
      "ELF: 7F 45 4C 46 at 0; isc30/ryzen-gpu-passthrough-proxmox, issue 44"),
  NOT_ROM_MZ(
      "NOT-ROM-MZ",
      Severity.ERROR,
      "This is a bare EFI driver ({0}), not an option ROM.",
      "Firmware takes it only inside an option ROM with the PCI ids of your device; wrap it.",
      "rom-parser wrap FILE --device vvvv:dddd -o OUT",
      "PE/COFF: MZ at 0, subsystem 10 to 12"),
  NOT_ROM_EXE(
      "NOT-ROM-EXE",
      Severity.ERROR,
      "This is a Windows or DOS program, such as a BIOS updater, not a ROM.",
      "BIOS updaters hold firmware, and that may hold ROMs: let them be looked for in it.",
      "rom-parser extract FILE --list",
      "PE/COFF: MZ at 0, any other subsystem"),
  NOT_ROM_ACPI(
      "NOT-ROM-ACPI",
      Severity.ERROR,
      "This is the ACPI table {0}, not a ROM.",
      "The table VFCT holds AMD's VBIOS images, which are listed as chains with their offsets; other"
          + " tables hold no ROM that could be cut out.",
      "ACPI 6.4 §5.2.6: signature, length and a sum of 0"),
  NOT_ROM_CAPSULE(
      "NOT-ROM-CAPSULE",
      Severity.ERROR,
      "This is system firmware ({0}), not an option ROM.",
      "The ROMs inside are usually compressed: let them be unpacked.",
      "rom-parser extract FILE --list",
      "UEFI PI 1.7 volume 3 §3.2.1 and the vendors' update formats"),
  NOT_ROM_VBT(
      "NOT-ROM-VBT",
      Severity.ERROR,
      "This is Intel's video BIOS table ({0}), not a ROM.",
      "It holds the settings of a board's display outputs and no code. The driver that goes with it"
          + " is in the system BIOS.",
      "Linux drivers/gpu/drm/i915/display/intel_vbt_defs.h and intel_opregion.c"),
  NOT_ROM_ARCHIVE(
      "NOT-ROM-ARCHIVE",
      Severity.ERROR,
      "This is an archive or a disk image ({0}), not a ROM.",
      "Let it be unpacked, and looked for ROMs.",
      "rom-parser extract FILE --list",
      "the signatures of the archive formats"),
  NOT_ROM_REG(
      "NOT-ROM-REG",
      Severity.ERROR,
      "This is an export of the Windows registry, not a ROM.",
      "The ROM is in it as text; it has to be turned into bytes first.",
      "first line of a .reg file"),
  NOT_ROM_TEXT(
      "NOT-ROM-TEXT",
      Severity.ERROR,
      "This is text ({0}), not a binary ROM.",
      "If it is a web page, the page was saved instead of the file: use the raw download link. If"
          + " it is a git-LFS pointer, fetch the object itself. If it is a hex dump, turn it back"
          + " into bytes.",
      "only printable bytes"),
  CONTAINER_PREFIX(
      "CONTAINER-PREFIX",
      Severity.ERROR,
      "The ROM starts at {0}, behind {1} of {2}; guest firmware looks only at byte 0.",
      "Cut off what is in front; nothing has to be edited.",
      "rom-parser trim FILE -o OUT",
      "QEMU hw/pci/pci.c hands a romfile over as it is; edk2 PciOptionRomSupport.c and SeaBIOS"
          + " optionroms.c want 55 AA at byte 0"),
  PREFIX_UNALIGNED(
      "PREFIX-UNALIGNED",
      Severity.ERROR,
      "The ROM starts at {0}, which is no multiple of 512.",
      "A wrong number of bytes was deleted or added in a hex editor. Begin again from the original"
          + " file.",
      "PCI Firmware 3.0 §5.1: images start on 512-byte borders"),
  IFR_BAD(
      "IFR-BAD",
      Severity.WARNING,
      "The NVIDIA flash header at {0} does not lead to a ROM ({1}).",
      "The ROM, if one is listed, was found by searching. The dump may be damaged: compare it with"
          + " a second one.",
      "NVIDIA open-gpu-kernel-modules, kernel_gsp_vbios_tu102.c"),
  HEADLESS(
      "HEADLESS",
      Severity.ERROR,
      "A PCI data structure stands at {0}, but the ROM header in front of it is gone; missing from the"
          + " start: {1}.",
      "Too much was cut off. Begin again from the original file.",
      "PCI Firmware 3.0 §5.1"),
  BYTE_SWAPPED(
      "BYTE-SWAPPED",
      Severity.ERROR,
      "The two bytes of every word are swapped: the file begins AA 55, and its data structure"
          + " begins CPRI.",
      "Swap them back.",
      "dd conv=swab if=FILE of=OUT",
      "reading a 16-bit flash chip with the wrong byte order"),
  TRAILING(
      "TRAILING",
      Severity.NOTE,
      "Behind the last image: {0} ({1}).",
      "Harmless: firmware does not read them. Trim the file if you want a small one; storage"
          + " controllers may use theirs.",
      "rom-parser trim FILE -o OUT",
      "PCI Firmware 3.0 §5.1: indicator bit 7 ends the ROM"),
  ROM_TWICE(
      "ROM-TWICE",
      Severity.WARNING,
      "There is a second ROM at {0} ({1}).",
      "Firmware uses the first. Chips with two BIOSes and chip dumps look like this.",
      "dumps of SPI chips"),
  BIG(
      "BIG",
      Severity.WARNING,
      "{0} are far more than any option ROM has (16 MiB).",
      "Is it a whole system BIOS or a disk image?",
      "PCI Local Bus 3.0 §6.2.5.2: an expansion ROM BAR has at most 16 MiB"),
  SIZE_ODD(
      "SIZE-ODD",
      Severity.NOTE,
      "The file's size, {0}, is no multiple of 512.",
      "Harmless if all images are whole; otherwise bytes were lost or added on the way.",
      "PCI Firmware 3.0 §5.1: lengths count 512-byte blocks"),
  PERM(
      "PERM",
      Severity.WARNING,
      "The user that QEMU runs as may not be able to read this file: {0}.",
      "Put it where the hypervisor looks, such as /usr/share/vgabios (libvirt) or /usr/share/kvm"
          + " (Proxmox), with mode 0644.",
      "libvirt and AppArmor reports: failed to find romfile"),

  // ---- chains --------------------------------------------------------------------------------
  TRUNCATED(
      "TRUNCATED",
      Severity.ERROR,
      "Image #{0} begins at {1} and should end at {2}, but the file ends at {3}; missing: {4}.",
      "The dump is incomplete: {5}. Dump again, or take the ROM from another source.",
      "PCI Firmware 3.0 §5.1: image length; awilliam/rom-parser, issues 3 and 5"),
  NO_LAST(
      "NO-LAST",
      Severity.WARNING,
      "Image #{0} says that another image follows. Image #{2} should begin at {3}, but {1}; the file"
          + " ends at {4}.",
      "The ROM is not closed: {5}. Dump again with another card as boot display, or take the ROM from"
          + " another source.",
      "PCI Firmware 3.0 §5.1: indicator bit 7; Linux arch/x86/pci/fixup.c: shadow copy"),
  LAST_EARLY(
      "LAST-EARLY",
      Severity.WARNING,
      "Image #{0} is marked as the last, but another image of the same device follows at {1}.",
      "Firmware stops at the mark and never sees that image. Was a driver added without taking the"
          + " mark away?",
      "PCI Firmware 3.0 §5.1: indicator bit 7"),
  ZERO_LENGTH(
      "ZERO-LENGTH",
      Severity.ERROR,
      "Image #{0} at {1} has length 0 and is not the last: nothing behind it can be reached.",
      "Some firmware hangs on this. The ROM is damaged; take it from another source.",
      "tianocore/edk2, pull request 4768"),
  LENGTH_SHORT(
      "LENGTH-SHORT",
      Severity.WARNING,
      "Image #{0} ends at {1}, where no image begins; the next one stands at {2}.",
      "The length in its PCI data structure is too small. OVMF searches on and finds the next image;"
          + " Linux and SeaBIOS do not.",
      "edk2 PciOptionRomSupport.c: 512-byte search over gaps"),
  HIDDEN_IMAGE(
      "HIDDEN-IMAGE",
      Severity.WARNING,
      "An image header stands at {0} inside image #{1}, whose length skips it.",
      "Firmware never sees it. If it should be seen, the length of image #{1} is too large.",
      "PCI Firmware 3.0 §5.1: image length"),
  MANY_IMAGES(
      "MANY-IMAGES",
      Severity.WARNING,
      "The ROM has {0} images; real ones have fewer than ten.",
      "The file is damaged or was made to confuse programs. Do not hand it to a machine.",
      "measured: published ROMs have at most seven images"),
  TOO_MANY_IMAGES(
      "TOO-MANY-IMAGES",
      Severity.WARNING,
      "Reading stopped at {0} after {1} images.",
      "What follows was not looked at. The file is damaged or was made to confuse programs.",
      "limit of this program"),
  MORE_FINDINGS(
      "MORE-FINDINGS",
      Severity.NOTE,
      "Further findings of the kind {1} that were left out: {0}.",
      "The file is damaged or was made to confuse programs.",
      "limit of this program"),
  SHADOW(
      "SHADOW",
      Severity.WARNING,
      "This looks like the copy of a running card's ROM in memory, not like the ROM itself: {0}.",
      "Such copies are changed while the machine starts, and they lack the EFI driver. Dump again"
          + " with another card as boot display, or take the ROM from another source.",
      "Linux arch/x86/pci/fixup.c: ROM resource of the boot display is the shadow at 0xc0000"),
  NV_PRIVATE_MISSING(
      "NV-PRIVATE-MISSING",
      Severity.NOTE,
      "NVIDIA's own images should follow at {0}; this file does not have them.",
      "Normal for a dump through Linux: it ends where the PCI images end. A guest needs none of"
          + " them.",
      "NVIDIA open-gpu-kernel-modules, pci_exp_table.h: NPDE last-image indicator"),
  NV_EXT(
      "NV-EXT",
      Severity.NOTE,
      "NVIDIA's own extension images: {0}, the first is #{1}.",
      "Guest firmware skips them; keep them or cut them off as you like.",
      "NVIDIA open-gpu-kernel-modules, pci_exp_table.h"),
  UNKNOWN_TYPE(
      "UNKNOWN-TYPE",
      Severity.NOTE,
      "Images with a code type that no specification assigns: {0}, the first is #{1} with type {2}.",
      "Firmware skips them.",
      "PCI Firmware 3.0 §5.1.2: code types"),

  // ---- one image -----------------------------------------------------------------------------
  NO_PCIR(
      "NO-PCIR",
      Severity.ERROR,
      "The file begins with 55 AA, but {0}.",
      "PCI firmware does not run such a ROM. Old ISA cards and QEMU's own helpers look like this;"
          + " if it comes from a PCI card, it is damaged or cut short.",
      "PCI Firmware 3.0 §5.1.1: pointer at 0x18"),
  PCIR_UNALIGNED(
      "PCIR-UNALIGNED",
      Severity.WARNING,
      "The PCI data structure of image #{0} stands at {1}, which is no multiple of 4 from the"
          + " image's start.",
      "OVMF and newer Linux kernels refuse the image; SeaBIOS takes it.",
      "PCI Firmware 3.0 §5.1.2; edk2 PciOptionRomSupport.c"),
  PCIR_IN_HEADER(
      "PCIR-IN-HEADER",
      Severity.WARNING,
      "The PCI data structure of image #{0} lies inside the image's own header.",
      "The pointer is wrong; the file is damaged.",
      "PCI Firmware 3.0 §5.1.1: the header has 26 bytes"),
  PCIR_LENGTH(
      "PCIR-LENGTH",
      Severity.WARNING,
      "The PCI data structure of image #{0} gives its own length as {1}, which cannot be.",
      "Newer Linux kernels refuse the image.",
      "Linux drivers/pci/rom.c; PCI Firmware 3.0 §5.1.2"),
  CHECKSUM(
      "CHECKSUM",
      Severity.ERROR,
      "The checksum of image #{0} is wrong: its {1} sum up to {2} instead of 0.",
      "The image was changed after it was built: it was edited, damaged, or copied from the memory"
          + " of a running card. SeaBIOS skips it, OVMF does not care. Get a clean copy; mend the sum"
          + " only if you changed the image yourself.",
      "rom-parser fix FILE -o OUT --checksum",
      "PCI Firmware 3.0 §5.1.1; SeaBIOS optionroms.c is_valid_rom"),
  EDITED(
      "EDITED",
      Severity.WARNING,
      "NVIDIA's sum over its part of image #{0} is {1} instead of 0, while the sum over the whole"
          + " image is right.",
      "Hand-edited ROMs look like this: only the outer sum was mended. nouveau trusts it less.",
      "measured on modified ROMs; nouveau shadow.c scores the sum over this length"),
  SIZE_MISMATCH(
      "SIZE-MISMATCH",
      Severity.WARNING,
      "The initialisation size of image #{0}, {1}, is larger than {2}, {3}.",
      "OVMF refuses EFI images like this; for legacy images SeaBIOS goes by the initialisation"
          + " size.",
      "edk2 PciOptionRomSupport.c; SeaBIOS optionroms.c"),
  ZERO_INIT(
      "ZERO-INIT",
      Severity.WARNING,
      "The initialisation size of image #{0} is 0.",
      "SeaBIOS refuses the image.",
      "SeaBIOS optionroms.c is_valid_rom"),
  EFI_BADSIG(
      "EFI-BADSIG",
      Severity.ERROR,
      "Image #{0} is marked as EFI, but its EFI signature is {1} instead of 0x00000ef1.",
      "Bytes 4 to 7 of the image were overwritten; tools that mend a checksum in byte 6 do that."
          + " Begin again from the original file.",
      "edk2 Pci22.h EFI_PCI_EXPANSION_ROM_HEADER"),
  POINTER_OUTSIDE(
      "POINTER-OUTSIDE",
      Severity.WARNING,
      "The {1} of image #{0} should stand at {2}, but {3}.",
      "Firmware ignores it or stumbles over it; if the image is whole, the pointer is wrong.",
      "PCI Firmware 3.0 §5.1"),
  STRUCTURE_SUM(
      "STRUCTURE-SUM",
      Severity.WARNING,
      "The {1} of image #{0} at {2} sums up to {3} instead of 0.",
      "Firmware ignores a structure with a wrong sum; the ROM may not offer its boot device.",
      "Plug and Play BIOS 1.0A §3; PXE 2.1 §3.2"),
  DEVICE_LIST_OPEN(
      "DEVICE-LIST-OPEN",
      Severity.WARNING,
      "The device list of image #{0} at {1} has no end.",
      "The ids listed may be no ids at all.",
      "PCI Firmware 3.0 §5.1.2: a list ends with 0000"),
  NPDE_REVISION(
      "NPDE-REVISION",
      Severity.NOTE,
      "The NPDE of image #{0} has revision {1}, which NVIDIA's driver does not know.",
      "Its length was used all the same. The ROM may be newer than this program.",
      "NVIDIA open-gpu-kernel-modules, pci_exp_table.h: revisions 0x0100 and 0x0101"),

  // ---- what an image means for a consumer: found by check ------------------------------------
  NO_EFI(
      "NO-EFI",
      Severity.WARNING,
      "There is no EFI driver in the ROM; {0}.",
      "OVMF runs EFI drivers only. For a card with outputs use a SeaBIOS guest, a ROM with an EFI"
          + " driver, or another display for booting. A 3D controller needs nothing: its driver reads"
          + " the ROM by itself, NVIDIA's through the ACPI method _ROM.",
      "edk2 PciOptionRomSupport.c: ContainEfiImage; jscinoz/optimus-vfio-docs, issue 9"),
  EFI_ONLY(
      "EFI-ONLY",
      Severity.ERROR,
      "The ROM has EFI drivers only; SeaBIOS runs legacy images only.",
      "Use an OVMF guest, or a ROM with a legacy image.",
      "SeaBIOS optionroms.c: code type 0"),
  NO_LEGACY(
      "NO-LEGACY",
      Severity.ERROR,
      "No legacy x86 image was reached.",
      "This consumer needs one; take a ROM that has it.",
      "PCI Firmware 3.0 §5.1: code type 0"),
  EFI_ARCH(
      "EFI-ARCH",
      Severity.ERROR,
      "The EFI driver is for {0}, the guest is {1}.",
      "Use a guest of that architecture, or a ROM with a driver for yours.",
      "edk2 PciOptionRomSupport.c: ProcessOpRomImage; UEFI 2.10 §2.1.1"),
  EFI_SUBSYS(
      "EFI-SUBSYS",
      Severity.ERROR,
      "EFI image #{0} has subsystem {1}; only drivers, 11 and 12, are loaded.",
      "Take the ROM from another source, or wrap a driver instead of an application.",
      "edk2 PciOptionRomSupport.c: ProcessOpRomImage, LocalLoadFile2"),
  EFI_OFFSET(
      "EFI-OFFSET",
      Severity.ERROR,
      "The driver of EFI image #{0} is not where its header says: {1}.",
      "The image is damaged or was put together wrongly; take the ROM from another source.",
      "edk2 PciOptionRomSupport.c: LocalLoadFile2"),
  EFI_DECOMP(
      "EFI-DECOMP",
      Severity.ERROR,
      "The driver of EFI image #{0} cannot be decompressed.",
      "The image is damaged; dump it again or take the ROM from another source.",
      "edk2 PciOptionRomSupport.c: LocalLoadFile2; UEFI 2.10 §19"),
  EFI_PE(
      "EFI-PE",
      Severity.ERROR,
      "The driver of EFI image #{0} is no program that firmware loads.",
      "The image is damaged or was changed; take the ROM from another source.",
      "edk2 BasePeCoff.c: PeCoffLoaderGetPeHeader"),
  EFI_TINY(
      "EFI-TINY",
      Severity.WARNING,
      "The EFI driver of image #{0} has only {1}; display drivers have ten times as much.",
      "It may have been emptied by a linker. Build it again, or take another.",
      "lf-edge/eve, pull request 5686"),
  UNSIGNED(
      "UNSIGNED",
      Severity.NOTE,
      "The EFI driver of image #{0} is not signed.",
      "Default builds of OVMF for x86 run it all the same, even with Secure Boot; firmware for ARM,"
          + " RISC-V and LoongArch guests, SEV guests and real machines with Secure Boot refuse it.",
      "edk2 OvmfPkg and SecurityPkg: PcdOptionRomImageVerificationPolicy"),
  BAR_SMALL(
      "BAR-SMALL",
      Severity.ERROR,
      "The ROM BAR has {0}; OVMF ignores one of 2 KiB or less.",
      "Make the file larger than 2 KiB by appending zeros, or give romsize=4096.",
      "edk2 PciEnumerator.c: PCI_BAR_ALL mask; measured"),
  BAR_OVERRUN(
      "BAR-OVERRUN",
      Severity.ERROR,
      "Image #{0} ends at {1}, behind the end of the ROM BAR at {2}.",
      "The image is cut off or its length is wrong. Take a whole ROM, or give a larger BAR.",
      "edk2 PciOptionRomSupport.c: LoadOpRomImage"),
  TOO_LARGE(
      "TOO-LARGE",
      Severity.ERROR,
      "The file, {0}, does not fit into the ROM BAR of {1}.",
      "Trim it, or give a larger romsize.",
      "rom-parser trim FILE -o OUT",
      "QEMU hw/pci/pci.c: is too large for ROM size"),
  BAR_NOT_POWER_OF_TWO(
      "BAR-NOT-POWER-OF-TWO",
      Severity.ERROR,
      "A ROM BAR of {0} is no power of two.",
      "Give a power of two, such as 262144.",
      "QEMU hw/pci/pci.c: ROM size is not a power of two"),
  HANGS(
      "HANGS",
      Severity.ERROR,
      "The consumer never gets past image #{0}, whose length is 0.",
      "Do not use this ROM; take it from another source.",
      "SeaBIOS optionroms.c and edk2 PciOptionRomSupport.c: both add the length and go on"),
  WALK_LOST(
      "WALK-LOST",
      Severity.ERROR,
      "The walk finds no image at {0} and stops.",
      "The length of the image before it is wrong, or the file is not a ROM from there on.",
      "the consumer's own walk"),
  DEVICE(
      "DEVICE",
      Severity.WARNING,
      "The ROM is for {0}, your card is {1}.",
      "Chips of one family often share a ROM, others do not; look at the board's name. SeaBIOS runs a"
          + " ROM only if the ids are equal, so set them if you are sure that it is the right one.",
      "rom-parser fix FILE -o OUT --set-id {1}",
      "SeaBIOS optionroms.c: vendor and device; edk2 compares neither"),
  SUBSYS(
      "SUBSYS",
      Severity.NOTE,
      "The ROM was built for the board {0}, yours is {1}.",
      "It often works; fans and outputs may differ.",
      "NVIDIA NVGI header, NPDE and x86 image: subsystem ids"),
  ID_DECIMAL(
      "ID-DECIMAL",
      Severity.WARNING,
      "The id {0} is {1}, typed as decimal numbers.",
      "EfiRom takes numbers without 0x as decimal. OVMF ignores ids; SeaBIOS and programs that look"
          + " for ids do not.",
      "rom-parser fix FILE -o OUT --set-id {1}",
      "edk2 BaseTools EfiRom -f; 8 of 23 published AMD GOP ROMs"),
  ID_FUNC(
      "ID-FUNC",
      Severity.NOTE,
      "The ROM is not for a display: its class is {0}.",
      "AMD APU guides attach the EFI driver to the audio function; give it to that function then.",
      "isc30/ryzen-gpu-passthrough-proxmox"),
  ID_ZERO(
      "ID-ZERO",
      Severity.NOTE,
      "Image #{0} has the id 0000:0000.",
      "Normal for EFI images of newer NVIDIA cards; firmware does not look at it.",
      "measured: Ampere and Blackwell"),
  ID_WILD(
      "ID-WILD",
      Severity.NOTE,
      "Image #{0} has the id {1}, which stands for any device.",
      "OVMF does not look at it; SeaBIOS runs the ROM only if the card's id is the same.",
      "measured: published AMD GOP ROMs"),
  LAPTOP_VBIOS_ON_DESKTOP(
      "LAPTOP-VBIOS-ON-DESKTOP",
      Severity.WARNING,
      "The ROM is for a {0}, your card is a {1}.",
      "They are different boards: the outputs will not work. Take a ROM of your own card.",
      "class 0300 and 0302"),
  ROM_BAR_OFF(
      "ROM-BAR-OFF",
      Severity.ERROR,
      "With rombar=0 the card has no ROM BAR, and this consumer never sees the file.",
      "Leave rombar at its default.",
      "QEMU hw/pci/pci.c: fw_cfg instead of a BAR; measured"),
  NOUVEAU_SHORT(
      "NOUVEAU-SHORT",
      Severity.ERROR,
      "nouveau wants 4 KiB from the start of image #{0}, and less is there.",
      "Pad the file with zeros.",
      "nouveau nvkm/subdev/bios/image.c and shadow.c"),
  NOVA_PARTS(
      "NOVA-PARTS",
      Severity.ERROR,
      "nova needs an x86 image with a BIT table and two NVIDIA extension images with the signed"
          + " microcode; {0}.",
      "Use a whole dump of the card's flash. Cards before Turing have none of this and are not"
          + " supported by nova.",
      "nova-core vbios.rs"),
  NO_ATOM(
      "NO-ATOM",
      Severity.ERROR,
      "The first image has no ATOM header.",
      "It is no AMD VBIOS, or does not begin with the legacy image; amdgpu looks at byte 0 only.",
      "Linux amdgpu_bios.c: check_atom_bios"),
  NO_VBT(
      "NO-VBT",
      Severity.WARNING,
      "There is no Intel video BIOS table in the ROM.",
      "i915 takes it from the OpRegion of the machine instead, where there is one"
          + " (x-igd-opregion=on).",
      "Linux intel_bios.c: oprom_get_vbt"),
  // ---- extraction ----------------------------------------------------------------------------
  NO_ROM_INSIDE(
      "NO-ROM-INSIDE",
      Severity.WARNING,
      "All of it could be unpacked, and there is no option ROM in it.",
      "The graphics card keeps its ROM in a flash chip of its own: read it there (sysfs rom, GPU-Z,"
          + " nvflash), or take it from the running machine through ACPI (_ROM on NVIDIA laptops,"
          + " the table VFCT on AMD).",
      "HP ZBook G5 and others: the update holds no VBIOS (users of VBiosFinder, issue 14)"),
  ENCRYPTED(
      "ENCRYPTED",
      Severity.ERROR,
      "No ROM was found, and {0} is encrypted at {1} ({2}).",
      "An archive with a password can be unpacked with it, and what comes out be searched. What the"
          + " vendor encrypted only the vendor's updater can decrypt: run it on Windows and let it"
          + " save the image, where it offers to, or read the machine's flash chip.",
      "HP's encrypted images and archives with a password"),
  UNKNOWN_COMPRESSION(
      "UNKNOWN-COMPRESSION",
      Severity.ERROR,
      "No ROM was found, and {0} looks compressed or encrypted from {1} on in a way that is not"
          + " known ({2}).",
      "Run the vendor's updater, look for the image that it unpacks to, and search that; or read the"
          + " machine's flash chip.",
      "Shannon's entropy of the bytes that no format claims"),
  NOT_UNPACKED(
      "NOT-UNPACKED",
      Severity.ERROR,
      "No ROM was found, and not all could be unpacked: {0} at {1} ({2}).",
      "Check that the download was complete. If it was, unpack that part with another program and"
          + " search what comes out.",
      "what the format's handler told"),
  PACKED_UPX(
      "PACKED-UPX",
      Severity.ERROR,
      "The program {0} is packed with UPX, and was not unpacked.",
      "Unpack it in place with `upx -d` and search what it becomes.",
      "UPX, section names UPX0 and UPX1 and the mark UPX!"),
  RAR_ARCHIVE(
      "RAR-ARCHIVE",
      Severity.ERROR,
      "{0} is a RAR archive ({1}); files that RAR compressed were not unpacked.",
      "Unpack it with `unrar x`, `7z x` or `bsdtar -xf`, and search the files that come out.",
      "RAR 5.0 archive format; its decoder is not free to write"),
  INSTALLSHIELD(
      "INSTALLSHIELD",
      Severity.ERROR,
      "{0} is packed by InstallShield ({1}), and was not unpacked.",
      "Unpack it with `unshield x` (data1.cab with its data1.hdr) or ISx (a setup program), or run it on"
          + " Windows up to its first window and look into the folder %TEMP%; then search the files.",
      "InstallShield cabinets and setup launchers; unshield, ISx"),
  ENCRYPTED_IMAGE(
      "ENCRYPTED-IMAGE",
      Severity.ERROR,
      "The firmware image {0} looks encrypted as a whole ({1}), as HP's and some of Insyde's are.",
      "Nobody outside knows the key. The vendor's program does: run it on Windows, choose to copy the"
          + " image to a disk or USB stick instead of updating, and search the copy. Where it does not"
          + " offer that, read the machine's flash chip.",
      "HP laptops (UEFITool, issues 72 and 205; users of VBiosFinder, issues 17 and 48)"),
  UNKNOWN_INSTALLER(
      "UNKNOWN-INSTALLER",
      Severity.ERROR,
      "The program {0} carries its files packed in a way that is not known ({1}).",
      "Run it on Windows, in a virtual machine if you like, up to its first window, and look into %TEMP%"
          + " and C:\\SWSetup for files such as .bin, .fd, .rom and .cap; search those. Razer's and HP"
          + " OMEN's updaters are of this kind.",
      "Razer Blade 15, HP OMEN 16 (users of VBiosFinder, issues 42 and 48)"),
  ONLY_INTEGRATED(
      "ONLY-INTEGRATED",
      Severity.NOTE,
      "All display ROMs in it are for graphics in the processor ({0}).",
      "If the machine has a separate graphics chip, that one keeps its ROM elsewhere: in its own flash"
          + " chip, or behind ACPI (_ROM on NVIDIA laptops, the table VFCT on AMD).",
      "HP OMEN 16 and others (users of VBiosFinder, issue 48)"),
  ALREADY_A_ROM(
      "ALREADY-A-ROM",
      Severity.NOTE,
      "The file is an option ROM itself; there is nothing to unpack.",
      "Look at it with show and check; trim cuts off what is in front of it or behind it.",
      "rom-parser trim FILE -o OUT",
      "PCI Firmware 3.0 §5.1"),
  NO_MATCH(
      "NO-MATCH",
      Severity.WARNING,
      "None of the ROMs is for {0}.",
      "ROMs of the same family are marked; they may be for other boards. The card's own flash chip or"
          + " ACPI may have the right one.",
      "PCI data structure and device list"),
  SEARCH_ENDED(
      "SEARCH-ENDED",
      Severity.WARNING,
      "The search was ended before its end: its time, the number of parts or the memory did not"
          + " suffice.",
      "What was found until then is listed. Give it more time, or search a part of the file.",
      "the budget of the search"),
  // ---- ACPI: reading -------------------------------------------------------------------------
  TABLE_SUM(
      "TABLE-SUM",
      Severity.WARNING,
      "The bytes of the ACPI table {0} sum up to {1} instead of 0.",
      "The table was changed after it was made, or not read properly. Take it anew from"
          + " /sys/firmware/acpi/tables.",
      "ACPI 6.4 §5.2.6: the sum of all bytes is 0"),
  TABLE_CUT(
      "TABLE-CUT",
      Severity.ERROR,
      "The ACPI table {0} should have {1}, and there are {2}.",
      "The dump is incomplete. Take the table anew from /sys/firmware/acpi/tables, with cat or cp.",
      "ACPI 6.4 §5.2.6: length"),
  TABLE_LENGTH(
      "TABLE-LENGTH",
      Severity.WARNING,
      "The ACPI table {0} has {1} by its header, and behind them the file goes on: {2} that are no"
          + " table.",
      "Padding is harmless. If the length of the table is wrong, drivers see a part of it only.",
      "ACPI 6.4 §5.2.6: length"),
  NO_VFCT(
      "NO-VFCT",
      Severity.ERROR,
      "There is no ACPI table VFCT in this file.",
      "Only machines with AMD graphics have one, as /sys/firmware/acpi/tables/VFCT. Laptops with"
          + " NVIDIA graphics have the method _ROM instead, which rom-parser acpi scan looks for.",
      "Linux amdgpu_bios.c: amdgpu_acpi_vfct_bios"),
  VFCT_CUT(
      "VFCT-CUT",
      Severity.ERROR,
      "The image of {0} should have {1}, and there are {2}.",
      "Linux ignores an image that reaches past the end of the table. Take the table anew.",
      "Linux amdgpu_bios.c: amdgpu_acpi_vfct_bios"),
  VFCT_OFFSET(
      "VFCT-OFFSET",
      Severity.ERROR,
      "The first image should stand at {0}, which is not within the table; the images were read from"
          + " {1} on.",
      "Linux finds no image in this table. It is damaged or was edited; take it anew.",
      "Linux atombios.h: UEFI_ACPI_VFCT, VBIOSImageOffset"),
  VFCT_EMPTY(
      "VFCT-EMPTY",
      Severity.ERROR,
      "There is no image in the table.",
      "The firmware made the table and left it empty. Look for the ROM in the firmware update, with"
          + " rom-parser extract.",
      "Linux amdgpu_bios.c: amdgpu_acpi_vfct_bios"),
  VFCT_NO_ROM(
      "VFCT-NO-ROM",
      Severity.WARNING,
      "The image of {0}, {1}, is no option ROM: no header 55 AA leads to a PCI data structure.",
      "amdgpu wants one and goes on to the next image. The table is damaged or was edited.",
      "Linux amdgpu_bios.c: check_atom_bios"),
  VFCT_NO_EFI(
      "VFCT-NO-EFI",
      Severity.NOTE,
      "The images have no EFI driver, as is usual in this table.",
      "The drivers of the operating system and SeaBIOS need none, but OVMF shows no picture before"
          + " the operating system does. For that take the display driver out of the firmware update:"
          + " rom-parser extract UPDATE -o DIR; then make a ROM of it: rom-parser wrap DIR/gop-x64_*.efi"
          + " --device {0} -o gop.rom, which goes to another function of the card as its romfile.",
      "measured: no EFI image in 33 published VFCT images; isc30/ryzen-gpu-passthrough-proxmox"),
  DUMP_CUT(
      "DUMP-CUT",
      Severity.ERROR,
      "Replies that are cut off: {0} of {1}; the first has {2}.",
      "acpi_call prints 42 bytes of a Buffer and no more, whatever was asked for. Ask for 42 bytes at"
          + " a time, or let rom-parser dump do it.",
      "nix-community/acpi_call acpi_call.c: BUFFER_SIZE 256, six characters a byte"),
  DUMP_ERRORS(
      "DUMP-ERRORS",
      Severity.WARNING,
      "In place of replies there are errors: {0}.",
      "AE_NOT_FOUND means that the path is wrong; rom-parser acpi scan tells the right one.",
      "ACPICA acexcep.h"),
  DUMP_HOLE(
      "DUMP-HOLE",
      Severity.ERROR,
      "Pieces are missing at {0} places, the first at {1}: {2} in all, which are zeros here.",
      "Read the missing pieces again; the ROM is of no use without them.",
      "numbers in the names of the pieces, offsets in dumps"),
  DUMP_OVERLAP(
      "DUMP-OVERLAP",
      Severity.WARNING,
      "Two pieces have different bytes for the same place, at {0}; the first was taken.",
      "They come from different machines or from different boots. Dump once more.",
      "numbers in the names of the pieces, offsets in dumps"),
  DUMP_SIZES(
      "DUMP-SIZES",
      Severity.WARNING,
      "Pieces that have another size than the rest: {0}; the rest have {1} each.",
      "A short piece in the midst moves everything behind it. Read these pieces again.",
      "ACPI 6.4 appendix B, _ROM: as many bytes as were asked for"),
  DUMP_SHORT(
      "DUMP-SHORT",
      Severity.NOTE,
      "The last piece is shorter than the others: {0} instead of {1}.",
      "Some firmwares return what is left instead of filling it up. That is harmless where the ROM is"
          + " whole.",
      "lion328/gpu-passthrough: its _ROM returns a short tail"),
  DUMP_REPEATED(
      "DUMP-REPEATED",
      Severity.WARNING,
      "Pieces with the bytes of an earlier one: {0}; the first at {1} is the one at {2}.",
      "The same piece was read more than once, or the method does not look at the offset. Dump again"
          + " and look at the offsets asked for.",
      "Linux nouveau shadowacpi.c: reads of 4 KiB at rising offsets"),
  DUMP_BORDER(
      "DUMP-BORDER",
      Severity.WARNING,
      "Zeros begin exactly at {0}, a border of 32 KiB, in the midst of the ROM: {1}. Such places: {2}.",
      "Many firmwares keep the ROM in pieces of 32 KiB and fill a read across a border with zeros."
          + " Dump again in steps that meet the borders: 4096 bytes, or a divisor of it.",
      "measured: _ROM methods with fields VBS1 to VBS8 and RBF1 to RBF6"),
  DUMP_TAIL(
      "DUMP-TAIL",
      Severity.NOTE,
      "Behind the ROM the dump goes on: {0} ({1}).",
      "Reads behind the end of a ROM give padding. It is left out unless --keep-tail is given.",
      "ACPI 6.4 appendix B: _ROM does not tell the length; coreboot acpigen_write_rom fills up"),
  DUMP_PREFIX(
      "DUMP-PREFIX",
      Severity.WARNING,
      "In front of the ROM there is something else: {0}, which is left out.",
      "A dump begins with the ROM. If pieces are in the wrong order, give them in the right one.",
      "PCI Firmware 3.0 §5.1: 55 AA at offset 0"),
  DUMP_SEVERAL(
      "DUMP-SEVERAL",
      Severity.WARNING,
      "There are {0} different ROMs; the one taken is {1}.",
      "rom-parser acpi scan TABLE -o DIR writes all of them.",
      "Buffers of ACPI tables, values of the registry"),
  DUMP_MIXED(
      "DUMP-MIXED",
      Severity.WARNING,
      "The inputs are of different kinds: {0}.",
      "Pieces of one ROM are mostly saved in one way. Look whether a file does not belong to them.",
      "formats as they were recognised"),
  DUMP_TOO_LARGE(
      "DUMP-TOO-LARGE",
      Severity.ERROR,
      "All pieces together have {0}, but a ROM has at most {1}.",
      "These are no replies of _ROM, or their numbers are wrong. For a firmware update use rom-parser"
          + " extract.",
      "PCI Local Bus 3.0 §6.2.5.2: the largest expansion ROM"),
  DUMP_NO_ROM(
      "DUMP-NO-ROM",
      Severity.ERROR,
      "There is no ROM: {0}.",
      "A ROM begins with 55 AA, which lead to a PCI data structure. Look whether the device is"
          + " right, and whether the card was awake when it was read.",
      "PCI Firmware 3.0 §5.1"),
  AML_NO_TABLE(
      "AML-NO-TABLE",
      Severity.ERROR,
      "There is no table with AML code: no DSDT, no SSDT.",
      "Give the files of /sys/firmware/acpi/tables, all of them at once, or the output of acpidump.",
      "ACPI 6.4 §5.2.11"),
  AML_NO_ROM(
      "AML-NO-ROM",
      Severity.WARNING,
      "No device has a method _ROM or ATRM, and no Buffer holds a ROM.",
      "Give all tables at once: the method mostly stands in an SSDT. Otherwise the card has a ROM of"
          + " its own, or the system takes it from the firmware; rom-parser extract looks into updates.",
      "ACPI 6.4 appendix B"),
  AML_ROM_ELSEWHERE(
      "AML-ROM-ELSEWHERE",
      Severity.NOTE,
      "{0} reads the ROM from {1}: the tables do not have it.",
      "Firmware puts it there when the machine starts, so take it on the running machine: rom-parser"
          + " dump, or acpi_call and rom-parser acpi rom.",
      "measured: all _ROM methods of published tables"),
  AML_ROM_FW_CFG(
      "AML-ROM-FW-CFG",
      Severity.NOTE,
      "{0} reads the ROM by QEMU's fw_cfg, from the file {1}.",
      "This is a table for a guest. The ROM is what the virtual machine was given by -fw_cfg.",
      "QEMU docs/specs/fw_cfg.rst"),
  AML_ROM_EMPTY(
      "AML-ROM-EMPTY",
      Severity.WARNING,
      "{0} hands out a ROM of 0 bytes: firmware left no room for one.",
      "The card was off or not there when the tables were made, or has a ROM of its own. Look for"
          + " the ROM in the firmware update, with rom-parser extract, or in the card's ROM BAR.",
      "measured: VBS1 to VBS4 without bits in a region of 4 bytes (Alienware M17xR4)"),
  AML_ROM_UNKNOWN(
      "AML-ROM-UNKNOWN",
      Severity.NOTE,
      "From where {0} takes the ROM is not to be seen.",
      "Give all tables at once. Otherwise let the running machine answer: rom-parser dump, or"
          + " acpi_call and rom-parser acpi rom.",
      "ACPI 6.4 §20.2"),
  AML_ROM_CUT(
      "AML-ROM-CUT",
      Severity.ERROR,
      "The ROM in {0} is not whole; missing: {1}.",
      "Its other pieces stand in tables that were not given. Give all of them at once.",
      "PCI Firmware 3.0 §5.1: image length"),
  AML_LIMIT(
      "AML-LIMIT",
      Severity.WARNING,
      "There are more names than {0}; the rest were left out.",
      "Real tables have far less. Give fewer files at once.",
      "a limit of this program"),
  // ---- inside: EFI drivers -------------------------------------------------------------------
  // ---- inside: signatures --------------------------------------------------------------------
  SIG_BROKEN(
      "SIG-BROKEN",
      Severity.ERROR,
      "A signature of the EFI driver at {0} does not hold: {1}.",
      "The driver was changed or its dump is damaged. Firmware that verifies option ROMs refuses it;"
          + " take the ROM from another source, or enrol the digest that rom-parser hash --esl"
          + " writes.",
      "edk2 SecurityPkg DxeImageVerificationLib.c: HashPeImage, AuthenticodeVerify"),
  SIG_UNREADABLE(
      "SIG-UNREADABLE",
      Severity.WARNING,
      "The signature of the EFI driver at {0} cannot be read as a whole: {1}.",
      "Firmware that verifies option ROMs may refuse the driver. Dump the ROM again or take it from"
          + " another source.",
      "edk2 SecurityPkg DxeImageVerificationLib.c; UEFI 2.10 §32.2.4"),
  SIG_UNCHECKED(
      "SIG-UNCHECKED",
      Severity.NOTE,
      "The signature of the EFI driver at {0} was not looked at, because BouncyCastle is not part of"
          + " this program.",
      "For programs that use this library: put BouncyCastle's bcpkix on the class path, or require"
          + " the module org.bouncycastle.pkix.",
      "this library: rom-core reads signatures with BouncyCastle, which programs may leave out"),
  SIG_NO_DIGEST(
      "SIG-NO-DIGEST",
      Severity.WARNING,
      "The EFI driver at {0} has no Authenticode digest: {1}.",
      "Firmware that verifies option ROMs refuses it, and its digest cannot be enrolled.",
      "Microsoft, Windows Authenticode Portable Executable Signature Format"),
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
  SIG_CA_OTHER(
      "SIG-CA-OTHER",
      Severity.NOTE,
      "The EFI driver at {0} is signed, but under none of Microsoft's CAs.",
      "Firmware that verifies option ROMs takes it only where db has the signer's CA or the digest of"
          + " the driver.",
      "UEFI 2.10 §32.4.1: db"),
  SIG_SHA1(
      "SIG-SHA1",
      Severity.WARNING,
      "The EFI driver at {0} is signed with SHA-1 alone.",
      "Newer firmware is built without SHA-1 and refuses the signature; sign it again with SHA-256.",
      "edk2 DxeImageVerificationLib.c: DISABLE_SHA1_DEPRECATED_INTERFACES"),
  LOG_BROKEN(
      "LOG-BROKEN",
      Severity.WARNING,
      "The event log cannot be read from {0} on: {1}.",
      "What stands before that was read. Copy the log again, as the superuser.",
      "TCG PC Client Platform Firmware Profile §10.2"),
  // ---- inside: NVIDIA, version strings -------------------------------------------------------
  NV_NO_BIT(
      "NV-NO-BIT",
      Severity.NOTE,
      "The x86 image #{0} is NVIDIA's, but has neither a BIOS information table nor the structure"
          + " before it.",
      "Its version and its board are not known. It is no VBIOS, or only a part of one.",
      "NVIDIA open-gpu-doc, BIOS-Information-Table; Linux nouveau, base.c"),
  NV_BIT_SUM(
      "NV-BIT-SUM",
      Severity.WARNING,
      "The header of NVIDIA's BIOS information table of image #{0} at {1} sums up to {2} instead of"
          + " 0.",
      "NVIDIA's driver does not find the table then. The image was changed or is damaged; get a clean"
          + " copy.",
      "NVIDIA open-gpu-kernel-modules, kernel_gsp_fwsec.c: s_vbiosFindBitHeader"),
  NV_BIT_POINTER(
      "NV-BIT-POINTER",
      Severity.WARNING,
      "Tokens of NVIDIA's BIOS information table of image #{0} whose data lie outside of the image:"
          + " {1}, the first is {2}, whose data should stand at {3}.",
      "The image is cut short or damaged; get a clean copy.",
      "NVIDIA open-gpu-doc, BIOS-Information-Table: token structure"),
  NV_FALCON(
      "NV-FALCON",
      Severity.WARNING,
      "The pointer {1} of image #{0} to NVIDIA's table of microcode leads to {2}, where there is none.",
      "NVIDIA's driver needs the table on Turing and newer cards. The extension images are damaged or"
          + " belong to another ROM; get a clean copy.",
      "NVIDIA open-gpu-kernel-modules, kernel_gsp_fwsec.c: FALCON_UCODE_TABLE_HDR_V1"),
  NV_VERSION(
      "NV-VERSION",
      Severity.WARNING,
      "The strings of image #{0} name version {1}, its tables {2}.",
      "Hand-edited ROMs look like this. Compare it with the board maker's own ROM.",
      "NVIDIA open-gpu-doc, BIOS-Information-Table: tokens B and S; measured on modified ROMs"),
  NV_MOD_STAMP(
      "NV-MOD-STAMP",
      Severity.WARNING,
      "The version of image #{0} is DE.AD.00.BE.EF, which a tool for changing VBIOSes leaves.",
      "The ROM was modified: its clocks or limits may not be those of the card. Get the board maker's"
          + " own ROM if you want to be sure.",
      "measured on modified ROMs"),
  NV_SUBSYS(
      "NV-SUBSYS",
      Severity.NOTE,
      "The board is {0} by the {1}, but {2} by the {3}.",
      "The first counts. ROMs of one board that were put on another look like this.",
      "measured: NVIDIA's flash header, NPDE and x86 image"),
  GOP_VERSION(
      "GOP-VERSION",
      Severity.WARNING,
      "By its NPDE the EFI driver has version {0}, by itself {1}.",
      "The driver was exchanged and the NPDE left as it was, or the other way round. It runs all the"
          + " same.",
      "measured: NPDE offset 0x0C and EFI_DRIVER_BINDING_PROTOCOL.Version are equal"),
  // ---- inside: AMD, Intel --------------------------------------------------------------------
  AMD_MASTER(
      "AMD-MASTER",
      Severity.WARNING,
      "The {0} of the ATOM BIOS should stand at {1}, but {2}.",
      "AMD's drivers find nothing without it. The file is damaged or cut; take a fresh dump.",
      "Linux amdgpu atom.h: ATOM_ROM_CMD_PTR, ATOM_ROM_DATA_PTR"),
  AMD_TABLE(
      "AMD-TABLE",
      Severity.WARNING,
      "Entries in the {0} of the ATOM BIOS that lead to no whole table: {1}. The first is number {2},"
          + " which leads to {3}; {4}.",
      "In APUs the PowerPlay table claims more than the image has, which is harmless. Otherwise the"
          + " file is damaged or was edited; compare it with a fresh dump.",
      "Linux amdgpu atomfirmware.h: atom_common_table_header; measured: Renoir, Cezanne, Barcelo"),
  AMD_STRINGS(
      "AMD-STRINGS",
      Severity.NOTE,
      "The {0} of the ATOM BIOS should stand at {1}, but {2}.",
      "The name of the board or of its firmware is missing in logs; nothing else depends on it.",
      "Linux amdgpu atom.c: atom_get_vbios_pn, atom_get_vbios_build"),
  VBT_CUT(
      "VBT-CUT",
      Severity.WARNING,
      "The video BIOS table at {0} gives its own length as {1}, and there are {2}.",
      "i915 refuses it. The file is cut, or it is no video BIOS table.",
      "Linux intel_bios.c: intel_bios_is_valid_vbt"),
  VBT_BDB(
      "VBT-BDB",
      Severity.WARNING,
      "The BIOS data block of the video BIOS table should stand at {0}, but {1}.",
      "i915 refuses the table. The file is damaged; take a fresh dump.",
      "Linux intel_bios.c: intel_bios_is_valid_vbt"),
  VBT_BLOCK(
      "VBT-BLOCK",
      Severity.WARNING,
      "Block {0} of the video BIOS table, at {1}, is not as it should be: {2}.",
      "i915 goes by its defaults for what it does not find, so outputs may be missing. The file is"
          + " damaged or was edited.",
      "Linux intel_bios.c: find_raw_section, parse_general_definitions"),
  VBT_ELSEWHERE(
      "VBT-ELSEWHERE",
      Severity.NOTE,
      "The OpRegion says that its video BIOS table stands at {0}, which is not in the file.",
      "Linux shows the table in /sys/kernel/debug/dri/0/i915_vbt.",
      "Linux intel_opregion.c: RVDA and RVDS"),
  // ---- ACPI tables for a guest ---------------------------------------------------------------
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

  /** The stable name in reports, such as {@code CONTAINER-PREFIX}. */
  public String id() {
    return id;
  }

  /** How bad it usually is. */
  public Severity severity() {
    return severity;
  }

  /** What is the matter, with places for arguments. */
  public String text() {
    return text;
  }

  /** What to do about it, with places for arguments. */
  public String advice() {
    return advice;
  }

  /**
   * The command that mends it, with places for arguments and FILE for the file's name; empty if
   * there is none.
   */
  public String command() {
    return command;
  }

  /** The specification or the program that the rule was taken from. */
  public String source() {
    return source;
  }
}
