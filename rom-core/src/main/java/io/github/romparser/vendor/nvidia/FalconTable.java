package io.github.romparser.vendor.nvidia;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The table of microcode for NVIDIA's falcon processors, which token 'p' of version 2 leads to
 * (NVIDIA open-gpu-kernel-modules, kernel_gsp_fwsec.c, FALCON_UCODE_TABLE_HDR_V1).
 *
 * @param offset of the table, in bytes from the start of the file
 * @param version offset 0x00, 1 byte: 1
 * @param headerSize offset 0x01, 1 byte: length of the header in bytes, 6
 * @param entrySize offset 0x02, 1 byte: length of an entry in bytes, 6
 * @param entryCount offset 0x03, 1 byte: how many entries there should be
 * @param entries the entries in use that are there, in their order; application 0 is none
 */
public record FalconTable(
    long offset,
    int version,
    int headerSize,
    int entrySize,
    int entryCount,
    List<FalconEntry> entries) {

  /** Length of the header, in bytes. */
  static final int LENGTH = 6;

  private static final int DESCRIPTOR_3 = 3;

  /** Where the description of version 3 says how many signatures there are. */
  private static final int SIGNATURE_COUNT = 0x27;

  /**
   * Copies the list.
   *
   * @param offset of the table, in bytes from the start of the file
   * @param version of the table: 1
   * @param headerSize length of the header in bytes, at least 6
   * @param entrySize length of an entry in bytes, at least 6
   * @param entryCount how many entries there should be, those not in use included
   * @param entries copied; those in use that are there
   */
  public FalconTable {
    entries = List.copyOf(entries);
  }

  /** Reads the table at a place of the file; empty if none that is known stands there. */
  static Optional<FalconTable> read(PointerSpace space, long place) {
    Slice table = space.from(place);
    if (!table.has(0, LENGTH)
        || table.u8(0) != 1
        || table.u8(1) < LENGTH
        || table.u8(2) < FalconEntry.LENGTH) {
      return Optional.empty();
    }
    int headerSize = table.u8(1);
    int entrySize = table.u8(2);
    int count = table.u8(3);
    List<FalconEntry> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long at = headerSize + (long) i * entrySize;
      if (!table.has(at, FalconEntry.LENGTH)) {
        break;
      }
      if (table.u8(at) != 0) {
        entries.add(entry(space, table, at));
      }
    }
    return Optional.of(new FalconTable(place, 1, headerSize, entrySize, count, entries));
  }

  private static FalconEntry entry(PointerSpace space, Slice table, long at) {
    long pointer = table.u32(at + 2);
    OptionalLong place = space.place(pointer);
    Slice descriptor = place.isPresent() ? space.from(place.getAsLong()) : table.clamp(0, 0);
    boolean versioned = descriptor.has(0, 4) && (descriptor.u8(0) & 1) != 0;
    int version = versioned ? descriptor.u8(1) : 0;
    return new FalconEntry(
        table.u8(at),
        table.u8(at + 1),
        pointer,
        place,
        versioned ? OptionalInt.of(version) : OptionalInt.empty(),
        versioned ? OptionalInt.of(descriptor.u16(2)) : OptionalInt.empty(),
        version == DESCRIPTOR_3 && descriptor.has(SIGNATURE_COUNT, 1)
            ? OptionalInt.of(descriptor.u8(SIGNATURE_COUNT))
            : OptionalInt.empty());
  }

  /**
   * {@return the table with as many entries as there should be, in bytes of the file; may reach
   * past its end}
   */
  public Range range() {
    return new Range(offset, headerSize + (long) entrySize * entryCount);
  }

  /**
   * {@return whether it lists microcode of an application}
   *
   * @param application what the microcode is for, such as {@link FalconEntry#FWSEC_PRODUCTION}
   */
  public boolean lists(int application) {
    return entries.stream().anyMatch(entry -> entry.application() == application);
  }
}
