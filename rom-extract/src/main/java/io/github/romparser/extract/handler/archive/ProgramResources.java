package io.github.romparser.extract.handler.archive;

import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.PeDirectory;
import java.util.ArrayList;
import java.util.List;

/**
 * The resources of a program that are of one type (Microsoft PE/COFF specification, "The .rsrc
 * Section").
 */
public final class ProgramResources {

  /** winuser.h, RT_RCDATA. */
  public static final int RCDATA = 10;

  /** winuser.h, RT_VERSION. */
  public static final int VERSION = 16;

  /**
   * A resource.
   *
   * @param name its number; that of its place where it has a name
   * @param bytes its bytes
   */
  public record Resource(long name, Slice bytes) {}

  /** The number of the directory of resources. */
  private static final int DIRECTORY = 2;

  private static final int NAMED = 0x0c;
  private static final int NUMBERED = 0x0e;
  private static final int FOLDER = 16;
  private static final int ENTRY = 8;
  private static final int LEAF = 8;
  private static final long FURTHER = 0x8000_0000L;
  private static final int LEVELS = 3;

  /** More entries of a folder are not looked at. */
  private static final int MOST = 64;

  private final long address;
  private final Slice tree;
  private final List<Resource> found = new ArrayList<>();

  private ProgramResources(long address, Slice tree) {
    this.address = address;
    this.tree = tree;
  }

  /**
   * {@return the resources of a type, in the order of the tree, at most 64}
   *
   * @param program the whole program
   * @param layout where its parts are
   * @param type such as {@link #RCDATA}
   */
  public static List<Resource> of(Slice program, PeLayout layout, int type) {
    if (layout.image().directories().size() <= DIRECTORY) {
      return List.of();
    }
    PeDirectory directory = layout.image().directories().get(DIRECTORY);
    ProgramResources resources =
        new ProgramResources(directory.address(), at(program, layout, directory.address()));
    resources.folder(0, 0, type, 0);
    return resources.found;
  }

  /** The bytes of the section that an address is in, from there on. */
  private static Slice at(Slice program, PeLayout layout, long address) {
    for (PeLayout.Section section : layout.sections()) {
      long start = program.offset() + section.header().rawOffset();
      long in = address - section.header().virtualAddress() + start - section.bytes().offset();
      if (address > 0 && section.bytes().has(in, 1)) {
        return section.bytes().from(in);
      }
    }
    return program.clamp(0, 0);
  }

  private void folder(long at, int level, long wanted, long name) {
    if (level >= LEVELS || !tree.has(at, FOLDER)) {
      return;
    }
    int count = Math.min(MOST, tree.u16(at + NAMED) + tree.u16(at + NUMBERED));
    for (int i = 0; i < count && tree.has(at + FOLDER, (i + 1L) * ENTRY); i++) {
      long entry = at + FOLDER + (long) i * ENTRY;
      long id = tree.u32(entry);
      long to = tree.u32(entry + 4);
      if ((level > 0 || id == wanted) && found.size() < MOST) {
        long called = level == 1 ? (id & FURTHER) != 0 ? i : id : name;
        if ((to & FURTHER) != 0) {
          folder(to & ~FURTHER, level + 1, wanted, called);
        } else {
          leaf(to, called);
        }
      }
    }
  }

  private void leaf(long at, long name) {
    if (tree.has(at, LEAF)) {
      long from = tree.u32(at) - address;
      Slice bytes = from < 0 ? tree.clamp(0, 0) : tree.clamp(from, tree.u32(at + 4));
      if (bytes.length() > 0) {
        found.add(new Resource(name, bytes));
      }
    }
  }
}
