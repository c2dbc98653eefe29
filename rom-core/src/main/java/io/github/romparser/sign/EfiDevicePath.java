package io.github.romparser.sign;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The way to a PCI device and into its option ROM (UEFI 2.10 §10.3). Nodes have a type (offset 0, 1
 * byte), a subtype (1, 1 byte) and a length with this header (2, 2 bytes).
 *
 * @param root number of the PCI root bridge
 * @param hops the bridges to the device, and the device as the last
 * @param rom which bytes of the device's ROM, where the path leads into it
 */
public record EfiDevicePath(OptionalLong root, List<Hop> hops, Optional<Range> rom) {

  private static final int HEADER = 4;

  /** Real paths have below ten nodes. */
  private static final int MOST_NODES = 32;

  /** Type of the node behind the last one of a path (UEFI 2.10 §10.3.1). */
  private static final int END = 0x7f;

  private static final int HARDWARE_PCI = 0x0101;
  private static final int ACPI = 0x0201;
  private static final int OFFSET_RANGE = 0x0408;

  /** PNP0A03 and PNP0A08, compressed as EISA ids: PCI and PCI Express root bridges. */
  private static final long PCI_ROOT = 0x0a03_41d0L;

  private static final long PCI_EXPRESS_ROOT = 0x0a08_41d0L;

  /**
   * A device on a bus.
   *
   * @param device its number, 0 to 31
   * @param function its function, 0 to 7
   */
  public record Hop(int device, int function) {}

  /**
   * Copies the list.
   *
   * @param root number of the PCI root bridge; empty where the path does not name it
   * @param hops copied; the bridges to the device, and the device as the last
   * @param rom in bytes from the start of the device's ROM; empty where the path does not lead into
   *     it
   */
  public EfiDevicePath {
    hops = List.copyOf(hops);
  }

  /**
   * Reads a path to its end node, its last byte or a node whose length makes no sense, at most 32
   * nodes. Nodes of other kinds are passed over.
   *
   * @param path the nodes, from the first on
   * @return what the nodes name; empty if there is no PCI device among them
   */
  public static Optional<EfiDevicePath> read(Slice path) {
    OptionalLong root = OptionalLong.empty();
    List<Hop> hops = new ArrayList<>();
    Optional<Range> rom = Optional.empty();
    long at = 0;
    for (int i = 0; i < MOST_NODES && path.has(at, HEADER); i++) {
      int length = path.u16(at + 2);
      if (path.u8(at) == END || length < HEADER || !path.has(at, length)) {
        break;
      }
      Slice node = path.slice(at, length);
      int kind = node.u8(0) << Byte.SIZE | node.u8(1);
      if (kind == ACPI && node.has(HEADER, 8) && isRoot(node.u32(HEADER))) {
        root = OptionalLong.of(node.u32(HEADER + 4));
      } else if (kind == HARDWARE_PCI && node.has(HEADER, 2)) {
        hops.add(new Hop(node.u8(HEADER + 1), node.u8(HEADER)));
      } else if (kind == OFFSET_RANGE && node.has(HEADER + 4, 16)) {
        // Two 64-bit values, the second of the last byte; a ROM lies below 4 GiB.
        rom = Optional.of(Range.between(node.u32(HEADER + 4), node.u32(HEADER + 12) + 1));
      }
      at += length;
    }
    return hops.isEmpty() ? Optional.empty() : Optional.of(new EfiDevicePath(root, hops, rom));
  }

  private static boolean isRoot(long hid) {
    return hid == PCI_ROOT || hid == PCI_EXPRESS_ROOT;
  }
}
