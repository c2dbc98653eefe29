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
import java.util.List;
import java.util.Optional;

/**
 * An image in Insyde's flash program, iFlash or H2OFFT: signature (offset 0, 8 bytes), tag (8, 8
 * bytes), size with padding (16, 4 bytes), size (20, 4 bytes), then the image as it is. A program
 * has several, one behind the other.
 */
public final class InsydeIflashHandler implements Handler {

  private static final FormatInfo INFO =
      new FormatInfo(
          "insyde-iflash",
          "Insyde iFlash image",
          "Insyde; Acer, HP, Lenovo, Toshiba",
          "images of every tag: BIOSIMG, EC_IMG, ME_IMG, DRV_IMG and others",
          "images that HP encrypts are not decrypted",
          FormatInfo.Proof.SYNTHETIC,
          List.of("platomav/BIOSUtilities, insyde_ifd_extract.py"));

  private static final String SIGNATURE = "$_IFLASH";
  private static final int TAG = 8;
  private static final int TAG_LENGTH = 8;
  private static final int TOTAL_SIZE = 0x10;
  private static final int IMAGE_SIZE = 0x14;
  private static final int HEADER = 0x18;
  private static final long NOTHING = 0xffff_ffffL;

  /** Called by the {@link java.util.ServiceLoader}. */
  public InsydeIflashHandler() {}

  @Override
  public FormatInfo info() {
    return INFO;
  }

  @Override
  public List<Magic> magics() {
    return List.of(Magic.text(SIGNATURE));
  }

  /**
   * The flash program itself has the signature as a text, so the sizes have to make sense. An image
   * that is not all there is one only if its tag looks like one.
   */
  @Override
  public Optional<Found> probe(Slice area, long start, Allowance allowance) {
    if (!area.has(start, HEADER)) {
      return Optional.empty();
    }
    long total = area.u32(start + TOTAL_SIZE);
    long image = area.u32(start + IMAGE_SIZE);
    boolean sane = image != 0 && total != NOTHING && image <= total;
    boolean whole = area.has(start + HEADER, total);
    if (!sane || !(whole || tagged(area, start))) {
      return Optional.empty();
    }
    return Optional.of(Found.upTo(Math.min(area.length(), start + HEADER + image)));
  }

  /** Whether the tag has nothing but capital letters, digits and underscores. */
  private static boolean tagged(Slice area, long start) {
    for (int i = 0; i < TAG_LENGTH; i++) {
      int c = area.u8(start + TAG + i);
      if (c != '_' && (c < '0' || c > '9') && (c < 'A' || c > 'Z')) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Opened open(Slice container, Allowance allowance) {
    Opened.Builder opened = Opened.builder();
    if (!container.has(0, HEADER) || !container.startsWith(0, SIGNATURE)) {
      return opened.build();
    }
    opened.structure(container.slice(0, HEADER).range());
    String name = name(container);
    long size = container.u32(IMAGE_SIZE);
    Slice image = container.clamp(HEADER, size);
    if (image.length() < size) {
      opened.trouble(
          Trouble.Reason.TRUNCATED,
          container.offset(),
          name + ": " + image.length() + " of " + size + " bytes");
    }
    if (image.length() > 0) {
      opened.child(Child.stored(Step.file(INFO.id(), name), image));
    }
    return opened.build();
  }

  /** The tag without what fills it up: {@code _BIOSIMG} is {@code BIOSIMG}. */
  private static String name(Slice container) {
    String tag = container.latin1(TAG, TAG_LENGTH);
    int from = 0;
    int to = TAG_LENGTH;
    while (from < to && filler(tag.charAt(from))) {
      from++;
    }
    while (from < to && filler(tag.charAt(to - 1))) {
      to--;
    }
    return tag.substring(from, to);
  }

  private static boolean filler(char c) {
    return c == '_' || c <= ' ';
  }
}
