package io.github.romparser.acpi.dump;

import io.github.romparser.acpi.dump.Attempt.Outcome;
import io.github.romparser.bytes.Slice;
import io.github.romparser.rom.FileKind;
import io.github.romparser.rom.RomChain;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.RomReader;
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

  /** The image for a device: that with its ids, or the only one there is. */
  private static Optional<Slice> image(Slice table, DisplayDevice device) {
    RomFile read = RomReader.read(table);
    if (read.kind() != FileKind.ACPI_VFCT || device.device().vendorId() != AMD) {
      return Optional.empty();
    }
    List<RomChain> same =
        read.chains().stream()
            .filter(
                chain ->
                    chain.images().get(0).dataStructure().deviceId() == device.device().deviceId())
            .toList();
    // The image of one chip serves others of its family, which have other ids.
    List<RomChain> candidates = same.isEmpty() ? read.chains() : same;
    return candidates.size() == 1
        ? Optional.of(
            table.clamp(
                candidates.get(0).offset(), candidates.get(0).end() - candidates.get(0).offset()))
        : Optional.empty();
  }
}
