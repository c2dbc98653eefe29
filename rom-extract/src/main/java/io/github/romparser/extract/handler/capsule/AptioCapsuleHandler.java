package io.github.romparser.extract.handler.capsule;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.handler.uefi.Guid;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Child;
import io.github.romparser.extract.spi.FormatInfo;
import io.github.romparser.extract.spi.Found;
import io.github.romparser.extract.spi.Handler;
import io.github.romparser.extract.spi.Magic;
import io.github.romparser.extract.spi.Opened;
import io.github.romparser.extract.spi.Step;
import java.util.List;
import java.util.Optional;

/**
 * AMI's capsules. Behind the usual header are the offset of the image (28, 2 bytes) and that of its
 * layout (30, 2 bytes), both from the start of the capsule (UEFITool common/ffs.h,
 * APTIO_CAPSULE_HEADER).
 */
public final class AptioCapsuleHandler implements Handler {

  private static final Guid SIGNED = Guid.of("4a3ca68b-7723-48fb-803d-578cc1fec44d");
  private static final Guid UNSIGNED = Guid.of("14eebb90-890a-43db-aed1-5d3c4588a418");

  private static final int IMAGE_AT = CapsuleHeader.LENGTH;
  private static final int LENGTH = IMAGE_AT + 4;

  private static final FormatInfo INFO =
      new FormatInfo(
          "aptio-capsule",
          "AMI Aptio capsule",
          "AMI; ASUS",
          "signed and unsigned capsules, without looking at the signature",
          "",
          FormatInfo.Proof.SYNTHETIC,
          List.of("UEFITool common/ffs.h"));

  @Override
  public FormatInfo info() {
    return INFO;
  }

  @Override
  public List<Magic> magics() {
    return List.of(Magic.hex(SIGNED.stored()), Magic.hex(UNSIGNED.stored()));
  }

  @Override
  public Optional<Found> probe(Slice area, long start, Allowance allowance) {
    return CapsuleHeader.read(area, start)
        .filter(capsule -> capsule.length() > LENGTH)
        .map(capsule -> Found.upTo(start + capsule.length(), Step.element("aptio capsule")));
  }

  @Override
  public Opened open(Slice container, Allowance allowance) {
    Opened.Builder opened = Opened.builder();
    CapsuleHeader.read(container, 0)
        .filter(capsule -> container.has(0, LENGTH))
        .ifPresent(
            capsule -> {
              capsule.describe(container, opened);
              opened.structure(new Range(container.offset(), LENGTH));
              int stated = container.u16(IMAGE_AT);
              boolean right = stated >= LENGTH && stated < container.length();
              long image = right ? stated : Math.max(LENGTH, capsule.headerLength());
              opened.child(Child.stored(Step.within("image"), container.from(image)));
            });
    return opened.build();
  }
}
