package io.github.romparser.cli.console;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * A progress bar on standard error: on a terminal only, and only for work that takes more than half
 * a second. The library behind it is not loaded before.
 */
public final class ProgressMeter implements AutoCloseable {

  private static final Duration AFTER = Duration.ofMillis(500);

  /** How often the bar is drawn, in milliseconds. */
  private static final int EVERY = 200;

  private static final int WIDTH = 79;

  private final PrintWriter err;
  private final String task;
  private final long all;
  private final long before;
  private final long begin = System.nanoTime();
  private final String unit;
  private final long unitSize;
  private final @Nullable Timer timer;
  private long done;
  private @Nullable ProgressBar bar;

  /**
   * Not shown yet.
   *
   * @param wanted whether it may be shown at all
   * @param task what is being done, in one word
   * @param all how many bytes there are to do
   */
  public ProgressMeter(Console console, boolean wanted, String task, long all) {
    this(console.err(), wanted && console.errorIsTerminal(), task, all, AFTER);
  }

  /**
   * The same for work that is counted in files.
   *
   * @param all how many files there are
   * @param before how many of them were done in an earlier run: rate and remaining time are those
   *     of this one
   */
  public static ProgressMeter ofFiles(
      Console console, boolean wanted, String task, long all, long before) {
    boolean shown = wanted && console.errorIsTerminal();
    return new ProgressMeter(console.err(), shown, task, all, before, " files", 1, AFTER);
  }

  ProgressMeter(PrintWriter err, boolean shown, String task, long all, Duration after) {
    this(err, shown, task, all, 0, " MiB", 1 << 20, after);
  }

  private ProgressMeter(
      PrintWriter err,
      boolean shown,
      String task,
      long all,
      long before,
      String unit,
      long unitSize,
      Duration after) {
    this.unit = unit;
    this.unitSize = unitSize;
    this.err = err;
    this.task = task;
    this.all = all;
    this.before = before;
    this.done = before;
    this.timer = shown ? new Timer("rom-parser progress", true) : null;
    if (timer != null) {
      timer.schedule(
          new TimerTask() {
            @Override
            public void run() {
              show();
            }
          },
          after.toMillis());
    }
  }

  private synchronized void show() {
    bar =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(all)
            .startsFrom(before, Duration.ofNanos(System.nanoTime() - begin))
            .setUnit(unit, unitSize)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(EVERY)
            .setMaxRenderedLength(WIDTH)
            .continuousUpdate()
            .showSpeed()
            .setConsumer(new DelegatingProgressBarConsumer(this::draw, WIDTH))
            .build();
    bar.stepTo(done);
  }

  /** Tells how many bytes are done. */
  public synchronized void progress(long bytes) {
    done = bytes;
    if (bar != null) {
      bar.stepTo(bytes);
    }
  }

  /** Tells that one more is done. */
  public synchronized void step() {
    progress(done + 1);
  }

  private void draw(String text) {
    err.print("\r" + text);
    err.flush();
  }

  /** Writes a line beside the bar. */
  public synchronized void line(String text) {
    erase();
    err.println(Plain.text(text));
  }

  private void erase() {
    if (bar != null) {
      err.print("\r" + " ".repeat(WIDTH) + "\r");
      err.flush();
    }
  }

  @Override
  public synchronized void close() {
    if (timer != null) {
      timer.cancel();
    }
    if (bar != null) {
      bar.close();
      erase();
      bar = null;
    }
  }
}
