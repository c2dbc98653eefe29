package io.github.romparser.efi;

import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.EfiDecompressor.Reason;
import java.util.Optional;

/**
 * The decompression of LHA's methods -lh4- to -lh7-, which BIOS images of Award and archives use:
 * the machine of {@link EfiDecompressor} without its header (LHa for UNIX, src/huf.c and
 * src/slide.c; lhasa, lib/lh_new_decoder.c).
 *
 * <p>Code tables have to be complete, as LHa asks for, which calls others "Bad table". What stands
 * before the output counts as spaces, as in both programs.
 */
public final class LhaDecompressor {

  private LhaDecompressor() {}

  /** The methods, as an archive names them. */
  public enum Method {
    /** -lh4-: repetitions from up to 4 KiB back. Read as -lh5-, from which it does not differ. */
    LH4("-lh4-", BlockFormat.LH4),
    /** -lh5-: repetitions from up to 8 KiB back. */
    LH5("-lh5-", BlockFormat.LH5),
    /** -lh6-: repetitions from up to 32 KiB back. */
    LH6("-lh6-", BlockFormat.LH6),
    /** -lh7-: repetitions from up to 64 KiB back. */
    LH7("-lh7-", BlockFormat.LH7);

    private final String id;
    private final BlockFormat format;

    Method(String id, BlockFormat format) {
      this.id = id;
      this.format = format;
    }

    /** {@return the five characters in an archive, such as {@code -lh5-}} */
    public String id() {
      return id;
    }

    BlockFormat format() {
      return format;
    }
  }

  /**
   * As much of an output as could be had.
   *
   * @param bytes what came out, a view of its own at offset 0
   * @param consumed how many bytes of the input were read
   * @param failure what ended it before its time; empty if the output is whole
   */
  public record Beginning(Slice bytes, int consumed, Optional<EfiDecompressor.Failure> failure) {}

  /**
   * Decompresses.
   *
   * @param bits the compressed data alone, without the header of an archive
   * @param method which compression it is; nothing in the bits says it
   * @param size how many bytes come out. Memory is taken as they come, at first at most eight times
   *     the input; but ten bytes can make 16 MiB, so it is for the caller to bound the size
   * @return what came out, and how many bytes of the input were read; or a {@link
   *     EfiDecompressor.Failure} with a {@link Reason}
   * @throws IllegalArgumentException if the size is negative
   */
  public static EfiDecompressor.Result decompress(Slice bits, Method method, int size) {
    if (size < 0) {
      throw new IllegalArgumentException("size " + size);
    }
    return BlockHuffmanDecoder.result(bits, method.format, size, 0);
  }

  /**
   * Decompresses as far as it can be done: what came out before the bits ended, or before something
   * was wrong with them, is kept. Where they were cut off, the last bytes may be wrong.
   *
   * @param bits the compressed data alone, without the header of an archive
   * @param method which compression it is; nothing in the bits says it
   * @param size how many bytes are wanted; see {@link #decompress} for the memory that it takes
   * @return what came out, and what ended it if that is less than was wanted
   * @throws IllegalArgumentException if the size is negative
   */
  public static Beginning beginning(Slice bits, Method method, int size) {
    if (size < 0) {
      throw new IllegalArgumentException("size " + size);
    }
    return BlockHuffmanDecoder.beginning(bits, method.format, size);
  }
}
