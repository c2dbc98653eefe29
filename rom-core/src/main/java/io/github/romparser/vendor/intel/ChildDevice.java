package io.github.romparser.vendor.intel;

import io.github.romparser.bytes.Slice;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An output of the board (Linux intel_vbt_defs.h, {@code child_device_config}).
 *
 * @param handle offset 0x00, 2 bytes: one bit for the kind of output
 * @param deviceType offset 0x02, 2 bytes: flags, see the methods; 0 for an entry that is not used
 * @param dvoPort offset 0x10, 1 byte
 * @param port what {@link #dvoPort} means; empty before version 155 of the blocks, and where it is
 *     not known
 * @param ddcPin offset 0x13, 1 byte: pins that the monitor's data is read with
 * @param auxChannel offset 0x19, 1 byte: AUX channel of a DisplayPort; empty where entries are
 *     shorter
 */
public record ChildDevice(
    int handle,
    int deviceType,
    int dvoPort,
    Optional<DvoPort> port,
    int ddcPin,
    OptionalInt auxChannel) {

  /** The fields up to the DDC pin, in bytes: every entry has them. */
  static final int SHORTEST = 0x14;

  private static final int AUX_CHANNEL = 0x19;

  /** AUX channels from A on (Linux intel_vbt_defs.h, {@code DP_AUX_A}). */
  private static final int[] AUX_VALUES = {0x40, 0x10, 0x20, 0x30, 0x50, 0x60, 0x70, 0x80, 0x90};

  private static final int INTERNAL = 1 << 12;
  private static final int NOT_HDMI = 1 << 11;
  private static final int TMDS = 1 << 4;
  private static final int DISPLAY_PORT = 1 << 2;

  /** Reads an entry of at least {@link #SHORTEST} bytes. */
  static ChildDevice read(Slice entry, int bdbVersion) {
    int port = entry.u8(0x10);
    return new ChildDevice(
        entry.u16(0),
        entry.u16(2),
        port,
        bdbVersion >= BdbHeader.PORTS_SINCE ? DvoPort.of(port) : Optional.empty(),
        entry.u8(0x13),
        entry.has(AUX_CHANNEL, 1) ? OptionalInt.of(entry.u8(AUX_CHANNEL)) : OptionalInt.empty());
  }

  /** {@return whether the entry describes an output at all: its device type is not 0} */
  public boolean used() {
    return deviceType != 0;
  }

  /** {@return whether the output is inside of the machine: bit 12 of the device type} */
  public boolean internal() {
    return (deviceType & INTERNAL) != 0;
  }

  /** {@return whether the output speaks DisplayPort: bit 2 of the device type} */
  public boolean displayPort() {
    return (deviceType & DISPLAY_PORT) != 0;
  }

  /** {@return whether the output speaks HDMI: bit 4 of the device type without bit 11} */
  public boolean hdmi() {
    return (deviceType & TMDS) != 0 && (deviceType & NOT_HDMI) == 0;
  }

  /**
   * {@return the letter of the AUX channel, A to I; empty if there is none or its value is not
   * known}
   */
  public Optional<Character> auxLetter() {
    for (int i = 0; i < AUX_VALUES.length; i++) {
      if (auxChannel.isPresent() && auxChannel.getAsInt() == AUX_VALUES[i]) {
        return Optional.of((char) ('A' + i));
      }
    }
    return Optional.empty();
  }
}
