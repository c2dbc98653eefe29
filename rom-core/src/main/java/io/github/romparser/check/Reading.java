package io.github.romparser.check;

import io.github.romparser.bytes.Range;
import io.github.romparser.finding.Argument;
import io.github.romparser.finding.Finding;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.finding.Severity;
import io.github.romparser.rom.RomChain;
import io.github.romparser.rom.RomImage;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;

/** A consumer on its way through a ROM: what it sees, and what there is to say of it. */
final class Reading {

  /** What is wrong with the file as a whole concerns everybody. */
  private static final Set<FindingCode> ALWAYS =
      EnumSet.of(
          FindingCode.EMPTY,
          FindingCode.ALL_FF,
          FindingCode.ALL_00,
          FindingCode.NOT_ROM,
          FindingCode.NOT_ROM_ELF,
          FindingCode.NOT_ROM_MZ,
          FindingCode.NOT_ROM_EXE,
          FindingCode.NOT_ROM_ACPI,
          FindingCode.NOT_ROM_CAPSULE,
          FindingCode.NOT_ROM_ARCHIVE,
          FindingCode.NOT_ROM_VBT,
          FindingCode.NOT_ROM_REG,
          FindingCode.NOT_ROM_TEXT,
          FindingCode.CONTAINER_PREFIX,
          FindingCode.PREFIX_UNALIGNED,
          FindingCode.HEADLESS,
          FindingCode.BYTE_SWAPPED,
          FindingCode.NO_PCIR,
          FindingCode.BIG,
          FindingCode.PERM,
          FindingCode.ROM_TWICE,
          FindingCode.TRAILING,
          FindingCode.TRUNCATED,
          FindingCode.NO_LAST,
          FindingCode.LAST_EARLY,
          FindingCode.ZERO_LENGTH,
          FindingCode.LENGTH_SHORT,
          FindingCode.HIDDEN_IMAGE,
          FindingCode.SHADOW,
          FindingCode.CHECKSUM,
          FindingCode.EDITED,
          FindingCode.NV_MOD_STAMP,
          FindingCode.NV_VERSION,
          FindingCode.EFI_BADSIG,
          FindingCode.PCIR_UNALIGNED,
          FindingCode.SIZE_MISMATCH);

  private final Target target;
  private final CheckInput input;
  private final RomBar bar;
  private final List<String> trace = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private OptionalInt image = OptionalInt.empty();

  Reading(Target target, CheckInput input) {
    this.target = target;
    this.input = input;
    this.bar = new RomBar(input);
  }

  CheckInput input() {
    return input;
  }

  RomBar bar() {
    return bar;
  }

  /** Tells a step. */
  void step(String format, Object... values) {
    trace.add(String.format(Locale.US, format, values));
  }

  /** Tells why the ROM is not taken, or what else matters. */
  void find(FindingCode code, Range range, Argument... arguments) {
    findings.add(Finding.of(code, range, arguments));
  }

  /** The same with another severity than the usual one. */
  void find(Severity severity, FindingCode code, Range range, Argument... arguments) {
    findings.add(Finding.of(code, range, arguments).as(severity));
  }

  /** Tells what was found elsewhere. */
  void find(Finding finding) {
    findings.add(finding);
  }

  /** The consumer takes the image at a place. */
  void take(long at) {
    image = indexAt(at);
  }

  /** Index of the image at a place, counted over all chains; empty if the model has none there. */
  OptionalInt indexAt(long at) {
    int index = 0;
    for (RomChain chain : input.rom().chains()) {
      for (RomImage candidate : chain.images()) {
        if (candidate.offset() == at) {
          return OptionalInt.of(index);
        }
        index++;
      }
    }
    return OptionalInt.empty();
  }

  /** An image's number for a finding. */
  Argument number(long at) {
    return new Argument.Count(indexAt(at).orElse(0));
  }

  /** Ends with the consumer taking the ROM. */
  Verdict accepted() {
    return verdict(true);
  }

  /** Ends with the consumer leaving the ROM. */
  Verdict rejected() {
    return verdict(false);
  }

  /** Whether the consumer has found the same, and knows better how bad it is. */
  private boolean isTold(Finding finding) {
    return findings.stream()
        .anyMatch(
            own ->
                own.code() == finding.code() && own.range().offset() == finding.range().offset());
  }

  /**
   * The verdict with the consumer's own findings first, then those of the file that may matter. An
   * error that did not keep this consumer from taking the ROM is a warning here.
   */
  private Verdict verdict(boolean accepted) {
    List<Finding> all = new ArrayList<>(findings);
    for (Finding finding : input.rom().findings()) {
      if (ALWAYS.contains(finding.code()) && !isTold(finding)) {
        all.add(
            accepted && finding.severity() == Severity.ERROR
                ? finding.as(Severity.WARNING)
                : finding);
      }
    }
    Meaning.of(input, target).forEach(all::add);
    if (!accepted && all.isEmpty()) {
      all.add(Finding.of(FindingCode.WALK_LOST, new Range(0, 2), new Argument.Offset(0)));
    }
    all.sort(Finding.WORST_FIRST);
    return new Verdict(target, accepted, accepted ? image : OptionalInt.empty(), all, trace);
  }
}
