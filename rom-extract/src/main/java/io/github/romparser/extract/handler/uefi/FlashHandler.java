package io.github.romparser.extract.handler.uefi;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Child;
import io.github.romparser.extract.spi.FormatInfo;
import io.github.romparser.extract.spi.Found;
import io.github.romparser.extract.spi.Handler;
import io.github.romparser.extract.spi.Magic;
import io.github.romparser.extract.spi.Opened;
import io.github.romparser.extract.spi.Step;
import io.github.romparser.rom.RomChain;
import io.github.romparser.rom.RomReader;
import io.github.romparser.rom.RomScanner;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Images of flash chips with Intel's descriptor. It names the regions and limits nothing: where a
 * volume or a ROM lies across the border of a region, the descriptor is wrong, and the image is
 * searched as if there were none.
 */
public final class FlashHandler implements Handler {

  private static final FormatInfo INFO =
      new FormatInfo(
          "intel-flash",
          "Intel flash descriptor",
          "Intel platforms",
          "the names of the regions; all of them are searched",
          "the firmware of the management engine is not unpacked",
          FormatInfo.Proof.SYNTHETIC,
          List.of("UEFITool common/descriptor.h", "coreboot util/ifdtool"));

  @Override
  public FormatInfo info() {
    return INFO;
  }

  @Override
  public List<Magic> magics() {
    return List.of(
        Magic.hex(FlashDescriptor.SIGNATURE, FlashDescriptor.SIGNATURE_AT),
        Magic.hex(FlashDescriptor.SIGNATURE));
  }

  @Override
  public Optional<Found> probe(Slice area, long start, Allowance allowance) {
    return FlashDescriptor.read(area.from(start)).map(found -> Found.upTo(area.length()));
  }

  @Override
  public Opened open(Slice container, Allowance allowance) {
    List<FlashDescriptor.Region> regions =
        FlashDescriptor.read(container).map(FlashDescriptor::regions).orElse(List.of());
    allowance.work(2L * container.length());
    Opened.Builder opened = Opened.builder();
    if (crossed(container, regions)) {
      return opened.child(Child.stored(Step.within("flash"), container)).build();
    }
    for (FlashDescriptor.Region region : regions) {
      opened.child(
          Child.stored(
              Step.element("region " + region.name()),
              container.slice(region.start(), region.end() - region.start())));
    }
    return opened.build();
  }

  /** Whether something lies across the border of a region. */
  private static boolean crossed(Slice flash, List<FlashDescriptor.Region> regions) {
    long[] borders =
        regions.stream().flatMapToLong(r -> LongStream.of(r.start(), r.end())).toArray();
    int signature = flash.indexOf(FirmwareVolume.SIGNATURE, 0);
    while (signature >= 0) {
      long start = (long) signature - FirmwareVolume.SIGNATURE_AT;
      Optional<FirmwareVolume> volume = FirmwareVolume.read(flash, start);
      if (volume.isPresent() && across(borders, start, start + volume.get().length())) {
        return true;
      }
      long next = volume.map(v -> start + v.length()).orElse(signature + 1L);
      signature = flash.indexOf(FirmwareVolume.SIGNATURE, Math.max(next, signature + 1L));
    }
    long at = RomScanner.next(flash, 0);
    while (at >= 0) {
      Optional<RomChain> chain = RomReader.readChain(flash, at);
      long end = chain.map(c -> c.end() - flash.offset()).orElse(at);
      if (across(borders, at, end)) {
        return true;
      }
      at = RomScanner.next(flash, Math.max(at + 1, end));
    }
    return false;
  }

  private static boolean across(long[] borders, long start, long end) {
    return LongStream.of(borders).anyMatch(border -> start < border && border < end);
  }
}
