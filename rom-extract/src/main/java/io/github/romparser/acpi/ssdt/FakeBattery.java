package io.github.romparser.acpi.ssdt;

import static io.github.romparser.acpi.ssdt.AmlValue.number;
import static io.github.romparser.acpi.ssdt.AmlValue.pack;
import static io.github.romparser.acpi.ssdt.AmlValue.string;

import java.util.List;
import java.util.Locale;

/**
 * A battery that a guest believes to have. NVIDIA's drivers for laptops want one whose technology
 * is "rechargeable" (NVIDIA open-gpu-kernel-modules, nv-acpi.c).
 */
public enum FakeBattery {
  /** No battery at all. */
  NONE(0),
  /** A place for a battery, with none in it: present, enabled, shown, working. */
  MISSING(0x0f),
  /** A full battery: the same, and one is in it (ACPI 6.4 §10.2.2.1). */
  FULL(0x1f);

  /** A battery that a control method tells of (ACPI 6.4 §5.6.7). */
  private static final String CONTROL_METHOD_BATTERY = "PNP0C0A";

  /** The name of the device; QEMU's machines have none of it. */
  private static final String NAME = "RPBT";

  /** Power in mW and capacity in mWh (ACPI 6.4 §10.2.2.2). */
  private static final int MILLIWATTS = 0;

  private static final int RECHARGEABLE = 1;

  /** In mWh: what laptops have. */
  private static final int CAPACITY = 50_000;

  /** Where the battery counts as low, and between that and full: in mWh. */
  private static final int WARNING = 5_000;

  private static final int LOW = 2_500;
  private static final int GRANULARITY = 500;

  /** In mV. */
  private static final int VOLTAGE = 11_100;

  /** Neither charging nor discharging (ACPI 6.4 §10.2.2.6). */
  private static final int IDLE = 0;

  private final int status;

  FakeBattery(int status) {
    this.status = status;
  }

  /** {@return the name on the command line and in reports, such as {@code missing}} */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What declares it; nothing for {@link #NONE}. */
  List<AmlTerm> terms() {
    if (this == NONE) {
      return List.of();
    }
    AmlTerm device =
        new AmlStatement.Device(
            NAME,
            List.of(
                new AmlStatement.Name("_HID", new AmlValue.EisaId(CONTROL_METHOD_BATTERY)),
                new AmlStatement.Name("_UID", number(1)),
                new AmlStatement.Name("_STA", number(status)),
                new AmlStatement.Comment(
                    "unit, design and full capacity, technology: 1 is rechargeable"),
                new AmlStatement.Name(
                    "_BIF",
                    pack(
                        number(MILLIWATTS),
                        number(CAPACITY),
                        number(CAPACITY),
                        number(RECHARGEABLE),
                        number(VOLTAGE),
                        number(WARNING),
                        number(LOW),
                        number(GRANULARITY),
                        number(GRANULARITY),
                        string("BAT"),
                        string("1"),
                        string("LION"),
                        string("rom-parser"))),
                new AmlStatement.Name(
                    "_BST", pack(number(IDLE), number(0), number(CAPACITY), number(VOLTAGE)))));
    return List.of(new AmlStatement.Scope(new AcpiPath(List.of("_SB_")), List.of(device)));
  }
}
