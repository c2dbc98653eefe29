package io.github.romparser.cli.command;

import io.github.romparser.bytes.ByteInput;
import io.github.romparser.bytes.Slice;
import io.github.romparser.check.PciDevice;
import io.github.romparser.cli.ExitStatus;
import io.github.romparser.cli.console.Console;
import io.github.romparser.cli.console.FailureText;
import io.github.romparser.cli.console.OutputFile;
import io.github.romparser.cli.console.PciIds;
import io.github.romparser.cli.console.ProgressMeter;
import io.github.romparser.cli.report.ExtractJsonReport;
import io.github.romparser.cli.report.ExtractResult;
import io.github.romparser.cli.report.ExtractTextReport;
import io.github.romparser.cli.report.html.ExtractPage;
import io.github.romparser.extract.Budget;
import io.github.romparser.extract.ExtractListener;
import io.github.romparser.extract.ExtractOptions;
import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.Extractor;
import io.github.romparser.extract.FilesBeside;
import io.github.romparser.extract.FoundDriver;
import io.github.romparser.extract.FoundRom;
import io.github.romparser.extract.FoundTable;
import io.github.romparser.extract.output.OutputDir;
import io.github.romparser.extract.spi.Companions;
import io.github.romparser.rom.header.EfiMachine;
import io.github.romparser.sign.Sha256;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Searches file after file, writes what was found and reports on it. */
final class ExtractRun {

  /**
   * What was asked for.
   *
   * @param folder where to write; empty to write nothing
   * @param card the card that a ROM is wanted for
   * @param manifest where to write the JSON report too
   * @param progress whether a progress bar may be shown
   * @param html where to write the report as a page too
   */
  record Asked(
      Optional<String> folder,
      Optional<PciDevice> card,
      Optional<String> manifest,
      boolean force,
      int jobs,
      Duration time,
      boolean json,
      boolean verbose,
      boolean progress,
      boolean colour,
      Optional<HtmlOutput> html) {}

  private final Console console;
  private final Asked asked;
  private final List<ExtractResult> results = new ArrayList<>();
  private final PciIds names;

  ExtractRun(Console console, Asked asked) {
    this.console = console;
    this.asked = asked;
    boolean people = !asked.json() || asked.html().isPresent();
    this.names = people ? PciIds.ofSystem() : PciIds.none();
  }

  int run(List<String> files) throws IOException {
    Optional<OutputDir> dir = Optional.empty();
    Optional<OutputFile> manifest = asked.manifest().map(m -> new OutputFile(m, asked.force()));
    try {
      if (asked.folder().isPresent()) {
        dir = Optional.of(OutputDir.of(Path.of(asked.folder().get()), asked.force()));
      }
    } catch (InvalidPathException e) {
      throw new IOException(asked.folder().orElse("") + ": not a file name", e);
    } catch (IOException e) {
      throw new IOException(FailureText.of(asked.folder().orElse(""), e), e);
    }
    int status = ExitStatus.FINE;
    ExtractTextReport text = new ExtractTextReport(console, asked.colour(), asked.verbose(), names);
    Optional<ExtractPage> page =
        asked.html().isPresent() ? Optional.of(new ExtractPage(names, files)) : Optional.empty();
    for (String file : files) {
      Optional<ExtractResult> result = search(file, dir);
      if (result.isEmpty()) {
        status = ExitStatus.TROUBLE;
        if (page.isPresent()) {
          page.get().unreadable(file);
        }
        continue;
      }
      results.add(result.get());
      // No lambda: to make one, its class is loaded.
      if (page.isPresent()) {
        page.get().add(result.get());
      }
      status = Math.max(status, result.get().answer() ? ExitStatus.FINE : ExitStatus.NO);
      if (!result.get().written()) {
        status = ExitStatus.TROUBLE;
      }
      if (!asked.json()) {
        text.write(result.get());
      }
    }
    boolean several = files.size() > 1;
    if (asked.json() && !results.isEmpty()) {
      ExtractJsonReport.write(console.out(), results, several);
    }
    if (manifest.isPresent() && !results.isEmpty()) {
      status = Math.max(status, manifest(manifest.get(), files, several));
    }
    if (page.isPresent() && !page.get().isEmpty()) {
      status = Math.max(status, asked.html().orElseThrow().write(page.get().bytes()));
    }
    return status;
  }

  private int manifest(OutputFile manifest, List<String> files, boolean several)
      throws IOException {
    StringWriter json = new StringWriter();
    ExtractJsonReport.write(new PrintWriter(json), results, several);
    try {
      manifest.check(files);
      manifest.write(Slice.of(json.toString().getBytes(StandardCharsets.UTF_8)));
      return ExitStatus.FINE;
    } catch (IOException e) {
      console.error(FailureText.of(manifest.name(), e));
      return ExitStatus.TROUBLE;
    }
  }

  private Optional<ExtractResult> search(String file, Optional<OutputDir> dir) {
    Slice blob;
    try {
      blob =
          (file.equals("-") ? ByteInput.of(file, console.in()) : ByteInput.of(Path.of(file)))
              .read();
    } catch (IOException e) {
      console.error(FailureText.of(file, e));
      return Optional.empty();
    } catch (InvalidPathException e) {
      console.error(file + ": not a file name");
      return Optional.empty();
    }
    int slash = file.lastIndexOf('/');
    Extraction extraction;
    try (ProgressMeter meter =
        new ProgressMeter(console, asked.progress(), "searching", blob.length())) {
      ExtractListener listener = listener(meter);
      extraction =
          Extractor.extract(
              slash < 0 ? file : file.substring(slash + 1),
              blob,
              ExtractOptions.usual()
                  .with(Budget.usual().within(asked.time()))
                  .with(listener)
                  .beside(file.equals("-") ? Companions.NONE : FilesBeside.of(Path.of(file)))
                  .threads(asked.jobs()));
    }
    if (asked.card().isPresent()) {
      extraction = extraction.forCard(asked.card().get());
    }
    Map<String, String> written = new HashMap<>();
    boolean whole = dir.isEmpty() || write(extraction, dir.get(), written);
    return Optional.of(
        new ExtractResult(
            file,
            blob.length(),
            Sha256.hex(blob),
            extraction,
            asked.card(),
            asked.folder(),
            written,
            whole));
  }

  private ExtractListener listener(ProgressMeter meter) {
    return new ExtractListener() {
      @Override
      public void progress(long done, long size) {
        meter.progress(done);
      }

      @Override
      public void found(FoundRom rom) {
        if (asked.verbose()) {
          meter.line(
              String.format(
                  Locale.US,
                  "found %04x:%04x, %,d bytes: %s",
                  rom.vendorId(),
                  rom.deviceId(),
                  rom.bytes().length(),
                  String.join(" > ", rom.sources().get(0).path())));
        }
      }
    };
  }

  /** Writes everything that was found. */
  private boolean write(Extraction extraction, OutputDir dir, Map<String, String> written) {
    boolean whole = true;
    for (FoundRom rom : extraction.roms()) {
      whole &= write(dir, rom.fileName(), rom.sha256(), rom.bytes(), written);
    }
    for (FoundDriver driver : extraction.drivers()) {
      String machine =
          EfiMachine.of(driver.machine())
              .map(m -> m.title().toLowerCase(Locale.ROOT))
              .orElseGet(() -> String.format(Locale.US, "%04x", driver.machine()));
      whole &=
          write(
              dir,
              "gop-" + machine + "_" + driver.sha256().substring(0, 8) + ".efi",
              driver.sha256(),
              driver.bytes(),
              written);
    }
    for (FoundTable table : extraction.tables()) {
      whole &=
          write(
              dir,
              "vbt_" + table.sha256().substring(0, 8) + ".bin",
              table.sha256(),
              table.bytes(),
              written);
    }
    return whole;
  }

  private boolean write(
      OutputDir dir, String name, String sha256, Slice bytes, Map<String, String> written) {
    try {
      written.put(sha256, dir.write(name, bytes));
      return true;
    } catch (IOException e) {
      console.error(FailureText.of(dir.folder().resolve(name).toString(), e));
      return false;
    }
  }
}
