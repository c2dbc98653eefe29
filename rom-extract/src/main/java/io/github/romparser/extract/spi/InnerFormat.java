package io.github.romparser.extract.spi;

import io.github.romparser.bytes.Slice;
import java.util.List;
import java.util.Optional;

/**
 * A format that only its own containers know to be there, such as a block in which several files
 * are packed together: it is never looked for.
 */
public interface InnerFormat extends Handler {

  @Override
  default List<Magic> magics() {
    return List.of();
  }

  @Override
  default Optional<Found> probe(Slice area, long start, Allowance allowance) {
    return Optional.empty();
  }
}
