package io.github.romparser.extract.handler.archive;

import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.OverAllowance;

/** An allowance of so many bytes. */
final class TestAllowance implements Allowance {
  private final long most;
  private long worked;

  private TestAllowance(long most) {
    this.most = most;
  }

  static TestAllowance ample() {
    return new TestAllowance(1L << 26);
  }

  static TestAllowance of(long most) {
    return new TestAllowance(most);
  }

  long worked() {
    return worked;
  }

  @Override
  public long most() {
    return most;
  }

  @Override
  public void take(long bytes) {
    if (bytes < 0 || bytes > most) {
      throw new OverAllowance(OverAllowance.Kind.BYTES, "too much");
    }
  }

  @Override
  public void work(long bytes) {
    worked += bytes;
  }
}
