package io.github.romparser.extract.handler;

import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.OverAllowance;

/** An allowance for one decoding, which counts what was asked for. */
public final class FixedAllowance implements Allowance {

  private final long most;
  private long taken;
  private long worked;

  /** So many bytes. */
  public FixedAllowance(long most) {
    this.most = most;
  }

  /** More than any test needs. */
  public static FixedAllowance ample() {
    return new FixedAllowance(64 << 20);
  }

  /** How many bytes were asked for altogether. */
  public long taken() {
    return taken;
  }

  /** How many bytes were worked on. */
  public long worked() {
    return worked;
  }

  @Override
  public long most() {
    return most;
  }

  @Override
  public void take(long bytes) {
    if (bytes < 0 || bytes > most) {
      throw new OverAllowance(OverAllowance.Kind.BYTES, bytes + " bytes");
    }
    taken += bytes;
  }

  @Override
  public void work(long bytes) {
    worked += bytes;
  }
}
