package io.github.romparser.vendor.intel;

import io.github.romparser.bytes.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Block 2: the outputs (Linux intel_vbt_defs.h, {@code bdb_general_definitions}).
 *
 * @param crtDdcPin offset 0x00, 1 byte: pins that the data of an analogue monitor is read with
 * @param dpmsBits offset 0x01, 1 byte
 * @param bootDisplays offset 0x02, 2 bytes: outputs to switch on at boot
 * @param childSize offset 0x04, 1 byte: length of an entry in bytes; 33 at first, 38 to 40 later
 * @param children all entries, those without use included; at most {@link #MOST}
 */
public record GeneralDefinitions(
    int crtDdcPin, int dpmsBits, int bootDisplays, int childSize, List<ChildDevice> children) {

  /** The most entries that are read; known tables have at most 10. */
  public static final int MOST = 64;

  private static final int HEADER = 5;

  /**
   * Copies the list.
   *
   * @param crtDdcPin pins that the data of an analogue monitor is read with
   * @param dpmsBits 8 bits, not looked into
   * @param bootDisplays outputs to switch on at boot, 16 bits
   * @param childSize length of an entry in bytes; below 20 it cannot be right, and no entry is read
   * @param children copied; those without use included
   */
  public GeneralDefinitions {
    children = List.copyOf(children);
  }

  /** Reads the data of the block; empty if it is shorter than its header. */
  static Optional<GeneralDefinitions> read(Slice data, int bdbVersion) {
    if (!data.has(0, HEADER)) {
      return Optional.empty();
    }
    int size = data.u8(4);
    List<ChildDevice> children = new ArrayList<>();
    if (size >= ChildDevice.SHORTEST) {
      for (long at = HEADER; data.has(at, size) && children.size() < MOST; at += size) {
        children.add(ChildDevice.read(data.slice(at, size), bdbVersion));
      }
    }
    return Optional.of(new GeneralDefinitions(data.u8(0), data.u8(1), data.u16(2), size, children));
  }

  /** Whether the entries have a length that can be right. */
  boolean hasRightChildren() {
    return childSize >= ChildDevice.SHORTEST;
  }
}
