package io.github.romparser.extract.handler.uefi;

import io.github.romparser.bytes.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The sections that follow each other in a file or in another section, each at a multiple of four
 * bytes.
 *
 * @param sections in their order
 * @param whole whether they fill the list to its end, as far as alignment lets them
 */
record SectionList(List<Section> sections, boolean whole) {

  /** A list of more sections than this is no list. The longest of real firmware have dozens. */
  private static final int MOST = 1 << 14;

  private static final int ALIGNMENT = 4;

  /** How deep a name is looked for in sections that hold sections as they are. */
  private static final int NAME_DEPTH = 4;

  /** Longer names are cut, in characters. */
  private static final int LONGEST_NAME = 64;

  /** Copies the list. */
  SectionList {
    sections = List.copyOf(sections);
  }

  /**
   * Reads a list. Bytes that are none give an empty list: a ROM that is stored as it is must not be
   * cut where chance sees a section end.
   */
  static SectionList read(Slice list) {
    SectionList all = walk(list, true);
    if (all.whole() && all.sections().stream().anyMatch(Section::known)) {
      return all;
    }
    SectionList known = walk(list, false);
    boolean believed =
        known.whole()
            || known.sections().size() > 1
            || known.sections().stream().anyMatch(SectionList::tells);
    return believed ? known : new SectionList(List.of(), false);
  }

  private static SectionList walk(Slice list, boolean unknown) {
    List<Section> sections = new ArrayList<>();
    long at = 0;
    while (sections.size() < MOST) {
      Optional<Section> section = Section.read(list, at);
      if (section.isEmpty() || !(unknown || section.get().known())) {
        break;
      }
      sections.add(section.get());
      at += section.get().bytes().length() + ALIGNMENT - 1L & -ALIGNMENT;
      if (section.get().cut()) {
        return new SectionList(sections, false);
      }
    }
    return new SectionList(sections, list.from(at).length() < Section.HEADER && list.length() > 0);
  }

  /** Whether one section alone, with something else behind it, tells that it is one. */
  private static boolean tells(Section section) {
    return section.type() == Section.GUID_DEFINED
        && GuidedSection.read(section).filter(GuidedSection::known).isPresent();
  }

  /** The name that a user interface section gives to the file that consists of these sections. */
  static Optional<String> name(Slice body) {
    return name(body, 0);
  }

  private static Optional<String> name(Slice body, int depth) {
    for (Section section : walk(body, true).sections()) {
      if (section.type() == Section.USER_INTERFACE) {
        return text(section.body());
      }
      Optional<Slice> plain = depth < NAME_DEPTH ? plain(section) : Optional.empty();
      Optional<String> inner = plain.flatMap(list -> name(list, depth + 1));
      if (inner.isPresent()) {
        return inner;
      }
    }
    return Optional.empty();
  }

  /** The sections that a section holds as they are. */
  private static Optional<Slice> plain(Section section) {
    return switch (section.type()) {
      case Section.COMPRESSION -> CompressedSection.read(section).flatMap(CompressedSection::plain);
      case Section.GUID_DEFINED -> GuidedSection.read(section).flatMap(GuidedSection::plain);
      case Section.DISPOSABLE -> Optional.of(section.body());
      default -> Optional.empty();
    };
  }

  /** UTF-16 up to its first zero. */
  private static Optional<String> text(Slice bytes) {
    StringBuilder text = new StringBuilder();
    for (int at = 0; bytes.has(at, 2) && text.length() < LONGEST_NAME; at += 2) {
      int unit = bytes.u16(at);
      if (unit == 0) {
        break;
      }
      text.append((char) unit);
    }
    return text.isEmpty() ? Optional.empty() : Optional.of(text.toString());
  }
}
