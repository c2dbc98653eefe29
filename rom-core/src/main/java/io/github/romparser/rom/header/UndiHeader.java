package io.github.romparser.rom.header;

import io.github.romparser.bytes.Slice;
import java.util.Optional;

/**
 * The UNDI ROM id structure of a network ROM (PXE 2.1 §3.2).
 *
 * @param offset of the structure, in bytes from the start of the file
 * @param length offset 0x04, 1 byte: in bytes, 0x16
 * @param sum 8-bit sum over the structure, as far as the file goes; 0 if right
 * @param revision offset 0x06, 1 byte: revision of the structure, 0
 * @param undiRevision offset 0x07, 3 bytes, least first: 2.1.0 is 0x020100
 * @param loader offset 0x0A, 2 bytes: offset of the loader routine in the image
 * @param stackSize offset 0x0C, 2 bytes: in bytes
 * @param dataSize offset 0x0E, 2 bytes: in bytes
 * @param codeSize offset 0x10, 2 bytes: in bytes
 * @param bus offset 0x12, 4 characters: {@code PCIR}
 */
public record UndiHeader(
    long offset,
    int length,
    int sum,
    int revision,
    int undiRevision,
    int loader,
    int stackSize,
    int dataSize,
    int codeSize,
    String bus) {

  /** The four characters it begins with. */
  public static final String SIGNATURE = "UNDI";

  /** Length in bytes. */
  public static final int LENGTH = 0x16;

  /**
   * Reads the structure at {@code at}.
   *
   * @param image the bytes of the image, which the structure has to lie in
   * @param at place of the structure, in bytes from the start of {@code image}
   * @return the structure; empty without its signature or with fewer than 22 bytes
   */
  public static Optional<UndiHeader> read(Slice image, long at) {
    if (!image.has(at, LENGTH) || !image.startsWith(at, SIGNATURE)) {
      return Optional.empty();
    }
    int length = image.u8(at + 4);
    Slice all = image.clamp(at, length);
    return Optional.of(
        new UndiHeader(
            image.offset() + at,
            length,
            all.sum8(0, all.length()),
            image.u8(at + 6),
            image.u8(at + 9) << 16 | image.u16(at + 7),
            image.u16(at + 0x0a),
            image.u16(at + 0x0c),
            image.u16(at + 0x0e),
            image.u16(at + 0x10),
            image.latin1(at + 0x12, 4)));
  }
}
