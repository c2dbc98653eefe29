package io.github.romparser.extract.handler.uefi;

import io.github.romparser.bytes.Slice;
import java.util.Optional;

/**
 * A compression section (PI 1.8 volume 3 §3.2.5.2): size of the output (4 bytes), compression (1
 * byte), both behind the common header, then the data.
 *
 * @param compression 0 none, 1 standard, 2 customized, which is LZMA; 0x86 LZMA with the x86 filter
 *     (UEFITool)
 * @param data what is compressed
 */
record CompressedSection(int compression, Slice data) {

  /** Size of the output and compression, in bytes. */
  static final int HEADER = 5;

  private static final int NONE = 0;
  private static final int STANDARD = 1;
  private static final int CUSTOMIZED = 2;
  private static final int CUSTOMIZED_X86 = 0x86;

  /** Reads the section; empty if it is too short. */
  static Optional<CompressedSection> read(Section section) {
    Slice body = section.body();
    return body.has(0, HEADER)
        ? Optional.of(new CompressedSection(body.u8(4), body.from(HEADER)))
        : Optional.empty();
  }

  /** Its sections, if they are stored as they are. */
  Optional<Slice> plain() {
    return compression == NONE ? Optional.of(data) : Optional.empty();
  }

  /** How it is packed; empty if it is not, or nobody knows how. */
  Optional<Packing> packing() {
    return switch (compression) {
      case STANDARD -> Optional.of(Packing.STANDARD);
      case CUSTOMIZED -> Optional.of(Packing.LZMA);
      case CUSTOMIZED_X86 -> Optional.of(Packing.LZMA_X86);
      default -> Optional.empty();
    };
  }
}
