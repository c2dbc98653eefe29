package io.github.romparser.cli.command;

import io.github.romparser.acpi.dump.Attempt;
import io.github.romparser.acpi.dump.DisplayDevice;
import io.github.romparser.acpi.dump.KernelFiles;
import io.github.romparser.acpi.dump.RomDump;
import io.github.romparser.bytes.Slice;
import io.github.romparser.cli.ExitStatus;
import io.github.romparser.cli.console.Console;
import io.github.romparser.cli.console.FailureText;
import io.github.romparser.cli.console.OutputFile;
import io.github.romparser.cli.console.ProgressMeter;
import io.github.romparser.cli.report.DumpReport;
import io.github.romparser.cli.report.DumpResult;
import io.github.romparser.rom.RomFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds the device, tries all ways to its ROM, writes the best and tells how it went. */
final class DumpRun {

  /** What is usual for a card, for the progress bar: 256 KiB. */
  private static final long USUAL_SIZE = 256 << 10;

  private final Console console;
  private final OutputFile output;
  private final boolean json;

  DumpRun(Console console, OutputFile output, boolean json) {
    this.console = console;
    this.output = output;
    this.json = json;
  }

  /**
   * Does it and tells the exit status.
   *
   * @param root the folder of a copy; empty for this machine
   * @param address of the device, as {@code dddd:bb:ss.f}
   */
  int dump(Optional<String> root, Optional<String> address) throws IOException {
    check();
    DisplayDevice device = device(files(root), root.orElse(""), address);
    RomDump dump;
    try (ProgressMeter meter = new ProgressMeter(console, !json, "reading", USUAL_SIZE)) {
      dump = RomDump.of(files(root), device, meter::progress);
    }
    if (dump.vanished()) {
      throw new IOException(device.address() + ": vanished while it was read");
    }
    Optional<Slice> rom = dump.best().flatMap(Attempt::rom).map(RomFile::bytes);
    if (rom.isPresent()) {
      write(rom.get());
    }
    DumpReport report = new DumpReport(console, output.isStandardOutput() && rom.isPresent());
    DumpResult result = new DumpResult(dump, rom.map(bytes -> output.name()));
    if (json) {
      report.json(result);
    } else {
      report.text(result);
    }
    if (rom.isEmpty()) {
      console.error(device.address() + ": no way led to a ROM; nothing was written");
    }
    return rom.isPresent() ? ExitStatus.FINE : ExitStatus.NO;
  }

  private static KernelFiles files(Optional<String> root) throws IOException {
    if (root.isEmpty()) {
      return KernelFiles.ofSystem();
    }
    try {
      Path folder = Path.of(root.get());
      if (!Files.isDirectory(folder)) {
        throw new IOException(root.get() + ": No such folder");
      }
      return KernelFiles.copied(folder);
    } catch (InvalidPathException e) {
      throw new IOException(root.get() + ": not a file name", e);
    }
  }

  private static DisplayDevice device(KernelFiles files, String root, Optional<String> address)
      throws IOException {
    List<DisplayDevice> all;
    try {
      all = DisplayDevice.all(files);
    } catch (IOException e) {
      throw new IOException(root + DisplayDevice.FOLDER + ": there is none; only Linux has it", e);
    }
    if (address.isPresent()) {
      return all.stream()
          .filter(device -> device.address().equals(address.get()))
          .findFirst()
          .orElseThrow(() -> new IOException(address.get() + ": no such PCI device"));
    }
    List<DisplayDevice> displays = all.stream().filter(DisplayDevice::isDisplay).toList();
    if (displays.isEmpty()) {
      throw new IOException("there is no display device (class 03); name a device with --device");
    }
    if (displays.size() > 1) {
      List<String> names =
          displays.stream().map(d -> d.address() + " (" + d.device().id() + ")").toList();
      throw new IOException(
          "there is more than one display device, name one with --device: "
              + String.join(", ", names));
    }
    return displays.get(0);
  }

  private void check() throws IOException {
    try {
      output.check(List.of());
    } catch (IOException e) {
      throw told(e);
    }
  }

  private void write(Slice rom) throws IOException {
    try {
      output.write(rom);
    } catch (IOException e) {
      throw told(e);
    }
  }

  private IOException told(IOException problem) {
    String name = output.isStandardOutput() ? "standard output" : output.name();
    return new IOException(FailureText.of(name, problem), problem);
  }
}
