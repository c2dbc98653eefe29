package io.github.romparser.extract.handler.vendor;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.codec.BoundedOutput;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Child;
import io.github.romparser.extract.spi.Decoded;
import io.github.romparser.extract.spi.FormatInfo;
import io.github.romparser.extract.spi.Found;
import io.github.romparser.extract.spi.Handler;
import io.github.romparser.extract.spi.Magic;
import io.github.romparser.extract.spi.Opened;
import io.github.romparser.extract.spi.Step;
import io.github.romparser.extract.spi.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * AMI's files for Intel BIOS Guard: files cut into blocks that the processor writes to the flash
 * chip. The files are joined in their order, and what follows the last block comes last.
 */
public final class AmiPfatHandler implements Handler {

  private static final FormatInfo INFO =
      new FormatInfo(
          "ami-pfat",
          "AMI BIOS Guard (PFAT)",
          "AMI; ASUS, Clevo, Tongfang, Panasonic",
          "files of blocks, signed and not, joined; what a ROM or a volume runs over is told as one"
              + " part",
          "scripts are not run: files are joined in the order of the list; signatures are not"
              + " checked",
          FormatInfo.Proof.SYNTHETIC,
          List.of("BIOSUtilities ami_pfat_extract.py"));

  private static final String BEHIND = "behind the last block";

  /** So many files that lack blocks are told. */
  private static final int MOST_TROUBLES = 8;

  /** Called by the {@link java.util.ServiceLoader}. */
  public AmiPfatHandler() {}

  @Override
  public FormatInfo info() {
    return INFO;
  }

  @Override
  public List<Magic> magics() {
    return List.of(Magic.text(PfatIndex.TAG, PfatIndex.TAG_AT));
  }

  /** Nothing says where it ends, and what follows belongs to it. */
  @Override
  public Optional<Found> probe(Slice area, long start, Allowance allowance) {
    return PfatIndex.begins(area.from(start))
        ? Optional.of(Found.upTo(area.length()))
        : Optional.empty();
  }

  @Override
  public Opened open(Slice container, Allowance allowance) {
    Opened.Builder opened = Opened.builder();
    Optional<PfatIndex> index = PfatIndex.read(container);
    if (index.isEmpty()) {
      return opened.build();
    }
    opened.structure(new Range(container.offset(), index.get().length()));
    if (index.get().claimed() != index.get().length()) {
      opened.trouble(
          Trouble.Reason.DAMAGED,
          container.offset(),
          "a list of " + index.get().claimed() + " bytes");
    }
    List<Slice> data = new ArrayList<>();
    List<PfatImage.Stretch> stretches = new ArrayList<>();
    PfatBlocks blocks = new PfatBlocks(container, index.get().length());
    int troubles = 0;
    for (PfatIndex.File file : index.get().files()) {
      List<Slice> taken = blocks.take(file.blocks());
      allowance.work(1L + taken.size());
      if ((taken.size() < file.blocks() || blocks.cut()) && troubles++ < MOST_TROUBLES) {
        opened.trouble(
            Trouble.Reason.TRUNCATED,
            container.offset() + blocks.at(),
            file.name() + ", " + taken.size() + " of " + file.blocks() + " blocks");
      }
      data.addAll(taken);
      stretches.add(
          new PfatImage.Stretch(file.name(), taken.stream().mapToLong(Slice::length).sum()));
    }
    Slice behind = container.from(blocks.at());
    data.add(behind);
    stretches.add(new PfatImage.Stretch(BEHIND, behind.length()));
    Range source = Range.between(container.offset() + index.get().length(), container.end());
    return opened
        .child(
            Child.packed(Step.UNSEEN, source, a -> join(data, a), new PfatImage(INFO, stretches)))
        .build();
  }

  private static Decoded join(List<Slice> data, Allowance allowance) {
    BoundedOutput out = new BoundedOutput(allowance);
    for (Slice piece : data) {
      allowance.work(piece.length());
      DellFlashImage.write(out, piece);
    }
    return Decoded.of(out.toSlice());
  }
}
