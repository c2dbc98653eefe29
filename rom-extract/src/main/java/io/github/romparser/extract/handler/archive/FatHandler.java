package io.github.romparser.extract.handler.archive;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.FormatInfo;
import io.github.romparser.extract.spi.Found;
import io.github.romparser.extract.spi.Handler;
import io.github.romparser.extract.spi.Magic;
import io.github.romparser.extract.spi.Opened;
import java.util.List;
import java.util.Optional;

/** FAT file systems: floppy disks, partitions, EFI system partitions. */
public final class FatHandler implements Handler {

  private static final FormatInfo INFO =
      new FormatInfo(
          "fat",
          "FAT12, FAT16, FAT32",
          "Microsoft; boot disks of updates",
          "long names, sub-folders, fragmented files",
          "deleted files are not listed, but free space is searched; no exFAT",
          FormatInfo.Proof.OWN_TOOL,
          List.of("Microsoft FAT specification", "dosfstools"));

  /** The name of the kind in the boot sector of FAT12 and FAT16, and of FAT32. */
  private static final int KIND = 0x36;

  private static final int KIND_32 = 0x52;

  /** Called by the {@link java.util.ServiceLoader}. */
  public FatHandler() {}

  @Override
  public FormatInfo info() {
    return INFO;
  }

  /** Old boot sectors do not name their kind. */
  @Override
  public List<Magic> magics() {
    return List.of(
        Magic.text("FAT12   ", KIND),
        Magic.text("FAT16   ", KIND),
        Magic.text("FAT32   ", KIND_32),
        Magic.hex("55 aa", FatVolume.SIGNATURE_AT).atStart());
  }

  @Override
  public Optional<Found> probe(Slice area, long start, Allowance allowance) {
    allowance.work(FatVolume.SECTOR);
    return FatVolume.read(area.from(start))
        .map(volume -> Found.upTo(Math.min(area.length(), start + volume.size())));
  }

  @Override
  public Opened open(Slice container, Allowance allowance) {
    Opened.Builder opened = Opened.builder();
    FatVolume.read(container)
        .ifPresent(
            volume -> {
              opened.structure(container.clamp(0, FatVolume.SECTOR).range());
              opened.structure(
                  container.clamp(volume.fatAt(), volume.fatsEnd() - volume.fatAt()).range());
              new FatWalk(INFO.id(), container, volume, allowance, opened).walk();
            });
    return opened.build();
  }
}
