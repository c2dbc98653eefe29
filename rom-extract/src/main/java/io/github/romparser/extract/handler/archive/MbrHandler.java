package io.github.romparser.extract.handler.archive;

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

/** Images of disks with partitions. */
public final class MbrHandler implements Handler {

  private static final FormatInfo INFO =
      new FormatInfo(
          "mbr",
          "Disk image with partitions",
          "IBM PC; boot disks of updates",
          "master boot record with primary and logical partitions, GUID partition table",
          "sectors of 512 bytes; known only where it is a file or part of its own",
          FormatInfo.Proof.OWN_TOOL,
          List.of("UEFI specification 2.10, chapter 5", "Linux, block/partitions/msdos.c"));

  /** Called by the {@link java.util.ServiceLoader}. */
  public MbrHandler() {}

  @Override
  public FormatInfo info() {
    return INFO;
  }

  @Override
  public List<Magic> magics() {
    return List.of(Magic.hex("55 aa", FatVolume.SIGNATURE_AT).atStart());
  }

  /**
   * Two bytes are not much: they have to be in the first sector of all that there is, and all
   * entries have to make sense together.
   */
  @Override
  public Optional<Found> probe(Slice area, long start, Allowance allowance) {
    if (start > 0) {
      return Optional.empty();
    }
    PartitionTable table = PartitionTable.read(area, allowance);
    return table.sound()
        ? Optional.of(Found.upTo(Math.min(area.length(), table.end())))
        : Optional.empty();
  }

  @Override
  public Opened open(Slice container, Allowance allowance) {
    Opened.Builder opened = Opened.builder();
    PartitionTable table = PartitionTable.read(container, allowance);
    if (!table.sound()) {
      return opened.build();
    }
    table.tables().forEach(sectors -> opened.structure(sectors.range()));
    for (PartitionTable.Partition partition : table.partitions()) {
      Slice bytes = container.clamp(partition.at(), partition.size());
      if (bytes.length() > 0) {
        opened.child(Child.stored(Step.within(partition.name()), bytes));
      }
      if (bytes.length() < partition.size()) {
        opened.trouble(Trouble.Reason.TRUNCATED, bytes.offset(), partition.name());
      }
    }
    return opened.build();
  }
}
