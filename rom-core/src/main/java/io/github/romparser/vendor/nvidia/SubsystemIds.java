package io.github.romparser.vendor.nvidia;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.rom.LegacyImage;
import io.github.romparser.rom.Prefix;
import io.github.romparser.rom.RomChain;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.RomImage;
import io.github.romparser.rom.header.IfrHeader;
import io.github.romparser.rom.header.Npde;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which board an NVIDIA ROM was built for: the PCI subsystem ids.
 *
 * <p>There are up to three places, and the first that tells counts (measured on published ROMs):
 * the flash header, the NPDE of an image, and before Pascal the x86 image itself. Ids of 0000, of
 * ffff:ffff and 10de:0000 tell nothing; laptop ROMs have them in the NPDE while the flash header
 * names the board.
 *
 * @param claims what each place says that tells, in the order above; never empty
 */
public record SubsystemIds(List<Claim> claims) {

  /** NVIDIA's vendor id, which with device 0000 says that there is no board. */
  public static final int NVIDIA = 0x10de;

  /** Where an x86 image keeps the ids before Pascal, in bytes from its start (measured). */
  private static final int LEGACY_PLACE = 0x54;

  /** What newer images have there instead. */
  private static final String NO_IDS = "PMID";

  /** Places that tell a board. */
  public enum Source {
    /** The flash header "NVGI" in front of the ROM, offset 0x0C. */
    NVGI("flash header"),
    /** The NPDE of an image, offset 0x10. */
    NPDE("NPDE"),
    /** The x86 image, offset 0x54. */
    X86_IMAGE("x86 image");

    private final String title;

    Source(String title) {
      this.title = title;
    }

    /** {@return a name for people, such as "flash header"} */
    public String title() {
      return title;
    }
  }

  /**
   * What one place says.
   *
   * @param source the place
   * @param vendorId of the board's maker
   * @param deviceId of the board
   * @param range the four bytes, in bytes from the start of the file
   */
  public record Claim(Source source, int vendorId, int deviceId, Range range) {

    /**
     * {@return whether both name the same board, wherever they stand}
     *
     * @param other what another place says
     */
    public boolean sameIds(Claim other) {
      return vendorId == other.vendorId && deviceId == other.deviceId;
    }

    private boolean tells() {
      return vendorId != 0 && deviceId != 0 && (vendorId != 0xffff || deviceId != 0xffff);
    }
  }

  /**
   * Copies the list.
   *
   * @param claims copied; the first is the one that counts
   */
  public SubsystemIds {
    claims = List.copyOf(claims);
  }

  /**
   * {@return the board of a chain; empty if nothing tells}
   *
   * @param rom the file, whose flash header tells the board of its first chain alone
   * @param chain one of the file's chains
   */
  public static Optional<SubsystemIds> of(RomFile rom, RomChain chain) {
    return of(rom, chain, image -> NvidiaVersion.of(image.bytes()));
  }

  /**
   * The board of a chain.
   *
   * @param version tells the version of an x86 image
   */
  static Optional<SubsystemIds> of(
      RomFile rom, RomChain chain, Function<RomImage, Optional<BiosVersion>> version) {
    List<Claim> claims = new ArrayList<>();
    // The flash header leads to the first chain.
    if (rom.chains().get(0).offset() == chain.offset()) {
      rom.prefix().flatMap(Prefix::ifr).map(SubsystemIds::claim).ifPresent(claims::add);
    }
    chain.images().stream()
        .flatMap(image -> image.npde().stream())
        .flatMap(npde -> claim(npde).stream())
        .filter(Claim::tells)
        .findFirst()
        .ifPresent(claims::add);
    chain.images().stream()
        .filter(SubsystemIds::ofNvidia)
        .findFirst()
        .flatMap(image -> claim(image, version))
        .ifPresent(claims::add);
    claims.removeIf(claim -> !claim.tells());
    return claims.isEmpty() ? Optional.empty() : Optional.of(new SubsystemIds(claims));
  }

  private static boolean ofNvidia(RomImage image) {
    return image instanceof LegacyImage && image.dataStructure().vendorId() == NVIDIA;
  }

  private static Claim claim(IfrHeader ifr) {
    return new Claim(
        Source.NVGI,
        ifr.subsystemVendorId(),
        ifr.subsystemId(),
        new Range(ifr.offset() + IfrHeader.SUBSYSTEM, 4));
  }

  private static Optional<Claim> claim(Npde npde) {
    return npde.subsystemVendorId().isEmpty() || npde.subsystemId().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Claim(
                Source.NPDE,
                npde.subsystemVendorId().getAsInt(),
                npde.subsystemId().getAsInt(),
                new Range(npde.offset() + Npde.SUBSYSTEM, 4)));
  }

  private static Optional<Claim> claim(
      RomImage of, Function<RomImage, Optional<BiosVersion>> version) {
    Slice image = of.bytes();
    if (!image.has(LEGACY_PLACE, 4)
        || image.startsWith(LEGACY_PLACE, NO_IDS)
        || version.apply(of).filter(Generation::beforePascal).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Claim(
            Source.X86_IMAGE,
            image.u16(LEGACY_PLACE),
            image.u16(LEGACY_PLACE + 2),
            new Range(image.offset() + LEGACY_PLACE, 4)));
  }

  /** {@return the PCI subsystem vendor id that counts} */
  public int vendorId() {
    return claims.get(0).vendorId();
  }

  /** {@return the PCI subsystem device id that counts} */
  public int deviceId() {
    return claims.get(0).deviceId();
  }

  /** {@return the place whose ids count} */
  public Source source() {
    return claims.get(0).source();
  }

  /** {@return the places that name another board than the one that counts; empty if all agree} */
  public List<Claim> disagreeing() {
    return claims.stream().filter(claim -> !claim.sameIds(claims.get(0))).toList();
  }
}
