package io.github.romparser.extract;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.check.PciDevice;
import io.github.romparser.compare.RomIdentity;
import io.github.romparser.extract.spi.Product;
import io.github.romparser.extract.spi.Trouble;
import io.github.romparser.finding.Argument;
import io.github.romparser.finding.Finding;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.finding.Severity;
import io.github.romparser.rom.FileKind;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.RomReader;
import io.github.romparser.sign.Sha256;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gathers what is found, the same bytes once, and says what it amounts to. */
final class Findings {

  /** The most places that are told of one ROM, and the most dead ends. */
  private static final int MOST = 4096;

  private final String name;
  private final Budget budget;
  private final ExtractListener listener;
  private final Map<String, FoundRom> roms = new LinkedHashMap<>();
  private final Map<String, FoundDriver> drivers = new LinkedHashMap<>();
  private final Map<String, FoundTable> tables = new LinkedHashMap<>();
  private final List<DeadEnd> deadEnds = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private long romBytes;
  private boolean ended;

  Findings(String name, Budget budget, ExtractListener listener) {
    this.name = name;
    this.budget = budget;
    this.listener = listener;
  }

  void rom(Slice bytes, Provenance where) {
    Source source = new Source(where.path(), bytes.offset());
    String sha256 = Sha256.hex(bytes);
    FoundRom known = roms.get(sha256);
    if (known != null) {
      roms.put(
          sha256,
          new FoundRom(
              known.rom(),
              sha256,
              known.vendorId(),
              known.deviceId(),
              known.classCode(),
              more(known.sources(), source)));
      return;
    }
    if (isTooMuch(bytes, where)) {
      return;
    }
    RomFile rom = RomReader.read(Slice.of(bytes.toByteArray()));
    PciDevice device = RomIdentity.device(rom).orElseThrow();
    FoundRom found =
        new FoundRom(
            rom,
            sha256,
            device.vendorId(),
            device.deviceId(),
            device.classCode().orElse(0),
            List.of(source));
    roms.put(sha256, found);
    listener.found(found);
  }

  void product(Product product, Provenance where) {
    Source source = new Source(where.path(), product.bytes().offset());
    String sha256 = Sha256.hex(product.bytes());
    boolean known = drivers.containsKey(sha256) || tables.containsKey(sha256);
    if (!known && isTooMuch(product.bytes(), where)) {
      return;
    }
    if (product instanceof Product.Driver driver) {
      drivers.merge(
          sha256,
          new FoundDriver(
              known ? driver.bytes() : Slice.of(driver.bytes().toByteArray()),
              sha256,
              driver.machine(),
              driver.name(),
              List.of(source)),
          (old, fresh) ->
              new FoundDriver(
                  old.bytes(), sha256, old.machine(), old.name(), more(old.sources(), source)));
    } else if (product instanceof Product.VideoBiosTable table) {
      tables.merge(
          sha256,
          new FoundTable(
              known ? table.bytes() : Slice.of(table.bytes().toByteArray()),
              sha256,
              table.name(),
              List.of(source)),
          (old, fresh) ->
              new FoundTable(old.bytes(), sha256, old.name(), more(old.sources(), source)));
    }
  }

  /** Counts bytes that are to be kept, and tells if they are more than may be. */
  private boolean isTooMuch(Slice bytes, Provenance where) {
    romBytes += bytes.length();
    if (romBytes <= budget.romBytes()) {
      return false;
    }
    trouble(
        new Trouble(
            Trouble.Reason.LIMIT,
            bytes.offset(),
            "more than " + budget.romBytes() + " bytes of ROMs"),
        where);
    return true;
  }

  private static List<Source> more(List<Source> old, Source source) {
    if (old.size() >= MOST || old.contains(source)) {
      return old;
    }
    List<Source> all = new ArrayList<>(old);
    all.add(source);
    return all;
  }

  void trouble(Trouble trouble, Provenance where) {
    if (deadEnds.size() < MOST) {
      deadEnds.add(new DeadEnd(where.path(), trouble));
    }
  }

  /** The search was ended before its end. */
  void ended(Provenance where) {
    if (!ended) {
      ended = true;
      trouble(new Trouble(Trouble.Reason.LIMIT, 0, "the search was ended here"), where);
      findings.add(Finding.of(FindingCode.SEARCH_ENDED, new Range(0, 0)));
    }
  }

  /** There were too many parts. */
  void tooManyParts(Provenance where, int most) {
    ended = true;
    trouble(new Trouble(Trouble.Reason.LIMIT, 0, "more than " + most + " parts"), where);
    findings.add(Finding.of(FindingCode.SEARCH_ENDED, new Range(0, 0)));
  }

  Extraction extraction(Slice blob, List<Part> parts) {
    FileKind kind = RomReader.read(blob).kind();
    ExtractVerdict verdict = verdict(kind);
    Range all = blob.range();
    if (blob.length() == 0) {
      findings.add(Finding.of(FindingCode.EMPTY, all));
    } else {
      switch (verdict) {
        case ALREADY_A_ROM -> findings.add(Finding.of(FindingCode.ALREADY_A_ROM, all));
        case NO_ROM -> findings.add(Finding.of(FindingCode.NO_ROM_INSIDE, all));
        case NOT_UNPACKABLE -> notUnpackable();
        case FOUND -> {
          integrated(all);
          recognised(Severity.NOTE);
        }
      }
    }
    findings.sort(Finding.WORST_FIRST);
    return new Extraction(
        kind,
        List.copyOf(roms.values()),
        List.copyOf(drivers.values()),
        List.copyOf(tables.values()),
        deadEnds,
        verdict,
        findings,
        parts);
  }

  private ExtractVerdict verdict(FileKind kind) {
    if (!roms.isEmpty()) {
      return kind == FileKind.OPTION_ROM || kind == FileKind.NVIDIA_FLASH
          ? ExtractVerdict.ALREADY_A_ROM
          : ExtractVerdict.FOUND;
    }
    return deadEnds.isEmpty() ? ExtractVerdict.NO_ROM : ExtractVerdict.NOT_UNPACKABLE;
  }

  /**
   * What could not be unpacked: the worst of it in the file's own words, and all of which it is
   * known what to do about.
   */
  private void notUnpackable() {
    Optional<DeadEnd> worst =
        deadEnds.stream()
            .filter(end -> end.trouble().code().isEmpty() && !explained(end))
            .min(Comparator.comparing(end -> end.trouble().reason()));
    recognised(Severity.ERROR);
    worst.ifPresent(
        end -> {
          FindingCode code =
              switch (end.trouble().reason()) {
                case ENCRYPTED, PASSWORD -> FindingCode.ENCRYPTED;
                case UNKNOWN_COMPRESSION -> FindingCode.UNKNOWN_COMPRESSION;
                default -> FindingCode.NOT_UNPACKED;
              };
          findings.add(
              Finding.of(
                  code,
                  place(end),
                  new Argument.Term(name(end)),
                  new Argument.Offset(end.trouble().offset()),
                  new Argument.Term(
                      end.trouble().reason().id()
                          + (end.trouble().detail().isEmpty()
                              ? ""
                              : ", " + end.trouble().detail()))));
        });
  }

  /** Whether bytes look compressed because they are in something that was recognised. */
  private boolean explained(DeadEnd end) {
    return end.trouble().reason() == Trouble.Reason.UNKNOWN_COMPRESSION
        && deadEnds.stream()
            .filter(other -> other.trouble().code().isPresent())
            .map(other -> String.join("\n", other.path()))
            .anyMatch(path -> String.join("\n", end.path()).startsWith(path));
  }

  /**
   * Of each thing that something can be done about, the first. Where there are ROMs, what an
   * installer holds besides is not worth a word.
   */
  private void recognised(Severity severity) {
    Set<FindingCode> told = EnumSet.noneOf(FindingCode.class);
    if (severity == Severity.NOTE) {
      told.add(FindingCode.UNKNOWN_INSTALLER);
    }
    for (DeadEnd end : deadEnds) {
      end.trouble()
          .code()
          .filter(told::add)
          .ifPresent(
              code ->
                  findings.add(
                      Finding.of(
                              code,
                              place(end),
                              new Argument.Term(name(end)),
                              new Argument.Term(end.trouble().detail()))
                          .as(severity)));
    }
  }

  /** Where it is, if that can be told in bytes from the start of the file. */
  private static Range place(DeadEnd end) {
    return new Range(end.path().size() == 1 ? end.trouble().offset() : 0, 0);
  }

  private String name(DeadEnd end) {
    return end.path().size() == 1 ? name : String.join(" > ", end.path());
  }

  private void integrated(Range all) {
    Optional<String> only = IntegratedGraphics.only(roms.values());
    only.ifPresent(
        ids -> findings.add(Finding.of(FindingCode.ONLY_INTEGRATED, all, new Argument.Term(ids))));
  }
}
