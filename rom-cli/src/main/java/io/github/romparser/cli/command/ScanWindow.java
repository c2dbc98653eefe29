package io.github.romparser.cli.command;

/**
 * Bounds what a scan holds in memory: the files that are being read, and the lines that wait until
 * those before them are written. A file that takes long keeps the others from being written, not
 * from being scanned.
 *
 * <p>The file whose line is next is let in whatever the others hold, so that there is always one
 * that goes on.
 */
final class ScanWindow {

  private final long most;
  private long held;
  private long next;

  /**
   * Nothing is held.
   *
   * @param most in bytes, for all files and lines together
   */
  ScanWindow(long most) {
    this.most = most;
  }

  /**
   * Waits until there is room for a file.
   *
   * @param number of the file, from 0, in the order in which lines are written
   * @param bytes its size
   */
  synchronized void enter(long number, long bytes) throws InterruptedException {
    while (number != next && held + bytes > most) {
      wait();
    }
    held += bytes;
  }

  /** A file was scanned: it is no longer held, its line is. */
  synchronized void scanned(long file, long line) {
    held += line - file;
    notifyAll();
  }

  /** The next line was written. */
  synchronized void written(long line) {
    held -= line;
    next++;
    notifyAll();
  }
}
