package io.github.romparser.testdata;

import java.util.Arrays;

/**
 * ROMs of the size that real ones have, for documents and demonstrations. Tests, which read
 * thousands of them, have the small ones of {@link RomForge#named}.
 */
public final class EverydayRoms {
  private static final int[] KEPLER = {0x80, 0x07, 0x35, 0x00, 0xF0};
  private static final int KEPLER_DEVICE = 0x0FC6;
  private static final int VGA = 0x030000;

  /** Blocks of an x86 image, 63 KiB. */
  private static final int LEGACY = 126;

  /** Blocks of an EFI image, 55 KiB. */
  private static final int EFI = 110;

  private static final int RX_DEVICE = 0x73FF;

  private EverydayRoms() {}

  /** A Kepler card as a flash tool saves it: the chip's header, the PCI images, NVIDIA's own. */
  public static byte[] nvidiaFlash() {
    byte[] chain =
        RomForge.start()
            .image(NvidiaParts.legacy(LEGACY, KEPLER_DEVICE, VGA, KEPLER, false, 0))
            .image(
                ImageForge.efiCompressed(
                        EFI,
                        NvidiaParts.VENDOR,
                        KEPLER_DEVICE,
                        PeForge.x64().name("NVIDIA GPU UEFI Driver").binding(0x10038))
                    .classCode(VGA)
                    .pcir(PcirForge::revision3)
                    .npde(NpdeForge.efi(0x10038))
                    .seed(81)
                    .sums(EFI)
                    .last())
            .image(NvidiaParts.extension(46, 0x0FC0, 82))
            .image(ImageForge.nvidiaNotebook(1).npde(NpdeForge.plain().last(true)).last())
            .build();
    return IfrForge.version(2).subsystem(0x1028, 0x0772).imageAt(0x600).before(chain);
  }

  /** The same as Linux reads it through the ROM BAR: it ends behind the last PCI image. */
  public static byte[] nvidiaSysfs() {
    return Arrays.copyOfRange(nvidiaFlash(), 0x600, 0x600 + (LEGACY + EFI) * ImageForge.BLOCK);
  }

  /** A newer AMD card: an x86 image, and compressed EFI drivers for x64 and AArch64. */
  public static byte[] amdCard() {
    return RomForge.start()
        .image(
            AtomForge.atom()
                .names("113-FORGED-004", "FORGED23", "F004 Forged23 XT 8GB")
                .subsystem(0x1DA2, 0xE448)
                .command(0, 0x20)
                .data(15, 7, 1, 0x80)
                .into(
                    ImageForge.legacy(LEGACY, AmdLayouts.VENDOR, RX_DEVICE)
                        .classCode(VGA)
                        .pcirAt(AmdLayouts.PCIR)
                        .seed(RX_DEVICE)))
        .image(amdDriver(PeForge.x64().name("AMD GOP X64 Release Driver")))
        .image(amdDriver(PeForge.aa64().name("AMD GOP AARCH64 Release Driver")).last())
        .build();
  }

  private static ImageForge amdDriver(PeForge driver) {
    return ImageForge.efiCompressed(EFI, AmdLayouts.VENDOR, RX_DEVICE, driver)
        .classCode(VGA)
        .seed(83);
  }

  /** A bare display driver, as it lies in the firmware of machines. */
  public static byte[] displayDriver(String name) {
    return PeForge.x64().name(name).size(0x10000).seed(84).build();
  }
}
