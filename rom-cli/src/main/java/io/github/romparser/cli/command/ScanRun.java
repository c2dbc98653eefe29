package io.github.romparser.cli.command;

import io.github.romparser.cli.ExitStatus;
import io.github.romparser.cli.console.Console;
import io.github.romparser.cli.console.FailureText;
import io.github.romparser.cli.console.FileTree;
import io.github.romparser.cli.console.ProgressMeter;
import io.github.romparser.cli.console.ResultsFile;
import io.github.romparser.cli.report.ScanLine;
import io.github.romparser.extract.ExtractVerdict;
import io.github.romparser.scan.FileScan;
import io.github.romparser.scan.ScanOptions;
import io.github.romparser.scan.ScanRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Scans file after file on several threads, and writes their lines in the order of the files. */
final class ScanRun {

  /** For each thread so many files are begun or done and wait for their turn to be written. */
  private static final int AHEAD = 16;

  private final Console console;
  private final ScanOptions options;
  private final int jobs;
  private final boolean progress;
  private int status = ExitStatus.FINE;
  private long files;
  private long withRoms;
  private long roms;
  private long notUnpacked;
  private long unread;

  ScanRun(Console console, ScanOptions options, int jobs, boolean progress) {
    this.console = console;
    this.options = options;
    this.jobs = jobs;
    this.progress = progress;
  }

  int run(List<String> folders, String output, boolean force) throws IOException {
    List<Path> roots = roots(folders);
    if (roots.isEmpty()) {
      return status; // and no empty output is left behind
    }
    long begin = System.nanoTime();
    Optional<Path> own = output.equals("-") ? Optional.empty() : Optional.of(path(output));
    int before;
    try (ResultsFile results =
        own.isPresent() ? open(own.get(), force) : ResultsFile.of(console.out())) {
      before = results.before();
      scan(roots, own, results);
    }
    summary(Duration.ofNanos(System.nanoTime() - begin), before);
    return status;
  }

  private List<Path> roots(List<String> folders) {
    List<Path> roots = new ArrayList<>();
    for (String folder : folders) {
      try {
        Path root = Path.of(folder);
        if (Files.exists(root)) {
          // A folder that is given by name may be a link.
          roots.add(Files.isSymbolicLink(root) ? root.toRealPath() : root);
          continue;
        }
        console.error(folder + ": No such file");
      } catch (InvalidPathException e) {
        console.error(folder + ": not a file name");
      } catch (IOException e) {
        console.error(FailureText.of(folder, e));
      }
      status = ExitStatus.TROUBLE;
    }
    return roots;
  }

  private static Path path(String output) throws IOException {
    try {
      return Path.of(output);
    } catch (InvalidPathException e) {
      throw new IOException(output + ": not a file name", e);
    }
  }

  private static ResultsFile open(Path output, boolean force) throws IOException {
    try {
      return ResultsFile.open(output, force, ScanLine::name);
    } catch (IOException e) {
      throw new IOException(FailureText.of(output.toString(), e), e);
    }
  }

  private void scan(List<Path> roots, Optional<Path> own, ResultsFile results) throws IOException {
    long all = 0;
    for (FileTree tree = new FileTree(roots, this::unreadable); tree.hasNext(); tree.next()) {
      all++;
    }
    ExecutorService threads = Executors.newFixedThreadPool(jobs, ScanRun::thread);
    Deque<Future<ScanRow>> begun = new ArrayDeque<>();
    try (ProgressMeter meter = ProgressMeter.ofFiles(console, progress, "scanning", all)) {
      long done = 0;
      FileTree tree = new FileTree(roots, folder -> {});
      while (tree.hasNext()) {
        Path file = tree.next();
        if (results.has(file.toString()) || (own.isPresent() && same(file, own.get()))) {
          done++;
          continue;
        }
        begun.add(threads.submit(() -> FileScan.of(file, options)));
        if (begun.size() > jobs * AHEAD) {
          write(begun.remove(), results);
          meter.progress(++done);
        }
      }
      while (!begun.isEmpty()) {
        write(begun.remove(), results);
        meter.progress(++done);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** Threads that do not keep the program alive when it is stopped. */
  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "scan");
    thread.setDaemon(true);
    return thread;
  }

  private void unreadable(Path folder) {
    console.error(folder + ": cannot be read");
    status = ExitStatus.TROUBLE;
  }

  /** Whether a file is the output, which may lie below the folders. */
  private static boolean same(Path file, Path output) throws IOException {
    return file.getFileName().equals(output.getFileName())
        && Files.exists(output, LinkOption.NOFOLLOW_LINKS)
        && Files.isSameFile(file, output);
  }

  private void write(Future<ScanRow> begun, ResultsFile results) throws IOException {
    ScanRow row;
    try {
      row = begun.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    results.write(ScanLine.of(row));
    files++;
    roms += row.roms().size();
    withRoms += row.roms().isEmpty() ? 0 : 1;
    notUnpacked += row.verdict().filter(ExtractVerdict.NOT_UNPACKABLE::equals).isPresent() ? 1 : 0;
    if (row.problem().isPresent()) {
      unread++;
      console.error(row.name() + ": " + row.problem().get());
      status = ExitStatus.TROUBLE;
    }
  }

  private void summary(Duration time, int before) {
    double seconds = Math.max(0.001, time.toMillis() / 1000.0);
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.US,
            "%,d file%s in %.1f s (%,.0f a second): %,d ROM%s in %,d of them",
            files,
            files == 1 ? "" : "s",
            seconds,
            files / seconds,
            roms,
            roms == 1 ? "" : "s",
            withRoms));
    if (notUnpacked > 0) {
      text.append(String.format(Locale.US, ", %,d not wholly unpacked", notUnpacked));
    }
    if (unread > 0) {
      text.append(String.format(Locale.US, ", %,d not read", unread));
    }
    if (before > 0) {
      text.append(String.format(Locale.US, "; %,d were done before", before));
    }
    console.err().println(text);
  }
}
