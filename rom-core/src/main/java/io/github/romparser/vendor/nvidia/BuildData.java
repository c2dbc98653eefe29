package io.github.romparser.vendor.nvidia;

import io.github.romparser.bytes.Slice;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Token 'i' of the BIOS information table, version 2: what NVIDIA built (envytools, nvbios/info.c;
 * measured on published ROMs from 62 to 98).
 *
 * @param version offset 0x00, 5 bytes: the version as NVIDIA built it. Its last byte is often not
 *     that of the board maker, who changes token 'B' and the strings (measured)
 * @param features offset 0x05, 2 bytes: feature bits; empty if the data are shorter
 * @param date offset 0x0F, 8 characters: when it was built, MM/DD/YY; empty if there is none
 * @param product offset 0x30, 4 characters; empty if there are none. From the GeForce 400 on
 * @param board offset 0x34, 4 characters: number of the board's design, "E473" or "4735" for
 *     instance
 * @param sku offset 0x38, 4 characters: number of the variant of the board
 * @param guid offset 0x48, 16 bytes: id of the build, as RFC 4122 writes it; empty if there is none
 *     or all bytes are 0. From late Pascal cards on
 */
public record BuildData(
    BiosVersion version,
    OptionalInt features,
    Optional<String> date,
    Optional<String> product,
    Optional<String> board,
    Optional<String> sku,
    Optional<String> guid) {

  /** The characters of the three numbers of a board, each. */
  private static final int NUMBER = 4;

  private static final int GUID_LENGTH = 16;

  /** Reads the data; 4 bytes have to be there. */
  static BuildData read(Slice data) {
    return new BuildData(
        BiosVersion.read(data, 0, data.length()),
        data.has(0x05, 2) ? OptionalInt.of(data.u16(0x05)) : OptionalInt.empty(),
        LegacyDate.read(data, 0x0f),
        number(data, 0x30),
        number(data, 0x34),
        number(data, 0x38),
        guid(data, 0x48));
  }

  private static Optional<String> number(Slice data, int at) {
    if (!data.has(at, NUMBER)) {
      return Optional.empty();
    }
    String text = data.latin1(at, NUMBER).replace('\0', ' ').strip();
    return text.chars().allMatch(c -> c > ' ' && c < 0x7f) && !text.isEmpty()
        ? Optional.of(text)
        : Optional.empty();
  }

  /** The bytes in their order, in RFC 4122's groups. */
  private static Optional<String> guid(Slice data, int at) {
    if (!data.has(at, GUID_LENGTH) || data.slice(at, GUID_LENGTH).fill().orElse(-1) == 0) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.US,
            "%08x-%04x-%04x-%04x-%04x%08x",
            data.be32(at),
            data.be16(at + 4),
            data.be16(at + 6),
            data.be16(at + 8),
            data.be16(at + 10),
            data.be32(at + 12)));
  }
}
