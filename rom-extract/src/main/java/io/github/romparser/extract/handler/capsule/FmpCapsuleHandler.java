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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Capsules of the firmware management protocol: drivers and payloads for one device or several
 * (UEFI 2.10 §23.3).
 *
 * <p>Behind the capsule's header are a version (offset 0, 4 bytes), the number of drivers (4, 2
 * bytes), the number of payloads (6, 2 bytes) and the offset of each, drivers first (8 bytes each,
 * from here).
 */
public final class FmpCapsuleHandler implements Handler {

  private static final Guid FMP = Guid.of("6dcbd5ed-e82d-4c44-bda1-7194199ad92a");

  private static final int HEADER = 8;
  private static final int OFFSET = 8;

  private static final FormatInfo INFO =
      new FormatInfo(
          "fmp-capsule",
          "FMP capsule",
          "edk2; LVFS",
          "embedded drivers and payloads, with or without authentication, which is not checked",
          "dependency expressions are not evaluated",
          FormatInfo.Proof.OWN_TOOL,
          List.of("UEFI 2.10, 23.3", "edk2 BaseTools GenerateCapsule.py"));

  @Override
  public FormatInfo info() {
    return INFO;
  }

  @Override
  public List<Magic> magics() {
    return List.of(Magic.hex(FMP.stored()));
  }

  @Override
  public Optional<Found> probe(Slice area, long start, Allowance allowance) {
    return CapsuleHeader.read(area, start)
        .map(capsule -> Found.upTo(start + capsule.length(), Step.element("fmp capsule")));
  }

  @Override
  public Opened open(Slice container, Allowance allowance) {
    Opened.Builder opened = Opened.builder();
    Optional<CapsuleHeader> header = CapsuleHeader.read(container, 0);
    if (header.isPresent()) {
      header.get().describe(container, opened);
      items(container.from(header.get().headerLength()), opened);
    }
    return opened.build();
  }

  /** Drivers and payloads; where what is told of them cannot be, all of it is searched at once. */
  private static void items(Slice body, Opened.Builder opened) {
    if (!body.has(0, HEADER)) {
      return;
    }
    opened.structure(new Range(body.offset(), HEADER));
    int drivers = body.u16(4);
    List<Slice> items = items(body, drivers + body.u16(6));
    List<FmpPayload> payloads =
        items.stream().skip(drivers).flatMap(item -> FmpPayload.read(item).stream()).toList();
    if (items.isEmpty() || payloads.size() < items.size() - drivers) {
      opened.child(Child.stored(Step.within("image"), body.from(HEADER)));
      return;
    }
    opened.structure(Range.between(body.offset(), items.get(0).offset()));
    for (int i = 0; i < items.size(); i++) {
      if (i < drivers) {
        child("driver " + i, items.get(i), opened);
      } else {
        FmpPayload payload = payloads.get(i - drivers);
        opened.structure(new Range(items.get(i).offset(), payload.headerLength()));
        child("payload " + (i - drivers) + " " + payload.type(), payload.image(), opened);
      }
    }
  }

  private static void child(String name, Slice bytes, Opened.Builder opened) {
    if (bytes.length() > 0) {
      opened.child(Child.stored(Step.within(name), bytes));
    }
  }

  /** Items as the table has them, each up to the next; none if they do not follow each other. */
  private static List<Slice> items(Slice body, int count) {
    long table = HEADER + (long) count * OFFSET;
    if (!body.has(0, table)) {
      return List.of();
    }
    List<Slice> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long start = offset(body, i);
      long end = i + 1 < count ? offset(body, i + 1) : body.length();
      boolean first = i > 0 || start == table;
      if (!first || end < start || !body.has(start, end - start)) {
        return List.of();
      }
      items.add(body.slice(start, end - start));
    }
    return items;
  }

  private static long offset(Slice body, int item) {
    long at = HEADER + (long) item * OFFSET;
    return body.u32(at + 4) == 0 ? body.u32(at) : Long.MAX_VALUE;
  }
}
