package io.github.romparser.acpi.dump;

/** A way to a ROM, in the order in which they are tried. */
public enum DumpWay {
  /** The file rom of the device in sysfs. */
  SYSFS("sysfs"),
  /** The ACPI table VFCT, which AMD's firmware makes. */
  VFCT("vfct"),
  /** The method _ROM, through the kernel module acpi_call. */
  ROM_METHOD("rom-method");

  private final String id;

  DumpWay(String id) {
    this.id = id;
  }

  /** {@return the name in reports, such as {@code rom-method}} */
  public String id() {
    return id;
  }
}
