package io.github.romparser.cli.command;

import io.github.romparser.bytes.ByteInput;
import io.github.romparser.bytes.Slice;
import io.github.romparser.cli.ExitStatus;
import io.github.romparser.cli.console.Console;
import io.github.romparser.cli.console.FailureText;
import io.github.romparser.cli.console.OutputFile;
import io.github.romparser.cli.report.HashReport;
import io.github.romparser.cli.report.HashReport.Against;
import io.github.romparser.cli.report.HashReport.NamedLog;
import io.github.romparser.cli.report.HashedDriver;
import io.github.romparser.cli.report.HashedFile;
import io.github.romparser.sign.CaCertificates;
import io.github.romparser.sign.DigestAlgorithm;
import io.github.romparser.sign.SignatureList;
import io.github.romparser.sign.TpmEventLog;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Opens the drivers of all files, holds them against a log and CAs, reports, writes the list. */
final class HashRun {

  private final Console console;
  private final Optional<OutputFile> list;
  private final UUID owner;

  /**
   * For the given streams.
   *
   * @param list where the signature list goes, if there shall be one
   * @param owner whom it names
   */
  HashRun(Console console, Optional<OutputFile> list, UUID owner) {
    this.console = console;
    this.list = list;
    this.owner = owner;
  }

  /** Does it and tells the exit status. */
  int hash(
      List<String> names,
      Optional<String> logName,
      Optional<String> caName,
      boolean json,
      boolean colour)
      throws IOException {
    List<String> inputs = new ArrayList<>(names);
    logName.ifPresent(inputs::add);
    caName.ifPresent(inputs::add);
    if (Collections.frequency(inputs, "-") > 1) {
      throw new IOException("standard input can be read only once");
    }
    if (list.isPresent()) {
      check(list.get(), inputs);
    }
    Against against =
        new Against(
            caName.isPresent() ? Optional.of(authorities(caName.get())) : Optional.empty(),
            logName.isPresent() ? Optional.of(log(logName.get())) : Optional.empty());
    int status = ExitStatus.FINE;
    List<HashedFile> files = new ArrayList<>();
    for (String name : names) {
      Optional<HashedFile> file =
          InputFile.read(console, name).map(rom -> HashedFile.of(name, rom));
      file.ifPresent(files::add);
      int own =
          file.map(f -> f.fine() ? ExitStatus.FINE : ExitStatus.NO).orElse(ExitStatus.TROUBLE);
      status = Math.max(status, own);
    }
    if (files.isEmpty()) {
      return status;
    }
    boolean taken = list.filter(OutputFile::isStandardOutput).isPresent();
    HashReport.of(console, json, colour, taken, against).write(files);
    if (against.log().isPresent() && !matches(files, against.log().get().log())) {
      status = Math.max(status, ExitStatus.NO);
    }
    return list.isPresent() ? Math.max(status, write(list.get(), files)) : status;
  }

  private static boolean matches(List<HashedFile> files, TpmEventLog log) {
    return drivers(files).stream().anyMatch(driver -> !driver.events(log).isEmpty());
  }

  private static List<HashedDriver> drivers(List<HashedFile> files) {
    return files.stream().flatMap(file -> file.drivers().stream()).toList();
  }

  private int write(OutputFile output, List<HashedFile> files) throws IOException {
    List<String> digests =
        drivers(files).stream()
            .flatMap(driver -> driver.digest(DigestAlgorithm.SHA256).stream())
            .toList();
    if (digests.isEmpty()) {
      console.error("no driver with a digest, so no list is written");
      return ExitStatus.NO;
    }
    try {
      output.write(Slice.of(SignatureList.ofSha256(owner, digests)));
    } catch (IOException e) {
      throw told(output.name(), e);
    }
    return ExitStatus.FINE;
  }

  private static void check(OutputFile output, List<String> inputs) throws IOException {
    try {
      output.check(inputs);
    } catch (IOException e) {
      throw told(output.isStandardOutput() ? "standard output" : output.name(), e);
    }
  }

  private CaCertificates authorities(String name) throws IOException {
    return CaCertificates.read(read(name))
        .orElseThrow(() -> new IOException(name + ": no certificate in PEM or DER"));
  }

  private NamedLog log(String name) throws IOException {
    TpmEventLog log = TpmEventLog.read(read(name));
    if (log.events().isEmpty()) {
      throw new IOException(name + ": not a TPM event log, or an empty one");
    }
    return new NamedLog(name, log);
  }

  private Slice read(String name) throws IOException {
    try {
      return (name.equals("-") ? ByteInput.of(name, console.in()) : ByteInput.of(Path.of(name)))
          .read();
    } catch (InvalidPathException e) {
      throw new IOException(name + ": not a file name", e);
    } catch (IOException e) {
      throw told(name, e);
    }
  }

  private static IOException told(String name, IOException problem) {
    return new IOException(FailureText.of(name, problem), problem);
  }
}
