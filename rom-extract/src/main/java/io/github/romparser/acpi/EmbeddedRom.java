package io.github.romparser.acpi;

import io.github.romparser.bytes.Slice;
import io.github.romparser.rom.RomChain;
import io.github.romparser.rom.RomImage;
import io.github.romparser.rom.RomReader;
import io.github.romparser.sign.Sha256;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A ROM that stands in Buffers of ACPI tables.
 *
 * @param path name of the first Buffer; empty where it has none
 * @param pieces names of all its Buffers, in the order of the ROM
 * @param table index of the table of the first
 * @param chain the ROM, read
 * @param bytes of the ROM, without what follows it
 * @param missing how many bytes its headers promise that no Buffer has
 */
public record EmbeddedRom(
    String path, List<String> pieces, int table, RomChain chain, Slice bytes, long missing) {

  /** So many are read; tables of real machines have one or two. */
  private static final int MOST = 64;

  /** What an initialiser leaves out at most; pieces of a ROM have 32 to 256 KiB. */
  private static final long MOST_ZEROS = 0x10_0000;

  /**
   * Copies the names.
   *
   * @param path name of the first Buffer, or empty
   * @param pieces copied; names of all Buffers, in the order of the ROM
   * @param table index of the table of the first Buffer
   * @param chain the ROM, with one image at least
   * @param bytes of the ROM alone
   * @param missing how many bytes no Buffer has
   */
  public EmbeddedRom {
    pieces = List.copyOf(pieces);
  }

  /** {@return the first image, whose ids are the ROM's} */
  public RomImage first() {
    return chain.images().get(0);
  }

  /** {@return the SHA-256 of the bytes, as 64 lower-case hex digits} */
  public String sha256() {
    return Sha256.hex(bytes);
  }

  /**
   * {@return what a file with the ROM is called: the first image's vendor and device id, then the
   * first eight digits of the digest, as in {@code 1002-73bf_0123abcd.rom}}
   */
  public String fileName() {
    return String.format(
        Locale.US,
        "%04x-%04x_%s.rom",
        first().dataStructure().vendorId(),
        first().dataStructure().deviceId(),
        sha256().substring(0, 8));
  }

  /**
   * Looks for ROMs that begin in one of some pieces and go on in the next of its series.
   *
   * @return each ROM once, in the order of the pieces
   */
  static List<EmbeddedRom> find(List<RomPiece> pieces) {
    Map<String, List<RomPiece>> series = new LinkedHashMap<>();
    int unnamed = 0;
    for (RomPiece piece : pieces) {
      String key = piece.name().isEmpty() ? "unnamed " + unnamed++ : piece.series();
      series.computeIfAbsent(key, k -> new ArrayList<>()).add(piece);
    }
    Map<String, EmbeddedRom> roms = new LinkedHashMap<>();
    int read = 0;
    for (List<RomPiece> all : series.values()) {
      all.sort(Comparator.comparing(RomPiece::order));
      for (int i = 0; i < all.size(); ) {
        int from = i;
        i++;
        if (read == MOST || !begins(all.get(from))) {
          continue;
        }
        read++;
        // A later image of the same ROM may begin a piece too, so the walk says where it ends.
        Optional<EmbeddedRom> rom = of(all.subList(from, all.size()));
        if (rom.isPresent()) {
          roms.putIfAbsent(rom.get().sha256(), rom.get());
          i = from + rom.get().pieces().size();
        }
      }
    }
    return List.copyOf(roms.values());
  }

  private static boolean begins(RomPiece piece) {
    return piece.bytes().has(0, 2)
        && piece.bytes().u16(0) == 0xaa55
        && RomReader.readChain(piece.bytes(), 0).isPresent();
  }

  private static Optional<EmbeddedRom> of(List<RomPiece> pieces) {
    ByteBag bag = new ByteBag((int) RomChunks.MOST);
    int[] ends = new int[pieces.size()];
    for (int i = 0; i < ends.length; i++) {
      RomPiece piece = pieces.get(i);
      bag.add(piece.bytes());
      long zeros = Math.min(piece.size() - piece.bytes().length(), MOST_ZEROS);
      for (long k = 0; k < zeros; k++) {
        bag.add(0);
      }
      ends[i] = bag.size();
    }
    Slice all = bag.slice();
    return RomReader.readChain(all, 0).map(chain -> of(pieces, ends, all, chain));
  }

  private static EmbeddedRom of(List<RomPiece> pieces, int[] ends, Slice all, RomChain chain) {
    // Where its headers say a length of 0, all may belong to it.
    long end = chain.end() == 0 ? all.length() : chain.end();
    return new EmbeddedRom(
        path(pieces.get(0)),
        pieces.subList(0, count(ends, end)).stream().map(EmbeddedRom::path).toList(),
        pieces.get(0).table(),
        chain,
        all.clamp(0, end),
        missing(chain, all.length()));
  }

  /** How many pieces reach up to an end; one at least. */
  private static int count(int[] ends, long end) {
    int count = 1;
    while (count < ends.length && ends[count - 1] < end) {
      count++;
    }
    return count;
  }

  private static String path(RomPiece piece) {
    if (piece.name().isEmpty()) {
      return "";
    }
    return piece.scope().isEmpty() || piece.scope().equals("\\")
        ? piece.scope() + piece.name()
        : piece.scope() + "." + piece.name();
  }

  /** How far the images reach past the end. */
  private static long missing(RomChain chain, long length) {
    long end = chain.end();
    for (RomImage image : chain.images()) {
      end = Math.max(end, image.offset() + image.dataStructure().imageLength());
    }
    return Math.max(0, end - length);
  }
}
