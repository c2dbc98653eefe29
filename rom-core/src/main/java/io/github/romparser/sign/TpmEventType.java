package io.github.romparser.sign;

import java.util.List;
import java.util.Optional;

/** Types of events (TCG PC Client Platform Firmware Profile 1.06 §10.4.1). */
public enum TpmEventType {
  /** Nothing was measured; the head of a log is of this type. */
  NO_ACTION(0x0000_0003L),
  /** Marks the end of a phase. */
  SEPARATOR(0x0000_0004L),
  /** A description of an action. */
  ACTION(0x0000_0005L),
  /** The version of the firmware's core. */
  S_CRTM_VERSION(0x0000_0008L),
  /** The value of a variable, such as db. */
  EFI_VARIABLE_DRIVER_CONFIG(0x8000_0001L),
  /** The value of a boot variable. */
  EFI_VARIABLE_BOOT(0x8000_0002L),
  /** An application, such as a boot loader. */
  EFI_BOOT_SERVICES_APPLICATION(0x8000_0003L),
  /** A boot service driver, such as that of an option ROM. */
  EFI_BOOT_SERVICES_DRIVER(0x8000_0004L),
  /** A run-time driver. */
  EFI_RUNTIME_SERVICES_DRIVER(0x8000_0005L),
  /** The partition table of a disk. */
  EFI_GPT_EVENT(0x8000_0006L),
  /** A description of an action of the firmware. */
  EFI_ACTION(0x8000_0007L),
  /** A part of the firmware. */
  EFI_PLATFORM_FIRMWARE_BLOB(0x8000_0008L),
  /** An entry of db that vouched for an image. */
  EFI_VARIABLE_AUTHORITY(0x8000_00e0L);

  private final long value;

  TpmEventType(long value) {
    this.value = value;
  }

  /** {@return the number in the log} */
  public long value() {
    return value;
  }

  /** {@return the name that the specification gives it, such as {@code EV_SEPARATOR}} */
  public String title() {
    return "EV_" + name();
  }

  /**
   * {@return the type with a number; empty if it is none of these}
   *
   * @param value the number in the log, as {@link TpmEvent#type()} has it
   */
  public static Optional<TpmEventType> of(long value) {
    return List.of(values()).stream().filter(type -> type.value == value).findFirst();
  }
}
