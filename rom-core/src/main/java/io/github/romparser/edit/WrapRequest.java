package io.github.romparser.edit;

import io.github.romparser.bytes.Slice;
import io.github.romparser.rom.RomFile;
import java.util.List;
import java.util.Optional;

/**
 * What {@link RomBuilder#wrap} builds a ROM from.
 *
 * @param drivers EFI drivers as files of their own (PE32 or PE32+), in the order of the ROM
 * @param legacy a ROM whose legacy image becomes the first
 * @param ids the devices that the drivers are for
 * @param allowOddIds whether ids may look like decimal numbers, see {@link DeviceIds#decimal}
 * @param classCode class code of the EFI images, 24 bits: base class, subclass, programming
 *     interface
 * @param compress whether the drivers are compressed
 */
public record WrapRequest(
    List<Slice> drivers,
    Optional<RomFile> legacy,
    DeviceIds ids,
    boolean allowOddIds,
    int classCode,
    boolean compress) {

  /** The class code of a VGA-compatible display controller (PCI Code and ID Assignment §1.4). */
  public static final int VGA = 0x03_0000;

  /**
   * Copies the list and checks the class code.
   *
   * @param drivers copied; EFI drivers in the order of the ROM
   * @param legacy a ROM whose legacy image becomes the first, if there is to be one
   * @param ids the devices that the drivers are for
   * @param allowOddIds whether ids may look like decimal numbers
   * @param classCode checked to have 24 bits
   * @param compress whether the drivers are compressed
   * @throws IllegalArgumentException if the class code does not fit into 24 bits
   */
  public WrapRequest {
    drivers = List.copyOf(drivers);
    if (classCode >>> 24 != 0) {
      throw new IllegalArgumentException("class code " + classCode);
    }
  }

  /**
   * A request without compression.
   *
   * @param drivers EFI drivers as files of their own, in the order of the ROM
   * @param legacy a ROM whose legacy image becomes the first, if there is to be one
   * @param ids the devices that the drivers are for
   * @param allowOddIds whether ids may look like decimal numbers, see {@link DeviceIds#decimal}
   * @param classCode class code of the EFI images, 24 bits
   * @throws IllegalArgumentException if the class code does not fit into 24 bits
   */
  public WrapRequest(
      List<Slice> drivers,
      Optional<RomFile> legacy,
      DeviceIds ids,
      boolean allowOddIds,
      int classCode) {
    this(drivers, legacy, ids, allowOddIds, classCode, false);
  }
}
