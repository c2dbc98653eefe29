package io.github.romparser.extract.handler.raw;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.FormatInfo;
import io.github.romparser.extract.spi.Found;
import io.github.romparser.extract.spi.Handler;
import io.github.romparser.extract.spi.Magic;
import io.github.romparser.extract.spi.Opened;
import io.github.romparser.extract.spi.Product;
import io.github.romparser.extract.spi.Step;
import io.github.romparser.vendor.intel.Vbt;
import java.util.List;
import java.util.Optional;

/** Intel's video BIOS table, which UEFI firmware keeps beside the driver that reads it. */
public final class VbtHandler implements Handler {

  private static final FormatInfo INFO =
      new FormatInfo(
          "intel-vbt",
          "Intel video BIOS table",
          "Intel graphics, any firmware",
          "found wherever it stands, written out at its own length",
          "",
          FormatInfo.Proof.REAL_FILE,
          List.of("Linux drivers/gpu/drm/i915/display/intel_vbt_defs.h"));

  /** Called by the {@link java.util.ServiceLoader}. */
  public VbtHandler() {}

  @Override
  public FormatInfo info() {
    return INFO;
  }

  @Override
  public List<Magic> magics() {
    return List.of(Magic.text("$VBT "));
  }

  /** A table with a header of blocks, so that the mere characters in a driver are none. */
  @Override
  public Optional<Found> probe(Slice area, long start, Allowance allowance) {
    Optional<Vbt> vbt = Vbt.read(area.from(start)).filter(table -> table.bdb().isPresent());
    vbt.ifPresent(table -> allowance.work(table.bytes().length()));
    return vbt.filter(table -> table.bytes().length() > 0)
        .map(table -> Found.upTo(start + table.bytes().length(), Step.within("vbt")));
  }

  @Override
  public Opened open(Slice container, Allowance allowance) {
    Opened.Builder opened = Opened.builder().structure(container.range());
    Vbt.read(container)
        .ifPresent(
            vbt ->
                opened.product(
                    new Product.VideoBiosTable(vbt.bytes(), vbt.header().platform().strip())));
    return opened.build();
  }
}
