package io.github.romparser.cli.command;

import io.github.romparser.bytes.Slice;
import io.github.romparser.check.CheckInput;
import io.github.romparser.check.Consumer;
import io.github.romparser.check.PciDevice;
import io.github.romparser.check.Target;
import io.github.romparser.check.Verdict;
import io.github.romparser.cli.ExitStatus;
import io.github.romparser.cli.console.Console;
import io.github.romparser.cli.console.PciIds;
import io.github.romparser.cli.report.CheckJsonReport;
import io.github.romparser.cli.report.CheckTextReport;
import io.github.romparser.cli.report.html.CheckPage;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.header.EfiMachine;
import io.github.romparser.vendor.RomContents;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Turns the options of {@code check} into the library's terms, asks it, and reports. */
final class CheckRun {

  /**
   * The options as they were typed.
   *
   * @param lspci name of a file with a listing of devices
   */
  record Asked(
      List<String> targets,
      Optional<String> device,
      Optional<Long> barSize,
      String arch,
      boolean secureBoot,
      int romBar,
      Optional<String> lspci) {}

  private final Console console;

  CheckRun(Console console) {
    this.console = console;
  }

  int check(
      String name,
      Asked asked,
      ReportFormat format,
      boolean colour,
      boolean trace,
      Optional<HtmlOutput> page)
      throws IOException {
    Set<Target> targets = targets(asked.targets());
    EfiMachine arch = arch(asked.arch());
    Optional<PciDevice> named = asked.device().map(CheckRun::device);
    if (asked.romBar() != 0 && asked.romBar() != 1) {
      throw new IllegalArgumentException("--rombar takes 0 or 1");
    }
    asked
        .barSize()
        .filter(size -> size < 1)
        .ifPresent(
            size -> {
              throw new IllegalArgumentException("--bar-size takes a number of bytes");
            });
    if (name.equals("-") && asked.lspci().filter("-"::equals).isPresent()) {
      throw new IllegalArgumentException("FILE and --lspci cannot both be standard input");
    }
    Optional<RomFile> read = InputFile.read(console, name);
    if (read.isEmpty()) {
      return ExitStatus.TROUBLE;
    }
    RomContents contents = RomContents.of(read.get());
    RomFile rom = contents.judged();
    Optional<PciDevice> card =
        asked.lspci().isPresent()
            ? new Cards(console).find(asked.lspci().get(), rom, named)
            : named;
    if (asked.lspci().isPresent() && card.isEmpty()) {
      return ExitStatus.TROUBLE;
    }
    CheckInput input =
        new CheckInput(
            rom,
            asked.barSize().map(OptionalLong::of).orElse(OptionalLong.empty()),
            card,
            arch,
            asked.secureBoot(),
            asked.romBar() == 1);
    List<Verdict> verdicts = new ArrayList<>();
    targets.forEach(target -> verdicts.add(Consumer.of(target).check(input)));
    if (format == ReportFormat.JSON) {
      new CheckJsonReport(console.out()).write(name, rom, card, verdicts);
    } else {
      new CheckTextReport(console, colour, trace).write(name, rom, verdicts);
    }
    int status = verdicts.stream().allMatch(Verdict::accepted) ? ExitStatus.FINE : ExitStatus.NO;
    if (page.isPresent()) {
      Slice html = CheckPage.of(name, contents, card, verdicts, PciIds.ofSystem());
      status = Math.max(status, page.get().write(html));
    }
    return status;
  }

  private static Set<Target> targets(List<String> names) {
    Set<Target> targets = new LinkedHashSet<>();
    for (String name : names) {
      targets.add(
          Target.of(name)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "unknown target '" + name + "'; there are " + known())));
    }
    return targets;
  }

  private static String known() {
    return String.join(", ", List.of(Target.values()).stream().map(Target::id).toList());
  }

  private static PciDevice device(String id) {
    return PciDevice.parse(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'" + id + "' is no device id; give vvvv:dddd, four hex digits each"));
  }

  private static EfiMachine arch(String name) {
    return switch (name) {
      case "x64" -> EfiMachine.X64;
      case "ia32" -> EfiMachine.IA32;
      case "aa64" -> EfiMachine.AARCH64;
      case "riscv64" -> EfiMachine.RISCV64;
      case "loongarch64" -> EfiMachine.LOONGARCH64;
      default ->
          throw new IllegalArgumentException(
              "unknown architecture '"
                  + name
                  + "'; there are x64, ia32, aa64, riscv64, loongarch64");
    };
  }
}
