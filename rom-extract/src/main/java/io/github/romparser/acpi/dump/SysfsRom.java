package io.github.romparser.acpi.dump;

import io.github.romparser.acpi.dump.Attempt.Outcome;
import io.github.romparser.bytes.Slice;
import java.io.IOException;

/**
 * The file {@code rom} of a device: 1 switches the ROM on, and 0 off again (Linux
 * drivers/pci/pci-sysfs.c).
 */
final class SysfsRom {

  /** The largest ROM BAR there can be (PCI Local Bus 3.0 §6.2.5.2), in bytes. */
  static final int MOST = 16 << 20;

  private SysfsRom() {}

  static Attempt attempt(KernelFiles files, DisplayDevice device) {
    String file = device.file("rom");
    if (!files.exists(file)) {
      return Attempt.of(DumpWay.SYSFS, Outcome.NO_ROM_BAR);
    }
    try {
      Slice bytes = Slice.of(files.live() ? switchedOn(files, file) : files.read(file, MOST));
      return Judge.judge(DumpWay.SYSFS, bytes, device.bootVga() ? Worth.SHADOW : Worth.CARD);
    } catch (IOException e) {
      return Attempt.failed(DumpWay.SYSFS, e);
    }
  }

  private static byte[] switchedOn(KernelFiles files, String file) throws IOException {
    files.write(file, "1");
    try {
      return files.read(file, MOST);
    } finally {
      switchOff(files, file);
    }
  }

  private static void switchOff(KernelFiles files, String file) {
    try {
      files.write(file, "0");
    } catch (IOException e) {
      // The device is gone, or will not: what was read, or why it was not, is worth more.
      return;
    }
  }
}
