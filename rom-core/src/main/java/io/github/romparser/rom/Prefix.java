package io.github.romparser.rom;

import io.github.romparser.bytes.Range;
import io.github.romparser.rom.header.IfrHeader;
import io.github.romparser.rom.header.RomDirectory;
import java.util.Optional;

/**
 * What stands before the first chain.
 *
 * @param range from byte 0 to the first chain
 * @param kind what it is
 * @param ifr NVIDIA's flash header, with kind {@link Kind#NVGI}
 * @param directory NVIDIA's ROM directory, with kind {@link Kind#NVFW}, if it was found
 */
public record Prefix(
    Range range, Kind kind, Optional<IfrHeader> ifr, Optional<RomDirectory> directory) {

  /** Kinds of prefixes. */
  public enum Kind {
    /** NVIDIA's flash header. */
    NVGI("nvgi"),
    /** NVIDIA's flash image of Blackwell cards. */
    NVFW("nvfw"),
    /** The head of an ACPI table VFCT. */
    VFCT("acpi-vfct"),
    /** Bytes 0xFF only. */
    FF("ff"),
    /** Bytes 0x00 only. */
    ZERO("00"),
    /** Anything else. */
    UNKNOWN("unknown");

    private final String id;

    Kind(String id) {
      this.id = id;
    }

    /** {@return the name in reports, such as {@code nvgi}} */
    public String id() {
      return id;
    }
  }
}
