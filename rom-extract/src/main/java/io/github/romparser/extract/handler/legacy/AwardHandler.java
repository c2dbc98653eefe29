package io.github.romparser.extract.handler.legacy;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.handler.archive.LhaMember;
import io.github.romparser.extract.handler.archive.LhaMembers;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.FormatInfo;
import io.github.romparser.extract.spi.Found;
import io.github.romparser.extract.spi.Handler;
import io.github.romparser.extract.spi.Magic;
import io.github.romparser.extract.spi.Opened;
import java.util.List;
import java.util.Optional;

/**
 * BIOS images of Award: modules that are files of LHA archives, one behind the other with a byte
 * between them, in an image whose boot block knows where they are. The time of a module is where it
 * is loaded to, and is not looked at.
 */
public final class AwardHandler implements Handler {

  private static final FormatInfo INFO =
      new FormatInfo(
          "award",
          "Award BIOS",
          "Award, Phoenix; mainboards from 1994 to about 2010",
          "all modules, stored ones too, with their names; modules in modules; damaged and cut"
              + " modules as far as they go",
          "without its boot block an image is told as lha; headers with a wrong sum are passed over;"
              + " the modules' checksum bytes are not looked at",
          FormatInfo.Proof.REAL_FILE,
          List.of("coreboot bios_extract, src/award.c", "BIOSUtilities, award_bios_extract.py"));

  /** Called by the {@link java.util.ServiceLoader}. */
  public AwardHandler() {}

  @Override
  public FormatInfo info() {
    return INFO;
  }

  @Override
  public List<Magic> magics() {
    // Both stand in the boot block; either may be missing or changed by a board's maker.
    return List.of(Magic.inside("= Award Decompression Bios ="), Magic.inside("Award BootBlock"));
  }

  @Override
  public Optional<Found> probe(Slice area, long start, Allowance allowance) {
    boolean member = new LhaMembers(INFO.id(), area, allowance).next(start) >= 0;
    return member ? Optional.of(Found.upTo(area.length())) : Optional.empty();
  }

  @Override
  public Opened open(Slice container, Allowance allowance) {
    Opened.Builder opened = Opened.builder();
    LhaMembers members = new LhaMembers(INFO.id(), container, allowance);
    long at = members.next(0);
    while (at >= 0) {
      LhaMember member = LhaMember.read(container, at).orElseThrow();
      at = members.next(members.open(at, member, opened));
    }
    return opened.build();
  }
}
