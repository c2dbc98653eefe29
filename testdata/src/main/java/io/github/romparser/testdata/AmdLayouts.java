package io.github.romparser.testdata;

import java.util.Arrays;

/** AMD's ways to order images; each in a few KiB. */
public final class AmdLayouts {
  static final int VENDOR = 0x1002;

  /** Blocks of every x86 image here. */
  static final int LEGACY = 16;

  private static final int DEVICE = 0x67DF;
  private static final int VGA = 0x030000;

  /** Where the PCI data structure of x86 images is. */
  static final int PCIR = 0x1B0;

  private static final int ATOM = 0x200;
  private static final int TABLES = 0x240;
  private static final int STRINGS = 0x320;

  private AmdLayouts() {}

  /**
   * What a flash tool saves of a chip of 64 KiB: x86, compressed EFI with a byte sum that is not 0
   * (nobody asks for it), data that is no ROM, padding.
   */
  public static byte[] flash() {
    return RomForge.start().bytes(hybrid()).noise(71, 0x1234).padTo(0x10000, 0xFF).build();
  }

  /** A newer card: x86, EFI for x64, EFI for AArch64. */
  public static byte[] three() {
    return RomForge.start()
        .image(legacy(LEGACY, 0x73FF, VGA))
        .image(efi(0x73FF, PeForge.x64()))
        .image(efi(0x73FF, PeForge.aa64()).seed(72).last())
        .build();
  }

  /** An APU as its firmware keeps it: the x86 image alone. */
  public static byte[] apu() {
    return legacy(LEGACY, 0x1638, VGA).last().build();
  }

  /** A card as it should be dumped: x86, then compressed EFI. */
  static byte[] hybrid() {
    return RomForge.start()
        .image(legacy(LEGACY, DEVICE, VGA))
        .image(efi(DEVICE, PeForge.x64()).last())
        .build();
  }

  /** The hybrid, cut inside the EFI image. */
  public static byte[] truncated() {
    return Arrays.copyOf(hybrid(), LEGACY * ImageForge.BLOCK + 0x9A0);
  }

  /** The hybrid, cut exactly where the EFI image begins. */
  public static byte[] cutAtBoundary() {
    return legacy(LEGACY, DEVICE, VGA).build();
  }

  /** The x86 image as it is after it ran: one byte of its data changed, and the EFI image lost. */
  public static byte[] shadow() {
    byte[] rom = cutAtBoundary();
    rom[0x1000] = (byte) ~rom[0x1000];
    return rom;
  }

  /** The hybrid twice, as a chip with two sides gives it. */
  public static byte[] doubled() {
    return RomForge.start().bytes(hybrid()).copies(2).build();
  }

  /** AMD's ACPI table with the images of an APU and of a card. */
  public static byte[] vfct() {
    return VfctForge.start()
        .image(0x04, 0, VENDOR, 0x1638, apu())
        .image(0x03, 0, VENDOR, DEVICE, legacy(LEGACY, DEVICE, VGA).last().build())
        .build();
  }

  /** A card with all that its maker says in it: names, version, lists of tables, clocks. */
  public static byte[] atomFull() {
    AtomForge atom =
        AtomForge.atom()
            .names("113-FORGED-002", "FORGED20", "F002 Forged20 XT 8GB")
            .subsystem(0x1DA2, 0xE353)
            .command(0, 0x20)
            .command(12, 0x30)
            .data(15, 7, 1, 0x80)
            .data(28, 2, 2, 0x60);
    return RomForge.start()
        .image(atom.into(x86(DEVICE)))
        .image(efi(DEVICE, PeForge.x64()).last())
        .build();
  }

  /** A newer APU: no board's ids, a date with seconds, lists of the second kind. */
  public static byte[] apuAtomFirmware() {
    AtomForge atom =
        AtomForge.atomFirmware()
            .names("102-FORGED-003", "FORGED", "Forged Generic VBIOS")
            .date("09/26/22,22:19:24")
            .version("032.019.000.008.000000")
            .configuration("FrgGenericVb", "")
            .firmwareInfo(0x20130008, 20_000, 20_000)
            .command(0, 0x20)
            .data(15, 15, 0, 0x80)
            .data(30, 2, 2, 0x60);
    return atom.into(x86(0x164E)).last().build();
  }

  /** ATI's way before the ATOM header: a part number in the boot message. */
  public static byte[] ati() {
    return ImageForge.legacy(LEGACY, VENDOR, 0x5654)
        .classCode(VGA)
        .pcirAt(PCIR)
        .seed(74)
        .text(0x1E, "IBM")
        .sumAt(0x21)
        .put(0x2F, 0)
        .text(0x30, " 761295520\0")
        .put(0x48, 0, 0)
        .text(0x50, "1996/09/27 12:06\0")
        .text(0x90, "\r\nFORGED PCI BIOS P/N 113-34004-104 \r\n\0")
        .text(0xC0, "(C) 1988-96, Forged Technologies Inc.BK3.8.0/3.008 forged\0")
        .last()
        .build();
  }

  private static ImageForge x86(int device) {
    return ImageForge.legacy(LEGACY, VENDOR, device).classCode(VGA).pcirAt(PCIR).seed(device);
  }

  private static ImageForge efi(int device, PeForge driver) {
    return ImageForge.efiCompressed(8, VENDOR, device, driver.name("Forged test GOP driver"))
        .classCode(VGA)
        .seed(73);
  }

  /**
   * An x86 image with ATOM header, strings and empty tables; its checksum byte is at 0x21 (observed
   * in every dump of the Polaris family).
   */
  private static ImageForge legacy(int blocks, int device, int classCode) {
    return ImageForge.legacy(blocks, VENDOR, device)
        .classCode(classCode)
        .pcirAt(PCIR)
        .seed(device)
        .text(0x1E, "IBM")
        .sumAt(0x21)
        .put(0x2F, 4) // number of strings at STRINGS
        .text(0x30, " 761295520\0")
        .put(0x48, new Canvas(2).u16(0, ATOM).bytes())
        .text(0x50, "11/01/26 12:00\0")
        .put(0x6E, new Canvas(2).u16(0, STRINGS).bytes())
        .text(0x90, "ATOMBIOSBK-AMD VER001.002.003.004.000005\0")
        .text(
            STRINGS,
            "113-FORGED-001\0FORGED\0PCI_EXPRESS\0TEST\0\r\nForged test ROM             \r\n\0")
        .put(ATOM, atomHeader())
        .put(TABLES, masterTable(81)) // commands
        .put(TABLES + 4 + 2 * 81, masterTable(16)); // data
  }

  /** ATOM ROM header 1.1 (Linux drivers/gpu/drm/amd/amdgpu/atom.h). */
  private static byte[] atomHeader() {
    return new Canvas(36)
        .u16(0x00, 36)
        .u8(0x02, 1)
        .u8(0x03, 1)
        .ascii(0x04, "ATOM")
        .u16(0x0C, 0x90) // name of the configuration file
        .u16(0x10, STRINGS) // boot message
        .u16(0x18, VENDOR)
        .u16(0x1A, 0x0B37)
        .u16(0x1C, PCIR)
        .u16(0x1E, TABLES)
        .u16(0x20, TABLES + 4 + 2 * 81)
        .bytes();
  }

  /** A master table all of whose entries are 0, which means absent. */
  private static byte[] masterTable(int entries) {
    int size = 4 + 2 * entries;
    return new Canvas(size).u16(0, size).u8(2, 1).u8(3, 1).bytes();
  }
}
