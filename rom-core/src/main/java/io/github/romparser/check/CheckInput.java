package io.github.romparser.check;

import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.header.EfiMachine;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a consumer is given.
 *
 * @param rom the file, already read
 * @param barSize size of the ROM BAR in bytes; empty for the next power of two, which QEMU makes
 * @param device the card; empty to take the ROM's own ids for the card's
 * @param arch architecture of the guest
 * @param secureBoot whether the guest's firmware verifies option ROMs where its default build does
 * @param romBar false for {@code rombar=0}: the file goes over fw_cfg instead of a BAR
 */
public record CheckInput(
    RomFile rom,
    OptionalLong barSize,
    Optional<PciDevice> device,
    EfiMachine arch,
    boolean secureBoot,
    boolean romBar) {

  /** The file as {@code romfile=} of an x64 guest, with nothing else known. */
  public static CheckInput of(RomFile rom) {
    return new CheckInput(rom, OptionalLong.empty(), Optional.empty(), EfiMachine.X64, false, true);
  }

  /** The same for a certain card. */
  public CheckInput with(PciDevice card) {
    return new CheckInput(rom, barSize, Optional.of(card), arch, secureBoot, romBar);
  }

  /** The size of the ROM BAR in bytes: as given, else the next power of two. */
  public long bar() {
    long size = Math.max(1, rom.bytes().length());
    long highest = Long.highestOneBit(size);
    return barSize.orElse(highest == size ? size : highest << 1);
  }
}
