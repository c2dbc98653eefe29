package io.github.romparser.extract;

import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.OverAllowance;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** What one part may use. */
final class RunAllowance implements Allowance {

  /** How often the clock is looked at: every so many bytes of work. */
  private static final long CLOCK = 1L << 20;

  private static final long LEAST_WORK = 4L << 30;
  private static final long WORK_A_BYTE = 64;

  private final long most;
  private final BooleanSupplier stop;
  private final AtomicLong ahead;
  private final long aheadMost;
  private final long workMost;
  private long taken;
  private long worked;
  private long sinceClock;

  /**
   * An allowance.
   *
   * @param most bytes that one decoding may give
   * @param input bytes of the part
   * @param stop whether the search is to end
   * @param ahead bytes held by work that is done ahead, all together
   * @param aheadMost how many those may be
   */
  RunAllowance(long most, long input, BooleanSupplier stop, AtomicLong ahead, long aheadMost) {
    this.most = most;
    this.stop = stop;
    this.ahead = ahead;
    this.aheadMost = aheadMost;
    this.workMost = LEAST_WORK + WORK_A_BYTE * input;
  }

  @Override
  public long most() {
    return most;
  }

  @Override
  public void take(long bytes) {
    if (bytes < 0 || bytes > most) {
      throw new OverAllowance(OverAllowance.Kind.BYTES, "more than " + most + " bytes at once");
    }
    if (ahead.addAndGet(bytes) > aheadMost) {
      ahead.addAndGet(-bytes);
      throw new OverAllowance(OverAllowance.Kind.AHEAD, "later");
    }
    taken += bytes;
    work(0);
  }

  @Override
  public void work(long bytes) {
    worked += bytes;
    sinceClock += bytes;
    if (worked > workMost || worked < 0) {
      throw new OverAllowance(OverAllowance.Kind.WORK, "too much work for one part");
    }
    if (sinceClock >= CLOCK || bytes == 0) {
      sinceClock = 0;
      if (stop.getAsBoolean()) {
        throw new OverAllowance(OverAllowance.Kind.TIME, "the search was ended");
      }
    }
  }

  /** Gives back what was taken, when the part is done. */
  void giveBack() {
    ahead.addAndGet(-taken);
    taken = 0;
  }
}
