package io.github.romparser.extract.handler.vendor;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.handler.archive.Checksums;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Child;
import io.github.romparser.extract.spi.Decoded;
import io.github.romparser.extract.spi.FormatInfo;
import io.github.romparser.extract.spi.Found;
import io.github.romparser.extract.spi.Handler;
import io.github.romparser.extract.spi.Magic;
import io.github.romparser.extract.spi.Opened;
import io.github.romparser.extract.spi.Step;
import java.util.List;
import java.util.Optional;

/**
 * The archive of a self-extracting program of Insyde: a 7z archive of which each byte was rotated
 * left by one bit. It stands behind the text {@code ;!@InstallEnd@!} and is recognised by itself;
 * one that was not rotated is a plain 7z archive.
 */
public final class InsydeSfxHandler implements Handler {

  private static final FormatInfo INFO =
      new FormatInfo(
          "insyde-sfx",
          "Insyde self-extracting program",
          "Insyde; Acer, HP, Lenovo",
          "rotated 7z archives, with or without the text before them; the well-known password",
          "archives with another password are told, not opened",
          FormatInfo.Proof.SYNTHETIC,
          List.of("platomav/BIOSUtilities, insyde_ifd_extract.py", "7-Zip, 7zFormat.txt"));

  /** 7z's signature, 37 7A BC AF 27 1C, rotated left. */
  private static final String MAGIC = "6e f4 79 5f 4e 38";

  private static final String SIGNATURE = "7z\u00bc\u00af'\u001c";

  // 7z's first header (7-Zip's 7zFormat.txt, "SignatureHeader").
  private static final int FIRST_HEADER = 32;
  private static final int START_CRC = 8;
  private static final int START = 12;
  private static final int NEXT_SIZE = 20;

  /** Called by the {@link java.util.ServiceLoader}. */
  public InsydeSfxHandler() {}

  @Override
  public FormatInfo info() {
    return INFO;
  }

  @Override
  public List<Magic> magics() {
    return List.of(Magic.hex(MAGIC));
  }

  /** 7z's first header has a sum of its own, so there is no doubt. */
  @Override
  public Optional<Found> probe(Slice area, long start, Allowance allowance) {
    return header(area.from(start)).map(header -> Found.upTo(end(area, start, header)));
  }

  /** The first header, rotated back; empty if its sum is wrong. */
  private static Optional<Slice> header(Slice archive) {
    return Optional.of(archive.clamp(0, FIRST_HEADER))
        .filter(bytes -> bytes.length() == FIRST_HEADER)
        .map(bytes -> Slice.of(rotated(bytes)))
        .filter(header -> header.startsWith(0, SIGNATURE))
        .filter(header -> Checksums.crc32(header.from(START)) == header.u32(START_CRC));
  }

  /** Behind the archive; if not all of it is there, the end. */
  private static long end(Slice area, long start, Slice header) {
    long offset = u64(header, START);
    long size = u64(header, NEXT_SIZE);
    long body = start + FIRST_HEADER;
    boolean there =
        offset >= 0 && offset <= area.length() && size >= 0 && area.has(body + offset, size);
    return there ? body + offset + size : area.length();
  }

  private static long u64(Slice bytes, long at) {
    return bytes.u32(at) | bytes.u32(at + 4) << 32;
  }

  @Override
  public Opened open(Slice container, Allowance allowance) {
    Opened.Builder opened = Opened.builder();
    if (header(container).isPresent()) {
      opened.child(
          Child.packed(
              Step.element(INFO.id()), container.range(), own -> unrotate(container, own)));
    }
    return opened.build();
  }

  private static Decoded unrotate(Slice container, Allowance allowance) {
    allowance.take(container.length());
    allowance.work(container.length());
    return Decoded.of(Slice.of(rotated(container)));
  }

  /** Each byte rotated right by one bit. */
  private static byte[] rotated(Slice bytes) {
    byte[] result = bytes.toByteArray();
    for (int i = 0; i < result.length; i++) {
      int value = result[i] & 0xff;
      result[i] = (byte) (value >>> 1 | value << 7);
    }
    return result;
  }
}
