package io.github.romparser.acpi.dump;

import io.github.romparser.rom.RomFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Optional;

/**
 * What became of one way to a ROM.
 *
 * @param way which way it was
 * @param outcome how it ended
 * @param detail the kernel's own word for it, or the firmware's; empty if there is none
 * @param rom the ROM, with {@link Outcome#READ}
 * @param worth what it is worth, with {@link Outcome#READ}
 */
public record Attempt(
    DumpWay way,
    Outcome outcome,
    Optional<String> detail,
    Optional<RomFile> rom,
    Optional<Worth> worth) {

  /** How an attempt ended. */
  public enum Outcome {
    /** There is a ROM. */
    READ("read"),
    /** A better ROM was there already. */
    NOT_NEEDED("not-needed"),
    /** Only the superuser may do that. */
    NEEDS_ROOT("needs-root"),
    /** The device has no ROM BAR. */
    NO_ROM_BAR("no-rom-bar"),
    /** The kernel refused or failed. */
    FAILED("failed"),
    /** What was read is no ROM that begins at byte 0. */
    NOT_A_ROM("not-a-rom"),
    /** What was read ends before the ROM does. */
    INCOMPLETE("incomplete"),
    /** There is no such table. */
    NO_TABLE("no-table"),
    /** The table has no ROM for this device. */
    NOT_IN_TABLE("not-in-table"),
    /** Firmware has no name for the device. */
    NO_PATH("no-path"),
    /** The kernel module acpi_call is not loaded. */
    NO_MODULE("no-module"),
    /** The device has no method _ROM. */
    NO_METHOD("no-method"),
    /** There is no kernel to ask, only a copy of its files. */
    NOT_LIVE("not-live"),
    /** The device was taken out meanwhile. */
    VANISHED("vanished");

    private final String id;

    Outcome(String id) {
      this.id = id;
    }

    /** {@return the name in reports, such as {@code needs-root}} */
    public String id() {
      return id;
    }
  }

  static Attempt of(DumpWay way, Outcome outcome) {
    return new Attempt(way, outcome, Optional.empty(), Optional.empty(), Optional.empty());
  }

  static Attempt of(DumpWay way, Outcome outcome, String detail) {
    return new Attempt(way, outcome, Optional.of(detail), Optional.empty(), Optional.empty());
  }

  /** What an exception means. */
  static Attempt failed(DumpWay way, IOException problem) {
    if (problem instanceof AccessDeniedException) {
      return of(way, Outcome.NEEDS_ROOT);
    }
    String reason =
        problem instanceof FileSystemException file && file.getReason() != null
            ? file.getReason()
            : String.valueOf(problem.getMessage());
    return of(way, Outcome.FAILED, reason);
  }
}
