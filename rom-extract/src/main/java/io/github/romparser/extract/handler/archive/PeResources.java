package io.github.romparser.extract.handler.archive;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Child;
import io.github.romparser.extract.spi.FormatInfo;
import io.github.romparser.extract.spi.InnerFormat;
import io.github.romparser.extract.spi.Opened;
import io.github.romparser.extract.spi.Step;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The section of a program that has its resources (Microsoft PE/COFF specification, "The .rsrc
 * Section"): a tree of folders of three levels, type, name and language.
 *
 * @param info the program's format
 * @param address where the section's first byte is in memory, from the start of the program
 * @param root where the uppermost folder is in memory
 */
record PeResources(FormatInfo info, long address, long root) implements InnerFormat {

  private static final int FOLDER = 16;
  private static final int NAMED = 0x0c;
  private static final int NUMBERED = 0x0e;
  private static final int ENTRY = 8;
  private static final long FURTHER = 0x8000_0000L;
  private static final int LEAF = 16;
  private static final int LEVELS = 3;

  /** More entries are not looked at. */
  private static final int MOST_ENTRIES = 1 << 16;

  /** Longer names are cut, in characters. */
  private static final int LONGEST_NAME = 256;

  /** What the types are called (winuser.h, RT_). */
  private static final Map<Long, String> TYPES =
      Map.ofEntries(
          Map.entry(1L, "CURSOR"),
          Map.entry(2L, "BITMAP"),
          Map.entry(3L, "ICON"),
          Map.entry(4L, "MENU"),
          Map.entry(5L, "DIALOG"),
          Map.entry(6L, "STRING"),
          Map.entry(7L, "FONTDIR"),
          Map.entry(8L, "FONT"),
          Map.entry(9L, "ACCELERATOR"),
          Map.entry(10L, "RCDATA"),
          Map.entry(11L, "MESSAGETABLE"),
          Map.entry(12L, "GROUP_CURSOR"),
          Map.entry(14L, "GROUP_ICON"),
          Map.entry(16L, "VERSION"),
          Map.entry(17L, "DLGINCLUDE"),
          Map.entry(19L, "PLUGPLAY"),
          Map.entry(20L, "VXD"),
          Map.entry(21L, "ANICURSOR"),
          Map.entry(22L, "ANIICON"),
          Map.entry(23L, "HTML"),
          Map.entry(24L, "MANIFEST"));

  @Override
  public Opened open(Slice container, Allowance allowance) {
    Walk walk = new Walk(container, allowance);
    walk.folder(root - address, 0, "");
    walk.leaves.sort(Comparator.comparingLong(leaf -> leaf.bytes().offset()));
    Opened.Builder opened = Opened.builder();
    walk.structure.forEach(opened::structure);
    long known = container.offset();
    for (Leaf leaf : walk.leaves) {
      // Several entries may share their bytes; they are looked at once.
      long from = Math.max(known, leaf.bytes().offset());
      Slice bytes = leaf.bytes().from(from - leaf.bytes().offset());
      if (bytes.length() > 0) {
        opened.child(Child.stored(Step.ofProgram("resource " + leaf.name()), bytes));
        known = bytes.end();
      }
    }
    return opened.build();
  }

  private record Leaf(String name, Slice bytes) {}

  private final class Walk {
    private final Slice section;
    private final Allowance allowance;
    private final List<Leaf> leaves = new ArrayList<>();
    private final List<Range> structure = new ArrayList<>();
    private final Set<Long> seen = new HashSet<>();
    private int entries;

    Walk(Slice section, Allowance allowance) {
      this.section = section;
      this.allowance = allowance;
    }

    /** A folder; each is gone into once, so that one that holds itself ends. */
    void folder(long at, int level, String path) {
      if (level >= LEVELS || !section.has(at, FOLDER) || !seen.add(at)) {
        return;
      }
      int count = section.u16(at + NAMED) + section.u16(at + NUMBERED);
      if (!leadsSomewhere(at, count)) {
        return;
      }
      structure.add(section.slice(at, FOLDER + (long) count * ENTRY).range());
      for (int i = 0; i < count; i++) {
        long entry = at + FOLDER + (long) i * ENTRY;
        String name = name(section.u32(entry), level);
        // The language tells only resources apart that there are several of.
        String inner = level == 0 ? name : level == 1 || count > 1 ? path + "/" + name : path;
        long to = section.u32(entry + 4);
        if ((to & FURTHER) != 0) {
          folder(place(to & ~FURTHER), level + 1, inner);
        } else {
          leaf(place(to), inner);
        }
      }
    }

    /** Whether all entries of a folder lead into the section; otherwise it is none. */
    private boolean leadsSomewhere(long at, int count) {
      entries += count;
      if (entries > MOST_ENTRIES || !section.has(at + FOLDER, (long) count * ENTRY)) {
        return false;
      }
      allowance.work((long) count * ENTRY);
      for (int i = 0; i < count; i++) {
        long to = section.u32(at + FOLDER + (long) i * ENTRY + 4) & ~FURTHER;
        if (!section.has(place(to), FOLDER)) {
          return false;
        }
      }
      return true;
    }

    private long place(long fromRoot) {
      return root - address + fromRoot;
    }

    private void leaf(long at, String path) {
      structure.add(section.slice(at, LEAF).range());
      long from = section.u32(at) - address;
      if (from >= 0 && from < section.length()) {
        leaves.add(new Leaf(path, section.clamp(from, section.u32(at + 4))));
      }
    }

    /** A name: a number, or where a length and UTF-16 characters stand. */
    private String name(long field, int level) {
      if ((field & FURTHER) == 0) {
        return level == 0 ? TYPES.getOrDefault(field, Long.toString(field)) : Long.toString(field);
      }
      long at = place(field & ~FURTHER);
      if (!section.has(at, 2)) {
        return "?";
      }
      long length = section.u16(at) * 2L;
      structure.add(section.clamp(at, 2 + length).range());
      Slice text = section.clamp(at + 2, Math.min(length, LONGEST_NAME * 2L));
      return new String(text.toByteArray(), StandardCharsets.UTF_16LE);
    }
  }
}
