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

  /**
   * {@return the file as {@code romfile=} of an x64 guest without Secure Boot, with nothing else
   * known}
   *
   * @param rom the file, already read
   */
  public static CheckInput of(RomFile rom) {
    return new CheckInput(rom, OptionalLong.empty(), Optional.empty(), EfiMachine.X64, false, true);
  }

  /**
   * {@return this input for a certain card}
   *
   * @param card whose ids count instead of the ROM's own
   */
  public CheckInput with(PciDevice card) {
    return new CheckInput(rom, barSize, Optional.of(card), arch, secureBoot, romBar);
  }

  /**
   * {@return the size of the ROM BAR in bytes: as given, else the length of the file, raised to a
   * power of two}
   */
  public long bar() {
    long size = Math.max(1, rom.bytes().length());
    long highest = Long.highestOneBit(size);
    return barSize.orElse(highest == size ? size : highest << 1);
  }
}
