package io.github.romparser.testdata;

/** NVIDIA's ways to order images, one per generation and source; each in a few KiB. */
public final class NvidiaLayouts {
  private static final int[] KEPLER = {0x80, 0x07, 0x35, 0x00, 0xF0};
  private static final int[] MAXWELL = {0x84, 0x04, 0x0B, 0x00, 0x01};
  private static final int[] PASCAL = {0x86, 0x07, 0x0A, 0x00, 0x02};
  private static final int[] TURING = {0x90, 0x17, 0x0E, 0x00, 0x04};
  private static final int[] AMPERE = {0x94, 0x04, 0x55, 0x00, 0x92};
  private static final int[] BLACKWELL = {0x98, 0x06, 0x1F, 0x40, 0x45};

  private NvidiaLayouts() {}

  /**
   * A Pascal laptop GPU without outputs: the x86 image's PCI length covers the whole group and it
   * is the last; no EFI image. The init size covers it and the first extension image.
   */
  public static byte[] muxlessLaptop() {
    int first = 6;
    return RomForge.start()
        .group(
            NvidiaParts.legacy(0x1C8D, 0x030200, PASCAL, true)
                .initBlocks(NvidiaParts.LEGACY + first)
                .last(),
            NvidiaParts.extension(first, 0x1B80, 11),
            NvidiaParts.extension(4, 0x1B80, 12),
            ImageForge.nvidiaNotebook(1).npde(NpdeForge.plain().last(true)).last())
        .build();
  }

  /** The same as a dump of 256 KiB, padded with FF. */
  public static byte[] muxlessLaptopPadded() {
    return RomForge.start().bytes(muxlessLaptop()).padTo(0x40000, 0xFF).build();
  }

  /**
   * A Pascal card as Linux sysfs gives it: x86 and EFI. By the NPDE further images follow, but the
   * file ends.
   */
  public static byte[] desktopNvidia() {
    return RomForge.start()
        .image(NvidiaParts.legacy(0x1B81, 0x030000, PASCAL, true))
        .image(NvidiaParts.efi(0x1B81, 0x030000, 0x3000A).last())
        .build();
  }

  /**
   * A Maxwell mobile card: the x86 image's PCI length passes over the private images straight to
   * the EFI image, which is the last in both views.
   */
  public static byte[] maxwellGroup() {
    return RomForge.start()
        .group(
            NvidiaParts.legacy(0x13B0, 0x030000, MAXWELL, false),
            NvidiaParts.extension(6, 0x1340, 21),
            ImageForge.nvidiaNotebook(1))
        .image(
            NvidiaParts.efi(0x13B0, 0x030000, 0x10032)
                .npde(NpdeForge.efi(0x10032).last(true))
                .last())
        .build();
  }

  /**
   * A Turing card: by the PCI data structures the chain ends at the EFI image, by the NPDEs it goes
   * on through two extension images to the notebook image.
   */
  public static byte[] turing() {
    int first = 5;
    int second = 6;
    return RomForge.start()
        .image(
            NvidiaParts.legacy(
                NvidiaParts.LEGACY,
                0x1FB0,
                0x030000,
                TURING,
                true,
                NvidiaParts.falconPointer(NvidiaParts.LEGACY, first)))
        .image(NvidiaParts.efi(0x1FB0, 0x030000, 0x5000B).last())
        .image(NvidiaParts.extension(first, 0x1F80, 31))
        .image(NvidiaParts.fwsec(second, 0x1F80, 32, NvidiaParts.LEGACY, first))
        .image(ImageForge.nvidiaNotebook(1).npde(NpdeForge.plain().last(true)).last())
        .build();
  }

  /** The Turing card as a dump of the chip: prefix of version 3, and all of it a second time. */
  public static byte[] turingNvgi3() {
    byte[] once = IfrForge.version(3).subsystem(0x103C, 0x860E).before(turing());
    return RomForge.start()
        .bytes(once)
        .padTo(0x8000, 0xFF)
        .bytes(once)
        .padTo(0x10000, 0xFF)
        .build();
  }

  /**
   * A Turing card with every token that is read, a board maker's version, and an EFI driver that
   * names itself and its version.
   */
  public static byte[] tables() {
    int first = 5;
    int second = 6;
    int[] oem = {0x90, 0x17, 0x0E, 0x00, 0x51};
    BitForge table =
        BitForge.at(NvidiaParts.BIT, oem)
            .built(TURING)
            .falcon(NvidiaParts.falconPointer(NvidiaParts.LEGACY, first))
            .board("10/30/26", "3000G1650002")
            .guid(Noise.of(9, 16))
            .texts(
                "Forged TU117 G165 SKU 2 VGA BIOS \r\nFORGED1.234\r\n",
                BitForge.versionText(oem) + "\r\n",
                "Copyright (C) 2026 nobody\r\n",
                "Forge",
                "Forge Corporation",
                "Forged Board",
                "Forged Rev   ",
                "Forged check failed!!!\r\n")
            .biosData(oem)
            .clocks(2, 0x1234)
            .uefi(0x50001, 1, 6)
            .token('N', 0, 0, 0)
            .data('?', 1, (byte) 1);
    return RomForge.start()
        .image(NvidiaParts.legacy(NvidiaParts.LEGACY, 0x1FB0, 0x030000, true, table))
        .image(
            ImageForge.efi(
                    NvidiaParts.EFI,
                    NvidiaParts.VENDOR,
                    0x1FB0,
                    PeForge.x64()
                        .name("nvgop-tu1xx")
                        .texts("NVIDIA GPU UEFI Driver")
                        .binding(0x5000B))
                .classCode(0x030000)
                .npde(NpdeForge.efi(0x5000B))
                .last())
        .image(NvidiaParts.extension(first, 0x1F80, 31))
        .image(NvidiaParts.fwsec(second, 0x1F80, 32, NvidiaParts.LEGACY, first))
        .image(
            ImageForge.nvidiaNotebook(1)
                .text(0x80, "-----BEGIN CERTIFICATE-----\n")
                .npde(NpdeForge.plain().last(true))
                .last())
        .build();
  }

  /** A card before the BIOS information table: a BMP structure, and ids in the x86 image. */
  public static byte[] bmp() {
    return RomForge.start()
        .image(
            ImageForge.legacy(8, NvidiaParts.VENDOR, 0x0322)
                .classCode(0x030000)
                .pcirAt(0x1B0)
                .text(0x38, "11/01/03")
                .put(0x54, 0x82, 0x10, 0x34, 0x12)
                .put(0x300, BmpForge.build(5, 0x28, 0x04, 0x34, 0x20, 0x18))
                .last())
        .build();
  }

  /** A Kepler card with a prefix of version 1. */
  public static byte[] nvgi1() {
    return IfrForge.version(1).subsystem(0x19DA, 0x2292).before(kepler());
  }

  /** A Kepler card with a prefix of version 2 and a first image further on. */
  public static byte[] nvgi2() {
    return IfrForge.version(2).subsystem(0x1028, 0x0772).imageAt(0x600).before(kepler());
  }

  /**
   * An Ampere laptop card with a prefix of version 3: the EFI image has ids 0000:0000 and class
   * 000000, and a notebook image stands alone, far behind the chain.
   */
  public static byte[] ampereNvgi3() {
    int first = 5;
    int second = 6;
    byte[] chain =
        RomForge.start()
            .image(
                NvidiaParts.legacy(
                    NvidiaParts.LEGACY,
                    0x24DC,
                    0x030000,
                    AMPERE,
                    true,
                    NvidiaParts.falconPointer(NvidiaParts.LEGACY, first)))
            .image(NvidiaParts.efi(0, 0, 0x6000D).pcir(p -> p.ids(0, 0)).last())
            .image(NvidiaParts.extension(first, 0x2200, 41))
            .image(
                NvidiaParts.fwsec(second, 0x2200, 42, NvidiaParts.LEGACY, first)
                    .npde(NpdeForge.plain().last(true))
                    .last())
            .build();
    return RomForge.start()
        .bytes(IfrForge.version(3).subsystem(0x1A58, 0x2018).before(chain))
        .padTo(0x9000, 0xFF)
        .image(ImageForge.nvidiaNotebook(2).npde(NpdeForge.plain().last(true)).last())
        .padTo(0xA000, 0xFF)
        .build();
  }

  /**
   * A Blackwell card: no NVGI, a header without PCI data structure as a decoy, two extension images
   * before the x86 image, the ROM directory in the padding of the second.
   */
  public static byte[] blackwell() {
    int first = 4;
    int second = 6;
    int flash = 0x1000;
    int legacyAt = 0x3200;
    // The directory holds the offset of the x86 image in the flash, not in the file.
    byte[] directory = IfrForge.directory(4, 0x28, legacyAt - flash, 0xFFFFFFFFL);
    return RomForge.start()
        .bytes(IfrForge.blackwell(0x1C00))
        .bytes(new Canvas(0x400).fill(2, 0x18, 0x90).u16(0, 0xAA55).fill(0x1A, 0x400, 0xFF).bytes())
        .image(blackwellStart(5, 51))
        .image(
            blackwellStart(4, 52)
                .put(0x5F0, new Canvas(0x200).fill(0, 0x200, 0xFF).bytes())
                .put(0x600, directory))
        .image(
            NvidiaParts.legacy(
                NvidiaParts.LEGACY,
                0x2D04,
                0x030000,
                BLACKWELL,
                true,
                NvidiaParts.falconPointer(NvidiaParts.LEGACY, first)))
        .image(NvidiaParts.efi(0, 0, 0x8000F).pcir(p -> p.ids(0, 0)).bodyAt(0x550).last())
        .image(
            ImageForge.vendor(0xE0, first, PcirForge.pcir().ids(0x10DE, 0x2D04).revision3())
                .npde(NpdeForge.plain())
                .seed(53)
                .sums(first))
        .image(
            NvidiaParts.fwsec(second, 0x2D04, 54, NvidiaParts.LEGACY, first)
                .npde(NpdeForge.plain().last(true))
                .last())
        .padTo(0xA000, 0xFF)
        .build();
  }

  /** Private images with the second private signature and the third data structure. */
  public static byte[] bb77() {
    return RomForge.start()
        .image(
            ImageForge.vendor(
                    0, 4, PcirForge.rgis().ids(0x10DE, 0x0FC6).classCode(0x030000).revision3())
                .bb77Signature()
                .initBlocks(4)
                .npde(NpdeForge.legacy(0x10DE, 0).last(true))
                .last()
                .sums(4))
        .build();
  }

  private static byte[] kepler() {
    return RomForge.start()
        .image(NvidiaParts.legacy(0x0FC6, 0x030000, KEPLER, false))
        .image(NvidiaParts.efi(0x0FC6, 0x030000, 0x10038).last())
        .image(NvidiaParts.extension(6, 0x0FC0, 61))
        .image(ImageForge.nvidiaNotebook(1).npde(NpdeForge.plain().last(true)).last())
        .build();
  }

  private static ImageForge blackwellStart(int blocks, long seed) {
    return ImageForge.vendor(0xE0, blocks, PcirForge.pcir().ids(0x10DE, 0x2D04).revision3())
        .seed(seed)
        .sums(blocks);
  }
}
