package io.github.romparser.check;

import io.github.romparser.bytes.Range;
import io.github.romparser.finding.Argument;
import io.github.romparser.finding.FindingCode;

/**
 * QEMU, hw/pci/pci.c, {@code pci_add_option_rom}: a {@code romfile=} has to exist, not to be empty
 * and to fit; what is in it is not looked at.
 */
final class QemuCheck implements Consumer {

  /** The largest file that is taken, in bytes. */
  private static final long LARGEST = 2L << 30;

  @Override
  public Target target() {
    return Target.QEMU;
  }

  @Override
  public Verdict check(CheckInput input) {
    Reading r = new Reading(target(), input);
    if (!loads(r)) {
      return r.rejected();
    }
    if (input.romBar()) {
      r.step("the file becomes a ROM BAR of %d bytes, filled up with zeros", r.bar().size());
    } else {
      r.step("rombar=0: the file goes over fw_cfg, where only SeaBIOS sees it");
    }
    r.step("what is in the file is not looked at");
    return r.accepted();
  }

  /** Whether a device with this file starts at all. */
  static boolean loads(Reading r) {
    long file = r.input().rom().bytes().length();
    long bar = r.bar().size();
    Range whole = r.input().rom().bytes().range();
    if (file == 0) {
      r.step("romfile \"FILE\" is empty");
      return false;
    }
    if (file > LARGEST) {
      r.step("romfile \"FILE\" too large (size cannot exceed 2 GiB)");
      r.find(FindingCode.TOO_LARGE, whole, new Argument.Size(file), new Argument.Size(LARGEST));
      return false;
    }
    if (Long.bitCount(bar) != 1) {
      r.step("ROM size %d is not a power of two", bar);
      r.find(FindingCode.BAR_NOT_POWER_OF_TWO, new Range(0, 0), new Argument.Size(bar));
      return false;
    }
    if (file > bar) {
      r.step("romfile \"FILE\" (%d bytes) is too large for ROM size %d", file, bar);
      r.find(FindingCode.TOO_LARGE, whole, new Argument.Size(file), new Argument.Size(bar));
      return false;
    }
    return true;
  }
}
