package io.github.romparser.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The bar appears when work takes long, and leaves nothing behind. */
class ProgressMeterTest {

  private final StringWriter text = new StringWriter();
  private final PrintWriter err = new PrintWriter(text, true);

  @Test
  void long_work_has_a_bar_that_goes_away() throws InterruptedException {
    try (ProgressMeter meter =
        new ProgressMeter(err, true, "searching", 64 << 20, Duration.ofMillis(1))) {
      for (int i = 0; i < 200 && !text.toString().contains("searching"); i++) {
        meter.progress(i << 16);
        Thread.sleep(20);
      }
      assertThat(text.toString()).contains("searching").contains("64 MiB");
      meter.line("found \u001b something");
      assertThat(text.toString()).contains("found ? something");
    }
    // Erased: the last line is blank again.
    assertThat(text.toString()).endsWith("\r");
  }

  @Test
  void short_work_and_work_that_nobody_watches_have_none() throws InterruptedException {
    try (ProgressMeter meter =
        new ProgressMeter(err, true, "searching", 10, Duration.ofMinutes(1))) {
      meter.progress(5);
    }
    try (ProgressMeter meter =
        new ProgressMeter(err, false, "searching", 10, Duration.ofMillis(1))) {
      Thread.sleep(50);
      meter.progress(5);
    }
    assertThat(text.toString()).isEmpty();
  }
}
