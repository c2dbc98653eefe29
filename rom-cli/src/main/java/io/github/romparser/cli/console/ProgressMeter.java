package io.github.romparser.cli.console;

import java.time.Duration;
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

  private static final long AFTER = Duration.ofMillis(500).toNanos();

  /** How often the bar is drawn, in milliseconds. */
  private static final int EVERY = 200;

  private static final int WIDTH = 79;

  private final Console console;
  private final boolean shown;
  private final String task;
  private final long begin = System.nanoTime();
  private @Nullable ProgressBar bar;

  /**
   * Not shown yet.
   *
   * @param wanted whether it may be shown at all
   * @param task what is being done, in one word
   */
  public ProgressMeter(Console console, boolean wanted, String task) {
    this.console = console;
    this.shown = wanted && console.errorIsTerminal();
    this.task = task;
  }

  /** Tells how far the work is. */
  public void progress(long done, long all) {
    if (!shown || (bar == null && System.nanoTime() - begin < AFTER)) {
      return;
    }
    if (bar == null) {
      bar =
          new ProgressBarBuilder()
              .setTaskName(task)
              .setInitialMax(all)
              .setUnit(" MiB", 1 << 20)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(EVERY)
              .setMaxRenderedLength(WIDTH)
              .continuousUpdate()
              .setConsumer(new DelegatingProgressBarConsumer(this::draw, WIDTH))
              .build();
    }
    bar.stepTo(done);
  }

  private void draw(String text) {
    console.err().print("\r" + text);
    console.err().flush();
  }

  /** Writes a line beside the bar. */
  public void line(String text) {
    erase();
    console.err().println(Plain.text(text));
  }

  private void erase() {
    if (bar != null) {
      console.err().print("\r" + " ".repeat(WIDTH) + "\r");
      console.err().flush();
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      erase();
    }
  }
}
