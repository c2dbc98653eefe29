package io.github.romparser.extract.handler.vendor;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Child;
import io.github.romparser.extract.spi.FormatInfo;
import io.github.romparser.extract.spi.InnerFormat;
import io.github.romparser.extract.spi.Opened;
import io.github.romparser.extract.spi.Step;
import io.github.romparser.rom.RomChain;
import io.github.romparser.rom.RomReader;
import io.github.romparser.rom.RomScanner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Files of AMI's BIOS Guard, joined. Each is searched for itself, so that its name is told; but
 * where a ROM or a volume runs from one into the next they are searched as one, so that nothing is
 * cut and nothing is found twice.
 *
 * @param info the format
 * @param stretches the files in their order
 */
record PfatImage(FormatInfo info, List<Stretch> stretches) implements InnerFormat {

  /**
   * A file.
   *
   * @param name as the list has it
   * @param length in bytes
   */
  record Stretch(String name, long length) {}

  /** A volume's signature, its place and that of the volume's length (UEFI PI, volume 3, 3.2.1). */
  private static final String VOLUME = "_FVH";

  private static final int VOLUME_AT = 0x28;
  private static final int VOLUME_LENGTH_AT = 0x20;

  /** What looking for a ROM at a place costs. */
  private static final int LOOK = 64;

  /** Copies the list without what is empty. */
  PfatImage {
    stretches = stretches.stream().filter(stretch -> stretch.length() > 0).toList();
  }

  @Override
  public Opened open(Slice container, Allowance allowance) {
    Opened.Builder opened = Opened.builder();
    boolean[] joined = joined(container, allowance);
    long from = 0;
    long at = 0;
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < stretches.size(); i++) {
      Stretch stretch = stretches.get(i);
      name.append(name.isEmpty() ? "" : " + ").append(stretch.name());
      at += stretch.length();
      if (!joined[i]) {
        Step step = Step.file(info.id(), name.toString());
        opened.child(Child.stored(step, container.clamp(from, at - from)));
        from = at;
        name.setLength(0);
      }
    }
    return opened.build();
  }

  /** For each file, whether something runs from it into the next. */
  private boolean[] joined(Slice image, Allowance allowance) {
    long[] ends = new long[stretches.size()];
    long end = 0;
    for (int i = 0; i < ends.length; i++) {
      end += stretches.get(i).length();
      ends[i] = end;
    }
    // How much more begins than ends at each border, so that a long run costs no more than a short.
    int[] change = new int[ends.length + 1];
    for (long[] run : runs(image, allowance)) {
      int first = borderBehind(ends, run[0]);
      int behind = borderBehind(ends, run[1] - 1);
      if (first < behind) {
        change[first]++;
        change[behind]--;
      }
    }
    boolean[] joined = new boolean[ends.length];
    int running = 0;
    for (int i = 0; i < ends.length; i++) {
      running += change[i];
      joined[i] = running > 0 && i + 1 < ends.length;
    }
    return joined;
  }

  /** The first border behind a place. */
  private static int borderBehind(long[] ends, long place) {
    int found = Arrays.binarySearch(ends, place);
    return Math.min(ends.length - 1, found >= 0 ? found + 1 : -found - 1);
  }

  /** Where ROMs and volumes begin and end. */
  private static List<long[]> runs(Slice image, Allowance allowance) {
    List<long[]> runs = new ArrayList<>();
    long at = RomScanner.next(image, 0);
    while (at >= 0) {
      allowance.work(LOOK);
      long end = RomReader.readChain(image, at).map(RomChain::end).orElse(0L) - image.offset();
      if (end > at) {
        runs.add(new long[] {at, Math.min(end, image.length())});
      }
      at = RomScanner.next(image, Math.max(at + 1, end));
    }
    at = image.indexOf(VOLUME, VOLUME_AT);
    while (at >= 0) {
      allowance.work(LOOK);
      long start = at - VOLUME_AT;
      long length = image.u32(start + VOLUME_LENGTH_AT);
      if (length > VOLUME_AT
          && image.u32(start + VOLUME_LENGTH_AT + 4) == 0
          && image.has(start, length)) {
        runs.add(new long[] {start, start + length});
      }
      at = image.indexOf(VOLUME, at + 1);
    }
    return runs;
  }
}
