package io.github.romparser.vendor.nvidia;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The BIOS information table, BIT, which every NVIDIA VBIOS since the GeForce 6 has in its x86
 * image (NVIDIA open-gpu-doc, BIOS-Information-Table; open-gpu-kernel-modules, kernel_gsp_fwsec.c).
 *
 * @param offset of the header, in bytes from the start of the file; it begins FF B8 "BIT" 00
 * @param version offset 0x06, 2 bytes: BCD, 0x0100
 * @param headerSize offset 0x08, 1 byte: length of the header in bytes, 12
 * @param tokenSize offset 0x09, 1 byte: length of a token in bytes, 6 or 8
 * @param tokenCount offset 0x0A, 1 byte: how many tokens there should be
 * @param sum 8-bit sum over the header, which should be 0; empty if the image ends before
 * @param tokens the tokens that are there, in their order
 */
public record BitTable(
    long offset,
    int version,
    int headerSize,
    int tokenSize,
    int tokenCount,
    OptionalInt sum,
    List<BitToken> tokens) {

  /** Length of the header, in bytes. */
  public static final int LENGTH = 12;

  /**
   * What is searched for. It stands behind FF B8, but where images are padded with FF, a search
   * that begins with the B is faster.
   */
  private static final String SIGNATURE = "BIT\0";

  private static final int BEFORE = 2;

  /**
   * Copies the list.
   *
   * @param offset of the header, in bytes from the start of the file
   * @param version BCD, 0x0100
   * @param headerSize length of the header in bytes, as it says
   * @param tokenSize length of a token in bytes, as the header says
   * @param tokenCount how many tokens there should be, as the header says
   * @param sum 8-bit sum over the header; empty if the image ends before
   * @param tokens copied; those that are there
   */
  public BitTable {
    tokens = List.copyOf(tokens);
  }

  /**
   * Looks for the table in an x86 image. As NVIDIA's driver does, it takes the first header whose
   * sum is right; where there is none, the first at all.
   */
  static Optional<BitTable> find(Slice image) {
    Optional<BitTable> first = Optional.empty();
    Slice near = image.clamp(0, NvidiaVersion.REACH);
    int at = near.indexOf(SIGNATURE, BEFORE);
    while (at >= 0) {
      long header = (long) at - BEFORE;
      if (image.u16(header) == 0xb8ff && image.has(header, LENGTH)) {
        BitTable table = read(image, header);
        if (table.sumIsRight()) {
          return Optional.of(table);
        }
        first = first.or(() -> Optional.of(table));
      }
      at = near.indexOf(SIGNATURE, at + 1L);
    }
    return first;
  }

  private static BitTable read(Slice image, long header) {
    int headerSize = image.u8(header + 8);
    int tokenSize = image.u8(header + 9);
    int count = image.u8(header + 10);
    List<BitToken> tokens = new ArrayList<>();
    for (int i = 0; i < count && tokenSize >= BitToken.LENGTH; i++) {
      long at = header + headerSize + (long) i * tokenSize;
      if (!image.has(at, tokenSize)) {
        break;
      }
      tokens.add(token(image, at, tokenSize));
    }
    return new BitTable(
        image.offset() + header,
        image.u16(header + 6),
        headerSize,
        tokenSize,
        count,
        image.has(header, headerSize)
            ? OptionalInt.of(image.sum8(header, headerSize))
            : OptionalInt.empty(),
        tokens);
  }

  private static BitToken token(Slice image, long at, int tokenSize) {
    int size = image.u16(at + 2);
    long pointer = tokenSize >= BitToken.LENGTH_WIDE ? image.u32(at + 4) : image.u16(at + 4);
    return new BitToken(
        image.u8(at),
        image.u8(at + 1),
        size,
        pointer,
        pointer != 0 && size != 0 && image.has(pointer, size)
            ? Optional.of(new Range(image.offset() + pointer, size))
            : Optional.empty());
  }

  /** {@return the 12 bytes of the header that are read here, in bytes of the file} */
  public Range range() {
    return new Range(offset, LENGTH);
  }

  /** {@return whether the header's bytes sum up to 0; false if the image ends before} */
  public boolean sumIsRight() {
    return sum.isPresent() && sum.getAsInt() == 0;
  }

  /**
   * {@return the first token of an id, whether its data are there or not; empty if there is none}
   *
   * @param id an ASCII letter or digit; case matters
   */
  public Optional<BitToken> token(char id) {
    return tokens.stream().filter(token -> token.id() == id).findFirst();
  }

  /** The data of the first token of an id, if they have at least so many bytes. */
  Optional<Slice> data(Slice image, char id, int least) {
    return token(id)
        .flatMap(BitToken::range)
        .filter(range -> range.length() >= least)
        .map(range -> image.slice(range.offset() - image.offset(), range.length()));
  }
}
