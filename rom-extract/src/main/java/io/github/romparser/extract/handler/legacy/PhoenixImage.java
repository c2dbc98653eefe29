package io.github.romparser.extract.handler.legacy;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Where things are in a BIOS image of Phoenix: the table {@code BCPSEGMENT} of blocks, each a name
 * (6 characters), a version (2 bytes) and its length (2 bytes, offset 8), and the modules.
 *
 * <p>Addresses count to the end of the image at 4 GiB, or in old images at 1 MiB. As a file may
 * have more than the image, the distance between addresses and places is taken from the module that
 * {@code BCPSYS} points to.
 */
final class PhoenixImage {

  static final String TABLE = "BCPSEGMENT";
  static final String SYSTEM = "BCPSYS";
  static final String VOLUMES = "BCPFFV";

  /** Where the first block begins in the table. */
  private static final int BLOCKS = 10;

  private static final int BLOCK_HEADER = 10;
  private static final int BLOCK_LENGTH = 8;

  /** Where {@code BCPSYS} has the address of the last module. */
  private static final int LAST_MODULE = 0x77;

  /** Where {@code BCPFFV} has the address of the directory of volumes. */
  private static final int DIRECTORY = 0x0a;

  private static final long ADDRESSES = 1L << 32;

  /** Some images of Intel have modules this far from where they say (PHOEDECO; bios_extract). */
  private static final long SWAPPED = 0x20000;

  /** So many modules are tried to be the one that an address means. */
  private static final int MOST_TRIED = 256;

  private static final int FRAGMENT_HEADER = 9;
  private static final int FRAGMENT_LENGTH = 5;

  /** So many fragments a module may have. */
  private static final int MOST_PIECES = 64;

  private final Slice image;
  private final Allowance allowance;
  private final TreeMap<Long, PhoenixModule> modules = new TreeMap<>();
  private final OptionalLong base;

  /** The fragments that are known: where each begins and ends. */
  private final TreeMap<Long, Long> fragments = new TreeMap<>();

  PhoenixImage(Slice image, Allowance allowance) {
    this.image = image;
    this.allowance = allowance;
    List<PhoenixModule> seen = seen();
    OptionalLong last = pointer(SYSTEM, LAST_MODULE);
    this.base = last.isPresent() ? base(last.getAsLong(), seen) : OptionalLong.empty();
    if (base.isPresent()) {
      follow(last.getAsLong());
    }
    for (PhoenixModule module : seen) {
      // In the bytes of a module that is known there is no other: it is chance.
      var before = modules.floorEntry(module.at());
      boolean within =
          before != null
              && before.getValue().fits(image)
              && module.at() < before.getValue().content() + before.getValue().length();
      if (!within && module.plausible(image)) {
        modules.putIfAbsent(module.at(), module);
      }
    }
  }

  /** All modules, in the order of the image. */
  Collection<PhoenixModule> modules() {
    return modules.values();
  }

  /** Where the tables begin. */
  static List<Long> tables(Slice image) {
    List<Long> tables = new ArrayList<>();
    long table = image.indexOf(TABLE, 0);
    while (table >= 0) {
      tables.add(table);
      table = image.indexOf(TABLE, table + 1);
    }
    return tables;
  }

  /** An address in a block, if there is such a block and it is not 0. */
  static OptionalLong pointer(Slice image, String block, int at) {
    long place = block(image, block);
    return place >= 0 && image.has(place + at, 4) && image.u32(place + at) != 0
        ? OptionalLong.of(image.u32(place + at))
        : OptionalLong.empty();
  }

  /** The address of the directory of volumes. */
  static OptionalLong directory(Slice image) {
    return pointer(image, VOLUMES, DIRECTORY);
  }

  private OptionalLong pointer(String block, int at) {
    return pointer(image, block, at);
  }

  /** The place of a block: as the table leads to it, or wherever its name stands; or -1. */
  private static long block(Slice image, String name) {
    long table = image.indexOf(TABLE, 0);
    long at = table + BLOCKS;
    while (table >= 0 && image.has(at, BLOCK_HEADER) && image.startsWith(at, "BCP")) {
      if (image.startsWith(at, name)) {
        return at;
      }
      int length = image.u16(at + BLOCK_LENGTH);
      if (length < BLOCK_HEADER) {
        break;
      }
      at += length;
    }
    return image.indexOf(name, Math.max(0, table));
  }

  /** All headers that there are by their signature. */
  private List<PhoenixModule> seen() {
    List<PhoenixModule> seen = new ArrayList<>();
    allowance.work(image.length());
    long place = image.indexOf(PhoenixModule.SIGNATURE, PhoenixModule.SIGNATURE_AT);
    while (place >= 0) {
      PhoenixModule.read(image, place - PhoenixModule.SIGNATURE_AT).ifPresent(seen::add);
      place = image.indexOf(PhoenixModule.SIGNATURE, place + 1);
    }
    return seen;
  }

  /** Which address the first byte has. */
  private OptionalLong base(long last, List<PhoenixModule> seen) {
    for (long end : new long[] {ADDRESSES, 1L << 20}) {
      if (module(last, end - image.length()).isPresent()) {
        return OptionalLong.of(end - image.length());
      }
    }
    // The one from which the list goes on; or else, where it has but one, the last.
    for (PhoenixModule module : seen.subList(0, Math.min(seen.size(), MOST_TRIED))) {
      long tried = last - module.at();
      if (module.before() != 0 && module(module.before(), tried).isPresent()) {
        return OptionalLong.of(tried);
      }
    }
    return OptionalLong.empty();
  }

  private Optional<PhoenixModule> module(long address, long first) {
    return PhoenixModule.read(image, place(address, first));
  }

  /** Where an address is, from the start of the container; behind its end if it is elsewhere. */
  private static long place(long address, long first) {
    return (address - first) & (ADDRESSES - 1);
  }

  private void follow(long last) {
    long address = last;
    Optional<PhoenixModule> module = at(address);
    while (module.isPresent() && modules.putIfAbsent(module.get().at(), module.get()) == null) {
      allowance.work(PhoenixModule.HEADER);
      address = module.get().before();
      module = address == 0 ? Optional.empty() : at(address);
    }
  }

  private Optional<PhoenixModule> at(long address) {
    long place = place(address, base.getAsLong());
    return PhoenixModule.read(image, place)
        .or(() -> PhoenixModule.read(image, place - SWAPPED))
        .or(() -> PhoenixModule.read(image, place + SWAPPED));
  }

  /**
   * The pieces of a module's bytes. What is not in one piece goes on elsewhere: address of the next
   * fragment (4 bytes), its bank (1), length (4), bytes.
   *
   * @param room how many bytes the first piece may have
   */
  List<Slice> pieces(PhoenixModule module, long room) {
    List<Slice> pieces = new ArrayList<>();
    pieces.add(image.clamp(module.content(), Math.min(room, module.length())));
    if (base.isEmpty() || !module.fragmented()) {
      return pieces;
    }
    long address = module.next();
    while (address != 0 && pieces.size() < MOST_PIECES) {
      long at = place(address, base.getAsLong());
      if (!image.has(at, FRAGMENT_HEADER)) {
        break;
      }
      long length = image.u32(at + FRAGMENT_LENGTH);
      // No byte is in two fragments, so that all modules together are no larger than the image.
      if (!image.has(at + FRAGMENT_HEADER, length) || !take(at, at + FRAGMENT_HEADER + length)) {
        break;
      }
      allowance.work(FRAGMENT_HEADER);
      pieces.add(image.slice(at + FRAGMENT_HEADER, length));
      address = image.u32(at);
    }
    return pieces;
  }

  /** Remembers a fragment; false if one that is known has some of its bytes. */
  private boolean take(long from, long to) {
    Map.Entry<Long, Long> before = fragments.lowerEntry(to);
    if (before != null && before.getValue() > from) {
      return false;
    }
    fragments.put(from, to);
    return true;
  }
}
