package io.github.romparser.acpi.dump;

import io.github.romparser.acpi.dump.Attempt.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Takes a device's ROM out of a running machine by every way there is, until one gives the card's
 * own.
 *
 * <pre>{@code
 * KernelFiles files = KernelFiles.ofSystem();
 * for (DisplayDevice device : DisplayDevice.all(files)) {
 *   if (device.isDisplay()) {
 *     RomDump.of(files, device, bytes -> {}).best().ifPresent(...);
 *   }
 * }
 * }</pre>
 *
 * @param device whose ROM it is
 * @param attempts what became of each way, in the order of {@link DumpWay}; fewer if the device
 *     vanished
 */
public record RomDump(DisplayDevice device, List<Attempt> attempts) {

  /**
   * Copies the list.
   *
   * @param device whose ROM was wanted
   * @param attempts copied; in the order in which they were made
   */
  public RomDump {
    attempts = List.copyOf(attempts);
  }

  /**
   * Tries all ways. What does not work is told in the result, nothing is thrown.
   *
   * @param files of the running machine, or a copy, with which only ways without a call to the
   *     kernel work
   * @param device one that {@link DisplayDevice#all} found in the same files
   * @param progress is told how many bytes a long way has read so far
   * @return what became of each way
   */
  public static RomDump of(KernelFiles files, DisplayDevice device, LongConsumer progress) {
    List<Attempt> attempts = new ArrayList<>();
    for (DumpWay way : DumpWay.values()) {
      boolean enough = attempts.stream().anyMatch(a -> a.worth().equals(Optional.of(Worth.CARD)));
      Attempt attempt =
          enough ? Attempt.of(way, Outcome.NOT_NEEDED) : attempt(files, device, way, progress);
      if (attempt.rom().isEmpty() && !files.exists(device.file("vendor"))) {
        attempts.add(Attempt.of(way, Outcome.VANISHED));
        break;
      }
      attempts.add(attempt);
    }
    return new RomDump(device, attempts);
  }

  private static Attempt attempt(
      KernelFiles files, DisplayDevice device, DumpWay way, LongConsumer progress) {
    return switch (way) {
      case SYSFS -> SysfsRom.attempt(files, device);
      case VFCT -> VfctRom.attempt(files, device);
      case ROM_METHOD -> MethodRom.attempt(files, device, progress);
    };
  }

  /** {@return the attempt with the best ROM; empty if there is none} */
  public Optional<Attempt> best() {
    return attempts.stream()
        .filter(attempt -> attempt.worth().isPresent())
        .min(Comparator.comparing(attempt -> attempt.worth().orElseThrow()));
  }

  /** {@return whether the device was taken out while it was read} */
  public boolean vanished() {
    return attempts.stream().anyMatch(attempt -> attempt.outcome() == Outcome.VANISHED);
  }
}
