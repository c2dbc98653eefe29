package io.github.romparser.vendor.gop;

import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.PeDirectory;
import io.github.romparser.efi.PeFormat;
import io.github.romparser.efi.PeImage;
import io.github.romparser.efi.PeSection;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the version in an EFI_DRIVER_BINDING_PROTOCOL that was filled by the linker (UEFI 2.10
 * §11.1): three pointers to functions, 4 bytes of version, and two handles, which are 0 in a file.
 *
 * <p>The relocation table names every pointer of the file (Microsoft PE/COFF specification, .reloc
 * section), so that three pointers with none before and none behind stand out. Only where there is
 * no such table, all data are searched.
 */
final class DriverBinding {

  /** The number of the relocation table among the data directories of a PE file. */
  private static final int RELOCATIONS = 5;

  /** The same in a TE file. */
  private static final int RELOCATIONS_TE = 0;

  private static final int BLOCK_HEADER = 8;
  private static final int HIGH_LOW = 3;
  private static final int DIR64 = 10;
  private static final int FUNCTIONS = 3;

  /** Section flags: contains code, may be executed. */
  private static final long CODE = 0x2000_0020;

  /** More are not kept: what is so common is no driver binding. */
  private static final int MOST = 64;

  private final Slice file;
  private final PeImage pe;

  /** Bytes of a pointer. */
  private final int width;

  private final List<Long> versions = new ArrayList<>();

  private DriverBinding(Slice file, PeImage pe) {
    this.file = file;
    this.pe = pe;
    this.width = pe.format() == PeFormat.PE32 || is32Bit(pe.machine()) ? 4 : 8;
  }

  /** Machines whose TE files have 32-bit pointers: IA32, ARM, RISC-V 32, LoongArch 32. */
  private static boolean is32Bit(int machine) {
    return machine == 0x014c || machine == 0x01c2 || machine == 0x5032 || machine == 0x6232;
  }

  /** The versions that may be one, in the order of the file; none is 0. */
  static List<Long> versions(Slice file, PeImage pe) {
    DriverBinding finder = new DriverBinding(file, pe);
    int index = pe.format() == PeFormat.TE ? RELOCATIONS_TE : RELOCATIONS;
    PeDirectory table =
        index < pe.directories().size() ? pe.directories().get(index) : new PeDirectory(0, 0);
    long place = table.size() == 0 ? -1 : finder.place(table.address());
    if (place >= 0) {
      finder.searchPointers(file.clamp(place, table.size()));
    } else {
      finder.searchSections();
    }
    return List.copyOf(finder.versions);
  }

  /** Goes through the pointers in the order of the table, which is that of their addresses. */
  private void searchPointers(Slice table) {
    long start = 0;
    int count = 0;
    long block = 0;
    while (table.has(block, BLOCK_HEADER)) {
      long page = table.u32(block);
      long end = block + table.u32(block + 4);
      if (end < block + BLOCK_HEADER) {
        break;
      }
      for (long at = block + BLOCK_HEADER; at + 2 <= end && table.has(at, 2); at += 2) {
        int entry = table.u16(at);
        int kind = entry >>> 12;
        if (kind != HIGH_LOW && kind != DIR64) {
          continue;
        }
        long address = page + (entry & 0xfff);
        if (count > 0 && address == start + (long) count * width) {
          count++;
        } else {
          pointers(start, count);
          start = address;
          count = 1;
        }
      }
      block = end;
    }
    pointers(start, count);
  }

  private void pointers(long address, int count) {
    if (count == FUNCTIONS) {
      look(place(address), false);
    }
  }

  private void searchSections() {
    for (PeSection section : pe.sections()) {
      long start = pe.fileOffset(section);
      // Pointers are aligned in memory.
      long first = start + (-section.virtualAddress() & (width - 1));
      long end = Math.min(start + section.rawSize(), file.length());
      for (long at = first; at < end; at += width) {
        look(at, true);
      }
    }
  }

  /**
   * Notes the version if a driver binding may stand at a place.
   *
   * @param strict whether the version must not be an address of code, as in a table of functions
   */
  private void look(long at, boolean strict) {
    if (versions.size() >= MOST || at < 0 || !file.has(at, 6L * width)) {
      return;
    }
    long start = pointer(at);
    long end = pointer(at + width);
    long stop = pointer(at + 2L * width);
    // The version and its padding are as long as a pointer.
    long version = pointer(at + 3L * width);
    if (version == 0
        || version >>> 32 != 0
        || pointer(at + 4L * width) != 0
        || pointer(at + 5L * width) != 0) {
      return;
    }
    if (isCode(start)
        && isCode(end)
        && isCode(stop)
        && start != end
        && end != stop
        && start != stop
        && !(strict && isCode(version))) {
      versions.add(version);
    }
  }

  private long pointer(long at) {
    return width == 4 ? file.u32(at) : file.u32(at) | file.u32(at + 4) << 32;
  }

  private boolean isCode(long pointer) {
    long address = pointer - pe.imageBase();
    for (PeSection section : pe.sections()) {
      if ((section.characteristics() & CODE) != 0
          && address >= section.virtualAddress()
          && address - section.virtualAddress() < section.rawSize()) {
        return true;
      }
    }
    return false;
  }

  /** Where an address in memory stands in the file; -1 if that is nowhere. */
  private long place(long address) {
    for (PeSection section : pe.sections()) {
      long into = address - section.virtualAddress();
      if (into >= 0 && into < section.rawSize()) {
        return pe.fileOffset(section) + into;
      }
    }
    return -1;
  }
}
