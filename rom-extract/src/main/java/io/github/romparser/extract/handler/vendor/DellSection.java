package io.github.romparser.extract.handler.vendor;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.codec.BoundedOutput;
import io.github.romparser.extract.codec.RawDeflate;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Decoded;
import io.github.romparser.extract.spi.Trouble;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.Adler32;

/**
 * A section of a Dell update program (BIOSUtilities dell_pfs_extract.py).
 *
 * <p>The header: size of the stream (offset 0, 4 bytes), type (4, 1 byte), {@link #MARK} (5, 10
 * bytes), exclusive or of these 15 bytes (15, 1 byte). Then the stream, and the footer: the size
 * again, {@link #FOOTER_MARK} (4, 11 bytes), exclusive or of these 15 bytes.
 *
 * @param stream what is between header and footer, as far as it is there
 * @param type what is in it
 * @param claimed its size as the header has it
 * @param zlib whether it begins as zlib does
 * @param headerRight whether the header's check byte is right
 * @param footerRight whether the footer's is; empty if there is no footer
 */
record DellSection(
    Slice stream,
    int type,
    long claimed,
    boolean zlib,
    boolean headerRight,
    Optional<Boolean> footerRight) {

  /** In hex. */
  static final String MARK = "ee aa 76 1b ec bb 20 f1 e6 51";

  static final int MARK_AT = 5;
  static final int HEADER = 16;
  static final int FOOTER = 16;

  private static final String FOOTER_MARK =
      "\u00ee\u00aa\u00ee\u008fI\u001b\u00e8\u00ae\u00147\u0090";

  private static final int TYPE_AT = 4;
  private static final int SUM_AT = 15;
  private static final int FIRMWARE = 0xaa;
  private static final int UTILITIES = 0xbb;

  /** What comes before and behind the deflate stream (RFC 1950). */
  private static final int ZLIB_HEADER = 2;

  private static final int ZLIB_TRAILER = 4;
  private static final int DEFLATE = 8;
  private static final int HEADER_MODULUS = 31;
  private static final int PRESET_DICTIONARY = 0x20;

  /** A stream that breaks off in a section whose sum is wrong is one if it gives so many bytes. */
  private static final long CONVINCING = 4096;

  /** Reads the section at the start of a view, where the mark was seen; empty if it is none. */
  static Optional<DellSection> read(Slice area, Allowance allowance) {
    if (!area.has(0, HEADER)) {
      return Optional.empty();
    }
    long claimed = area.u32(0);
    boolean right = xor(area, 0) == area.u8(SUM_AT);
    boolean zlib = isZlib(area);
    long footer = HEADER + claimed;
    if (area.has(footer, FOOTER)
        && area.u32(footer) == claimed
        && area.startsWith(footer + 4, FOOTER_MARK)) {
      boolean footerRight = xor(area, footer) == area.u8(footer + SUM_AT);
      return Optional.of(section(area, claimed, claimed, zlib, right, Optional.of(footerRight)));
    }
    long length = zlib ? measured(area, right, allowance) : right && fits(area) ? claimed : 0;
    return length == 0
        ? Optional.empty()
        : Optional.of(section(area, length, claimed, zlib, right, Optional.empty()));
  }

  private static DellSection section(
      Slice area, long length, long claimed, boolean zlib, boolean right, Optional<Boolean> foot) {
    return new DellSection(
        area.clamp(HEADER, length), area.u8(TYPE_AT), claimed, zlib, right, foot);
  }

  /** Whether as many bytes are there as the header says. */
  private static boolean fits(Slice area) {
    return area.has(HEADER, area.u32(0));
  }

  /** How long the stream is where nothing behind it says so; 0 if it is none. */
  private static long measured(Slice area, boolean right, Allowance allowance) {
    Slice deflated = area.from(HEADER + ZLIB_HEADER);
    RawDeflate.Run run = RawDeflate.measure(deflated, allowance.most() + 1, allowance);
    long claimed = Math.min(area.u32(0), area.length() - (long) HEADER);
    return switch (run.ending()) {
      case DONE -> ZLIB_HEADER + run.consumed() + ZLIB_TRAILER;
      case TRUNCATED -> right || run.produced() > 0 ? area.length() - (long) HEADER : 0;
      case ENOUGH -> Math.max(claimed, ZLIB_HEADER + run.consumed());
      case DAMAGED ->
          right ? claimed : run.produced() >= CONVINCING ? ZLIB_HEADER + run.consumed() : 0;
    };
  }

  private static boolean isZlib(Slice area) {
    return area.has(HEADER, ZLIB_HEADER)
        && (area.u8(HEADER) & 0x0f) == DEFLATE
        && area.be16(HEADER) % HEADER_MODULUS == 0
        && (area.u8(HEADER + 1L) & PRESET_DICTIONARY) == 0;
  }

  private static int xor(Slice area, long at) {
    int sum = 0;
    for (int i = 0; i < SUM_AT; i++) {
      sum ^= area.u8(at + i);
    }
    return sum;
  }

  /** Of header, stream and footer together. */
  long length() {
    return HEADER + (long) stream.length() + (footerRight.isPresent() ? FOOTER : 0);
  }

  /** What is in it. */
  String name() {
    return switch (type) {
      case FIRMWARE -> "FIRMWARE";
      case UTILITIES -> "UTILITIES";
      default -> String.format(Locale.US, "section 0x%02x", type);
    };
  }

  /** What a zlib stream gives; the stream itself if it gives nothing. */
  static Decoded inflate(Slice stream, Allowance allowance) {
    BoundedOutput out = new BoundedOutput(allowance);
    RawDeflate.Run run = RawDeflate.into(stream.from(ZLIB_HEADER), out, allowance);
    if (out.length() == 0) {
      allowance.take(stream.length());
      return Decoded.partly(
          Slice.of(stream.toByteArray()),
          new Trouble(Trouble.Reason.DAMAGED, stream.offset(), "zlib; searched as it is"));
    }
    Slice bytes = out.toSlice();
    return switch (run.ending()) {
      case DONE -> checked(stream, ZLIB_HEADER + run.consumed(), bytes);
      case TRUNCATED -> trouble(bytes, Trouble.Reason.TRUNCATED, stream);
      default -> trouble(bytes, Trouble.Reason.DAMAGED, stream);
    };
  }

  private static Decoded checked(Slice stream, long trailer, Slice bytes) {
    if (!stream.has(trailer, ZLIB_TRAILER)) {
      return trouble(bytes, Trouble.Reason.TRUNCATED, stream);
    }
    long sum =
        bytes.within(
            (array, from, to) -> {
              Adler32 adler = new Adler32();
              adler.update(array, from, to - from);
              return adler.getValue();
            });
    return sum == stream.be32(trailer)
        ? Decoded.of(bytes)
        : Decoded.partly(
            bytes,
            new Trouble(
                Trouble.Reason.DAMAGED, stream.offset() + trailer, "zlib, the checksum is wrong"));
  }

  private static Decoded trouble(Slice bytes, Trouble.Reason reason, Slice stream) {
    return Decoded.partly(
        bytes,
        new Trouble(
            reason, stream.offset(), "zlib, " + bytes.length() + " bytes could be decoded"));
  }
}
