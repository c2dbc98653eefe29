package io.github.romparser.extract;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Step;
import io.github.romparser.extract.spi.Trouble;
import io.github.romparser.finding.FindingCode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Bytes without much order, which are compressed or encrypted in a way that nothing knows. */
final class DenseData {

  private static final String JPEG = "\u00ff\u00d8\u00ff";
  private static final String PNG = "\u0089PNG";

  /**
   * Unknown bytes are worth telling as compressed or encrypted from this many on, and are looked at
   * in blocks of this size.
   */
  private static final int NOTABLE = 16 << 10;

  /**
   * Bits a byte from which bytes are taken for compressed or encrypted. Machine code has 6 to 7,
   * LZMA's output 7.99 (measured on the drivers of OVMF).
   */
  private static final double DENSE = 7.9;

  /** What holds a system's firmware is not smaller. */
  private static final int SMALLEST_IMAGE = 256 << 10;

  /** Of an image that is encrypted as a whole, a header and a signature may be left. */
  private static final double WHOLE = 0.95;

  /** Names of images as vendors give them: also 8CCN51WW.fd, E16J5IWS.313, 08361F.bin. */
  private static final Pattern IMAGE =
      Pattern.compile(
          ".*\\.(bin|fd|rom|cap|fl1|img|upd|bio|f?[0-9]{2,3})", Pattern.CASE_INSENSITIVE);

  private DenseData() {}

  /**
   * Tells the longest stretch that looks compressed or encrypted, in whole blocks, so that padding
   * beside it does not hide it.
   *
   * @param step the last step on the way to the part
   * @param part all of the part
   * @param rest what nothing is known of in it
   */
  static Optional<Trouble> trouble(Step step, Slice part, Slice rest) {
    if (isKnown(rest)) {
      return Optional.empty();
    }
    long best = 0;
    long bestAt = 0;
    long run = 0;
    for (long at = 0; at + NOTABLE <= rest.length(); at += NOTABLE) {
      run = Entropy.of(rest.slice(at, NOTABLE)) >= DENSE ? run + NOTABLE : 0;
      if (run > best) {
        best = run;
        bestAt = at + NOTABLE - run;
      }
    }
    if (best == 0) {
      return Optional.empty();
    }
    Slice stretch = rest.slice(bestAt, best);
    String detail =
        String.format(
            Locale.US,
            "about %d bytes, entropy %.3f bits a byte",
            stretch.length(),
            Entropy.of(stretch));
    return Optional.of(
        new Trouble(
            Trouble.Reason.UNKNOWN_COMPRESSION,
            stretch.offset(),
            detail,
            code(step, part.length(), best)));
  }

  /** What is known to be done about such a part: an image that is encrypted, or an installer's. */
  private static Optional<FindingCode> code(Step step, long part, long stretch) {
    if (stretch < SMALLEST_IMAGE) {
      return Optional.empty();
    }
    if (step.element() && IMAGE.matcher(step.text()).matches() && stretch >= part * WHOLE) {
      return Optional.of(FindingCode.ENCRYPTED_IMAGE);
    }
    return step.ofProgram() ? Optional.of(FindingCode.UNKNOWN_INSTALLER) : Optional.empty();
  }

  /** Whether bytes begin as a picture or as microcode does. */
  private static boolean isKnown(Slice bytes) {
    return bytes.startsWith(0, JPEG) || bytes.startsWith(0, PNG) || microcode(bytes);
  }

  /**
   * An update of the microcode of Intel's processors, which is encrypted: header version 1, a year
   * in BCD at 0x08, loader revision 1 at 0x14 (Intel SDM volume 3A §10.11.1).
   */
  private static boolean microcode(Slice bytes) {
    return bytes.has(0, 0x30)
        && bytes.u32(0) == 1
        && bytes.u32(0x14) == 1
        && bytes.u16(0x08) >= 0x1993
        && bytes.u16(0x08) <= 0x2099;
  }
}
