package io.github.romparser.acpi.dump;

import io.github.romparser.acpi.ssdt.AcpiPath;
import io.github.romparser.check.PciDevice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A PCI function as sysfs tells of it (Linux Documentation/ABI/testing/sysfs-bus-pci).
 *
 * @param address {@code dddd:bb:ss.f}
 * @param device ids and class
 * @param bootVga whether firmware used it as the display, so that the kernel gives a copy in memory
 *     in place of its ROM
 * @param acpiPath its path in ACPI's namespace; empty if firmware has no name for it
 */
public record DisplayDevice(
    String address, PciDevice device, boolean bootVga, Optional<AcpiPath> acpiPath) {

  /** Where the kernel lists PCI functions. */
  public static final String FOLDER = "/sys/bus/pci/devices";

  /** Base class of display controllers (PCI Code and ID Assignment §1.4). */
  private static final int DISPLAY = 0x03;

  /** Where the base class stands in a class code. */
  private static final int BASE_CLASS_SHIFT = 16;

  /** Values are short; a path of ACPI has at most some hundred characters. */
  private static final int LONGEST_VALUE = 4096;

  /** {@return whether it is a display controller; false if its class could not be read} */
  public boolean isDisplay() {
    return device.classCode().orElse(0) >>> BASE_CLASS_SHIFT == DISPLAY;
  }

  String file(String name) {
    return FOLDER + "/" + address + "/" + name;
  }

  /**
   * Lists all PCI functions whose ids can be read.
   *
   * @param files of the running machine, or a copy of those below {@link #FOLDER}
   * @return display controllers and all others, in the order of their addresses
   * @throws IOException if there is no list of them
   */
  public static List<DisplayDevice> all(KernelFiles files) throws IOException {
    List<DisplayDevice> devices = new ArrayList<>();
    for (String address : files.list(FOLDER)) {
      read(files, address).ifPresent(devices::add);
    }
    return devices;
  }

  private static Optional<DisplayDevice> read(KernelFiles files, String address) {
    String folder = FOLDER + "/" + address + "/";
    OptionalInt vendor = hex(value(files, folder + "vendor"));
    OptionalInt device = hex(value(files, folder + "device"));
    if (vendor.isEmpty() || device.isEmpty()) {
      return Optional.empty(); // Taken out meanwhile.
    }
    return Optional.of(
        new DisplayDevice(
            address,
            new PciDevice(
                vendor.getAsInt(),
                device.getAsInt(),
                hex(value(files, folder + "class")),
                OptionalInt.empty(),
                OptionalInt.empty()),
            value(files, folder + "boot_vga").equals("1"),
            AcpiPath.parse(value(files, folder + "firmware_node/path"))));
  }

  private static String value(KernelFiles files, String path) {
    try {
      return new String(files.read(path, LONGEST_VALUE), StandardCharsets.ISO_8859_1).strip();
    } catch (IOException e) {
      return "";
    }
  }

  private static OptionalInt hex(String value) {
    try {
      return value.startsWith("0x")
          ? OptionalInt.of(Integer.parseInt(value, 2, value.length(), 16))
          : OptionalInt.empty();
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }
}
