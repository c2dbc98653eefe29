package io.github.romparser.check;

import io.github.romparser.bytes.Range;
import io.github.romparser.finding.Argument;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.finding.Phrase;
import io.github.romparser.finding.Severity;
import io.github.romparser.rom.header.CodeType;
import io.github.romparser.rom.header.PciDataStructure;

/**
 * OVMF and its like: edk2 MdeModulePkg/Bus/Pci/PciBusDxe, PciOptionRomSupport.c. {@code
 * LoadOpRomImage} finds out how much of the BAR is a ROM, {@code ContainEfiImage} whether there is
 * an EFI image, {@code ProcessOpRomImage} tries them, those for the guest's own machine first. No
 * id, no class, no sum is looked at.
 */
final class OvmfCheck implements Consumer {

  /** A BAR of this size reads back as the mask for "no ROM" (PciEnumerator.c; measured). */
  private static final long IGNORED_BAR = 2048;

  /** Length of the common header, in bytes. */
  private static final int HEADER = 0x1a;

  @Override
  public Target target() {
    return Target.OVMF;
  }

  @Override
  public Verdict check(CheckInput input) {
    Reading r = new Reading(target(), input);
    if (!LinuxCheck.present(r)) {
      return r.rejected();
    }
    if (r.bar().size() <= IGNORED_BAR) {
      r.step("ROM BAR of %d bytes: taken for none", r.bar().size());
      r.find(FindingCode.BAR_SMALL, new Range(0, 0), new Argument.Size(r.bar().size()));
      return r.rejected();
    }
    long size = loadOpRomImage(r);
    if (size == 0) {
      r.step("no option ROM");
      return r.rejected();
    }
    r.step("LoadOpRomImage: %d bytes of ROM", size);
    if (!containEfiImage(r, size)) {
      r.step("ContainEfiImage: no EFI image");
      Phrase meaning = Meaning.withoutDriver(input);
      r.find(
          meaning == Phrase.NO_DISPLAY ? Severity.NOTE : Severity.WARNING,
          FindingCode.NO_EFI,
          new Range(0, 0),
          new Argument.Says(meaning));
      return r.rejected();
    }
    boolean runs = processOpRomImage(r, size, true) || processOpRomImage(r, size, false);
    return runs ? r.accepted() : r.rejected();
  }

  /** How many bytes of the BAR are a ROM; 0 for none. */
  private static long loadOpRomImage(Reading r) {
    RomBar bar = r.bar();
    long at = 0;
    long legacyLength = 0;
    boolean first = true;
    while (at < bar.size()) {
      if (!bar.has(at, HEADER)) {
        break;
      }
      if (bar.u16(at) != 0xaa55) {
        if (first) {
          r.step("no 55AA at byte 0 (0x%04x): no option ROM", bar.u16(at));
          return 0;
        }
        at += PciDataStructure.BLOCK;
        continue;
      }
      first = false;
      int pointer = bar.u16(at + 0x18);
      long pcir = at + pointer;
      if (pointer == 0 || pointer % 4 != 0 || !bar.has(pcir, PciDataStructure.LENGTH)) {
        r.step("image at 0x%x: the pointer 0x%04x is not taken", at, pointer);
        unaligned(r, at, pointer);
        break;
      }
      if (!bar.is(pcir, "PCIR")) {
        r.step("image at 0x%x: no PCIR at 0x%x", at, pcir);
        break;
      }
      long length = bar.u16(pcir + 0x10) * 512L;
      if (at + length > bar.size()) {
        r.step("image at 0x%x: its %d bytes reach past the ROM BAR", at, length);
        r.find(
            FindingCode.BAR_OVERRUN,
            new Range(at, Math.max(0, bar.size() - at)),
            r.number(at),
            new Argument.Offset(at + length),
            new Argument.Offset(bar.size()));
        break;
      }
      if (bar.u8(pcir + 0x14) == CodeType.X86.value()) {
        legacyLength = bar.u8(at + 2) * 512L;
      }
      at += length;
      boolean last = (bar.u8(pcir + 0x15) & PciDataStructure.LAST) != 0;
      r.step("image of %d bytes, up to 0x%x%s", length, at, last ? ", last" : "");
      if (last) {
        break;
      }
      if (length == 0) {
        // Newer edk2 takes a first image of length 0 for no ROM; 2022.11 hangs on it (measured).
        r.step("length 0: the walk never gets past this image");
        r.find(FindingCode.HANGS, new Range(pcir + 0x10, 2), r.number(at));
        return 0;
      }
    }
    return at == 0 ? 0 : Math.min(bar.size(), Math.max(at, legacyLength));
  }

  private static void unaligned(Reading r, long at, int pointer) {
    if (pointer != 0 && pointer % 4 != 0) {
      r.find(
          Severity.ERROR,
          FindingCode.PCIR_UNALIGNED,
          new Range(at + pointer, 4),
          r.number(at),
          new Argument.Offset(at + pointer));
    }
  }

  /** Whether a walk over the copy of the ROM meets code type 3. */
  private static boolean containEfiImage(Reading r, long size) {
    RomBar bar = r.bar();
    long at = 0;
    while (at < size) {
      if (bar.u16(at) != 0xaa55) {
        at += PciDataStructure.BLOCK;
        continue;
      }
      int pointer = bar.u16(at + 0x18);
      long pcir = at + pointer;
      if (pointer == 0 || pointer % 4 != 0 || !bar.is(pcir, "PCIR")) {
        return false;
      }
      if (bar.u8(pcir + 0x14) == CodeType.EFI.value()) {
        return true;
      }
      long length = bar.u16(pcir + 0x10) * 512L;
      if (length == 0 || (bar.u8(pcir + 0x15) & PciDataStructure.LAST) != 0) {
        return false;
      }
      at += length;
    }
    return false;
  }

  /**
   * Tries every EFI image of one kind.
   *
   * @param nativeMachine whether those whose header names the guest's machine, or the others
   * @return whether a driver was started
   */
  private static boolean processOpRomImage(Reading r, long size, boolean nativeMachine) {
    RomBar bar = r.bar();
    long at = 0;
    while (at < size) {
      if (bar.u16(at) != 0xaa55) {
        at += PciDataStructure.BLOCK;
        continue;
      }
      long pcir = at + bar.u16(at + 0x18);
      long length = bar.u16(pcir + 0x10) * 512L;
      boolean sameMachine = bar.u16(at + 0x0a) == r.input().arch().value();
      if (bar.is(pcir, "PCIR")
          && bar.u8(pcir + 0x14) == CodeType.EFI.value()
          && sameMachine == nativeMachine
          && new OvmfDriver(r, at, length).starts()) {
        r.take(at);
        return true;
      }
      if (length == 0 || (bar.u8(pcir + 0x15) & PciDataStructure.LAST) != 0) {
        return false;
      }
      at += length;
    }
    return false;
  }
}
