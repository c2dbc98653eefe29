package io.github.romparser.extract.handler.uefi;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Child;
import io.github.romparser.extract.spi.FormatInfo;
import io.github.romparser.extract.spi.InnerFormat;
import io.github.romparser.extract.spi.Opened;
import io.github.romparser.extract.spi.Step;
import java.util.List;
import java.util.Locale;

/**
 * The table in AMI's compatibility module: records one behind the other, each of a type (2 bytes),
 * a vendor and a device (2 bytes each), a size (4 bytes; all ones for the rest) and as many bytes.
 * A type 0xa0nn has nn more triples of type, vendor and device before its bytes (bios_extract,
 * csmcoreparse.py).
 */
public final class CsmTableHandler implements InnerFormat {

  private static final FormatInfo INFO =
      new FormatInfo(
          "ami-csmcore",
          "AMI CSMCORE table",
          "AMI Aptio",
          "the ROMs of file a062cf1f-8473-4aa3-8793-600bc4ffe9a8, each with its ids",
          "",
          FormatInfo.Proof.REAL_FILE,
          List.of("bios_extract csmcoreparse.py"));

  private static final int RECORD = 10;
  private static final int TRIPLE = 6;
  private static final long REST = 0xffff_ffffL;

  /** Types are small numbers, or 0xa0 with a count. */
  private static final int LAST_TYPE = 0xff;

  private static final int MANY = 0xa0;

  /** No table has more records; real ones have a dozen. */
  private static final int MOST = 1 << 12;

  @Override
  public FormatInfo info() {
    return INFO;
  }

  @Override
  public Opened open(Slice container, Allowance allowance) {
    Opened.Builder opened = Opened.builder();
    long at = 0;
    for (int count = 0; count < MOST && container.has(at, RECORD); count++) {
      int type = container.u16(at);
      boolean many = type >> 8 == MANY;
      long data = at + RECORD + (many ? TRIPLE * (type & 0xff) : 0);
      long size = container.u32(at + 6);
      size = size == REST ? Math.max(0, container.length() - data) : size;
      if (!(many || type <= LAST_TYPE) || !container.has(data, size)) {
        break;
      }
      opened.structure(new Range(container.offset() + at, RECORD));
      if (size > 0) {
        opened.child(
            Child.stored(
                Step.within(
                    String.format(
                        Locale.US,
                        "csmcore %04x:%04x",
                        container.u16(at + 2),
                        container.u16(at + 4))),
                container.slice(data, size)));
      }
      at = data + size;
    }
    return opened.build();
  }
}
