package io.github.romparser.acpi.dump;

import io.github.romparser.acpi.dump.Attempt.Outcome;
import io.github.romparser.bytes.Slice;
import io.github.romparser.finding.Finding;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.rom.FileKind;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.RomReader;
import java.util.Optional;

/** Says whether what was read is a ROM. */
final class Judge {

  private Judge() {}

  static Attempt judge(DumpWay way, Slice bytes, Worth worth) {
    RomFile rom = RomReader.read(Slice.of(bytes.toByteArray()));
    if (rom.kind() != FileKind.OPTION_ROM) {
      return Attempt.of(
          way,
          Outcome.NOT_A_ROM,
          rom.findings().stream().findFirst().map(Finding::message).orElse(rom.kind().title()));
    }
    Optional<Finding> cut =
        rom.findings().stream().filter(f -> f.code() == FindingCode.TRUNCATED).findFirst();
    return cut.isPresent()
        ? Attempt.of(way, Outcome.INCOMPLETE, cut.get().message())
        : new Attempt(way, Outcome.READ, Optional.empty(), Optional.of(rom), Optional.of(worth));
  }
}
