package io.github.romparser.check;

/** What both of AMD's drivers do with the ROM BAR first. */
final class AtomBios {

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
    int header = size < 0x4a ? 0 : r.bar().u16(0x48);
    if (header == 0 || header + 8L > size) {
      r.step("Can't locate bios header");
      return 0;
    }
    return header;
  }

  /** Whether a header is an ATOM header. */
  static boolean isAtom(Reading r, int header) {
    boolean atom = r.bar().is(header + 4L, "ATOM") || r.bar().is(header + 4L, "MOTA");
    r.step(atom ? "ATOMBIOS detected" : "COMBIOS detected");
    return atom;
  }

  /** Ends a search that found nothing. */
  static Verdict none(Reading r) {
    r.step("Unable to locate a BIOS ROM");
    return r.rejected();
  }
}
