package io.github.romparser.vendor;

import io.github.romparser.rom.LegacyImage;
import io.github.romparser.rom.RomChain;
import io.github.romparser.rom.RomFile;
import io.github.romparser.vendor.amd.AtomRomHeader;
import io.github.romparser.vendor.nvidia.SubsystemIds;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which board a ROM was built for, by its maker's own tables.
 *
 * @param vendorId PCI subsystem vendor id
 * @param deviceId PCI subsystem device id
 */
public record BoardIds(int vendorId, int deviceId) {

  /**
   * Reads them: as NVIDIA's flash header, NPDE or x86 image say, else as the ATOM header of the
   * first x86 image says.
   *
   * @param rom the file; its flash header counts for the first chain alone
   * @param chain one of its chains
   * @return empty if nothing tells them, or what tells them says that there are none
   */
  public static Optional<BoardIds> of(RomFile rom, RomChain chain) {
    return SubsystemIds.of(rom, chain)
        .map(ids -> new BoardIds(ids.vendorId(), ids.deviceId()))
        .or(() -> atom(chain));
  }

  private static Optional<BoardIds> atom(RomChain chain) {
    OptionalInt board =
        chain.images().stream()
            .filter(LegacyImage.class::isInstance)
            .findFirst()
            .map(image -> AtomRomHeader.boardSubsystem(image.bytes()))
            .orElse(OptionalInt.empty());
    return board.isPresent()
        ? Optional.of(new BoardIds(board.getAsInt() >>> 16, board.getAsInt() & 0xffff))
        : Optional.empty();
  }
}
