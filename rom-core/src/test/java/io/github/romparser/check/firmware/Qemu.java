package io.github.romparser.check.firmware;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/** Runs QEMU until its output says that enough is known, or until the time is up. */
final class Qemu {

  private static final ScheduledExecutorService CLOCK =
      new ScheduledThreadPoolExecutor(
          1,
          task -> {
            Thread thread = new Thread(task, "qemu-clock");
            thread.setDaemon(true);
            return thread;
          });

  private Qemu() {}

  /**
   * What came out of a run.
   *
   * @param text everything printed
   * @param end how it ended
   */
  record Output(String text, End end) {}

  /** How a run ended. */
  enum End {
    /** The output said that enough is known. */
    ENOUGH,
    /** QEMU ended by itself: it did not like its arguments. */
    REFUSED,
    /** The time was up. */
    TIME
  }

  /**
   * Runs it.
   *
   * @param enough whether the output says that enough is known
   * @param limit when to stop in any case
   * @param linger for how long to read on when enough is known
   */
  static Output run(
      List<String> command, Predicate<String> enough, Duration limit, Duration linger) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      AtomicBoolean late = new AtomicBoolean();
      ScheduledFuture<?> alarm =
          CLOCK.schedule(
              () -> {
                late.set(true);
                process.destroyForcibly();
              },
              limit.toMillis(),
              TimeUnit.MILLISECONDS);
      ByteArrayOutputStream printed = new ByteArrayOutputStream();
      try (InputStream output = process.getInputStream()) {
        boolean complete = read(output, printed, enough);
        if (complete && !linger.isZero()) {
          alarm.cancel(false);
          alarm =
              CLOCK.schedule(process::destroyForcibly, linger.toMillis(), TimeUnit.MILLISECONDS);
          read(output, printed, text -> false);
        }
        End end = complete ? End.ENOUGH : late.get() ? End.TIME : End.REFUSED;
        return new Output(printed.toString(StandardCharsets.ISO_8859_1), end);
      } finally {
        alarm.cancel(false);
        process.destroyForcibly().waitFor();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the firmware was running", e);
    }
  }

  private static boolean read(
      InputStream output, ByteArrayOutputStream printed, Predicate<String> enough) {
    byte[] buffer = new byte[4096];
    try {
      for (int count = output.read(buffer); count >= 0; count = output.read(buffer)) {
        printed.write(buffer, 0, count);
        if (enough.test(printed.toString(StandardCharsets.ISO_8859_1))) {
          return true;
        }
      }
    } catch (IOException e) {
      // Stopped by the clock: what was read until then is what there is.
    }
    return false;
  }
}
