package io.github.romparser.cli.command;

import io.github.romparser.cli.ExitStatus;
import io.github.romparser.cli.console.Console;
import io.github.romparser.cli.console.FailureText;
import io.github.romparser.cli.console.PciIds;
import io.github.romparser.cli.report.ClassicReport;
import io.github.romparser.cli.report.JsonReport;
import io.github.romparser.cli.report.ShowReport;
import io.github.romparser.cli.report.TextReport;
import io.github.romparser.cli.report.html.ShowPage;
import io.github.romparser.rom.RomFile;
import io.github.romparser.vendor.RomContents;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads file after file and reports on each; a bad one does not keep the others from being read.
 */
final class ShowRun {

  private final Console console;
  private final ShowOptions options;

  ShowRun(Console console, ShowOptions options) {
    this.console = console;
    this.options = options;
  }

  /** Shows all files and tells the exit status. */
  int show(List<String> names) throws IOException {
    Optional<HtmlOutput> html = options.html().output(console, names);
    // The page's classes are loaded only where one was asked for.
    Optional<ShowPage> page =
        html.isPresent() ? Optional.of(new ShowPage(pciIds(), names)) : Optional.empty();
    int status = ExitStatus.FINE;
    try (ShowReport report = report(names.size())) {
      for (String name : names) {
        status = Math.max(status, show(name, report, page));
      }
    }
    if (page.isPresent() && !page.get().isEmpty()) {
      status = Math.max(status, html.orElseThrow().write(page.get().bytes()));
    }
    return status;
  }

  private int show(String name, ShowReport report, Optional<ShowPage> page) throws IOException {
    Optional<RomFile> read = InputFile.read(console, name, options.trace());
    if (read.isEmpty()) {
      if (page.isPresent()) {
        page.get().unreadable(name);
      }
      return ExitStatus.TROUBLE;
    }
    // The classic report knows nothing of what is in the images.
    RomContents contents =
        options.format() == ShowOptions.Format.CLASSIC
            ? RomContents.unread(read.get())
            : RomContents.of(read.get());
    report.write(name, contents);
    if (page.isPresent()) {
      boolean known = options.format() != ShowOptions.Format.CLASSIC;
      page.get().add(name, known ? contents : RomContents.of(read.get()));
    }
    return options.failOn().severity().filter(contents.judged()::hasFindings).isPresent()
        ? ExitStatus.NO
        : ExitStatus.FINE;
  }

  private ShowReport report(int files) throws IOException {
    return switch (options.format()) {
      case JSON -> new JsonReport(console.out(), files > 1);
      case CLASSIC -> new ClassicReport(console.out());
      case TEXT ->
          new TextReport(console, console.colour(options.colour()), options.verbose(), pciIds());
    };
  }

  private PciIds pciIds() throws IOException {
    Optional<Path> ids = options.pciIds();
    return ids.isPresent() ? named(ids.get()) : PciIds.ofSystem();
  }

  private static PciIds named(Path ids) throws IOException {
    try {
      return PciIds.of(ids);
    } catch (IOException e) {
      throw new IOException(FailureText.of(ids.toString(), e), e);
    }
  }
}
