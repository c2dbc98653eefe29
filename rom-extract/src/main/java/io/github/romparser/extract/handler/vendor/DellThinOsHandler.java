package io.github.romparser.extract.handler.vendor;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Child;
import io.github.romparser.extract.spi.FormatInfo;
import io.github.romparser.extract.spi.Found;
import io.github.romparser.extract.spi.Handler;
import io.github.romparser.extract.spi.Magic;
import io.github.romparser.extract.spi.Opened;
import io.github.romparser.extract.spi.Step;
import io.github.romparser.extract.spi.Trouble;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Sections of Dell's packages for ThinOS: a number that ends in {@code 13 55 00}, size of the data
 * (offset 0x10, 4 bytes), its MD5 or zeros (0x20, 16 bytes), the data from 0x30 on, which is raw or
 * an .xz file.
 */
public final class DellThinOsHandler implements Handler {

  private static final FormatInfo INFO =
      new FormatInfo(
          "dell-thinos",
          "Dell ThinOS package",
          "Dell; Wyse thin clients",
          "sections 72 and 73, raw and .xz; MD5",
          "raw sections only if the rest of their header is empty and nothing but sections follows; signatures are not checked",
          FormatInfo.Proof.SYNTHETIC,
          List.of("BIOSUtilities dell_pfs_extract.py"));

  /** The number of a section; there is one more. */
  private static final long SECTION = 0x0055_1372;

  private static final int HEADER = 0x30;
  private static final int SIZE_AT = 0x10;
  private static final int SUM_AT = 0x20;
  private static final int SUM = 16;
  private static final String XZ = "\u00fd7zXZ\0";

  /** Called by the {@link java.util.ServiceLoader}. */
  public DellThinOsHandler() {}

  @Override
  public FormatInfo info() {
    return INFO;
  }

  @Override
  public List<Magic> magics() {
    return List.of(Magic.hex("72 13 55 00"), Magic.hex("73 13 55 00"));
  }

  @Override
  public Optional<Found> probe(Slice area, long start, Allowance allowance) {
    Slice section = area.from(start);
    if (!begins(section) || section.u32(SIZE_AT) == 0) {
      return Optional.empty();
    }
    long end = HEADER + section.u32(SIZE_AT);
    boolean raw = followed(section, end) && empty(section, 4) && empty(section, SIZE_AT + 4);
    return raw || section.startsWith(HEADER, XZ)
        ? Optional.of(Found.upTo(start + Math.min(end, section.length())))
        : Optional.empty();
  }

  private static boolean begins(Slice section) {
    return section.has(0, HEADER) && (section.u32(0) == SECTION || section.u32(0) == SECTION + 1);
  }

  /** Whether a section ends where another begins, or where everything does. */
  private static boolean followed(Slice section, long end) {
    return end == section.length() || begins(section.from(end));
  }

  /** Whether twelve bytes are zeros. */
  private static boolean empty(Slice section, int at) {
    return section.u32(at) == 0 && section.u32(at + 4L) == 0 && section.u32(at + 8L) == 0;
  }

  @Override
  public Opened open(Slice container, Allowance allowance) {
    Opened.Builder opened = Opened.builder();
    if (!begins(container)) {
      return opened.build();
    }
    long size = container.u32(SIZE_AT);
    Slice data = container.clamp(HEADER, size);
    opened.structure(container.slice(0, HEADER).range());
    if (data.length() < size) {
      opened.trouble(
          Trouble.Reason.TRUNCATED,
          container.offset(),
          "a section of " + size + " bytes, of which " + data.length() + " are here");
    } else if (!summed(container.slice(SUM_AT, SUM), data, allowance)) {
      opened.trouble(Trouble.Reason.DAMAGED, data.offset(), "MD5 is wrong");
    }
    if (data.length() > 0) {
      opened.child(
          Child.stored(
              Step.file(INFO.id(), String.format(Locale.US, "section %02x", container.u8(0))),
              data));
    }
    return opened.build();
  }

  /** Whether a sum is that of the data; there need not be one. */
  private static boolean summed(Slice sum, Slice data, Allowance allowance) {
    if (sum.fill().orElse(1) == 0) {
      return true;
    }
    allowance.work(data.length());
    try {
      MessageDigest digest = MessageDigest.getInstance("MD5");
      data.update(digest);
      return sum.sameBytes(Slice.of(digest.digest()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has MD5", e);
    }
  }
}
