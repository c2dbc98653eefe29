package io.github.romparser.check;

import io.github.romparser.bytes.Range;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.vendor.amd.AtomRomHeader;

/**
 * Linux radeon, radeon_bios.c, {@code radeon_get_bios}: as amdgpu, but the code type has to be x86
 * and a ROM without an ATOM header is taken for an old COM BIOS.
 */
final class RadeonCheck implements Consumer {

  @Override
  public Target target() {
    return Target.RADEON;
  }

  @Override
  public Verdict check(CheckInput input) {
    Reading r = new Reading(target(), input);
    long size = AtomBios.mapped(r);
    if (size == 0) {
      return AtomBios.none(r);
    }
    if (r.bar().u8(r.bar().u16(0x18) + 0x14L) != 0) {
      r.step("Not an x86 BIOS ROM, not using.");
      r.find(FindingCode.NO_LEGACY, new Range(0, 0));
      return r.rejected();
    }
    int header = AtomBios.header(r, size);
    if (header == 0) {
      r.find(FindingCode.NO_ATOM, new Range(AtomRomHeader.POINTER, 2));
      return AtomBios.none(r);
    }
    // Anything that is no ATOM header is taken for an old COM BIOS.
    AtomBios.isAtom(r, header);
    r.take(0);
    return r.accepted();
  }
}
