package io.github.romparser.check;

import io.github.romparser.bytes.Range;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.vendor.intel.BdbHeader;
import io.github.romparser.vendor.intel.VbtHeader;

/**
 * Linux i915 and xe, intel_bios.c, {@code oprom_get_vbt} and {@code intel_bios_is_valid_vbt}: what
 * the kernel maps of the ROM is searched for a video BIOS table on 4-byte borders.
 */
final class I915Check implements Consumer {

  @Override
  public Target target() {
    return Target.I915;
  }

  @Override
  public Verdict check(CheckInput input) {
    Reading r = new Reading(target(), input);
    if (!LinuxCheck.present(r)) {
      return r.rejected();
    }
    long size = LinuxCheck.romSize(r);
    if (size == 0) {
      r.step("the ROM BAR cannot be mapped");
      return r.rejected();
    }
    for (long at = 0; at + 4 <= size; at += 4) {
      if (r.bar().is(at, VbtHeader.SIGNATURE)) {
        r.step("Found valid VBT candidate at 0x%x in PCI ROM", at);
        if (!valid(r, at, size)) {
          break;
        }
        r.take(0);
        return r.accepted();
      }
    }
    r.step("no VBT in the PCI ROM");
    r.find(FindingCode.NO_VBT, new Range(0, size));
    return r.rejected();
  }

  private static boolean valid(Reading r, long at, long size) {
    RomBar bar = r.bar();
    long left = size - at;
    if (left < VbtHeader.LENGTH) {
      r.step("VBT header incomplete");
      return false;
    }
    int vbtSize = bar.u16(at + VbtHeader.VBT_SIZE);
    if (vbtSize > left) {
      r.step("VBT incomplete (vbt_size overflows)");
      return false;
    }
    long bdb = bar.u32(at + VbtHeader.BDB_OFFSET);
    if (bdb + BdbHeader.LENGTH > vbtSize) {
      r.step("BDB header incomplete");
      return false;
    }
    if (bdb + bar.u16(at + bdb + BdbHeader.SIZE) > vbtSize) {
      r.step("BDB incomplete");
      return false;
    }
    return true;
  }
}
