package io.github.romparser.efi;

import io.github.romparser.bytes.Slice;

/**
 * The decompression of EFI drivers and of compressed sections (UEFI 2.10 §19; edk2
 * MdePkg/Library/BaseUefiDecompressLib).
 *
 * <p>A stream is its own size without this header (offset 0, 4 bytes), the size of its output
 * (offset 4, 4 bytes), and the bits. Nothing in it says which variant it is, and there is no
 * checksum: a stream may decompress as the wrong variant, to the wrong bytes.
 *
 * <p>Bits missing at the end are zeros, as in edk2; but a stream that needs more than a few of them
 * is refused here.
 */
public final class EfiDecompressor {

  /** Both sizes at the start of a stream, in bytes. */
  public static final int HEADER_LENGTH = 8;

  /** The largest array that every Java machine can make. */
  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  private EfiDecompressor() {}

  /** The two compressions. */
  public enum Variant {
    /**
     * UEFI's own: repetitions from up to 8 KiB back. Compression type 1 of option ROMs, and the
     * standard compression of sections.
     */
    EFI_1_1(BlockFormat.EFI_1_1),
    /** edk2's variant: repetitions from up to 512 KiB back. In sections of firmware only. */
    TIANO(BlockFormat.TIANO);

    private final BlockFormat format;

    Variant(BlockFormat format) {
      this.format = format;
    }

    BlockFormat format() {
      return format;
    }
  }

  /** Bytes or a reason why there are none. */
  public sealed interface Result {}

  /**
   * A stream that could be decompressed.
   *
   * @param bytes the output, a view of its own at offset 0
   * @param consumed how many bytes of the stream were read, its header included where it has one;
   *     streams of edk2's compressor hold one more, streams without output are read no further than
   *     the header
   */
  public record Decompressed(Slice bytes, int consumed) implements Result {}

  /**
   * A stream that could not.
   *
   * @param offset how far it was read, in bytes from the start of the file
   * @param reason what is wrong there
   */
  public record Failure(long offset, Reason reason) implements Result {}

  /** What can be wrong with a stream. */
  public enum Reason {
    /** There are fewer than 8 bytes. */
    NO_HEADER,
    /** The header names more bytes than there are. */
    SIZE_BEYOND_INPUT,
    /** The output would be larger than the caller allows. */
    LIMIT,
    /** The bits end long before the output is whole. */
    ENDS_EARLY,
    /** A code of more than 16 bits. */
    CODE_TOO_LONG,
    /** A code table that leaves bits without a meaning. */
    CODE_INCOMPLETE,
    /** A code table that gives bits two meanings. */
    CODE_OVERSUBSCRIBED,
    /** A symbol is needed from a code that has none. */
    CODE_EMPTY,
    /** A code table of one symbol, and there is no such symbol. */
    UNKNOWN_SYMBOL,
    /** Bytes from before the start of the output are to be repeated. */
    REFERENCE_BEFORE_START
  }

  /**
   * Decompresses a stream.
   *
   * @param stream begins with the stream's header and may go on behind its end
   * @param variant which compression it is
   * @param limit how many bytes the output may have; a stream that says it has more is refused
   *     before anything is allocated for it
   * @return {@link Decompressed} with the output, or {@link Failure} with what is wrong; nothing in
   *     the stream makes it throw
   */
  public static Result decompress(Slice stream, Variant variant, long limit) {
    if (!stream.has(0, HEADER_LENGTH)) {
      return new Failure(stream.offset(), Reason.NO_HEADER);
    }
    long compressedSize = stream.u32(0);
    long originalSize = stream.u32(4);
    if (!stream.has(HEADER_LENGTH, compressedSize)) {
      return new Failure(stream.offset(), Reason.SIZE_BEYOND_INPUT);
    }
    if (originalSize > Math.min(limit, LARGEST_ARRAY)) {
      return new Failure(stream.offset() + 4, Reason.LIMIT);
    }
    return BlockHuffmanDecoder.result(
        stream.slice(HEADER_LENGTH, compressedSize),
        variant.format(),
        (int) originalSize,
        HEADER_LENGTH);
  }
}
