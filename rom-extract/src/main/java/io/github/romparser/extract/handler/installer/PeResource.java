package io.github.romparser.extract.handler.installer;

import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.PeDirectory;
import io.github.romparser.extract.handler.archive.PeLayout;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One resource of a program, looked up by its numbers (Microsoft PE/COFF specification, "The .rsrc
 * Section").
 */
final class PeResource {

  private static final int RESOURCES = 2;
  private static final int FOLDER = 16;
  private static final int NAMED = 0x0c;
  private static final int NUMBERED = 0x0e;
  private static final int ENTRY = 8;
  private static final int LEAF = 16;
  private static final long FURTHER = 0x8000_0000L;

  /** More entries of a folder are not looked at. */
  private static final int MOST_ENTRIES = 4096;

  private final Slice section;
  private final long address;
  private final long root;

  private PeResource(Slice section, long address, long root) {
    this.section = section;
    this.address = address;
    this.root = root;
  }

  /** The bytes of a resource in whatever language comes first; empty if there is none. */
  static Optional<Slice> find(PeLayout program, int type, int name) {
    if (program.image().directories().size() <= RESOURCES) {
      return Optional.empty();
    }
    PeDirectory directory = program.image().directories().get(RESOURCES);
    for (PeLayout.Section section : program.sections()) {
      long address = section.header().virtualAddress();
      long root = directory.address() - address;
      if (directory.size() > 0 && root >= 0 && root < section.bytes().length()) {
        return new PeResource(section.bytes(), address, root).find(type, name);
      }
    }
    return Optional.empty();
  }

  private Optional<Slice> find(int type, int name) {
    OptionalLong names = entry(root, type);
    OptionalLong languages = names.isPresent() ? entry(names.getAsLong(), name) : names;
    OptionalLong leaf = languages.isPresent() ? first(languages.getAsLong()) : languages;
    if (leaf.isEmpty() || !section.has(leaf.getAsLong(), LEAF)) {
      return Optional.empty();
    }
    long from = section.u32(leaf.getAsLong()) - address;
    return Optional.of(section.clamp(from, from < 0 ? 0 : section.u32(leaf.getAsLong() + 4)))
        .filter(bytes -> bytes.length() > 0);
  }

  /** Where the entry of a number leads in a folder. */
  private OptionalLong entry(long folder, int number) {
    for (int i = 0; i < count(folder); i++) {
      long at = folder + FOLDER + (long) i * ENTRY;
      if (section.has(at, ENTRY) && section.u32(at) == number) {
        return place(at);
      }
    }
    return OptionalLong.empty();
  }

  private OptionalLong first(long folder) {
    return count(folder) > 0 && section.has(folder + FOLDER, ENTRY)
        ? place(folder + FOLDER)
        : OptionalLong.empty();
  }

  private OptionalLong place(long entry) {
    return OptionalLong.of(root + (section.u32(entry + 4) & ~FURTHER));
  }

  private int count(long folder) {
    return section.has(folder, FOLDER)
        ? Math.min(MOST_ENTRIES, section.u16(folder + NAMED) + section.u16(folder + NUMBERED))
        : 0;
  }
}
