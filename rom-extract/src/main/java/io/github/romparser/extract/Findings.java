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
import io.github.romparser.rom.FileKind;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.RomReader;
import io.github.romparser.sign.Sha256;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    romBytes += bytes.length();
    if (romBytes > budget.romBytes()) {
      trouble(
          new Trouble(
              Trouble.Reason.LIMIT,
              bytes.offset(),
              "more than " + budget.romBytes() + " bytes of ROMs"),
          where);
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
    if (!known) {
      romBytes += product.bytes().length();
      if (romBytes > budget.romBytes()) {
        return;
      }
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
    ExtractVerdict verdict = verdict(blob);
    Range all = blob.range();
    if (blob.length() == 0) {
      findings.add(Finding.of(FindingCode.EMPTY, all));
    } else {
      switch (verdict) {
        case ALREADY_A_ROM -> findings.add(Finding.of(FindingCode.ALREADY_A_ROM, all));
        case NO_ROM -> findings.add(Finding.of(FindingCode.NO_ROM_INSIDE, all));
        case NOT_UNPACKABLE -> notUnpackable();
        case FOUND -> integrated(all);
      }
    }
    findings.sort(Finding.WORST_FIRST);
    return new Extraction(
        List.copyOf(roms.values()),
        List.copyOf(drivers.values()),
        List.copyOf(tables.values()),
        deadEnds,
        verdict,
        findings,
        parts);
  }

  private ExtractVerdict verdict(Slice blob) {
    if (!roms.isEmpty()) {
      FileKind kind = RomReader.read(blob).kind();
      return kind == FileKind.OPTION_ROM || kind == FileKind.NVIDIA_FLASH
          ? ExtractVerdict.ALREADY_A_ROM
          : ExtractVerdict.FOUND;
    }
    return deadEnds.isEmpty() ? ExtractVerdict.NO_ROM : ExtractVerdict.NOT_UNPACKABLE;
  }

  /** The worst of what could not be unpacked, in the file's own words. */
  private void notUnpackable() {
    DeadEnd worst = deadEnds.get(0);
    for (DeadEnd end : deadEnds) {
      if (end.trouble().reason().compareTo(worst.trouble().reason()) < 0) {
        worst = end;
      }
    }
    FindingCode code =
        switch (worst.trouble().reason()) {
          case ENCRYPTED, PASSWORD -> FindingCode.ENCRYPTED;
          case UNKNOWN_COMPRESSION -> FindingCode.UNKNOWN_COMPRESSION;
          default -> FindingCode.NOT_UNPACKED;
        };
    List<String> path = worst.path();
    findings.add(
        Finding.of(
            code,
            new Range(path.size() == 1 ? worst.trouble().offset() : 0, 0),
            new Argument.Term(path.size() == 1 ? name : String.join(" > ", path)),
            new Argument.Offset(worst.trouble().offset()),
            new Argument.Term(
                worst.trouble().reason().id()
                    + (worst.trouble().detail().isEmpty()
                        ? ""
                        : ", " + worst.trouble().detail()))));
  }

  private void integrated(Range all) {
    Optional<String> only = IntegratedGraphics.only(roms.values());
    only.ifPresent(
        ids -> findings.add(Finding.of(FindingCode.ONLY_INTEGRATED, all, new Argument.Term(ids))));
  }
}
