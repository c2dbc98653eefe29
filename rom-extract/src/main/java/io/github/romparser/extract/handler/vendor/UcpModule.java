package io.github.romparser.extract.handler.vendor;

import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.EfiDecompressor;
import io.github.romparser.efi.EfiDecompressor.Variant;
import io.github.romparser.extract.codec.EfiStream;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Decoded;
import java.util.Arrays;
import java.util.Optional;

/**
 * A module of an AMI UCP file (BIOSUtilities ami_ucp_extract.py, UafHeader and UafModule): tag
 * (offset 0, 4 bytes), size of the module (4, 4 bytes), checksum (8, 2 bytes), its bytes when they
 * are stored (0x10, 4 bytes), its bytes when they are unpacked (0x14, 4 bytes), the bytes. The file
 * itself is such a module without the two sizes, with others in it.
 *
 * @param tag such as {@code @ROM}
 * @param claimed size of the module as its header has it
 * @param stream both sizes and the bytes, which together are a stream of EFI 1.1
 * @param packed whether they are packed
 */
record UcpModule(String tag, long claimed, Slice stream, boolean packed) {

  /** What every module has, and what those have that hold data, in bytes. */
  static final int HEADER = 0x10;

  static final int DATA_AT = 0x18;

  /** Of the tag, in bytes. */
  static final int TAG = 4;

  private static final int SIZE_AT = 4;

  /** AMI's own tool leaves out so many zeros at most at the end of a stream. */
  private static final int MOST_MISSING = 16;

  /** Whether a module may begin at a place: {@code @} and capitals or digits. */
  static boolean tagged(Slice bytes, long at) {
    if (!bytes.has(at, HEADER) || bytes.u8(at) != '@') {
      return false;
    }
    for (int i = 1; i < TAG; i++) {
      int c = bytes.u8(at + i);
      boolean capital = c >= 'A' && c <= 'Z';
      boolean small = c >= 'a' && c <= 'z';
      if (!capital && !small && !(c >= '0' && c <= '9')) {
        return false;
      }
    }
    return true;
  }

  /** The size that the header at a place claims. */
  static long size(Slice bytes, long at) {
    return bytes.u32(at + SIZE_AT);
  }

  /** How long the module at a place is by the size of its data, which is at least its header. */
  static long dataEnd(Slice bytes, long at) {
    return DATA_AT + (bytes.has(at, DATA_AT) ? bytes.u32(at + HEADER) : 0);
  }

  /** Reads the module at a place, cut at the end of the view; empty if it is none. */
  static Optional<UcpModule> read(Slice bytes, long at) {
    if (!tagged(bytes, at) || !bytes.has(at, DATA_AT) || size(bytes, at) < DATA_AT) {
      return Optional.empty();
    }
    long claimed = size(bytes, at);
    Slice stream = bytes.clamp(at + HEADER, claimed - HEADER);
    return Optional.of(
        new UcpModule(bytes.latin1(at, TAG), claimed, stream, stream.u32(0) != stream.u32(TAG)));
  }

  /** The bytes as they are stored. */
  Slice data() {
    return stream.from(DATA_AT - HEADER);
  }

  /** The bytes, unpacked if they are packed; as they are if that fails. */
  Decoded decode(Allowance allowance) {
    Decoded decoded = EfiStream.decode(padded(allowance), Variant.EFI_1_1, allowance);
    if (decoded.trouble().isEmpty() || data().length() == 0) {
      return decoded;
    }
    allowance.take(data().length());
    return Decoded.partly(Slice.of(data().toByteArray()), decoded.trouble().get());
  }

  /** The stream, with the zeros that are missing at its end. */
  private Slice padded(Allowance allowance) {
    long missing = EfiDecompressor.HEADER_LENGTH + stream.u32(0) - stream.length();
    if (missing <= 0 || missing > MOST_MISSING) {
      return stream;
    }
    allowance.take(stream.length() + missing);
    return Slice.of(Arrays.copyOf(stream.toByteArray(), (int) (stream.length() + missing)));
  }
}
