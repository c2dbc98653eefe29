package io.github.romparser.acpi;

import io.github.romparser.bytes.Slice;
import io.github.romparser.finding.Finding;
import io.github.romparser.finding.Severity;
import io.github.romparser.rom.RomChain;
import java.util.List;
import java.util.Optional;

/**
 * A ROM that was put together.
 *
 * @param sources the inputs, in the order in which they were given
 * @param chunks how many pieces it was put together from
 * @param length how many bytes these have together, with holes
 * @param rom the ROM; empty if there is none
 * @param findings what is wrong with the dump, at offsets of the bytes put together, and with the
 *     ROM, at offsets of it
 */
public record RomDump(
    List<DumpSource> sources, int chunks, long length, Optional<Rom> rom, List<Finding> findings) {

  /**
   * What comes out.
   *
   * @param bytes of the ROM, and what follows it where that was asked for
   * @param chain the ROM, at offset 0
   * @param tail how many bytes follow it in the dump
   */
  public record Rom(Slice bytes, RomChain chain, long tail) {}

  /**
   * Copies the lists.
   *
   * @param sources copied; the inputs
   * @param chunks how many pieces the inputs had
   * @param length of what was put together, in bytes
   * @param rom the ROM, if there is one
   * @param findings copied; what is wrong with the dump and with the ROM
   */
  public RomDump {
    sources = List.copyOf(sources);
    findings = List.copyOf(findings);
  }

  /** {@return whether there is a ROM, and nothing is missing or wrong as far as can be told} */
  public boolean sound() {
    return rom.isPresent()
        && findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
  }
}
