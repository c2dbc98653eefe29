package io.github.romparser.extract.handler.vendor;

import io.github.romparser.bytes.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Goes from block to block of an AMI BIOS Guard file, over the signatures between them.
 *
 * <p>A signature has two fields of 4 bytes, of which the first tells the key (1: RSA of 2048 bits,
 * 2 and 3: of 3072 bits), and then the public key, an exponent and the signature itself
 * (BIOSUtilities ami_pfat_extract.py, IntelBiosGuardSignatureHeader).
 */
final class PfatBlocks {

  private static final long RSA_2048 = 0x20c;
  private static final long RSA_3072 = 0x30c;

  /** How far the next block is looked for behind one whose signature is of another kind. */
  private static final int FARTHEST = 0x2000;

  private final Slice file;
  private long at;
  private boolean cut;

  PfatBlocks(Slice file, long at) {
    this.file = file;
    this.at = at;
  }

  /** Behind the last block that was taken. */
  long at() {
    return Math.min(at, file.length());
  }

  /** Whether data of the last block that was taken is missing. */
  boolean cut() {
    return cut;
  }

  /** The data of as many blocks as there are, and no more than wanted. */
  List<Slice> take(long count) {
    List<Slice> data = new ArrayList<>();
    Optional<BiosGuardBlock> block = Optional.empty();
    for (long i = 0; i < count && !cut; i++) {
      block = BiosGuardBlock.read(file.from(at));
      if (block.isEmpty()) {
        break;
      }
      Slice first = file.clamp(at, BiosGuardBlock.ALIKE);
      at += block.get().length();
      data.add(block.get().data());
      cut = block.get().cut();
      if (block.get().signed()) {
        at += signature(first);
      }
    }
    return data;
  }

  private long signature(Slice alike) {
    Slice rest = file.from(at);
    if (!rest.has(0, 4)) {
      return 0;
    }
    long kind = rest.u32(0);
    long known = kind == 1 ? RSA_2048 : kind == 2 || kind == 3 ? RSA_3072 : 0;
    if (known > 0 && known <= rest.length()) {
      return known;
    }
    int next = rest.clamp(0, FARTHEST).indexOf(alike.latin1(0, alike.length()), 0);
    return Math.max(0, next);
  }
}
