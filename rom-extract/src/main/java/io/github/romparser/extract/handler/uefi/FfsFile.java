package io.github.romparser.extract.handler.uefi;

import io.github.romparser.bytes.Slice;
import java.util.Optional;

/**
 * The header of a file in a volume (PI 1.8 volume 3 §3.2.3, EFI_FFS_FILE_HEADER).
 *
 * <p>Offsets from its start: GUID (0, 16 bytes), checksum of the header (16, 1 byte), checksum of
 * the data (17), type (18), attributes (19), size with this header (20, 3 bytes), state (23). A
 * large file has its size behind that: 8 bytes at 24 in FFS 3; 4 bytes at 24 in the FFS 2 of Lenovo
 * (UEFITool common/ffs.h, EFI_FFS_FILE_HEADER2_LENOVO).
 *
 * @param guid its name
 * @param type what kind of file it is
 * @param state its state bits, 1 for set whatever the flash's polarity
 * @param at where it begins, in bytes from the start of the volume
 * @param headerLength in bytes
 * @param tailLength bytes behind the data: 2 in files of revision 1 that have a tail
 * @param length of all of it in bytes, cut at the end of the volume
 */
record FfsFile(
    Guid guid, int type, int state, long at, int headerLength, int tailLength, long length) {

  /** The least header, in bytes. */
  static final int HEADER = 24;

  /** All there is, raw: no sections. */
  static final int TYPE_ALL = 0x00;

  /** Raw: no sections. */
  static final int TYPE_RAW = 0x01;

  /** A pad. */
  static final int TYPE_PAD = 0xf0;

  private static final int ALIGNMENT = 8;
  private static final int SIZE_AT = 20;
  private static final int LARGE_AT = 24;
  private static final int HEADER_LARGE = 32;
  private static final int HEADER_LENOVO = 28;
  private static final int TAIL = 2;

  /** Of the attributes: a large file; in revision 1, a file with a tail. */
  private static final int ATTRIBUTE_LARGE = 0x01;

  /** The types up to here are the specification's; a few more than it has today. */
  private static final int LAST_TYPE = 0x0f;

  /** From here on they are vendors', for debugging, and the pad. */
  private static final int FIRST_OEM_TYPE = 0xc0;

  private static final int STATE_FINISHED = 0x07;
  private static final int STATE_RESERVED = 0xc0;
  private static final int STATE_DELETED = 0x10;
  private static final int STATE_INVALID = 0x20;

  /** The next place where a file may begin, or this one. */
  static long align(long at) {
    return (at + ALIGNMENT - 1) & -ALIGNMENT;
  }

  /** Its data, without header and tail. */
  Slice body(Slice volume) {
    return volume.slice(at + headerLength, length - headerLength - tailLength);
  }

  /** The first byte behind it, in bytes from the start of the volume. */
  long end() {
    return at + length;
  }

  /** Whether it was deleted. */
  boolean deleted() {
    return (state & STATE_DELETED) != 0;
  }

  /** Whether its header was never finished. */
  boolean invalid() {
    return (state & STATE_INVALID) != 0;
  }

  /** Whether it consists of sections. */
  boolean sectioned() {
    return type != TYPE_ALL && type != TYPE_RAW && type != TYPE_PAD;
  }

  /**
   * Reads a header.
   *
   * @param volume the whole volume
   * @param header the volume's header
   * @param at where the file begins
   * @return empty if there is none: erased flash, or a size that cannot be
   */
  static Optional<FfsFile> read(Slice volume, FirmwareVolume header, long at) {
    if (!volume.has(at, HEADER) || erased(volume, at)) {
      return Optional.empty();
    }
    int attributes = volume.u8(at + 19);
    long rest = volume.length() - at;
    long size = volume.u32(at + SIZE_AT) & 0xff_ffff;
    int headerLength = HEADER;
    if (header.revision() > 1 && (attributes & ATTRIBUTE_LARGE) != 0) {
      boolean wide = header.files() == FirmwareVolume.Files.FFS3;
      int large = wide ? HEADER_LARGE : HEADER_LENOVO;
      long extended = extended(volume, at, wide);
      if (extended >= large && (extended <= rest || size < HEADER || size > rest)) {
        size = extended;
        headerLength = large;
      }
    }
    int tail = header.revision() == 1 && (attributes & ATTRIBUTE_LARGE) != 0 ? TAIL : 0;
    if (size < headerLength + tail || rest < headerLength + tail) {
      return Optional.empty();
    }
    int type = volume.u8(at + 18);
    int state = volume.u8(at + 23) ^ header.erased();
    // A size beyond the volume is a lie, or the volume is cut off; what has a checksum is a file.
    boolean summed = headerSum(volume, at, HEADER) == 0 || headerSum(volume, at, headerLength) == 0;
    boolean likely =
        header.files() != FirmwareVolume.Files.UNKNOWN
            && size <= rest
            && known(type)
            && finished(state);
    if (!summed && !likely) {
      return Optional.empty();
    }
    return Optional.of(
        new FfsFile(
            Guid.read(volume, at), type, state, at, headerLength, tail, Math.min(size, rest)));
  }

  private static long extended(Slice volume, long at, boolean wide) {
    if (!volume.has(at, wide ? HEADER_LARGE : HEADER_LENOVO)) {
      return 0;
    }
    return volume.u32(at + LARGE_AT) | (wide ? volume.u32(at + LARGE_AT + 4) << 32 : 0);
  }

  /**
   * The sum over the header without the data's checksum and the state, which is 0 if it is whole.
   */
  private static int headerSum(Slice volume, long at, int length) {
    return volume.sum8(at, length) - volume.u8(at + 17) - volume.u8(at + 23) & 0xff;
  }

  private static boolean known(int type) {
    return type <= LAST_TYPE || type >= FIRST_OEM_TYPE;
  }

  /** Whether header and data were written to the end, and no bit is set that means nothing. */
  private static boolean finished(int state) {
    return (state & STATE_FINISHED) == STATE_FINISHED && (state & STATE_RESERVED) == 0;
  }

  private static boolean erased(Slice volume, long at) {
    int fill = volume.slice(at, HEADER).fill().orElse(-1);
    return fill == 0xff || fill == 0;
  }
}
