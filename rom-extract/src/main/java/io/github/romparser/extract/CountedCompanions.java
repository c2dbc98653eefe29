package io.github.romparser.extract;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Companions;
import java.util.Optional;

/** Counts the bytes that a handler had from beside: they are held, and have cost time. */
final class CountedCompanions implements Companions {

  private final Companions companions;
  private long bytes;

  CountedCompanions(Companions companions) {
    this.companions = companions;
  }

  /** How many bytes were given. */
  long bytes() {
    return bytes;
  }

  @Override
  public String name() {
    return companions.name();
  }

  @Override
  public Optional<Slice> find(String name, Allowance allowance) {
    Optional<Slice> found = companions.find(name, allowance);
    bytes += found.map(Slice::length).orElse(0);
    return found;
  }
}
