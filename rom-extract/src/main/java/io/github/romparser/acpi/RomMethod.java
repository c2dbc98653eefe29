package io.github.romparser.acpi;

/**
 * A method that hands out a ROM: {@code _ROM} (ACPI 6.4 appendix B) or AMD's {@code ATRM} (Linux
 * amdgpu_bios.c: amdgpu_atrm_call).
 *
 * @param path its full path, such as {@code \_SB_.PCI0.PEG0.PEGP._ROM}
 * @param table number of its table
 * @param offset where its code stands in the table, in bytes
 * @param arguments how many it takes; two are right
 * @param origin where its bytes come from
 */
public record RomMethod(String path, int table, long offset, int arguments, RomOrigin origin) {

  /** {@return the full path of the device that has it, such as {@code \_SB_.PCI0.PEG0.PEGP}} */
  public String device() {
    return AmlName.parent(path);
  }
}
