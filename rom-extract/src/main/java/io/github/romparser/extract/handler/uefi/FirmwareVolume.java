package io.github.romparser.extract.handler.uefi;

import io.github.romparser.bytes.Slice;
import java.util.Map;
import java.util.Optional;

/**
 * The header of a firmware volume (PI 1.8 volume 3 §3.2.1, EFI_FIRMWARE_VOLUME_HEADER).
 *
 * <p>Offsets from its start: zero vector (0, 16 bytes), GUID of the file system (16, 16 bytes),
 * length of the volume (32, 8 bytes), {@code _FVH} (40), attributes (44, 4 bytes), length of this
 * header (48, 2 bytes), checksum (50), offset of the extended header or 0 (52, 2 bytes, since
 * revision 2), revision (55, 1 byte), and pairs of a count and a length of blocks (56, 4 bytes
 * each) that end with two zeros.
 *
 * @param fileSystem GUID of the file system
 * @param name GUID of the volume, from its extended header
 * @param length of the volume in bytes, cut at the end of the bytes that there are
 * @param claimed what the header says the length is
 * @param headerLength in bytes
 * @param extended offset of the extended header; 0 if there is none
 * @param firstFile offset of the first file, in bytes from the start of the volume
 * @param revision 1 or 2
 * @param erased the byte of erased flash: 0x00 or 0xff
 */
record FirmwareVolume(
    Guid fileSystem,
    Optional<Guid> name,
    long length,
    long claimed,
    int headerLength,
    int extended,
    long firstFile,
    int revision,
    int erased) {

  /** The signature. */
  static final String SIGNATURE = "_FVH";

  /** Offset of the signature, in bytes. */
  static final int SIGNATURE_AT = 40;

  /** The header with one pair of the block map and its end, in bytes. */
  static final int LEAST = 0x48;

  /** GUID and size of the extended header, in bytes. */
  static final int EXTENDED_LENGTH = 20;

  private static final int BLOCK_MAP = 56;
  private static final int PAIR = 8;

  /** Headers have some 0x48 to 0x80 bytes; what says it has more than this is none. */
  private static final int MOST_HEADER = 0x1000;

  /** Sizes from here on are not believed, as UEFITool does not. */
  private static final long MOST = 1L << 32;

  private static final long ERASE_POLARITY = 0x800;

  /** How the files in a volume are stored. */
  enum Files {
    /** As FFS 1 and 2 do. */
    FFS2,
    /** As FFS 3 does: files may be larger than 16 MiB. */
    FFS3,
    /** Nobody knows; perhaps as FFS 2. */
    UNKNOWN
  }

  private static final Map<Guid, Files> FILE_SYSTEMS =
      Map.ofEntries(
          system("7a9354d9-0468-444a-81ce-0bf617d890df", Files.FFS2), // FFS 1
          system("8c8ce578-8a3d-4f1c-9935-896185c32dd3", Files.FFS2), // FFS 2
          system("5473c07a-3dcb-4dca-bd6f-1e9689e7349a", Files.FFS3), // FFS 3
          system("04adeead-61ff-4d31-b6ba-64f8bf901f5a", Files.FFS2), // Apple, immutable
          system("bd001b8c-6a71-487b-a14f-0c2a2dcf7a5d", Files.FFS2), // Apple, authenticated
          system("ad3fffff-d28b-44c4-9f13-9ea98a97f9f0", Files.FFS2), // Intel
          system("d6a1cd70-4b33-4994-a6ea-375f2ccc5437", Files.FFS2), // Intel
          system("4f494156-aed6-4d64-a537-b8a5557bceec", Files.FFS2), // Sony
          system("16b45da2-7d70-4aea-a58d-760e9ecb841d", Files.FFS2), // Phoenix, PFH1
          system("e360bdba-c3ce-46be-8f37-b231e5cb9f35", Files.FFS2)); // Phoenix, PFH2

  private static Map.Entry<Guid, Files> system(String guid, Files files) {
    return Map.entry(Guid.of(guid), files);
  }

  /** How its files are stored. */
  Files files() {
    return FILE_SYSTEMS.getOrDefault(fileSystem, Files.UNKNOWN);
  }

  /** Whether there are fewer bytes than the volume should have. */
  boolean cut() {
    return claimed > length;
  }

  /**
   * Reads a header.
   *
   * @param at where it begins, in bytes from the start of {@code area}
   * @return empty if there is none
   */
  static Optional<FirmwareVolume> read(Slice area, long at) {
    if (!area.has(at, LEAST) || !area.startsWith(at + SIGNATURE_AT, SIGNATURE)) {
      return Optional.empty();
    }
    int revision = area.u8(at + 55);
    int headerLength = area.u16(at + 48);
    if (revision < 1
        || revision > 2
        || headerLength < BLOCK_MAP + PAIR
        || headerLength > MOST_HEADER
        || !area.has(at, headerLength)) {
      return Optional.empty();
    }
    long claimed = length(area, at, headerLength);
    if (claimed < headerLength) {
      return Optional.empty();
    }
    long length = Math.min(claimed, area.length() - at);
    Slice volume = area.slice(at, length);
    int extended = extended(volume, revision, headerLength);
    long first = headerLength;
    Optional<Guid> name = Optional.empty();
    if (extended > 0) {
      name = Optional.of(Guid.read(volume, extended));
      first = Math.max(first, extended + volume.u32(extended + Guid.LENGTH));
    }
    return Optional.of(
        new FirmwareVolume(
            Guid.read(volume, 16),
            name,
            length,
            claimed,
            headerLength,
            extended,
            FfsFile.align(first),
            revision,
            (volume.u32(44) & ERASE_POLARITY) != 0 ? 0xff : 0));
  }

  /**
   * What the header says: its length, or where that cannot be right or does not fit and the blocks
   * do, the sum of these; 0 if neither can be right.
   */
  private static long length(Slice area, long at, int headerLength) {
    long rest = area.length() - at;
    long stated = area.u32(at + 36) == 0 ? area.u32(at + 32) : MOST;
    long blocks = blocks(area, at, headerLength);
    boolean statedRight = stated >= LEAST && stated < MOST;
    boolean blocksRight = blocks >= LEAST && blocks < MOST;
    if (statedRight && (stated <= rest || !blocksRight || blocks > rest)) {
      // A volume of a header and nothing more, where the blocks say otherwise, is a lie.
      return blocksRight && blocks <= rest && stated <= headerLength ? blocks : stated;
    }
    return blocksRight ? blocks : 0;
  }

  private static long blocks(Slice area, long at, int headerLength) {
    long sum = 0;
    for (long pair = at + BLOCK_MAP; pair + PAIR <= at + headerLength; pair += PAIR) {
      long count = area.u32(pair);
      long size = area.u32(pair + 4);
      if ((count | size) == 0) {
        return sum;
      }
      sum += count * size;
      if (sum < 0 || sum >= MOST || count * size < 0) {
        return MOST;
      }
    }
    return sum;
  }

  /** Where the extended header is; 0 if there is none that could be. */
  private static int extended(Slice volume, int revision, int headerLength) {
    int at = revision == 1 ? 0 : volume.u16(52);
    if (at < headerLength || !volume.has(at, EXTENDED_LENGTH)) {
      return 0;
    }
    long size = volume.u32(at + Guid.LENGTH);
    return size >= EXTENDED_LENGTH && volume.has(at, size) ? at : 0;
  }
}
