package io.github.romparser.check;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.finding.Argument;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.finding.Phrase;
import io.github.romparser.rom.header.CodeType;
import io.github.romparser.rom.header.Npde;
import io.github.romparser.vendor.nvidia.FalconEntry;
import java.util.ArrayList;
import java.util.List;

/**
 * Linux nova-core, drivers/gpu/nova-core/vbios.rs: reads the card's own flash from the first of the
 * three signatures on, and wants an x86 image with a BIT table and two extension images, the second
 * of which holds the signed microcode. A {@code romfile=} does not reach it; the check says whether
 * this dump would do.
 */
final class NovaCheck implements Consumer {

  /** The most that is read, in bytes. */
  private static final long WINDOW = 1L << 20;

  @Override
  public Target target() {
    return Target.NOVA;
  }

  @Override
  public Verdict check(CheckInput input) {
    Reading r = new Reading(target(), input);
    if (!QemuCheck.loads(r)) {
      return r.rejected();
    }
    r.step("nova reads the card's flash through BAR 0; romfile= does not reach it");
    List<Slice> extensions = new ArrayList<>();
    Slice x86 = null;
    RomBar bar = r.bar();
    long end = Math.min(bar.size(), WINDOW);
    long at = 0;
    boolean last = false;
    while (!last && at + 0x1a <= end) {
      int signature = bar.u16(at);
      int pointer = bar.u16(at + 0x18);
      long pcir = at + pointer;
      int type = bar.u8(pcir + 0x14);
      long length = bar.u16(pcir + 0x10) * 512L;
      if ((signature != 0xaa55 && signature != 0xbb77 && signature != 0x4e56)
          || (!bar.is(pcir, "PCIR") && !bar.is(pcir, "NPDS"))
          || length == 0) {
        r.step("vbios image at 0x%x is not valid", at);
        return missing(r, Phrase.NOVA_BAD_IMAGE);
      }
      last = (bar.u8(pcir + 0x15) & 0x80) != 0;
      long npde = at + Npde.place(pointer, bar.u16(pcir + 0x0a));
      if (bar.is(npde, Npde.SIGNATURE) && bar.u16(npde + 8) != 0) {
        length = bar.u16(npde + 8) * 512L;
        last = (bar.u8(npde + 0x0a) & 0x80) != 0;
      }
      last |= type == CodeType.NVIDIA_NBSI.value();
      r.step("image at 0x%x: type %02x, %d bytes%s", at, type, length, last ? ", last" : "");
      if (type == CodeType.X86.value() && x86 == null) {
        x86 = bar.slice(at, length);
        r.take(at);
      } else if (type == CodeType.NVIDIA_EXTENSION.value()) {
        extensions.add(bar.slice(at, length));
      } else if (type != CodeType.EFI.value()
          && type != CodeType.X86.value()
          && type != CodeType.NVIDIA_NBSI.value()) {
        return missing(r, Phrase.NOVA_BAD_IMAGE);
      }
      at += (length + 511) & -512;
    }
    if (x86 == null) {
      return missing(r, Phrase.NOVA_NO_X86);
    }
    int bit = x86.indexOf("\u00ff\u00b8BIT\0", 0);
    if (bit < 0) {
      return missing(r, Phrase.NOVA_NO_BIT);
    }
    if (extensions.size() < 2) {
      return missing(r, Phrase.NOVA_ONE_EXTENSION);
    }
    if (!fwsec(r, x86, bit, extensions)) {
      return missing(r, Phrase.NOVA_NO_FALCON);
    }
    return r.accepted();
  }

  /**
   * BIT token 'p' (0x70) points to a pointer into what follows the x86 image, the extension images
   * one behind the other; there a table lists the microcode by application id.
   */
  private static boolean fwsec(Reading r, Slice x86, int bit, List<Slice> extensions) {
    int headerSize = x86.has(bit, 12) ? x86.u8(bit + 8) : 0;
    int tokenSize = x86.has(bit, 12) ? x86.u8(bit + 9) : 0;
    int count = x86.has(bit, 12) ? x86.u8(bit + 10) : 0;
    for (int i = 0; i < count; i++) {
      long token = bit + headerSize + (long) i * tokenSize;
      if (!x86.has(token, 6) || x86.u8(token) != 'p') {
        continue;
      }
      int place = x86.u16(token + 4);
      if (!x86.has(place, 4)) {
        return false;
      }
      long table = x86.u32(place) - x86.length();
      if (table < 0) {
        r.step("the microcode table lies in the x86 image, not behind it");
        return false;
      }
      r.step("the microcode table lies 0x%x bytes behind the x86 image", table);
      Slice first = extensions.get(0);
      Slice holder = table < first.length() ? first : extensions.get(1);
      return lists(holder, table < first.length() ? table : table - first.length());
    }
    return false;
  }

  private static boolean lists(Slice image, long table) {
    if (!image.has(table, 4)) {
      return false;
    }
    int headerSize = image.u8(table + 1);
    int entrySize = image.u8(table + 2);
    int count = image.u8(table + 3);
    for (int i = 0; i < count; i++) {
      long entry = table + headerSize + (long) i * entrySize;
      if (image.has(entry, 6) && image.u8(entry) == FalconEntry.FWSEC_PRODUCTION) {
        return true;
      }
    }
    return false;
  }

  private static Verdict missing(Reading r, Phrase what) {
    r.find(FindingCode.NOVA_PARTS, new Range(0, 0), new Argument.Says(what));
    return r.rejected();
  }
}
