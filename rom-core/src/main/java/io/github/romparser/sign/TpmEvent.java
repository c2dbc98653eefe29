package io.github.romparser.sign;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import java.util.Map;
import java.util.Optional;

/**
 * An event of a TPM event log: TCG_PCR_EVENT or TCG_PCR_EVENT2 (TCG PC Client Platform Firmware
 * Profile 1.06 §10.2).
 *
 * @param number of the event in the log, from 0
 * @param range where it stands in the log
 * @param register the platform configuration register that was extended
 * @param type what was measured; see {@link TpmEventType}
 * @param digests lower-case hex digits by algorithm; algorithms that are not known are left out
 * @param data what else is told about it
 */
public record TpmEvent(
    int number,
    Range range,
    long register,
    long type,
    Map<DigestAlgorithm, String> digests,
    Slice data) {

  /** The register of option ROMs and other drivers (§2.3.4.3). */
  public static final int DRIVERS = 2;

  /** Up to the device path of a UEFI_IMAGE_LOAD_EVENT, in bytes (§10.2.3). */
  private static final int PATH = 32;

  /**
   * Copies the map.
   *
   * @param number of the event in the log, from 0
   * @param range where it stands in the log, all its fields included
   * @param register the platform configuration register that was extended
   * @param type the number of the type, known or not; see {@link TpmEventType#of}
   * @param digests copied; lower-case hex digits by algorithm
   * @param data what else is told about it; may be empty
   */
  public TpmEvent {
    digests = Map.copyOf(digests);
  }

  /**
   * {@return whether a driver was measured that was loaded from a device, such as an option ROM: a
   * boot service or run-time driver, in register 2}
   */
  public boolean isDriver() {
    return register == DRIVERS
        && (type == TpmEventType.EFI_BOOT_SERVICES_DRIVER.value()
            || type == TpmEventType.EFI_RUNTIME_SERVICES_DRIVER.value());
  }

  /**
   * {@return from where an executable was loaded; empty if the event is about neither a driver nor
   * an application, or its path has no PCI device} The data are a UEFI_IMAGE_LOAD_EVENT: place
   * (offset 0x00), length (0x08), preferred address (0x10) and length of the path (0x18), 8 bytes
   * each, and the path.
   */
  public Optional<EfiDevicePath> devicePath() {
    boolean image = isDriver() || type == TpmEventType.EFI_BOOT_SERVICES_APPLICATION.value();
    return image && data.has(PATH, 1)
        ? EfiDevicePath.read(data.clamp(PATH, data.u32(PATH - Long.BYTES)))
        : Optional.empty();
  }
}
