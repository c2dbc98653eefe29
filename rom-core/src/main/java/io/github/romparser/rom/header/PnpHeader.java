package io.github.romparser.rom.header;

import io.github.romparser.bytes.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A Plug and Play expansion header (Plug and Play BIOS 1.0A §3.2; layout as in SeaBIOS
 * std/optionrom.h). An x86 image may have a chain of them, one for each device it boots.
 *
 * @param offset of the header, in bytes from the start of the file
 * @param revision offset 0x04, 1 byte: 1
 * @param length offset 0x05, 1 byte, in units of 16 bytes; here in bytes
 * @param nextPointer offset 0x06, 2 bytes: place of the next header, in bytes from the start of the
 *     image; 0 for none
 * @param sum 8-bit sum over the header, as wide as {@link #length} says and the file goes; 0 if
 *     right
 * @param deviceId offset 0x0A, 4 bytes
 * @param manufacturer offset 0x0E, pointer to a text; the text, empty if there is none
 * @param product offset 0x10, pointer to a text; the text, empty if there is none
 * @param deviceType offset 0x12, 3 bytes, first byte in the high bits: as a PCI class code
 * @param indicators offset 0x15, 1 byte
 * @param bootConnectionVector offset 0x16, 2 bytes: offset of code in the image, 0 for none
 * @param disconnectVector offset 0x18, 2 bytes
 * @param bootstrapEntryVector offset 0x1A, 2 bytes
 * @param staticResourceVector offset 0x1E, 2 bytes
 */
public record PnpHeader(
    long offset,
    int revision,
    int length,
    int nextPointer,
    int sum,
    long deviceId,
    String manufacturer,
    String product,
    int deviceType,
    int indicators,
    int bootConnectionVector,
    int disconnectVector,
    int bootstrapEntryVector,
    int staticResourceVector) {

  /** The four characters it begins with. */
  public static final String SIGNATURE = "$PnP";

  /** Length in bytes. */
  public static final int LENGTH = 0x20;

  /** The most headers that are read of one image. */
  public static final int MOST = 16;

  /** Longest text that is read, in bytes. */
  private static final int TEXT = 128;

  /**
   * Reads the chain of headers that begins at {@code pointer}. Ends at the first that is not there,
   * that stands before the one it follows, or after {@link #MOST}.
   *
   * @param image the bytes of the image from its start
   * @param pointer place of the first header, 0 for none
   * @return the headers in the order of the chain; none if there is none at {@code pointer}
   */
  public static List<PnpHeader> readChain(Slice image, int pointer) {
    List<PnpHeader> chain = new ArrayList<>();
    int at = pointer;
    int before = 0;
    while (at > before && chain.size() < MOST) {
      Optional<PnpHeader> header = read(image, at);
      if (header.isEmpty()) {
        break;
      }
      chain.add(header.get());
      before = at;
      at = header.get().nextPointer();
    }
    return List.copyOf(chain);
  }

  private static Optional<PnpHeader> read(Slice image, int at) {
    if (!image.has(at, LENGTH) || !image.startsWith(at, SIGNATURE)) {
      return Optional.empty();
    }
    int length = image.u8(at + 5) * 16;
    Slice all = image.clamp(at, length);
    return Optional.of(
        new PnpHeader(
            image.offset() + at,
            image.u8(at + 4),
            length,
            image.u16(at + 6),
            all.sum8(0, all.length()),
            image.u32(at + 0x0a),
            text(image, image.u16(at + 0x0e)),
            text(image, image.u16(at + 0x10)),
            image.u8(at + 0x12) << 16 | image.be16(at + 0x13),
            image.u8(at + 0x15),
            image.u16(at + 0x16),
            image.u16(at + 0x18),
            image.u16(at + 0x1a),
            image.u16(at + 0x1e)));
  }

  /** A NUL-terminated text; what is not printable ASCII ends it too. */
  private static String text(Slice image, int at) {
    return at == 0 ? "" : image.ascii(at, TEXT).strip();
  }
}
