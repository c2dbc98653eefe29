package io.github.romparser.extract.handler.installer;

import io.github.romparser.bytes.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How data entries are stored, which all have one length (dscharrer/innoextract,
 * src/setup/data.cpp; jrsoftware/issrc, Shared.Struct.pas, TSetupFileLocationEntry): slices (2
 * times 4 bytes), place of the chunk (4 or 8), place in it, size, stored size (3 times 8), hash,
 * time (8), version (8), flags.
 *
 * @param wide whether the place of the chunk has 8 bytes
 * @param hash bytes of the hash
 * @param flags bytes from the flags on
 * @param optimized number of a flag
 * @param encrypted number of a flag
 * @param compressed number of a flag
 */
record InnoDataLayout(
    boolean wide, int hash, int flags, int optimized, int encrypted, int compressed) {

  private static final int MD5 = 16;
  private static final int SHA1 = 20;
  private static final int SHA256 = 32;
  private static final int BEHIND_HASH = 16;

  /** From the first to the last, each of another length: 69, 70, 74, 75, 87, 85 and 89 bytes. */
  private static final List<InnoDataLayout> ALL =
      List.of(
          new InnoDataLayout(false, MD5, 1, 4, 6, 7),
          new InnoDataLayout(false, MD5, 2, 4, 6, 7),
          new InnoDataLayout(false, SHA1, 2, 4, 6, 7),
          new InnoDataLayout(false, SHA1, 3, 4, 6, 7),
          new InnoDataLayout(false, SHA256, 3, 4, 6, 7),
          new InnoDataLayout(false, SHA256, 1, 2, 3, 4),
          new InnoDataLayout(true, SHA256, 1, 2, 3, 4));

  /** The layout of a version. */
  static InnoDataLayout of(InnoVersion version) {
    List<Boolean> steps =
        List.of(
            version.from(5, 1, 13),
            version.from(5, 3, 9),
            version.from(6, 3, 0),
            version.from(6, 4, 0),
            version.from(6, 4, 3),
            version.from(6, 5, 2));
    return ALL.get((int) steps.stream().filter(passed -> passed).count());
  }

  /**
   * The entries of a block of which only the version is known: with the layout of the version if it
   * fits, otherwise with any of which all entries make sense; none if there is none.
   */
  static List<InnoData> guess(Slice block, InnoVersion version) {
    return Stream.concat(Stream.of(of(version)), ALL.stream())
        .filter(layout -> block.length() % layout.length() == 0)
        .map(layout -> layout.entries(block))
        .filter(entries -> entries.stream().allMatch(InnoData::sane))
        .findFirst()
        .orElse(List.of());
  }

  /** Bytes of an entry. */
  int length() {
    return 8 + chunkLength() + 24 + hash + BEHIND_HASH + flags;
  }

  private int chunkLength() {
    return wide ? 8 : 4;
  }

  /** All entries that are there. */
  List<InnoData> entries(Slice block) {
    List<InnoData> entries = new ArrayList<>();
    for (long at = 0; block.has(at, length()); at += length()) {
      entries.add(entry(entries.size(), block.slice(at, length())));
    }
    return entries;
  }

  private InnoData entry(int number, Slice entry) {
    int behind = 8 + chunkLength();
    int options = behind + 24 + hash + BEHIND_HASH;
    return new InnoData(
        number,
        entry.u32(0),
        entry.u32(4),
        wide ? u64(entry, 8) : entry.u32(8),
        u64(entry, behind),
        u64(entry, behind + 8L),
        u64(entry, behind + 16L),
        entry.slice(behind + 24L, hash),
        flag(entry, options, optimized),
        flag(entry, options, encrypted),
        flag(entry, options, compressed));
  }

  private static boolean flag(Slice entry, int options, int number) {
    return (entry.u8(options) & 1 << number) != 0;
  }

  private static long u64(Slice entry, long at) {
    return entry.u32(at) | entry.u32(at + 4) << 32;
  }
}
