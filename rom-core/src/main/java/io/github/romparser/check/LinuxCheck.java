package io.github.romparser.check;

import io.github.romparser.bytes.Range;
import io.github.romparser.finding.Argument;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.finding.Severity;
import io.github.romparser.rom.header.PciDataStructure;

/**
 * Linux, drivers/pci/rom.c, {@code pci_get_rom_size} with the bounds checks of 6.12.107: how much
 * of the ROM BAR sysfs, vfio and drivers get to see. With nothing, {@code cat rom} ends in an I/O
 * error.
 */
final class LinuxCheck implements Consumer {

  @Override
  public Target target() {
    return Target.LINUX;
  }

  @Override
  public Verdict check(CheckInput input) {
    Reading r = new Reading(target(), input);
    if (!present(r)) {
      return r.rejected();
    }
    long size = romSize(r);
    if (size == 0) {
      r.step("pci_map_rom fails: reading the rom file of sysfs gives \"Input/output error\"");
      return r.rejected();
    }
    r.step("the rom file of sysfs gives %d bytes", size);
    r.take(0);
    return r.accepted();
  }

  /** Whether there is a ROM BAR at all. */
  static boolean present(Reading r) {
    if (!QemuCheck.loads(r)) {
      return false;
    }
    if (!r.input().romBar()) {
      r.step("rombar=0: the card has no ROM BAR");
      r.find(FindingCode.ROM_BAR_OFF, new Range(0, 0));
      return false;
    }
    return true;
  }

  /** The size of the ROM in bytes as the kernel works it out; 0 if it finds none. */
  static long romSize(Reading r) {
    RomBar bar = r.bar();
    long at = 0;
    while (true) {
      if (!header(r, at, at == 0)) {
        break;
      }
      long pcir = at + bar.u16(at + 0x18);
      boolean last = (bar.u8(pcir + 0x15) & PciDataStructure.LAST) != 0;
      long length = bar.u16(pcir + 0x10) * 512L;
      r.step("image at 0x%x: %d bytes%s", at, length, last ? ", last" : "");
      at += length;
      if (length == 0 || last) {
        break;
      }
    }
    // The kernel never gives out more than the resource has.
    return Math.min(at, bar.size());
  }

  private static boolean header(Reading r, long at, boolean expected) {
    RomBar bar = r.bar();
    if (!bar.has(at, 0x1a)) {
      r.step("0x%x lies at the end of the ROM BAR", at);
      return false;
    }
    if (bar.u16(at) != 0xaa55) {
      r.step(
          expected
              ? "Invalid PCI ROM header signature: expecting 0xaa55, got 0x%04x"
              : "No more images in PCI ROM (0x%04x)",
          bar.u16(at));
      return false;
    }
    int pointer = bar.u16(at + 0x18);
    long pcir = at + pointer;
    if (pointer % 4 != 0 || !bar.has(pcir, 0x0c)) {
      r.step("the pointer 0x%04x is not taken: it is no multiple of 4 or leads outside", pointer);
      if (pointer % 4 != 0) {
        r.find(
            Severity.ERROR,
            FindingCode.PCIR_UNALIGNED,
            new Range(pcir, 4),
            r.number(at),
            new Argument.Offset(pcir));
      }
      return false;
    }
    if (!bar.is(pcir, "PCIR")) {
      r.step("Invalid PCI ROM data signature: expecting 0x52494350, got 0x%08x", bar.u32(pcir));
      return false;
    }
    int length = bar.u16(pcir + 0x0a);
    if (length < PciDataStructure.LENGTH || length == 0xffff || !bar.has(pcir, length)) {
      r.step("the data structure's length %d is not taken", length);
      r.find(
          Severity.ERROR,
          FindingCode.PCIR_LENGTH,
          new Range(pcir + 0x0a, 2),
          r.number(at),
          new Argument.Size(length));
      return false;
    }
    return true;
  }
}
