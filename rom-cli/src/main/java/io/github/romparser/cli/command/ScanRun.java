package io.github.romparser.cli.command;

import io.github.romparser.cli.ExitStatus;
import io.github.romparser.cli.console.Console;
import io.github.romparser.cli.console.FailureText;
import io.github.romparser.cli.console.FileTree;
import io.github.romparser.cli.console.ProgressMeter;
import io.github.romparser.cli.console.ResultsFile;
import io.github.romparser.cli.report.ScanLine;
import io.github.romparser.scan.FileScan;
import io.github.romparser.scan.ScanOptions;
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
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Scans file after file on several threads, and writes their lines in the order of the files. */
final class ScanRun {

  /** For each thread so many files are begun, or done and wait for their turn to be written. */
  private static final int AHEAD = 512;

  /** Of Java's memory, this part may be files that are being read and lines that wait. */
  private static final int SHARE = 4;

  private final Console console;
  private final ScanOptions options;
  private final int jobs;
  private final boolean progress;
  private int status = ExitStatus.FINE;
  private final ScanSummary summary = new ScanSummary();
  private long passedOver;

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
    Duration time = Duration.ofNanos(System.nanoTime() - begin);
    console.err().println(summary.text(time, before, passedOver));
    return status;
  }

  private List<Path> roots(List<String> folders) {
    List<Path> roots = new ArrayList<>();
    for (String folder : folders) {
      try {
        Path root = Path.of(folder);
        if (Files.isDirectory(root) || Files.isRegularFile(root)) {
          // A folder that is given by name may be a link.
          roots.add(Files.isSymbolicLink(root) ? root.toRealPath() : root);
          continue;
        }
        console.error(folder + (Files.exists(root) ? ": Not a file or folder" : ": No such file"));
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
      return ResultsFile.open(output, force, ScanLine::key);
    } catch (IOException e) {
      throw new IOException(FailureText.of(output.toString(), e), e);
    }
  }

  private void scan(List<Path> roots, Optional<Path> own, ResultsFile results) throws IOException {
    long all = 0;
    long before = 0;
    FileTree count = new FileTree(roots, this::unreadable);
    while (count.hasNext()) {
      before += done(count.next(), own, results) ? 1 : 0;
      all++;
    }
    passedOver = count.passedOver();
    ScanWindow window = new ScanWindow(Runtime.getRuntime().maxMemory() / SHARE);
    ExecutorService threads = Executors.newFixedThreadPool(jobs, ScanRun::thread);
    Deque<Future<ScannedFile>> begun = new ArrayDeque<>();
    try (ProgressMeter meter = ProgressMeter.ofFiles(console, progress, "scanning", all, before)) {
      long number = 0;
      FileTree tree = new FileTree(roots, folder -> {});
      while (tree.hasNext() && !results.failed()) {
        Path file = tree.next();
        if (done(file, own, results)) {
          continue;
        }
        long turn = number++;
        begun.add(threads.submit(() -> scan(file, turn, window)));
        // What is done is written at once: a run that is killed has lost little.
        while (begun.size() > jobs * AHEAD || (!begun.isEmpty() && begun.element().isDone())) {
          write(begun.remove(), window, results, meter);
        }
      }
      while (!begun.isEmpty() && !results.failed()) {
        write(begun.remove(), window, results, meter);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private ScannedFile scan(Path path, long turn, ScanWindow window)
      throws IOException, InterruptedException {
    long size = size(path);
    window.enter(turn, size);
    ScannedFile file = ScannedFile.of(FileScan.of(path, options));
    window.scanned(size, file.bytes());
    return file;
  }

  /** How much of a file is going to be read, in bytes; larger ones than allowed are not. */
  private long size(Path path) {
    try {
      long size = Files.size(path);
      return size > options.mostBytes() ? 0 : size;
    } catch (IOException e) {
      return 0; // which its line tells
    }
  }

  /** Whether a file has its line, or is the output itself, which may lie below the folders. */
  private static boolean done(Path file, Optional<Path> own, ResultsFile results)
      throws IOException {
    return results.has(ScanLine.key(file)) || (own.isPresent() && same(file, own.get()));
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

  private static boolean same(Path file, Path output) throws IOException {
    return file.getFileName().equals(output.getFileName())
        && Files.exists(output, LinkOption.NOFOLLOW_LINKS)
        && Files.isSameFile(file, output);
  }

  private void write(
      Future<ScannedFile> begun, ScanWindow window, ResultsFile results, ProgressMeter meter)
      throws IOException {
    ScannedFile file;
    try {
      file = begun.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    if (!results.has(file.key())) { // folders that are named twice
      results.write(file.key(), file.line());
      summary.add(file);
    }
    window.written(file.bytes());
    meter.step();
    if (file.problem().isPresent()) {
      meter.line("rom-parser: " + file.name() + ": " + file.problem().get());
      status = ExitStatus.TROUBLE;
    }
  }
}
