package io.github.romparser.testdata;

/** The images that NVIDIA layouts are made of. */
final class NvidiaParts {
  static final int VENDOR = 0x10DE;

  /** Blocks of every x86 image here. */
  static final int LEGACY = 12;

  /** Blocks of every EFI image here. */
  static final int EFI = 8;

  /** Where the BIOS information table of an x86 image goes. */
  static final int BIT = 0x300;

  /** Where a falcon table stands in an extension image. */
  private static final int FALCON_TABLE = 0x100;

  private NvidiaParts() {}

  /**
   * An x86 image: markers, date, BIT, NPDE and sums as the VBIOS has them.
   *
   * @param pascal whether "PMID" stands where older ones keep the subsystem ids
   */
  static ImageForge legacy(int device, int classCode, int[] version, boolean pascal) {
    return legacy(LEGACY, device, classCode, version, pascal, 0);
  }

  /** The same with a size of its own and a pointer to falcon data, 0 for none. */
  static ImageForge legacy(
      int blocks, int device, int classCode, int[] version, boolean pascal, long falconData) {
    return legacy(blocks, device, classCode, pascal, BitForge.at(BIT, version).falcon(falconData));
  }

  /** The same with a table of its own, which was made for {@link #BIT}. */
  static ImageForge legacy(int blocks, int device, int classCode, boolean pascal, BitForge table) {
    ImageForge image =
        ImageForge.legacy(blocks, VENDOR, device)
            .classCode(classCode)
            .pcirAt(0x1B0)
            .npde(NpdeForge.legacy(0x1028, 0x0772))
            .deviceList(0x1F0, device)
            .entry(0x50)
            .text(0x05, "7400")
            .text(0x0E, "VIDEO ")
            .text(0x1E, "IBM VGA Compatible\0")
            .text(0x38, "11/01/26")
            .text(0x90, "Forged test ROM\0")
            .put(BIT, table.build());
    return pascal
        ? image.text(0x54, "PMID")
        : image.put(0x54, 0x28, 0x10, 0x72, 0x07).text(0x72, "PMID");
  }

  /** An EFI image with the version of its driver in the NPDE and a byte sum of 0. */
  static ImageForge efi(int device, int classCode, long gopVersion) {
    return ImageForge.efiCompressed(
            EFI, VENDOR, device, PeForge.x64().name("Forged test GOP driver"))
        .classCode(classCode)
        .pcir(PcirForge::revision3)
        .npde(NpdeForge.efi(gopVersion))
        .seed(gopVersion)
        .sums(EFI);
  }

  /** An extension image that neither table shall end at. */
  static ImageForge extension(int blocks, int device, long seed) {
    return ImageForge.nvidiaExtension(blocks, device).seed(seed);
  }

  /** An extension image with a falcon table of one entry, production FWSEC. */
  static ImageForge fwsec(int blocks, int device, long seed, int legacyBlocks, int firstBlocks) {
    int ucode = FALCON_TABLE + 0x40;
    long base = falconBase(legacyBlocks, firstBlocks);
    Canvas table =
        new Canvas(12)
            .put(0, new byte[] {1, 6, 6, 1}) // version, header and entry size, entries
            .u8(6, 0x85) // application: production FWSEC
            .u8(7, 0x07) // target
            .u32(8, base + ucode);
    return extension(blocks, device, seed)
        .put(FALCON_TABLE, table.bytes())
        .put(ucode, 0x01, 0x03, 0x2C, 0x00); // descriptor: version 3, 44 bytes
  }

  /** The pointer to the falcon table of the second extension image. */
  static long falconPointer(int legacyBlocks, int firstBlocks) {
    return falconBase(legacyBlocks, firstBlocks) + FALCON_TABLE;
  }

  /** Pointers count as if the extension images followed the x86 image at once. */
  private static long falconBase(int legacyBlocks, int firstBlocks) {
    return (long) (legacyBlocks + firstBlocks) * ImageForge.BLOCK;
  }
}
