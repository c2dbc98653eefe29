package io.github.romparser.extract.handler.vendor;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.handler.archive.CabHandler;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Child;
import io.github.romparser.extract.spi.Decoded;
import io.github.romparser.extract.spi.Step;
import java.util.Optional;

/** A cabinet of which every bit is inverted, as updates of Fujitsu and Sony have it. */
final class InvertedCabinet {

  /** "MSCF" and the four zeros behind it, inverted; in Latin-1. */
  static final String MAGIC = "\u00b2\u00ac\u00bc\u00b9\u00ff\u00ff\u00ff\u00ff";

  /** So many bytes of it tell whether it is a cabinet. */
  private static final int HEAD = 4096;

  private static final CabHandler CABINET = new CabHandler();

  private InvertedCabinet() {}

  /** Where the cabinet at a place ends; empty if there is none. */
  static Optional<Long> end(Slice area, long at, Allowance allowance) {
    if (!area.startsWith(at, MAGIC)) {
      return Optional.empty();
    }
    Slice head = inverted(area.clamp(at, HEAD), allowance);
    return CabHandler.size(head, area.length() - at, allowance).map(size -> at + size);
  }

  /** The cabinet as it was. What is behind all that it tells of is left to be searched as it is. */
  static Child child(Step step, Slice bytes, Allowance allowance) {
    Slice used = bytes.clamp(0, CabHandler.used(inverted(bytes, allowance), allowance));
    return Child.packed(step, used.range(), inner -> Decoded.of(inverted(used, inner)), CABINET);
  }

  private static Slice inverted(Slice bytes, Allowance allowance) {
    allowance.take(bytes.length());
    allowance.work(bytes.length());
    byte[] all = bytes.toByteArray();
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) ~all[i];
    }
    return Slice.of(all);
  }
}
