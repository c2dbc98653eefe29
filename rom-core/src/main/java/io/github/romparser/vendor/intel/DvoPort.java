package io.github.romparser.vendor.intel;

import java.util.Optional;

/**
 * Ports of outputs, since version 155 of the blocks (Linux intel_vbt_defs.h, {@code DVO_PORT_}).
 */
public enum DvoPort {
  /** HDMI on port A. */
  HDMI_A(0, "HDMI-A"),
  /** HDMI on port B. */
  HDMI_B(1, "HDMI-B"),
  /** HDMI on port C. */
  HDMI_C(2, "HDMI-C"),
  /** HDMI on port D. */
  HDMI_D(3, "HDMI-D"),
  /** A panel with LVDS. */
  LVDS(4, "LVDS"),
  /** Television. */
  TV(5, "TV"),
  /** Analogue monitor. */
  CRT(6, "CRT"),
  /** DisplayPort on port B. */
  DP_B(7, "DP-B"),
  /** DisplayPort on port C. */
  DP_C(8, "DP-C"),
  /** DisplayPort on port D. */
  DP_D(9, "DP-D"),
  /** DisplayPort on port A, where laptops have their panel. */
  DP_A(10, "DP-A"),
  /** DisplayPort on port E. */
  DP_E(11, "DP-E"),
  /** HDMI on port E. */
  HDMI_E(12, "HDMI-E"),
  /** DisplayPort on port F. */
  DP_F(13, "DP-F"),
  /** HDMI on port F. */
  HDMI_F(14, "HDMI-F"),
  /** DisplayPort on port G. */
  DP_G(15, "DP-G"),
  /** HDMI on port G. */
  HDMI_G(16, "HDMI-G"),
  /** DisplayPort on port H. */
  DP_H(17, "DP-H"),
  /** HDMI on port H. */
  HDMI_H(18, "HDMI-H"),
  /** DisplayPort on port I. */
  DP_I(19, "DP-I"),
  /** HDMI on port I. */
  HDMI_I(20, "HDMI-I"),
  /** A MIPI panel on port A. */
  MIPI_A(21, "MIPI-A"),
  /** A MIPI panel on port B. */
  MIPI_B(22, "MIPI-B"),
  /** A MIPI panel on port C. */
  MIPI_C(23, "MIPI-C"),
  /** A MIPI panel on port D. */
  MIPI_D(24, "MIPI-D");

  private static final DvoPort[] VALUES = values();

  private final int value;
  private final String title;

  DvoPort(int value, String title) {
    this.value = value;
    this.title = title;
  }

  /** {@return the value in the table, 0 to 24} */
  public int value() {
    return value;
  }

  /** {@return a name for people, such as "HDMI-A"} */
  public String title() {
    return title;
  }

  /**
   * {@return the port with this value; empty if it is not known}
   *
   * @param value {@link ChildDevice#dvoPort()}, from version 155 of the blocks on
   */
  public static Optional<DvoPort> of(int value) {
    return value >= 0 && value < VALUES.length ? Optional.of(VALUES[value]) : Optional.empty();
  }
}
