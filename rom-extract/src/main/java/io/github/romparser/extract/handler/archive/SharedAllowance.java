package io.github.romparser.extract.handler.archive;

import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.OverAllowance;

/** An allowance for several decoders at once, which together may take what one may. */
final class SharedAllowance implements Allowance {

  private final Allowance all;
  private long taken;

  SharedAllowance(Allowance all) {
    this.all = all;
  }

  @Override
  public long most() {
    return all.most();
  }

  @Override
  public void take(long bytes) {
    taken += bytes;
    if (taken > most()) {
      throw new OverAllowance(
          OverAllowance.Kind.BYTES, "dictionaries of more than " + most() + " bytes together");
    }
    all.take(bytes);
  }

  @Override
  public void work(long bytes) {
    all.work(bytes);
  }
}
