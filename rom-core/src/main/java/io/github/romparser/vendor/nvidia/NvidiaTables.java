package io.github.romparser.vendor.nvidia;

import io.github.romparser.bytes.Slice;
import io.github.romparser.finding.Finding;
import io.github.romparser.rom.LegacyImage;
import io.github.romparser.rom.RomChain;
import io.github.romparser.rom.RomFile;
import io.github.romparser.vendor.VendorTables;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What NVIDIA's VBIOS says in its own tables. They stand in the x86 image; the microcode that they
 * lead to stands in the extension images behind it.
 *
 * @param bit the BIOS information table; cards since the GeForce 6
 * @param bmp the structure before it; only where there is no BIT
 * @param version the version that nvflash prints: of token 'B', else of 'i', of the strings or of
 *     the BMP structure
 * @param oemVersion token 'B': the version with the board maker's number
 * @param build token 'i': what NVIDIA built, for which board and when
 * @param strings token 'S'
 * @param uefi token 'u'
 * @param pllTable token 'C': place of the table of clock generators, as NVIDIA's pointers count,
 *     that is with the extension images right behind the x86 image; empty if it is 0
 * @param falconPointer token 'p', version 2: place of the microcode table, counted in the same way;
 *     empty if it is 0
 * @param falcon the microcode table; empty if the file does not have the extension images
 * @param date x86 image offset 0x38, 8 characters: when the image was last put together, MM/DD/YY
 * @param pmid where the mark "PMID" stands, in bytes from the start of the x86 image: 0x54 since
 *     Pascal, 0x72 or 0x7B before (measured)
 * @param subsystem which board it was built for
 * @param generation the generation of the chip, by the version
 * @param editSigns signs that it was changed after it was built
 * @param signatures what there is for verifying it
 * @param findings what is wrong or worth knowing, in the order of the file
 */
public record NvidiaTables(
    Optional<BitTable> bit,
    Optional<BmpTable> bmp,
    Optional<BiosVersion> version,
    Optional<BiosVersion> oemVersion,
    Optional<BuildData> build,
    Optional<BiosStrings> strings,
    Optional<UefiData> uefi,
    OptionalLong pllTable,
    OptionalLong falconPointer,
    Optional<FalconTable> falcon,
    Optional<String> date,
    OptionalInt pmid,
    Optional<SubsystemIds> subsystem,
    Optional<Generation> generation,
    Set<EditSign> editSigns,
    SignatureMaterial signatures,
    List<Finding> findings)
    implements VendorTables {

  private static final int DATE = 0x38;

  /** Where "PMID" stands at the latest, in bytes from the start of the image. */
  private static final int PMID_REACH = 0x100;

  /**
   * Copies the collections.
   *
   * @param bit the BIOS information table; empty before the GeForce 6
   * @param bmp the structure before it; empty where there is a BIT
   * @param version the version that nvflash prints; empty if nothing tells it
   * @param oemVersion the version with the board maker's number, of token 'B'
   * @param build what token 'i' says; empty without it
   * @param strings what token 'S' leads to; empty without it
   * @param uefi what token 'u' says; empty without it
   * @param pllTable place of the table of clock generators, as NVIDIA's pointers count; empty for
   *     none
   * @param falconPointer place of the microcode table, counted in the same way; empty for none
   * @param falcon the microcode table; empty if it is not in the file
   * @param date MM/DD/YY; empty if none stands at its place
   * @param pmid place of the mark "PMID" in bytes from the start of the x86 image; empty if it is
   *     not in the first 256
   * @param subsystem which board it was built for; empty if nothing tells
   * @param generation the generation of the chip; empty if the version does not tell
   * @param editSigns copied; signs that it was changed
   * @param signatures what there is for verifying it
   * @param findings copied; in the order of the file
   */
  public NvidiaTables {
    editSigns = Set.copyOf(editSigns);
    findings = List.copyOf(findings);
  }

  /**
   * Reads the tables of an x86 image.
   *
   * @param rom the file
   * @param chain the chain that the image is in
   * @param image the image that the tables are looked for in; the microcode may stand in later
   *     images of the chain
   * @return empty if it is not NVIDIA's: another vendor id, and neither a BIT with a right sum nor
   *     a BMP structure
   */
  public static Optional<NvidiaTables> read(RomFile rom, RomChain chain, LegacyImage image) {
    Slice bytes = image.bytes();
    Optional<BitTable> bit = BitTable.find(bytes);
    Optional<BmpTable> bmp = bit.isPresent() ? Optional.empty() : BmpTable.find(bytes);
    boolean ids = image.dataStructure().vendorId() == SubsystemIds.NVIDIA;
    if (!ids && bit.filter(BitTable::sumIsRight).isEmpty() && bmp.isEmpty()) {
      return Optional.empty();
    }
    Optional<BuildData> build = bit.flatMap(table -> NvidiaVersion.buildData(bytes, table));
    Optional<BiosVersion> oem = bit.flatMap(table -> NvidiaVersion.biosData(bytes, table));
    Optional<BiosStrings> strings = bit.flatMap(table -> NvidiaVersion.strings(bytes, table));
    Optional<BiosVersion> version =
        oem.or(() -> build.map(BuildData::version))
            .or(() -> strings.flatMap(BiosStrings::biosVersion))
            .or(() -> bmp.map(BmpTable::version));
    PointerSpace space = PointerSpace.of(rom, chain, image);
    OptionalLong falconPointer = bit.isPresent() ? falcon(bytes, bit.get()) : OptionalLong.empty();
    OptionalLong falconPlace =
        falconPointer.isPresent() ? space.place(falconPointer.getAsLong()) : OptionalLong.empty();
    Optional<FalconTable> falcon =
        falconPlace.isPresent()
            ? FalconTable.read(space, falconPlace.getAsLong())
            : Optional.empty();
    int pmid = bytes.clamp(0, PMID_REACH).indexOf("PMID", 0);
    NvidiaTables tables =
        new NvidiaTables(
            bit,
            bmp,
            version,
            oem,
            build,
            strings,
            bit.flatMap(table -> table.data(bytes, 'u', UefiData.LENGTH)).map(UefiData::read),
            bit.isPresent() ? pll(bytes, bit.get()) : OptionalLong.empty(),
            falconPointer,
            falcon,
            LegacyDate.read(bytes, DATE),
            pmid < 0 ? OptionalInt.empty() : OptionalInt.of(pmid),
            SubsystemIds.of(
                rom,
                chain,
                other ->
                    other.offset() == image.offset() ? version : NvidiaVersion.of(other.bytes())),
            version.flatMap(Generation::of),
            Set.of(),
            SignatureMaterial.of(chain, falcon),
            List.of());
    return Optional.of(
        tables.with(
            tables.signs(image), new NvidiaFindings(image, tables, space, falconPlace).find()));
  }

  private NvidiaTables with(Set<EditSign> signs, List<Finding> found) {
    return new NvidiaTables(
        bit,
        bmp,
        version,
        oemVersion,
        build,
        strings,
        uefi,
        pllTable,
        falconPointer,
        falcon,
        date,
        pmid,
        subsystem,
        generation,
        signs,
        signatures,
        found);
  }

  /** Token 'p': its first 4 bytes. Version 1 is another structure. */
  private static OptionalLong falcon(Slice image, BitTable bit) {
    return bit.token('p').filter(token -> token.dataVersion() == 2).isPresent()
        ? pointer(bit.data(image, 'p', 4).map(data -> data.u32(0)))
        : OptionalLong.empty();
  }

  /** Token 'C': version 1 offset 0x08, 2 bytes, version 2 offset 0x00, 4 bytes (nouveau pll.c). */
  private static OptionalLong pll(Slice image, BitTable bit) {
    return switch (bit.token('C').map(BitToken::dataVersion).orElse(0)) {
      case 1 -> pointer(bit.data(image, 'C', 10).map(data -> (long) data.u16(8)));
      case 2 -> pointer(bit.data(image, 'C', 4).map(data -> data.u32(0)));
      default -> OptionalLong.empty();
    };
  }

  private static OptionalLong pointer(Optional<Long> value) {
    return value.filter(pointer -> pointer != 0).isPresent()
        ? OptionalLong.of(value.get())
        : OptionalLong.empty();
  }

  private Set<EditSign> signs(LegacyImage image) {
    Set<EditSign> signs = EnumSet.noneOf(EditSign.class);
    if (image.sums().vendor().orElse(0) != 0 && image.sums().pci().orElse(1) == 0) {
      signs.add(EditSign.SUM);
    }
    if (stamped()) {
      signs.add(EditSign.STAMP);
    }
    if (stringsDiffer()) {
      signs.add(EditSign.VERSION);
    }
    return signs;
  }

  /** Whether one of the versions is a stamp. */
  boolean stamped() {
    return oemVersion.filter(BiosVersion::isStamp).isPresent()
        || build.map(BuildData::version).filter(BiosVersion::isStamp).isPresent()
        || strings.flatMap(BiosStrings::biosVersion).filter(BiosVersion::isStamp).isPresent();
  }

  /**
   * Whether the version string names another version than token 'B', or another build than token
   * 'i'. That 'i' has another last byte is normal.
   */
  boolean stringsDiffer() {
    Optional<BiosVersion> said = strings.flatMap(BiosStrings::biosVersion);
    return said.isPresent()
        && (oemVersion.filter(told -> !told.equals(said.get())).isPresent()
            || build.filter(told -> !told.version().sameBuild(said.get())).isPresent());
  }
}
