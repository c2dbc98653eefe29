package io.github.romparser.check;

import io.github.romparser.vendor.amd.AtomRomHeader;

/** What both of AMD's drivers do with the ROM BAR first. */
final class AtomBios {

  /** From the start of the header to the end of its signature, in bytes. */
  private static final long SIGNATURE_END =
      AtomRomHeader.SIGNATURE + (long) AtomRomHeader.ATOM.length();

  private AtomBios() {}

  /** The size that {@code pci_map_rom} gives, with a signature at its start; 0 if there is none. */
  static long mapped(Reading r) {
    if (!LinuxCheck.present(r)) {
      return 0;
    }
    long size = LinuxCheck.romSize(r);
    if (size == 0) {
      r.step("the ROM BAR cannot be mapped");
      return 0;
    }
    if (r.bar().u16(0) != 0xaa55) {
      r.step("BIOS signature incorrect %x %x", r.bar().u8(0), r.bar().u8(1));
      return 0;
    }
    return size;
  }

  /** Where the pointer at 0x48 leads to; 0 if there is no ATOM header or room for one. */
  static int header(Reading r, long size) {
    int pointer = AtomRomHeader.POINTER;
    int header = size < pointer + 2 ? 0 : r.bar().u16(pointer);
    if (header == 0 || header + SIGNATURE_END > size) {
      r.step("Can't locate bios header");
      return 0;
    }
    return header;
  }

  /** Whether a header is an ATOM header. */
  static boolean isAtom(Reading r, int header) {
    long signature = (long) header + AtomRomHeader.SIGNATURE;
    boolean atom =
        r.bar().is(signature, AtomRomHeader.ATOM) || r.bar().is(signature, AtomRomHeader.MOTA);
    r.step(atom ? "ATOMBIOS detected" : "COMBIOS detected");
    return atom;
  }

  /** Ends a search that found nothing. */
  static Verdict none(Reading r) {
    r.step("Unable to locate a BIOS ROM");
    return r.rejected();
  }
}
