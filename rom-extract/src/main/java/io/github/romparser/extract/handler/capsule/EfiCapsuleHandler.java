package io.github.romparser.extract.handler.capsule;

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
import java.util.Map;
import java.util.Optional;

/** Capsules whose content follows the header as it is. */
public final class EfiCapsuleHandler implements Handler {

  private static final Guid TOSHIBA = Guid.of("3be07062-1d51-45d2-832b-f093257ed461");

  /** GUIDs: UEFITool common/ffs.h. */
  private static final Map<Guid, String> KINDS =
      Map.of(
          Guid.of("3b6686bd-0d76-4030-b70e-b5519e2fc5a0"),
          "efi capsule",
          Guid.of("539182b9-abb5-4391-b69a-e3a943f72fcc"),
          "intel capsule",
          Guid.of("e20bafd3-9914-4f4f-9537-3129e090eb3c"),
          "lenovo capsule",
          Guid.of("25b5fe76-8243-4a5c-a9bd-7ee3246198b5"),
          "lenovo capsule",
          TOSHIBA,
          "toshiba capsule");

  private static final FormatInfo INFO =
      new FormatInfo(
          "efi-capsule",
          "EFI capsule",
          "edk2, Intel, Lenovo, Toshiba",
          "capsules of these vendors, also with a wrong size",
          "capsules with other GUIDs are searched as they are",
          FormatInfo.Proof.OWN_TOOL,
          List.of("UEFI 2.10, 8.5.3", "edk2 BaseTools GenFv -c", "UEFITool common/ffs.h"));

  @Override
  public FormatInfo info() {
    return INFO;
  }

  @Override
  public List<Magic> magics() {
    return KINDS.keySet().stream().map(Guid::stored).sorted().map(Magic::hex).toList();
  }

  @Override
  public Optional<Found> probe(Slice area, long start, Allowance allowance) {
    return read(area, start)
        .map(
            capsule ->
                Found.upTo(
                    start + capsule.length(),
                    Step.element(KINDS.getOrDefault(capsule.guid(), "capsule"))));
  }

  @Override
  public Opened open(Slice container, Allowance allowance) {
    Opened.Builder opened = Opened.builder();
    read(container, 0)
        .ifPresent(
            capsule -> {
              capsule.describe(container, opened);
              opened.child(
                  Child.stored(Step.within("image"), container.from(capsule.headerLength())));
            });
    return opened.build();
  }

  private static Optional<CapsuleHeader> read(Slice area, long at) {
    boolean toshiba = area.has(at, Guid.LENGTH) && Guid.read(area, at).equals(TOSHIBA);
    return toshiba ? CapsuleHeader.readToshiba(area, at) : CapsuleHeader.read(area, at);
  }
}
