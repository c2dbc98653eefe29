package io.github.romparser.extract.handler.installer;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.handler.archive.Checksums;
import io.github.romparser.extract.handler.archive.PeLayout;
import io.github.romparser.extract.handler.archive.ProgramResources;
import java.util.Optional;
import java.util.Set;

/**
 * Where a set-up program has what it installs (dscharrer/innoextract, src/loader/offsets.cpp). From
 * 5.1.5 on a table in a resource says it, before that a table that the start of the program leads
 * to. Places count from the start of the program.
 *
 * @param size bytes of the whole program, at least; 0 if it is not told
 * @param program where Inno Setup's own program is, which is packed as the header is
 * @param header where the header is; 0 if it is in a file of its own
 * @param data where the data are; 0 if they are in files of their own
 */
record InnoLoader(long size, long program, long header, long data) {

  /** The name of the resource, a number. */
  private static final int NUMBER = 11111;

  /** What the table begins with, from 5.1.5 on. */
  private static final Set<String> MAGICS =
      Set.of("rDlPtS\u00cd\u00e6\u00d7{\u000b*", "nS5W7dT\u0083\u00aa\u001b\u000fj");

  private static final int MAGIC = 12;

  // Revision 1: size (16), program (20), its size and sum, header (32), data (36), sum (40).
  private static final int REVISION = 0x0c;
  private static final int SIZE = 0x10;
  private static final int PROGRAM = 0x14;
  private static final int HEADER = 0x20;
  private static final int DATA = 0x24;
  private static final int SUM = 0x28;

  // Revision 2, from 6.5 on: places of eight bytes (binref/refinery, lib/inno/archive.py).
  private static final int WIDE_PROGRAM = 0x18;
  private static final int WIDE_HEADER = 0x28;
  private static final int WIDE_DATA = 0x30;
  private static final int WIDE_SUM = 0x3c;

  // Before 5.1.5, from 4.1.6 on: magic, size, program, its size and sum, header, data, sum.
  private static final int OLD_POINTER = 0x30;
  private static final String OLD_NAME = "Inno";
  private static final String OLD_MAGIC = "rDlPtS07\u0087eVx";
  private static final int OLD_SHIFT = -4;

  /** Places behind this are none: programs are no larger. */
  private static final long ABSURD = 1L << 40;

  /** The table of a program; empty if it has none. */
  static Optional<InnoLoader> find(Slice file, PeLayout program) {
    return old(file).or(() -> resource(file, program)).filter(InnoLoader::sane);
  }

  private static Optional<InnoLoader> resource(Slice file, PeLayout program) {
    return ProgramResources.of(file, program, ProgramResources.RCDATA).stream()
        .filter(resource -> resource.name() == NUMBER)
        .findFirst()
        .flatMap(resource -> read(resource.bytes()));
  }

  private boolean sane() {
    return size >= 0
        && size < ABSURD
        && header >= 0
        && header < ABSURD
        && data >= 0
        && data < ABSURD
        && program >= 0;
  }

  private static Optional<InnoLoader> read(Slice table) {
    if (!table.has(0, SUM + 4) || !MAGICS.contains(table.latin1(0, MAGIC))) {
      return Optional.empty();
    }
    if (table.u32(REVISION) == 1) {
      return narrow(table, 0);
    }
    return table.has(0, WIDE_SUM + 4) && summed(table, WIDE_SUM)
        ? Optional.of(
            new InnoLoader(
                u64(table, SIZE),
                u64(table, WIDE_PROGRAM),
                u64(table, WIDE_HEADER),
                u64(table, WIDE_DATA)))
        : Optional.empty();
  }

  private static Optional<InnoLoader> old(Slice file) {
    if (!file.startsWith(OLD_POINTER, OLD_NAME) || !file.has(OLD_POINTER, 12)) {
      return Optional.empty();
    }
    long at = file.u32(OLD_POINTER + 4);
    boolean sure = (at ^ file.u32(OLD_POINTER + 8)) == 0xffff_ffffL;
    return sure && file.has(at, SUM + OLD_SHIFT + 4) && file.startsWith(at, OLD_MAGIC)
        ? narrow(file.from(at), OLD_SHIFT)
        : Optional.empty();
  }

  private static Optional<InnoLoader> narrow(Slice table, int shift) {
    return summed(table, SUM + shift)
        ? Optional.of(
            new InnoLoader(
                table.u32(SIZE + shift),
                table.u32(PROGRAM + shift),
                table.u32(HEADER + shift),
                table.u32(DATA + shift)))
        : Optional.empty();
  }

  private static boolean summed(Slice table, int at) {
    return Checksums.crc32(table.slice(0, at)) == table.u32(at);
  }

  private static long u64(Slice bytes, long at) {
    return bytes.u32(at) | bytes.u32(at + 4) << 32;
  }
}
