package io.github.romparser.extract.codec;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Decoded;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import org.tukaani.xz.XZInputStream;

/** The .xz format, one stream or several one behind the other, with xz's own decoder. */
public final class Xz {

  /** A decoder that needs more memory, in bytes, is refused; xz -9 needs 65 MiB. */
  private static final long MOST_MEMORY = 256L << 20;

  /** What has to be there besides the dictionary. */
  private static final long FIXED_MEMORY = 1L << 20;

  private static final int KIB = 10;

  private static final String MAGIC = "\u00fd7zXZ\0";

  /** Where the first block's header begins: its length less one in units of 4 bytes, its flags. */
  private static final int BLOCK = 12;

  /** Id of the LZMA2 filter and the length of its properties, which are last in the header. */
  private static final int LZMA2 = 0x0121;

  private static final int LARGEST_CODE = 40;

  private Xz() {}

  /**
   * Decodes all streams.
   *
   * @param packed begins with the first stream
   * @param allowance limits the output, and is asked beforehand for the dictionary of the first
   *     block and 1 MiB
   * @return all bytes, or as many as can be had, with the trouble; up to 64 KiB in front of where
   *     it fails, or needs more than 256 MiB of memory, are lost
   */
  public static Decoded decode(Slice packed, Allowance allowance) {
    allowance.take(Math.min(MOST_MEMORY, FIXED_MEMORY + dictionary(packed)));
    int memory = (int) (Math.min(MOST_MEMORY, allowance.most()) >> KIB);
    return LibraryDecoder.decode(
        () -> new XZInputStream(SliceStream.of(packed), memory), packed.offset(), allowance);
  }

  /**
   * {@return whether a stream begins at the first byte}
   *
   * @param bytes of which the first six are looked at
   */
  public static boolean begins(Slice bytes) {
    return bytes.startsWith(0, MAGIC);
  }

  /**
   * Joins pieces, of which those that begin like an .xz file are decoded and the others taken as
   * they are.
   *
   * @param pieces in the order in which they belong together; each that is packed is an .xz file of
   *     its own
   * @param offset where the first piece begins, in bytes from the start of their file
   * @param allowance limits the output, and is asked beforehand for the largest dictionary of any
   *     piece and 1 MiB
   * @return all bytes, or those in front of the first piece that cannot be decoded and what can be
   *     had of that, with the trouble
   */
  public static Decoded join(List<Slice> pieces, long offset, Allowance allowance) {
    long dictionary = 0;
    for (Slice piece : pieces) {
      dictionary = Math.max(dictionary, begins(piece) ? FIXED_MEMORY + dictionary(piece) : 0);
    }
    // One after the other they are decoded, so that the largest is all that is needed.
    allowance.take(Math.min(MOST_MEMORY, dictionary));
    int memory = (int) (Math.min(MOST_MEMORY, allowance.most()) >> KIB);
    return LibraryDecoder.decode(() -> new JoinedStream(pieces, memory), offset, allowance);
  }

  /** The pieces one after the other. */
  private static final class JoinedStream extends InputStream {
    private final Iterator<Slice> pieces;
    private final int memory;
    private InputStream piece = InputStream.nullInputStream();

    JoinedStream(List<Slice> pieces, int memory) {
      this.pieces = pieces.iterator();
      this.memory = memory;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
      int n = piece.read(into, from, count);
      while (n < 0 && pieces.hasNext()) {
        Slice next = pieces.next();
        InputStream in = SliceStream.of(next);
        piece = begins(next) ? new XZInputStream(in, memory) : in;
        n = piece.read(into, from, count);
      }
      return n;
    }
  }

  /**
   * Size in bytes of the dictionary of the first block; 0 if it cannot be told (The .xz File Format
   * 1.2.1, section 5.3.1).
   */
  private static long dictionary(Slice packed) {
    if (!packed.has(BLOCK, 1)) {
      return 0;
    }
    Slice header = packed.clamp(BLOCK, (packed.u8(BLOCK) + 1) * 4L);
    for (int at = header.length() - 3; at > 0; at--) {
      if (header.u16(at) == LZMA2 && header.u8(at + 2) <= LARGEST_CODE) {
        int code = header.u8(at + 2);
        return (2L | (code & 1)) << (code / 2 + 11);
      }
    }
    return 0;
  }
}
