package io.github.romparser.extract.handler.archive;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.codec.BlockDecoder;
import io.github.romparser.extract.codec.BlockDecoder.Ending;
import io.github.romparser.extract.codec.BoundedOutput;
import io.github.romparser.extract.codec.Lzx;
import io.github.romparser.extract.codec.Mszip;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Decoded;
import io.github.romparser.extract.spi.Trouble;
import java.util.Locale;
import java.util.Optional;

/** Decodes a folder of a cabinet, block by block. */
final class CabDecoder {

  /** Bytes as they are. */
  private record Stored(BoundedOutput out) implements BlockDecoder {
    @Override
    public Ending add(Slice packed, int size) {
      packed.within(
          (array, from, to) -> {
            out.write(array, from, to - from);
            return out;
          });
      return packed.length() < size ? Ending.TRUNCATED : Ending.DONE;
    }

    @Override
    public Slice toSlice() {
      return out.toSlice();
    }
  }

  private final CabFolder folder;
  private final BlockDecoder decoder;
  private final Allowance allowance;
  private Optional<Trouble> trouble = Optional.empty();

  private CabDecoder(CabFolder folder, BlockDecoder decoder, Allowance allowance) {
    this.folder = folder;
    this.decoder = decoder;
    this.allowance = allowance;
  }

  /** Everything that a folder gives in its cabinet. */
  static Decoded decode(CabFolder folder, Allowance allowance) {
    return switch (folder.method()) {
      case STORED -> decode(folder, new Stored(new BoundedOutput(allowance)), allowance);
      case MSZIP -> decode(folder, new Mszip(allowance), allowance);
      case LZX -> decode(folder, new Lzx(folder.window(), allowance), allowance);
      case QUANTUM -> unsupported(folder, "Quantum");
      case UNKNOWN ->
          unsupported(
              folder, String.format(Locale.US, "compression type 0x%04x", folder.packing()));
    };
  }

  private static Decoded unsupported(CabFolder folder, String name) {
    return Decoded.none(
        new Trouble(Trouble.Reason.UNSUPPORTED, folder.data().offset(), "cabinet, " + name));
  }

  private static Decoded decode(CabFolder folder, BlockDecoder decoder, Allowance allowance) {
    try (decoder) {
      CabDecoder run = new CabDecoder(folder, decoder, allowance);
      run.blocks();
      return new Decoded(decoder.toSlice(), run.trouble);
    }
  }

  /** All blocks up to the first that cannot be decoded. */
  private void blocks() {
    Slice data = folder.data();
    long at = 0;
    for (int i = 0; i < folder.blocks(); i++) {
      int header = CabFolder.BLOCK_HEADER + folder.reserve();
      if (!data.has(at, header)) {
        tell(Trouble.Reason.TRUNCATED, at, i);
        return;
      }
      int packedSize = data.u16(at + CabFolder.PACKED_SIZE);
      int size = data.u16(at + CabFolder.SIZE);
      Slice packed = data.clamp(at + header, packedSize);
      boolean whole = packed.length() == packedSize;
      if (whole && !CabChecksum.holds(data.slice(at, header), packed)) {
        tell(Trouble.Reason.DAMAGED, at, i);
      }
      if (size == 0) {
        // The rest of such a block is in the cabinet behind.
        tell(Trouble.Reason.TRUNCATED, at, i);
        return;
      }
      allowance.work(header);
      Ending ending = size > CabFolder.LARGEST_BLOCK ? Ending.DAMAGED : decoder.add(packed, size);
      if (ending != Ending.DONE || !whole) {
        boolean cut = !whole || ending == Ending.TRUNCATED;
        tell(cut ? Trouble.Reason.TRUNCATED : Trouble.Reason.DAMAGED, at, i);
        return;
      }
      at += header + packedSize;
    }
  }

  /** Keeps the first trouble. */
  private void tell(Trouble.Reason reason, long at, int block) {
    if (trouble.isEmpty()) {
      trouble =
          Optional.of(
              new Trouble(
                  reason,
                  folder.data().offset() + at,
                  "cabinet, folder "
                      + folder.number()
                      + ", block "
                      + block
                      + " of "
                      + folder.blocks()));
    }
  }
}
