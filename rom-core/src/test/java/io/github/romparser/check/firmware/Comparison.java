package io.github.romparser.check.firmware;

import io.github.romparser.bytes.Slice;
import io.github.romparser.check.CheckInput;
import io.github.romparser.check.Consumer;
import io.github.romparser.check.Target;
import io.github.romparser.check.Verdict;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.RomImage;
import io.github.romparser.rom.RomReader;
import io.github.romparser.rom.header.EfiMachine;
import io.github.romparser.rom.header.EfiRomHeader;
import io.github.romparser.rom.header.RomHeader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What a check says of a ROM, beside what the firmware did with it. */
final class Comparison {

  private final Specimen specimen;
  private final RomFile rom;
  private final Verdict verdict;

  private Comparison(Specimen specimen, RomFile rom, Verdict verdict) {
    this.specimen = specimen;
    this.rom = rom;
    this.verdict = verdict;
  }

  static Comparison of(Target target, FirmwareLab.Mounted mounted) {
    Specimen specimen = mounted.rom();
    Bench bench = mounted.bench();
    RomFile rom = RomReader.read(Slice.of(specimen.build()));
    CheckInput input =
        new CheckInput(
            rom,
            bench.romSize(),
            Optional.of(bench.card().device()),
            EfiMachine.X64,
            false,
            bench.romBar());
    return new Comparison(specimen, rom, Consumer.of(target).check(input));
  }

  /** Whether the check says that the firmware never gets past this ROM. */
  boolean predictsHang() {
    return verdict.findings().stream().anyMatch(f -> f.code() == FindingCode.HANGS);
  }

  /** Where the two differ, with the steps of the check; empty if they agree. */
  Optional<String> disagreement(Outcome outcome) {
    String check = verdict.accepted() ? "takes image " + verdict.image() : "takes nothing";
    boolean same =
        verdict.accepted() ? named(outcome) : !outcome.ran() && outcome.hangs() == predictsHang();
    return same
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "the check %s; the firmware %s%n  %s",
                check,
                outcome,
                String.join(System.lineSeparator() + "  ", verdict.trace())));
  }

  /**
   * Whether the image that the check names ran: as the first, or behind images for other machines.
   * Of the drivers in a ROM edk2 takes those first whose header names its own machine, but OVMF
   * 2022.11 still goes by the order in the ROM.
   */
  private boolean named(Outcome outcome) {
    for (int i = 0; i < outcome.tags().length(); i++) {
      OptionalLong place = specimen.place(outcome.tags().charAt(i));
      if (imageAt(place).equals(verdict.image())) {
        return true;
      }
      if (verdict.target() != Target.OVMF || forThisMachine(place.orElseThrow())) {
        return false;
      }
    }
    return false;
  }

  private boolean forThisMachine(long place) {
    return !rom.bytes().has(place, RomHeader.LENGTH)
        || EfiRomHeader.read(rom.bytes(), place).machine() == EfiMachine.X64.value();
  }

  private OptionalInt imageAt(OptionalLong place) {
    List<RomImage> images = rom.chains().stream().flatMap(c -> c.images().stream()).toList();
    for (int i = 0; i < images.size(); i++) {
      if (place.isPresent() && images.get(i).offset() == place.getAsLong()) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }
}
