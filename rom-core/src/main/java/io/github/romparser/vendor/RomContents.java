package io.github.romparser.vendor;

import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.EfiDecompressor;
import io.github.romparser.efi.EfiDriver;
import io.github.romparser.finding.Argument;
import io.github.romparser.finding.Finding;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.rom.EfiImage;
import io.github.romparser.rom.LegacyImage;
import io.github.romparser.rom.RomChain;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.RomImage;
import io.github.romparser.vendor.amd.AmdTables;
import io.github.romparser.vendor.generic.GenericTables;
import io.github.romparser.vendor.gop.GopDriver;
import io.github.romparser.vendor.intel.IntelTables;
import io.github.romparser.vendor.nvidia.NvidiaTables;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is in the images of a file: EFI drivers, decompressed, and what the makers' own tables say.
 * No signature is looked at.
 *
 * <p>This is where reading a ROM begins to cost: hundreds of microseconds instead of tens. Nothing
 * is kept behind the caller's back, so who asks keeps the answer.
 *
 * @param rom the file
 * @param chains what is in the images of each chain, in the order of the file
 * @param isaRom what the text of a ROM without PCI data structure says
 */
public record RomContents(
    RomFile rom, List<List<ImageContents>> chains, Optional<VendorTables> isaRom) {

  /** Bytes that all drivers of a file may have together. Real ROMs have a handful below 1 MiB. */
  public static final long MOST_DRIVER_BYTES = EfiDriver.MOST_BYTES;

  /**
   * Images of real ROMs do not overlap; a file may claim that they do, thousands of times, so all
   * together are read no more often than so, and once more for small ones.
   */
  private static final int TIMES = 4;

  private static final long LEAST = 1L << 20;

  /** So many findings of one kind are kept, as of those of the headers. */
  private static final int MOST_FINDINGS = 32;

  /**
   * Copies the lists.
   *
   * @param rom the file
   * @param chains copied, the inner lists too; one list for each chain of the file
   * @param isaRom what the text of a ROM without PCI data structure says
   */
  public RomContents {
    chains = chains.stream().map(List::copyOf).toList();
  }

  /**
   * Looks into all images of a file: drivers are decompressed, and makers' tables read.
   *
   * @param rom the file, whose headers are already read
   * @return what is in them; images of a file that claims far more than it has are left unread,
   *     with nothing in them
   */
  public static RomContents of(RomFile rom) {
    Reader reader = new Reader(rom);
    List<List<ImageContents>> chains = new ArrayList<>();
    for (RomChain chain : rom.chains()) {
      List<ImageContents> images = new ArrayList<>();
      for (RomImage image : chain.images()) {
        images.add(reader.read(chain, image));
      }
      chains.add(images);
    }
    Optional<VendorTables> isa =
        rom.isaRom()
            .flatMap(r -> GenericTables.read(rom.bytes().clamp(0, r.length())))
            .map(tables -> tables);
    return new RomContents(rom, chains, isa);
  }

  /**
   * {@return a file that nobody looks into: its images without anything in them}
   *
   * @param rom the file
   */
  public static RomContents unread(RomFile rom) {
    return new RomContents(
        rom,
        rom.chains().stream()
            .map(
                chain ->
                    chain.images().stream()
                        .map(
                            image ->
                                new ImageContents(
                                    image, Optional.empty(), Optional.empty(), List.of()))
                        .toList())
            .toList(),
        Optional.empty());
  }

  /** {@return all images, in the order of the file} */
  public List<ImageContents> images() {
    return chains.stream().flatMap(List::stream).toList();
  }

  /**
   * {@return what is in one image}
   *
   * @param chain index of its chain in the file, from 0
   * @param image its index in the chain, from 0
   * @throws IndexOutOfBoundsException if there is no such image
   */
  public ImageContents in(int chain, int image) {
    return chains.get(chain).get(image);
  }

  /**
   * {@return the first tables of a kind in the first chain; empty if it has none}
   *
   * @param <T> the kind
   * @param kind its class, such as that of {@link NvidiaTables}
   */
  public <T extends VendorTables> Optional<T> first(Class<T> kind) {
    return chains.stream()
        .limit(1)
        .flatMap(List::stream)
        .flatMap(contents -> contents.tables().stream())
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst();
  }

  /**
   * {@return what is wrong with what is in the images, in the order of the images; at most 32
   * findings of one kind}
   */
  public List<Finding> findings() {
    Map<FindingCode, Integer> counts = new EnumMap<>(FindingCode.class);
    List<Finding> findings = new ArrayList<>();
    for (ImageContents contents : images()) {
      for (Finding finding : contents.findings()) {
        if (counts.merge(finding.code(), 1, Integer::sum) <= MOST_FINDINGS) {
          findings.add(finding);
        }
      }
    }
    return findings;
  }

  /** {@return the file with these findings among its own, worst first} */
  public RomFile judged() {
    RomFile judged = rom;
    for (Finding finding : findings()) {
      judged = judged.with(finding);
    }
    return judged;
  }

  /** Reads image after image, and stops reading when a file claims too much. */
  private static final class Reader {
    private final RomFile rom;
    private long driverBytes = MOST_DRIVER_BYTES;
    private long imageBytes;

    Reader(RomFile rom) {
      this.rom = rom;
      this.imageBytes = LEAST + (long) TIMES * rom.bytes().length();
    }

    ImageContents read(RomChain chain, RomImage image) {
      imageBytes -= image.bytes().length();
      if (imageBytes < 0) {
        return new ImageContents(image, Optional.empty(), Optional.empty(), List.of());
      }
      if (image instanceof LegacyImage legacy) {
        Optional<VendorTables> tables = tables(chain, legacy);
        return new ImageContents(
            image, Optional.empty(), tables, tables.map(VendorTables::findings).orElse(List.of()));
      }
      return image instanceof EfiImage efi
          ? efi(efi)
          : new ImageContents(image, Optional.empty(), Optional.empty(), List.of());
    }

    private Optional<VendorTables> tables(RomChain chain, LegacyImage image) {
      Optional<? extends VendorTables> tables = NvidiaTables.read(rom, chain, image);
      if (tables.isEmpty()) {
        tables = AmdTables.read(image);
      }
      if (tables.isEmpty()) {
        tables = IntelTables.read(image);
      }
      if (tables.isEmpty()) {
        tables = GenericTables.read(image.bytes());
      }
      return tables.map(found -> found);
    }

    private ImageContents efi(EfiImage image) {
      EfiDriver driver = EfiDriver.of(image, driverBytes);
      if (driver instanceof EfiDriver.Loaded loaded) {
        Slice bytes = loaded.bytes();
        driverBytes = Math.max(0, driverBytes - bytes.length());
        Optional<GopDriver> gop =
            loaded.pe().flatMap(pe -> GopDriver.read(bytes, pe, image.npde()));
        return new ImageContents(
            image,
            Optional.of(driver),
            gop.map(found -> found),
            gop.map(GopDriver::findings).orElse(List.of()));
      }
      if (driverBytes < MOST_DRIVER_BYTES && isTooMuch(driver)) {
        // Those before it have used up what there is; nothing is wrong with this one.
        return new ImageContents(image, Optional.empty(), Optional.empty(), List.of());
      }
      return new ImageContents(
          image, Optional.of(driver), Optional.empty(), findings(image, driver));
    }

    private static boolean isTooMuch(EfiDriver driver) {
      return driver instanceof EfiDriver.Unreadable unreadable
          && unreadable
              .failure()
              .map(EfiDecompressor.Failure::reason)
              .equals(Optional.of(EfiDecompressor.Reason.LIMIT));
    }

    /**
     * What is wrong with a stream. That a driver begins outside of its image, and that an image is
     * cut off, was found while the headers were read.
     */
    private static List<Finding> findings(EfiImage image, EfiDriver driver) {
      boolean whole = image.effectiveLength() <= image.bytes().length();
      if (whole
          && driver instanceof EfiDriver.Unreadable unreadable
          && unreadable.failure().isPresent()) {
        return List.of(
            Finding.of(
                FindingCode.EFI_DECOMP, unreadable.range(), new Argument.Count(image.index())));
      }
      return List.of();
    }
  }
}
