package io.github.romparser.acpi;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Where a ROM method takes its bytes from. */
public sealed interface RomOrigin {

  /**
   * Buffers of the tables.
   *
   * @param rom number of the ROM in {@link AmlScan#roms()}
   */
  record InTable(int rom) implements RomOrigin {}

  /**
   * An OperationRegion, which firmware fills when the machine starts.
   *
   * @param region its full path
   * @param space number of its address space (ACPI 6.4 §5.5.2.4): 0 is memory
   * @param address where it begins, in bytes; empty where that is worked out at run time
   * @param addressName the object that has the address, where it is not a number in the table
   * @param length of the region, in bytes, where the table says
   * @param offset where in the region the first unit of the ROM begins, in bytes
   */
  record InMemory(
      String region,
      int space,
      OptionalLong address,
      Optional<String> addressName,
      OptionalLong length,
      long offset)
      implements RomOrigin {

    private static final List<String> SPACES =
        List.of(
            "SystemMemory",
            "SystemIO",
            "PCI_Config",
            "EmbeddedControl",
            "SMBus",
            "SystemCMOS",
            "PciBarTarget",
            "IPMI",
            "GeneralPurposeIO",
            "GenericSerialBus",
            "PCC");

    /**
     * {@return the name of the address space, as ASL has it; {@code space} with its number where
     * ASL has none}
     */
    public String spaceName() {
      return space < SPACES.size() ? SPACES.get(space) : "space " + space;
    }
  }

  /**
   * A file that QEMU hands to its guest by fw_cfg.
   *
   * @param name of the file; empty where the code does not have it as a text
   */
  record FwCfg(Optional<String> name) implements RomOrigin {}

  /**
   * Units of an OperationRegion that have no bits: firmware left no room for a ROM.
   *
   * @param region its full path
   */
  record Empty(String region) implements RomOrigin {}

  /** None of these: the code has to be read. */
  record Unknown() implements RomOrigin {}
}
