package io.github.romparser.extract.handler.archive;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.codec.Bzip2;
import io.github.romparser.extract.codec.Deflate64;
import io.github.romparser.extract.codec.OldZip;
import io.github.romparser.extract.codec.RawDeflate;
import io.github.romparser.extract.codec.RawLzma;
import io.github.romparser.extract.codec.Xz;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Decoded;
import io.github.romparser.extract.spi.Trouble;
import java.util.Map;

/** How the files of ZIP archives are decoded (PKWARE APPNOTE.TXT 6.3.10, section 4.4.5). */
final class ZipMethods {

  static final int STORED = 0;
  static final int DEFLATED = 8;

  /** Not a method: AES encryption, the method stands elsewhere. */
  static final int AES = 99;

  private static final int DEFLATE64 = 9;
  private static final int BZIP2 = 12;
  private static final int LZMA = 14;
  private static final int XZ = 95;

  /** Flag of LZMA: the size is not to be relied on, a mark ends the stream. */
  private static final int END_MARK = 0x0002;

  /** In front of LZMA: its version, the length of the properties, which is 5, and those. */
  private static final int LZMA_HEADER = 4;

  private static final int LZMA_PROPERTIES = 5;

  private static final Map<Integer, String> UNSUPPORTED =
      Map.of(
          2,
          "reduce 1",
          3,
          "reduce 2",
          4,
          "reduce 3",
          5,
          "reduce 4",
          10,
          "PKWARE implode",
          20,
          "Zstandard",
          93,
          "Zstandard",
          94,
          "MP3",
          97,
          "WavPack",
          98,
          "PPMd");

  private ZipMethods() {}

  /** Decodes a file and looks whether it is what its header promises. */
  static Decoded decode(ZipEntry entry, Slice packed, Allowance allowance) {
    if (entry.encrypted()) {
      return Decoded.none(
          new Trouble(
              Trouble.Reason.PASSWORD,
              packed.offset(),
              entry.method() == AES ? "AES" : "ZIP encryption"));
    }
    Decoded decoded =
        switch (entry.method()) {
          case STORED -> Decoded.of(packed);
          case OldZip.SHRINK, OldZip.IMPLODE ->
              OldZip.decode(packed, entry.method(), entry.flags(), entry.size(), allowance);
          case DEFLATED -> RawDeflate.decode(packed, allowance);
          case DEFLATE64 -> Deflate64.decode(packed, allowance);
          case BZIP2 -> Bzip2.decode(packed, allowance);
          case LZMA -> lzma(entry, packed, allowance);
          case XZ -> Xz.decode(packed, allowance);
          default ->
              Decoded.none(
                  new Trouble(
                      Trouble.Reason.UNSUPPORTED,
                      packed.offset(),
                      UNSUPPORTED.getOrDefault(entry.method(), "ZIP method " + entry.method())));
        };
    return Checksums.checked(decoded, entry.crc(), packed.offset());
  }

  private static Decoded lzma(ZipEntry entry, Slice packed, Allowance allowance) {
    int header = LZMA_HEADER + LZMA_PROPERTIES;
    if (!packed.has(0, header) || packed.u16(2) != LZMA_PROPERTIES) {
      return Decoded.none(new Trouble(Trouble.Reason.DAMAGED, packed.offset(), "LZMA header"));
    }
    return RawLzma.decode(
        packed.from(header),
        packed.u8(LZMA_HEADER),
        packed.u32(LZMA_HEADER + 1),
        (entry.flags() & END_MARK) != 0 ? RawLzma.UNKNOWN : entry.size(),
        allowance);
  }
}
