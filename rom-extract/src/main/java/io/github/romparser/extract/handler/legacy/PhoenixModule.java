package io.github.romparser.extract.handler.legacy;

import io.github.romparser.bytes.Slice;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The header of a module of a Phoenix BIOS (coreboot bios_extract, src/phoenix.c). Offset and size
 * of the fields, in bytes: address of the module before (0, 4), the bytes 00 31 31 (4, 3), number
 * (7, 1), type (8, 1), length of this header (9, 1), compression (10, 1), where it is loaded to
 * (11, 4), size (15, 4), packed size of what follows (19, 4), address of what else there is (23,
 * 4), if it begins with F.
 *
 * @param at where the header begins, from the start of the container
 * @param before address of the module before; 0 if there is none
 * @param number of those of its type
 * @param type a letter
 * @param header its length
 * @param compression one of the constants
 * @param size bytes of the module
 * @param packed bytes that follow the header
 * @param next address of the next fragment, if it is one
 */
record PhoenixModule(
    long at,
    long before,
    int number,
    char type,
    int header,
    int compression,
    long size,
    long packed,
    long next) {

  /** What stands behind the first address. */
  static final String SIGNATURE = "\00011";

  /** Where it stands. */
  static final int SIGNATURE_AT = 4;

  /** The length of the header in all images that were seen. */
  static final int HEADER = 27;

  /** Not compressed. */
  static final int STORED = 0;

  /** Its own arithmetic coding. */
  static final int LZARI = 2;

  /** LZSS as Okumura wrote it. */
  static final int LZSS = 3;

  /** Its own adaptive Huffman coding. */
  static final int LZHUF = 4;

  /** The -lh5- of LHA, which Phoenix calls LZINT. */
  static final int LZINT = 5;

  /** Larger modules than this are none: their addresses would not fit into a chip. */
  private static final long LARGEST = 16L << 20;

  private static final Map<Character, String> TYPES =
      Map.ofEntries(
          Map.entry('A', "acpi"),
          Map.entry('B', "bioscode"),
          Map.entry('C', "update"),
          Map.entry('D', "display"),
          Map.entry('E', "setup"),
          Map.entry('F', "font"),
          Map.entry('G', "decompcode"),
          Map.entry('I', "bootblock"),
          Map.entry('J', "smartcard"),
          Map.entry('L', "logo"),
          Map.entry('M', "miser"),
          Map.entry('N', "rompilotload"),
          Map.entry('O', "network"),
          Map.entry('P', "rompilotinit"),
          Map.entry('R', "oprom"),
          Map.entry('S', "strings"),
          Map.entry('T', "template"),
          Map.entry('U', "user"),
          Map.entry('W', "wav"),
          Map.entry('X', "romexec"),
          Map.entry('$', "biosentry"),
          Map.entry('*', "autogen"));

  /** What a letter of a type stands for; the letter itself if nobody knows. */
  static String typeName(char type) {
    return TYPES.getOrDefault(
        type,
        type > ' ' && type < 0x7f
            ? "type " + type
            : String.format(Locale.US, "type %02x", (int) type));
  }

  /** Reads the header at a place; empty if there is none. */
  static Optional<PhoenixModule> read(Slice image, long at) {
    if (!image.has(at, HEADER)
        || !image.startsWith(at + SIGNATURE_AT, SIGNATURE)
        || image.u8(at + 9) < HEADER - 4) {
      return Optional.empty();
    }
    return Optional.of(
        new PhoenixModule(
            at,
            image.u32(at),
            image.u8(at + 7),
            (char) image.u8(at + 8),
            image.u8(at + 9),
            image.u8(at + 10),
            image.u32(at + 15),
            image.u32(at + 19),
            image.u32(at + 23)));
  }

  /** Whether a header that no other one leads to is one: all of its fields can be true. */
  boolean plausible(Slice image) {
    return header == HEADER
        && (compression == STORED || (compression >= LZARI && compression <= LZINT))
        && type > ' '
        && type < 0x7f
        && size > 0
        && size <= LARGEST
        && packed > 0
        && image.has(content(), packed);
  }

  /** Whether all bytes that follow the header are there. */
  boolean fits(Slice image) {
    return image.has(content(), length());
  }

  /** Where its bytes begin. */
  long content() {
    return at + header;
  }

  /** How many bytes follow the header. A stored module may leave that to its size. */
  long length() {
    boolean untold = packed == 0 || packed >>> 24 != 0;
    return compression == STORED && untold ? size : packed;
  }

  /** Whether the address of what else there is is one, and not the size once more. */
  boolean fragmented() {
    return next >>> 28 == 0xf;
  }

  /** What it is called. */
  String name() {
    return typeName(type) + " " + number;
  }
}
