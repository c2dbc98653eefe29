package io.github.romparser.cli.report;

import io.github.romparser.bytes.Slice;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.header.CodeType;
import io.github.romparser.rom.header.EfiMachine;
import io.github.romparser.rom.header.EfiRomHeader;
import io.github.romparser.rom.header.RomHeader;
import io.github.romparser.vendor.RomContents;
import java.io.PrintWriter;
import java.util.Locale;

/**
 * What the C program of the same name by Alex Williamson prints, line for line.
 *
 * <p>That program goes over the bytes in its own way, and so does this report: it looks at every
 * 512th byte for 55AA, stops at the first image whose indicator is not 0, and never looks at a
 * length.
 */
public final class ClassicReport implements ShowReport {

  private static final int STEP = 512;

  private final PrintWriter out;

  /** Writes to the given stream. */
  public ClassicReport(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void write(String name, RomContents contents) {
    RomFile rom = contents.rom();
    Slice file = rom.bytes();
    if (file.length() == 0) {
      line("Error, zero sized ROM file");
      return;
    }
    for (long at = 0; ; at += STEP) {
      while (at < file.length() && u16(file, at) != 0xaa55) {
        at += STEP;
      }
      if (at >= file.length()) {
        line("Error, ran off the end");
        return;
      }
      if (!image(file, at)) {
        return;
      }
    }
  }

  /** Writes about one image; false if the program would end there. */
  private boolean image(Slice file, long at) {
    int pointer = u16(file, at + RomHeader.DATA_STRUCTURE_POINTER);
    line("Valid ROM signature found @%xh, PCIR offset %xh", at, pointer);
    long data = at + pointer;
    if (!file.startsWith(data, "PCIR")) {
      line(
          "Invalid PCIR signature: %s",
          file.clamp(data, 4).latin1(0, file.clamp(data, 4).length()));
      return false;
    }
    int type = u8(file, data + 0x14);
    String typeName =
        type == CodeType.X86.value()
            ? " (x86 PC-AT)"
            : type == CodeType.EFI.value() ? " (EFI)" : "";
    line(
        "\tPCIR: type %x%s, vendor: %04x, device: %04x, class: %02x%02x%02x",
        type,
        typeName,
        u16(file, data + 4),
        u16(file, data + 6),
        u8(file, data + 0x0f),
        u8(file, data + 0x0e),
        u8(file, data + 0x0d));
    line("\tPCIR: revision %x, vendor revision: %x", u8(file, data + 0x0c), u16(file, data + 0x12));
    if (type == CodeType.EFI.value()) {
      efi(file, at);
    }
    if (u8(file, data + 0x15) != 0) {
      line("\tLast image");
      return false;
    }
    return true;
  }

  private void efi(Slice file, long at) {
    if (!file.has(at, RomHeader.LENGTH)) {
      return;
    }
    EfiRomHeader efi = EfiRomHeader.read(file, at);
    if (!efi.signatureValid()) {
      line("\t\tEFI: Signature NOT Valid");
      return;
    }
    String subsystem =
        switch (efi.subsystem()) {
          case 0x0b -> "Boot";
          case 0x0c -> "Runtime";
          default -> String.format(Locale.US, "Unknown (%x)", efi.subsystem());
        };
    String machine =
        switch (EfiMachine.of(efi.machine()).orElse(EfiMachine.RISCV128)) {
          case IA32 -> "IA-32";
          case IA64 -> "Itanium";
          case EBC -> "EFI Byte Code";
          case X64 -> "X64";
          case ARM -> "ARM";
          case AARCH64 -> "ARM 64-bit";
          default -> String.format(Locale.US, "Unknown (%x)", efi.machine());
        };
    line("\t\tEFI: Signature Valid, Subsystem: %s, Machine: %s", subsystem, machine);
  }

  /** Behind the end of the file the program reads the zeros that fill the last page. */
  private static int u8(Slice file, long at) {
    return file.has(at, 1) ? file.u8(at) : 0;
  }

  private static int u16(Slice file, long at) {
    return u8(file, at) | u8(file, at + 1) << 8;
  }

  private void line(String format, Object... values) {
    // Always a line feed: the program has only ever run on Linux.
    out.print(String.format(Locale.US, format, values) + "\n");
  }

  @Override
  public void close() {
    out.flush();
  }
}
