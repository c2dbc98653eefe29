package io.github.romparser.edit;

import io.github.romparser.bytes.Slice;
import java.util.Optional;

/**
 * What has to be known of a PE file to wrap it (Microsoft PE/COFF specification; offsets in bytes).
 *
 * @param machine COFF header 0x00, 2 bytes
 * @param subsystem optional header 0x44, 2 bytes
 * @param end first byte behind all sections with data and behind the certificates: as many bytes
 *     the file has to have
 * @param signed whether there is a certificate table
 */
record PeHeader(int machine, int subsystem, long end, boolean signed) {

  private static final int POINTER = 0x3c;
  private static final int OPTIONAL = 0x18;
  private static final int SECTION = 0x28;
  private static final int CERTIFICATES = 4;

  /** Reads the headers of a file; empty if it is no PE32 or PE32+ file. */
  static Optional<PeHeader> read(Slice file) {
    if (!file.startsWith(0, "MZ") || !file.has(POINTER, 4)) {
      return Optional.empty();
    }
    long pe = file.u32(POINTER);
    long optional = pe + OPTIONAL;
    if (!file.startsWith(pe, "PE\0\0") || !file.has(optional, 0x60)) {
      return Optional.empty();
    }
    int magic = file.u16(optional);
    if (magic != 0x10b && magic != 0x20b) {
      return Optional.empty();
    }
    long end = sections(file, optional + file.u16(pe + 0x14), file.u16(pe + 0x06));
    long directories = optional + (magic == 0x20b ? 0x70 : 0x60);
    long certificates = directories + 8L * CERTIFICATES;
    boolean signed = false;
    if (file.has(certificates, 8)
        && file.u32(directories - 4) > CERTIFICATES
        && file.u32(certificates + 4) > 0) {
      signed = true;
      end = Math.max(end, file.u32(certificates) + file.u32(certificates + 4));
    }
    return Optional.of(new PeHeader(file.u16(pe + 4), file.u16(optional + 0x44), end, signed));
  }

  private static long sections(Slice file, long table, int count) {
    long end = table + (long) count * SECTION;
    if (!file.has(table, end - table)) {
      return end;
    }
    for (long at = table, last = end; at < last; at += SECTION) {
      long size = file.u32(at + 0x10);
      if (size > 0) {
        end = Math.max(end, file.u32(at + 0x14) + size);
      }
    }
    return end;
  }
}
