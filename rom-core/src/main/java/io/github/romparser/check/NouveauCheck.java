package io.github.romparser.check;

import io.github.romparser.bytes.Range;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.rom.header.CodeType;
import io.github.romparser.rom.header.Npde;

/**
 * Linux nouveau, nvkm/subdev/bios/{shadow,image,pcir,npde,base}.c: scores what it reads through
 * {@code pci_map_rom} (source PCIROM, the one that a {@code romfile=} reaches). A wrong sum lowers
 * the score and nothing more; a score of 0 is "unable to locate usable image".
 */
final class NouveauCheck implements Consumer {

  /** What has to be readable from the start of an image, in bytes (image.c). */
  private static final int HEADER_WINDOW = 0x1000;

  @Override
  public Target target() {
    return Target.NOUVEAU;
  }

  @Override
  public Verdict check(CheckInput input) {
    Reading r = new Reading(target(), input);
    if (!LinuxCheck.present(r)) {
      return r.rejected();
    }
    long size = LinuxCheck.romSize(r);
    if (size == 0) {
      r.step("bios: trying PCIROM... nothing to map");
      return r.rejected();
    }
    int score = score(r, size);
    r.step("bios: PCIROM scored %d", score);
    if (score == 0) {
      r.step("bios: unable to locate usable image");
      return r.rejected();
    }
    r.take(0);
    return r.accepted();
  }

  private static int score(Reading r, long size) {
    RomBar bar = r.bar();
    long at = 0;
    int score = 0;
    while (true) {
      if (at + HEADER_WINDOW > size) {
        r.step("bios: 0x%x: fewer than 4096 bytes are left", at);
        if (at == 0) {
          r.find(FindingCode.NOUVEAU_SHORT, new Range(0, size), r.number(0));
        }
        return score;
      }
      int signature = bar.u16(at);
      if (signature != 0xaa55 && signature != 0xbb77 && signature != 0x4e56) {
        r.step("bios: %08x: ROM signature (%04x) unknown", at, signature);
        return score;
      }
      int pointer = bar.u16(at + 0x18);
      long pcir = at + pointer;
      if (!bar.is(pcir, "PCIR") && !bar.is(pcir, "RGIS") && !bar.is(pcir, "NPDS")) {
        r.step("bios: %08x: PCIR signature (%08x) unknown", at, bar.u32(pcir));
        return score;
      }
      int type = bar.u8(pcir + 0x14);
      long length = bar.u16(pcir + 0x10) * 512L;
      boolean last = (bar.u8(pcir + 0x15) & 0x80) != 0;
      long npde = at + Npde.place(pointer, bar.u16(pcir + 0x0a));
      if (type != CodeType.NVIDIA_NBSI.value() && bar.is(npde, Npde.SIGNATURE)) {
        length = bar.u16(npde + 8) * 512L;
        last = (bar.u8(npde + 0x0a) & 0x80) != 0;
      }
      last |= type == CodeType.NVIDIA_NBSI.value();
      r.step("bios: %08x: type %02x, %d bytes", at, type, length);
      if (at + length > size) {
        r.step("bios: %08x: the image reaches past the end", at);
        return score;
      }
      boolean wrong = type == 0 && bar.sum8(at, length) != 0;
      if (wrong) {
        r.step("bios: %08x: checksum failed", at);
      }
      // PCIROM is a source that may be written to, which gives a wrong image one point more.
      score += 1 + (wrong ? 2 : 3);
      if (last || length == 0) {
        return score;
      }
      at += length;
    }
  }
}
