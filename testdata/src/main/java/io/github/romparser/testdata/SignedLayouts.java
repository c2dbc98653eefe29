package io.github.romparser.testdata;

import java.time.Instant;

/** Layouts whose EFI drivers are signed. */
public final class SignedLayouts {
  private static final int VENDOR = 0x1002;
  private static final int DEVICE = 0x73BF;
  private static final int DISPLAY = 0x030000;

  /** Common name of Microsoft's CA for option ROMs from 2011 to 2026. */
  private static final String CA_2011 = "Microsoft Corporation UEFI CA 2011";

  private SignedLayouts() {}

  /** The driver of {@link #signedDriver} without its signature. */
  public static byte[] driver() {
    return PeForge.x64().build();
  }

  /** The driver of {@link #signedAmd} with its signature. */
  public static byte[] driverOf2011() {
    return of2011().sign(driver());
  }

  private static SignatureForge of2011() {
    return SignatureForge.by(
            CertificateForge.signer("Forged UEFI driver publisher").issuer(CA_2011))
        .with(CertificateForge.authority(CA_2011))
        .timeStamp(Instant.parse("2024-06-07T08:09:10Z"));
  }

  /** An x86 image, then an EFI image whose driver, not compressed, has a signature of its own. */
  public static byte[] signedDriver() {
    return hybrid(SignatureForge.own().sign(driver()));
  }

  /** The same with one byte of the driver changed after signing. */
  public static byte[] alteredDriver() {
    byte[] file = SignatureForge.own().sign(driver());
    file[0x200] ^= 1;
    return hybrid(file);
  }

  private static byte[] hybrid(byte[] file) {
    return RomForge.start()
        .image(ImageForge.legacy(1, VENDOR, DEVICE).classCode(DISPLAY))
        .image(ImageForge.efi(VENDOR, DEVICE, PeForge.x64(), file).classCode(DISPLAY).last())
        .build();
  }

  /**
   * As AMD has it: the driver is compressed, and signed under a CA of 2011 whose certificate is in
   * the signature, with a time stamp.
   */
  public static byte[] signedAmd() {
    return ImageForge.efiCompressed(VENDOR, DEVICE, PeForge.x64(), driverOf2011())
        .classCode(DISPLAY)
        .last()
        .build();
  }

  /** A driver for AArch64 with a signature over SHA-1. */
  public static byte[] signedAa64() {
    PeForge driver = PeForge.aa64();
    byte[] file = SignatureForge.own().digest("SHA1").sign(driver.build());
    return ImageForge.efi(VENDOR, DEVICE, driver, file).classCode(DISPLAY).last().build();
  }
}
