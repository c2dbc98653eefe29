package io.github.romparser.cli.report;

import io.github.romparser.cli.console.Plain;
import io.github.romparser.sign.DigestAlgorithm;
import io.github.romparser.sign.EfiDevicePath;
import io.github.romparser.sign.TpmEvent;
import io.github.romparser.sign.TpmEventLog;
import io.github.romparser.sign.TpmEventType;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An event log beside the drivers of some files, for people. */
final class LogText {

  /** More drivers are counted, not listed. */
  private static final int MOST_ROWS = 24;

  private final PrintWriter out;
  private final FindingText findings;

  LogText(PrintWriter out, FindingText findings) {
    this.out = out;
    this.findings = findings;
  }

  void write(HashReport.NamedLog named, List<HashedFile> files) {
    TpmEventLog log = named.log();
    List<TpmEvent> others = others(log, files);
    out.println();
    out.println(
        Plain.text(named.name())
            + ": "
            + log.events().size()
            + (log.events().size() == 1 ? " event" : " events")
            + (log.known().isEmpty()
                ? ""
                : " with "
                    + String.join(", ", log.known().stream().map(DigestAlgorithm::id).toList())));
    if (others.isEmpty()) {
      out.println("  no driver was measured that is in none of these files");
    } else {
      out.println("  drivers that were measured and are in none of these files:");
    }
    others.stream().limit(MOST_ROWS).forEach(event -> out.println("    " + of(event)));
    if (others.size() > MOST_ROWS) {
      out.println("    and " + (others.size() - MOST_ROWS) + " more; all of them with --json");
    }
    if (!log.findings().isEmpty()) {
      out.println();
      log.findings().forEach(finding -> findings.write(finding, named.name(), ""));
    }
  }

  /** The drivers that the firmware measured and that none of the files has. */
  static List<TpmEvent> others(TpmEventLog log, List<HashedFile> files) {
    List<TpmEvent> known =
        files.stream()
            .flatMap(file -> file.drivers().stream())
            .flatMap(driver -> driver.events(log).stream())
            .toList();
    return log.events().stream()
        .filter(event -> event.isDriver() && !known.contains(event))
        .toList();
  }

  /** An event in one line. */
  static String of(TpmEvent event) {
    return "event "
        + event.number()
        + ", PCR "
        + event.register()
        + ", "
        + type(event)
        + event.devicePath().map(path -> ", " + path(path)).orElse("");
  }

  static String type(TpmEvent event) {
    return TpmEventType.of(event.type())
        .map(TpmEventType::title)
        .orElseGet(() -> String.format(Locale.US, "type 0x%08x", event.type()));
  }

  /** A path as UEFI writes it (UEFI 2.10 §10.6.1.6). */
  static String path(EfiDevicePath path) {
    StringBuilder text = new StringBuilder();
    path.root().ifPresent(root -> text.append(String.format(Locale.US, "PciRoot(0x%x)", root)));
    for (EfiDevicePath.Hop hop : path.hops()) {
      text.append(text.length() > 0 ? "/" : "")
          .append(String.format(Locale.US, "Pci(0x%x,0x%x)", hop.device(), hop.function()));
    }
    Optional.of(path)
        .flatMap(EfiDevicePath::rom)
        .ifPresent(
            rom ->
                text.append(
                    String.format(Locale.US, "/Offset(0x%x,0x%x)", rom.offset(), rom.end() - 1)));
    return text.toString();
  }
}
