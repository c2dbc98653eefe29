package io.github.romparser.testdata;

/** Layouts of network cards, disk controllers, emulated graphics and other architectures. */
public final class OtherLayouts {
  private static final int INTEL = 0x8086;
  private static final int LSI = 0x1000;

  private OtherLayouts() {}

  /**
   * A storage controller: an x86 image that is the last, then a chain of the vendor's own type that
   * never ends.
   */
  public static byte[] lsi() {
    RomForge rom =
        RomForge.start()
            .image(
                ImageForge.legacy(8, LSI, 0x0072)
                    .classCode(0x010700)
                    .pnp(0x60, PnpForge.start().deviceType(0x010700).names(0x90, 0xA0))
                    .text(0x90, "Forged test\0")
                    .text(0xA0, "Forged test ROM\0")
                    .last());
    for (int i = 0; i < 3; i++) {
      rom.image(
          ImageForge.vendor(0xFF, 4, PcirForge.pcir().ids(LSI, 0x0072).classCode(0x010700))
              .seed(80 + i));
    }
    return rom.build();
  }

  /**
   * A network boot ROM: an x86 image with a device list at an odd offset far from its pointer, two
   * Plug and Play headers and UNDI; then an EFI image of 129 KiB, whose size needs 16 bits.
   */
  public static byte[] ipxe() {
    ImageForge legacy =
        ImageForge.legacy(8, INTEL, 0x100E)
            .classCode(0x020000)
            .deviceList(0x1C + 0x4BF, 0x100E, 0x100F, 0x10D3)
            .undi(0x60, UndiForge.build(0x200, 0x1000, 0x2000, 0x4000))
            .pnp(
                0x80,
                PnpForge.start()
                    .next(0xA0)
                    .names(0xD0, 0xE0)
                    .deviceType(0x020000)
                    .vectors(0, 0x180))
            .pnp(
                0xA0, PnpForge.start().names(0xD0, 0xE0).deviceType(0x020000).vectors(0x184, 0x188))
            .text(0xD0, "Forged test\0")
            .text(0xE0, "Forged test ROM\0");
    int blocks = 0x102;
    return RomForge.start()
        .image(legacy)
        .image(
            ImageForge.efi(blocks, INTEL, 0x100E, PeForge.x64())
                .classCode(0x020000)
                .sums(blocks)
                .last())
        .build();
  }

  /** Two Open Firmware images. */
  public static byte[] fcode() {
    return RomForge.start()
        .image(ImageForge.fcode(8, 0x1002, 0x5159).classCode(0x030000))
        .image(ImageForge.fcode(4, 0x1002, 0x5159).classCode(0x038000).seed(81).last())
        .build();
  }

  /** One PA-RISC image. */
  public static byte[] paRisc() {
    return ImageForge.paRisc(8, LSI, 0x000F).classCode(0x010000).last().build();
  }

  /** An ISA ROM: valid header and sum, and no PCI data structure. */
  public static byte[] isa() {
    return ImageForge.legacy(8, 0, 0).pcirAt(0).text(0x80, "Forged test ROM\0").build();
  }

  /** Emulated graphics, whose PCI data structure stands near the end of 24 KiB. */
  public static byte[] seavga() {
    return ImageForge.legacy(48, 0x1234, 0x1111)
        .classCode(0x030000)
        .pcirAt(0x5EDC)
        .text(0x1E, "IBM")
        .text(0x80, "Forged VGA ROM (version 1.0)\0")
        .last()
        .build();
  }

  /** Intel's graphics: an x86 image with a video BIOS table in its middle. */
  public static byte[] intelVbt() {
    return ImageForge.legacy(16, INTEL, 0x0406)
        .classCode(0x030000)
        .text(0x60, "Forged VGA ROM\0")
        .put(0xAB0, VbtForge.laptop().mipiSequence(0x40).block(43, new byte[7]).build())
        .last()
        .build();
  }

  /** The smallest ROM: an x86 image of one block. */
  public static byte[] minimal() {
    return ImageForge.legacy(1, INTEL, 0x10D3).classCode(0x020000).last().build();
  }

  /** The smallest ROM for both kinds of firmware: x86 in one block, EFI in two. */
  public static byte[] minimalHybrid() {
    return RomForge.start()
        .image(ImageForge.legacy(1, INTEL, 0x10D3).classCode(0x020000))
        .image(ImageForge.efi(2, INTEL, 0x10D3, PeForge.x64()).classCode(0x020000).last())
        .build();
  }

  /** An EFI image alone. */
  public static byte[] efiOnly() {
    return ImageForge.efi(8, INTEL, 0x10D3, PeForge.x64()).classCode(0x020000).last().build();
  }

  /** An x86 image of revision 3 with a configuration utility and a DMTF CLP entry point. */
  public static byte[] configUtility() {
    int header = 0x400;
    int dmtf = 0x600;
    return ImageForge.legacy(8, INTEL, 0x1521)
        .classCode(0x020000)
        .pcir(p -> p.revision3().maxRuntime(4).configUtilityAt(header).dmtfAt(dmtf))
        .put(header, ConfigUtilityForge.build(4, "Forged test utility"))
        .put(dmtf, 0xCB)
        .last()
        .build();
  }

  /** Ten thousand images of one block, only the last of which says so. */
  public static byte[] tenThousand() {
    return RomForge.start()
        .image(ImageForge.legacy(1, INTEL, 0x10D3).classCode(0x020000))
        .copies(9_999)
        .bytes(minimal())
        .build();
  }
}
