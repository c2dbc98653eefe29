package io.github.romparser.acpi.dump;

import io.github.romparser.acpi.Vfct;
import io.github.romparser.acpi.VfctImage;
import io.github.romparser.acpi.dump.Attempt.Outcome;
import io.github.romparser.bytes.Slice;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A device's image in the ACPI table VFCT. */
final class VfctRom {

  static final String FILE = "/sys/firmware/acpi/tables/VFCT";

  /** Vendor of the devices whose images stand in it. */
  private static final int AMD = 0x1002;

  private VfctRom() {}

  static Attempt attempt(KernelFiles files, DisplayDevice device) {
    if (!files.exists(FILE)) {
      return Attempt.of(DumpWay.VFCT, Outcome.NO_TABLE);
    }
    try {
      Slice table = Slice.of(files.read(FILE, SysfsRom.MOST));
      return image(table, device)
          .map(rom -> Judge.judge(DumpWay.VFCT, rom, Worth.TABLE_COPY))
          .orElseGet(() -> Attempt.of(DumpWay.VFCT, Outcome.NOT_IN_TABLE));
    } catch (IOException e) {
      return Attempt.failed(DumpWay.VFCT, e);
    }
  }

  /**
   * The image for a device: the one at its address, as amdgpu looks for it (Linux amdgpu_bios.c),
   * else the only one with its ids, else the only one there is, because the image of one chip
   * serves others of its family.
   */
  private static Optional<Slice> image(Slice table, DisplayDevice device) {
    if (device.device().vendorId() != AMD) {
      return Optional.empty();
    }
    List<VfctImage> all =
        Vfct.read(table).images().stream().filter(image -> image.rom().isPresent()).toList();
    List<VfctImage> same =
        all.stream()
            .filter(image -> image.vendorId() == AMD)
            .filter(image -> image.deviceId() == device.device().deviceId())
            .toList();
    List<VfctImage> there =
        same.stream().filter(image -> image.address().equals(device.address())).toList();
    return only(there).or(() -> only(same)).or(() -> same.isEmpty() ? only(all) : Optional.empty());
  }

  private static Optional<Slice> only(List<VfctImage> images) {
    return images.size() == 1 ? Optional.of(images.get(0).content()) : Optional.empty();
  }
}
