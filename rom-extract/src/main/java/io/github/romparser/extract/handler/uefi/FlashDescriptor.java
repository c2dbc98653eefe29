package io.github.romparser.extract.handler.uefi;

import io.github.romparser.bytes.Slice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Intel's flash descriptor: which part of a flash chip is whose (Intel's SPI programming guides;
 * UEFITool common/descriptor.h; coreboot util/ifdtool).
 *
 * <p>The signature is at offset 0x10, in old chip sets at 0. Four bytes behind it begins the map:
 * at its byte 2 is the place of the regions, its bytes 0, 4 and 6 those of other tables, all
 * counted in 16 bytes. Each region is a base and a limit (2 bytes each), counted in 4096 bytes, the
 * limit included. How many regions there are is not told: the table ends where another begins.
 *
 * @param regions those that there are, in the order of the chip
 */
record FlashDescriptor(List<Region> regions) {

  /** The signature 0x0ff0a55a. */
  static final String SIGNATURE = "5aa5f00f";

  /** Where the signature is since the platform controller hubs, in bytes. */
  static final int SIGNATURE_AT = 0x10;

  /** The descriptor's own region, in bytes. */
  static final int LENGTH = 0x1000;

  private static final int MAP = 4;
  private static final int REGIONS_AT = MAP + 2;

  /** Where the places of components, masters and straps are, behind the signature. */
  private static final List<Integer> OTHERS_AT = List.of(MAP, MAP + 4, MAP + 6);

  private static final int REGION_ENTRY = 4;
  private static final int UNIT_SHIFT = 12;
  private static final int BIOS = 1;
  private static final int UNUSED = 0x7fff;

  private static final List<String> NAMES =
      List.of(
          "descriptor",
          "bios",
          "me",
          "gbe",
          "pdr",
          "device expansion",
          "bios 2",
          "microcode",
          "ec",
          "device expansion 2",
          "ie",
          "10gbe",
          "10gbe 2",
          "region 13",
          "region 14",
          "ptt");

  /**
   * A region.
   *
   * @param name whose it is
   * @param start in bytes from the start of the chip
   * @param end the first byte behind it
   */
  record Region(String name, long start, long end) {}

  /** Copies the list. */
  FlashDescriptor {
    regions = List.copyOf(regions);
  }

  /**
   * Reads a descriptor.
   *
   * @param flash begins with the descriptor
   * @return empty if there is none, or it has no region for the firmware
   */
  static Optional<FlashDescriptor> read(Slice flash) {
    Slice map = flash.clamp(0, LENGTH);
    if (map.length() < LENGTH) {
      return Optional.empty();
    }
    int signature = map.startsWith(SIGNATURE_AT, "Z\u00a5\u00f0\u000f") ? SIGNATURE_AT : 0;
    int table = map.u8(signature + REGIONS_AT) << 4;
    List<Region> regions = new ArrayList<>();
    int tableEnd =
        OTHERS_AT.stream()
            .mapToInt(at -> map.u8(signature + at) << 4)
            .filter(other -> other > table)
            .min()
            .orElse(LENGTH);
    int most = Math.min(NAMES.size(), (tableEnd - table) / REGION_ENTRY);
    for (int i = 0; i < most; i++) {
      int base = map.u16(table + i * REGION_ENTRY) & UNUSED;
      int limit = map.u16(table + i * REGION_ENTRY + 2) & UNUSED;
      long start = (long) base << UNIT_SHIFT;
      boolean there = i == 0 ? base == 0 : limit != 0 && base != UNUSED;
      if (there && limit >= base && start < flash.length()) {
        long end = (limit + 1L) << UNIT_SHIFT;
        regions.add(new Region(NAMES.get(i), start, Math.min(end, flash.length())));
      }
    }
    boolean firmware = regions.stream().anyMatch(r -> r.name().equals(NAMES.get(BIOS)));
    regions.sort(Comparator.comparingLong(Region::start).thenComparing(Region::name));
    return firmware ? Optional.of(new FlashDescriptor(apart(regions))) : Optional.empty();
  }

  /** Regions do not overlap, whatever a damaged descriptor says: the one before goes on. */
  private static List<Region> apart(List<Region> regions) {
    List<Region> apart = new ArrayList<>();
    long end = 0;
    for (Region region : regions) {
      if (region.end() > Math.max(end, region.start())) {
        apart.add(new Region(region.name(), Math.max(end, region.start()), region.end()));
        end = region.end();
      }
    }
    return apart;
  }
}
