package io.github.romparser.export;

import io.github.romparser.efi.EfiDriver;
import io.github.romparser.rom.EfiImage;
import io.github.romparser.rom.FcodeImage;
import io.github.romparser.rom.LegacyImage;
import io.github.romparser.rom.RomChain;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.RomImage;
import io.github.romparser.rom.header.EfiMachine;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;

/**
 * Takes a ROM apart: every image of every chain, and behind each EFI image its driver,
 * decompressed. What stands before, between and behind the chains is left out.
 *
 * <p>The names depend on place and kind alone. The pieces are made one by one while they are asked
 * for, so that only one driver is in memory at a time.
 */
public final class RomExport implements Iterable<Export> {

  /** How many images are taken; real ROMs have fewer than ten. */
  public static final int MOST_IMAGES = 1000;

  /** How many bytes all pieces have together at most. */
  public static final long MOST_BYTES = 512L << 20;

  private final List<Place> places = new ArrayList<>();
  private final int left;
  private final long mostBytes;

  /** An image and its chain. */
  private record Place(int chain, RomImage image) {
    boolean efi() {
      return image instanceof EfiImage;
    }

    /** The name without an ending. */
    String stem() {
      return "chain" + chain + "-image" + image.index() + "-" + kind(image);
    }
  }

  private RomExport(RomFile rom, long mostBytes) {
    this.mostBytes = mostBytes;
    int images = 0;
    List<RomChain> chains = rom.chains();
    for (int chain = 0; chain < chains.size(); chain++) {
      for (RomImage image : chains.get(chain).images()) {
        if (images++ < MOST_IMAGES) {
          places.add(new Place(chain, image));
        }
      }
    }
    this.left = images - places.size();
  }

  /**
   * {@return the pieces of a ROM; none if there is no chain}
   *
   * @param rom of whose images the first {@link #MOST_IMAGES} are taken
   */
  public static RomExport of(RomFile rom) {
    return new RomExport(rom, MOST_BYTES);
  }

  static RomExport of(RomFile rom, long mostBytes) {
    return new RomExport(rom, mostBytes);
  }

  /** {@return how many images are left out because there are more than {@link #MOST_IMAGES}} */
  public int left() {
    return left;
  }

  /**
   * {@return the names of all pieces, in their order; no two are the same} An EFI image has two:
   * its own, and behind it that of its driver.
   */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    for (Place place : places) {
      names.add(imageName(place));
      if (place.efi()) {
        names.add(driverName(place));
      }
    }
    return List.copyOf(names);
  }

  /** The pieces in the order of {@link #names}, each made when it is asked for. */
  @Override
  public Iterator<Export> iterator() {
    return new Pieces();
  }

  private static String imageName(Place place) {
    boolean known =
        place.efi() || place.image() instanceof LegacyImage || place.image() instanceof FcodeImage;
    return place.stem() + (known ? ".rom" : ".bin");
  }

  private static String driverName(Place place) {
    return place.stem() + ".efi";
  }

  private static String kind(RomImage image) {
    if (image instanceof EfiImage efi) {
      int machine = efi.efi().machine();
      return "efi-"
          + EfiMachine.of(machine)
              .map(known -> known.name().toLowerCase(Locale.ROOT))
              .orElseGet(() -> String.format(Locale.US, "%04x", machine));
    }
    if (image instanceof LegacyImage) {
      return "legacy";
    }
    return image instanceof FcodeImage
        ? "fcode"
        : String.format(Locale.US, "type%02x", image.dataStructure().codeType());
  }

  private final class Pieces implements Iterator<Export> {

    private int next;
    private boolean driver;
    private long bytes;

    @Override
    public boolean hasNext() {
      return next < places.size();
    }

    @Override
    public Export next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Place place = places.get(next);
      Export piece = driver ? driver(place, (EfiImage) place.image()) : bounded(image(place));
      driver = !driver && place.efi();
      if (!driver) {
        next++;
      }
      return piece;
    }

    private Export.Piece image(Place place) {
      return new Export.WholeImage(imageName(place), place.chain(), place.image());
    }

    private Export driver(Place place, EfiImage image) {
      String name = driverName(place);
      long most = Math.min(EfiDriver.MOST_BYTES, mostBytes - bytes);
      EfiDriver driver = EfiDriver.of(image, most);
      if (driver instanceof EfiDriver.Loaded loaded) {
        return bounded(
            new Export.Driver(
                name, place.chain(), image, loaded.bytes(), loaded.compressed(), loaded.pe()));
      }
      return Export.NoDriver.of(name, place.chain(), image, (EfiDriver.Unreadable) driver);
    }

    private Export bounded(Export.Piece piece) {
      if (piece.bytes().length() > mostBytes - bytes) {
        return new Export.TooMuch(piece.name(), piece.chain(), piece.image());
      }
      bytes += piece.bytes().length();
      return piece;
    }
  }
}
