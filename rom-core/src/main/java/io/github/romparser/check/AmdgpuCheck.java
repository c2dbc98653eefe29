package io.github.romparser.check;

import io.github.romparser.bytes.Range;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.vendor.amd.AtomRomHeader;

/**
 * Linux amdgpu, amdgpu_bios.c, {@code amdgpu_read_bios} and {@code check_atom_bios}: the ROM BAR
 * has to pass {@code pci_map_rom}, and the ATOM header has to be in the image at byte 0. No ids, no
 * sum.
 */
final class AmdgpuCheck implements Consumer {

  @Override
  public Target target() {
    return Target.AMDGPU;
  }

  @Override
  public Verdict check(CheckInput input) {
    Reading r = new Reading(target(), input);
    long size = AtomBios.mapped(r);
    if (size == 0) {
      return AtomBios.none(r);
    }
    int header = AtomBios.header(r, size);
    if (header == 0 || !AtomBios.isAtom(r, header)) {
      r.find(FindingCode.NO_ATOM, new Range(AtomRomHeader.POINTER, 2));
      return AtomBios.none(r);
    }
    r.take(0);
    return r.accepted();
  }
}
