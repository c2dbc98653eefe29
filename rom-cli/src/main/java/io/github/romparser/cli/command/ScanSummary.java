package io.github.romparser.cli.command;

import java.time.Duration;
import java.util.Locale;

/** Counts what a scan did, for the line at its end. */
final class ScanSummary {

  private long files;
  private long withRoms;
  private long roms;
  private long notUnpacked;
  private long unread;

  void add(ScannedFile file) {
    files++;
    roms += file.roms();
    withRoms += file.roms() == 0 ? 0 : 1;
    notUnpacked += file.notUnpacked() ? 1 : 0;
    unread += file.problem().isPresent() ? 1 : 0;
  }

  /**
   * One line.
   *
   * @param before how many files had their line before this run
   * @param passedOver how many links, pipes, devices and sockets were met
   */
  String text(Duration time, long before, long passedOver) {
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
    more(text, notUnpacked, "%,d not wholly unpacked");
    more(text, unread, "%,d not read");
    more(text, passedOver, "%,d links and special files passed over");
    if (before > 0) {
      text.append(String.format(Locale.US, "; %,d were done before", before));
    }
    return text.toString();
  }

  private static void more(StringBuilder text, long count, String what) {
    if (count > 0) {
      text.append(", ").append(String.format(Locale.US, what, count));
    }
  }
}
