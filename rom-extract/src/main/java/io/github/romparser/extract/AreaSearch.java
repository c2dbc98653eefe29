package io.github.romparser.extract;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Found;
import io.github.romparser.extract.spi.Handler;
import io.github.romparser.extract.spi.OverAllowance;
import io.github.romparser.extract.spi.Trouble;
import io.github.romparser.rom.EndReason;
import io.github.romparser.rom.LegacyImage;
import io.github.romparser.rom.RomChain;
import io.github.romparser.rom.RomImage;
import io.github.romparser.rom.RomReader;
import io.github.romparser.rom.RomScanner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Searches bytes that nothing is known of: for containers by their magics, and for option ROMs at
 * every byte. What begins first wins, and what lies in it is its own business: a ROM in a volume is
 * the volume's, an EFI driver in a ROM is the ROM's.
 */
final class AreaSearch {

  /**
   * Something that was found.
   *
   * @param start first byte, from the start of the area
   * @param end first byte behind it
   * @param container what it is; empty for a ROM
   */
  record Hit(long start, long end, Optional<Claim> container) {}

  /** A container that was recognised. */
  record Claim(Handler handler, Found found) {}

  private final MagicIndex index;
  private final Slice area;
  private final Allowance allowance;
  private final Optional<Handler> notAtStart;
  private final boolean formats;
  private final List<Hit> hits = new ArrayList<>();
  private final List<Hit> loose = new ArrayList<>();
  private final List<Trouble> troubles = new ArrayList<>();
  private long scannedFrom = Long.MAX_VALUE;
  private long signature;

  /**
   * Prepares a search.
   *
   * @param notAtStart the format that these bytes were just told to be; it is not asked again
   * @param formats whether to look for containers too, or for ROMs only
   */
  AreaSearch(
      MagicIndex index,
      Slice area,
      Allowance allowance,
      Optional<Handler> notAtStart,
      boolean formats) {
    this.index = index;
    this.area = area;
    this.allowance = allowance;
    this.notAtStart = notAtStart;
    this.formats = formats;
  }

  /** What was found, in the order of the area; none overlaps another. */
  List<Hit> hits() {
    return hits;
  }

  /** ROMs that are no reason not to look into their bytes: their sums or marks are wrong. */
  List<Hit> loose() {
    return loose;
  }

  /** ROMs that are cut off, and what could not be searched. */
  List<Trouble> troubles() {
    return troubles;
  }

  void search() {
    long at = 0;
    long claimFrom = 0;
    long romFrom = 0;
    Optional<Hit> claim = Optional.empty();
    boolean claimKnown = false;
    Optional<Hit> around = formats ? around() : Optional.empty();
    if (around.isPresent()) {
      hits.add(around.get());
      at = around.get().end();
      claimFrom = at;
    }
    while (at < area.length()) {
      if (!claimKnown || (claim.isPresent() && claim.get().start() < at)) {
        claim = formats ? nextClaim(Math.max(at, claimFrom)) : Optional.empty();
        claimKnown = true;
      }
      romFrom = Math.max(romFrom, at);
      long before = claim.map(Hit::start).orElse((long) area.length());
      Optional<Hit> rom = nextRom(romFrom, before);
      if (rom.isPresent()) {
        Hit hit = rom.get();
        if (sound(hit)) {
          hits.add(hit);
          at = hit.end();
          claimFrom = at;
        } else {
          loose.add(hit);
        }
        romFrom = hit.end();
      } else if (claim.isPresent()) {
        hits.add(claim.get());
        at = claim.get().end();
        claimFrom = at;
        claimKnown = false;
      } else {
        return;
      }
    }
  }

  // ---- ROMs --------------------------------------------------------------------------------

  /** The next whole ROM that begins before a place; those that are cut off are told. */
  private Optional<Hit> nextRom(long from, long before) {
    long at = nextSignature(from);
    while (at >= 0 && at < before) {
      Optional<RomChain> chain = RomReader.readChain(area, at);
      if (chain.isPresent() && chain.get().end() - area.offset() > at) {
        if (whole(chain.get())) {
          return Optional.of(new Hit(at, chain.get().end() - area.offset(), Optional.empty()));
        }
        cutOff(chain.get());
      }
      at = nextSignature(at + 1);
    }
    return Optional.empty();
  }

  /** Remembers what lies far ahead: it is asked for again behind every container. */
  private long nextSignature(long from) {
    boolean known = scannedFrom <= from && (signature < 0 || signature >= from);
    if (!known) {
      signature = RomScanner.next(area, from);
      scannedFrom = from;
    }
    return signature;
  }

  private static boolean whole(RomChain chain) {
    return chain.pci().endReason() != EndReason.PAST_END
        && chain.vendor().endReason() != EndReason.PAST_END
        && chain.pci().endReason() != EndReason.LIMIT;
  }

  private void cutOff(RomChain chain) {
    if (troubles.size() < 8) {
      RomImage first = chain.images().get(0);
      troubles.add(
          new Trouble(
              Trouble.Reason.TRUNCATED,
              chain.offset(),
              String.format(
                  Locale.US,
                  "option ROM %04x:%04x, an image of %d bytes",
                  first.dataStructure().vendorId(),
                  first.dataStructure().deviceId(),
                  first.effectiveLength())));
    }
  }

  /** Whether a ROM is beyond doubt, so that nothing else is looked for in its bytes. */
  private boolean sound(Hit rom) {
    RomChain chain = RomReader.readChain(area, rom.start()).orElseThrow();
    RomImage first = chain.images().get(0);
    boolean ends =
        chain.pci().endReason() == EndReason.LAST || chain.vendor().endReason() == EndReason.LAST;
    boolean summed =
        !(first instanceof LegacyImage)
            || first.sums().initialization().orElse(1) == 0
            || first.sums().pci().orElse(1) == 0;
    return ends && summed;
  }

  // ---- containers --------------------------------------------------------------------------

  /**
   * A format that begins at the first byte because its magic stands somewhere behind it, and in no
   * other container: what is in an archive is the archive's.
   */
  private Optional<Hit> around() {
    InsideMagics inside = index.inside();
    long place = inside.next(area, 0);
    if (place < 0) {
      return Optional.empty();
    }
    Set<MagicIndex.Entry> found = new TreeSet<>(Comparator.comparingInt(MagicIndex.Entry::order));
    Optional<Hit> claim = nextClaim(0);
    while (place >= 0 && found.size() < inside.size()) {
      while (claim.isPresent() && claim.get().end() <= place) {
        claim = nextClaim(claim.get().end());
      }
      boolean anothers = claim.isPresent() && claim.get().start() <= place;
      if (!anothers) {
        found.addAll(inside.standingAt(area, place));
      }
      place = inside.next(area, anothers ? claim.get().end() : place + 1);
    }
    return found.stream().flatMap(entry -> probe(entry, 0).stream()).findFirst();
  }

  private Optional<Hit> nextClaim(long from) {
    try {
      for (MagicIndex.Entry entry : index.beginningAt(area, from)) {
        Optional<Hit> hit = probe(entry, from);
        if (hit.isPresent()) {
          return hit;
        }
      }
      long at = index.next(area, from);
      while (at >= 0) {
        for (MagicIndex.Entry entry : index.standingAt(area, at)) {
          long start = at - entry.magic().before();
          // What begins at the first byte was asked already.
          if (start > from) {
            Optional<Hit> hit = probe(entry, start);
            if (hit.isPresent()) {
              return hit;
            }
          }
        }
        at = index.next(area, at + 1);
      }
    } catch (OverAllowance e) {
      if (e.kind() == OverAllowance.Kind.WORK) {
        troubles.add(
            new Trouble(
                Trouble.Reason.LIMIT,
                area.offset() + from,
                "too much that looks like a container and is none"));
        return Optional.empty();
      }
      throw e;
    }
    return Optional.empty();
  }

  private Optional<Hit> probe(MagicIndex.Entry entry, long start) {
    Handler handler = entry.handler();
    if (start == 0 && notAtStart.filter(handler::equals).isPresent()) {
      return Optional.empty();
    }
    allowance.work(64);
    Optional<Found> found = guarded(handler, start);
    return found
        .filter(f -> f.end() > start && f.end() <= area.length())
        .map(f -> new Hit(start, f.end(), Optional.of(new Claim(handler, f))));
  }

  /** A probe that fails says no: the bytes are searched on. */
  private Optional<Found> guarded(Handler handler, long start) {
    try {
      return handler.probe(area, start, allowance);
    } catch (OverAllowance e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      troubles.add(
          new Trouble(
              Trouble.Reason.FAILED,
              area.offset() + start,
              handler.info().id() + ": " + e.getClass().getSimpleName()));
      return Optional.empty();
    }
  }
}
