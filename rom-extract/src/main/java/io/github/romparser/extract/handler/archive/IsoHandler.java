package io.github.romparser.extract.handler.archive;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.FormatInfo;
import io.github.romparser.extract.spi.Found;
import io.github.romparser.extract.spi.Handler;
import io.github.romparser.extract.spi.Magic;
import io.github.romparser.extract.spi.Opened;
import io.github.romparser.extract.spi.Step;
import io.github.romparser.extract.spi.Trouble;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Images of CDs: ISO 9660, and the disks that El Torito lets computers start from. */
public final class IsoHandler implements Handler {

  private static final FormatInfo INFO =
      new FormatInfo(
          "iso",
          "ISO 9660",
          "Ecma; bootable CDs of Lenovo and others",
          "names of Rock Ridge, Joliet or plain; files in several extents; El Torito boot images",
          "UDF alone, interleaved files, zisofs and multi-session images are not read",
          FormatInfo.Proof.OWN_TOOL,
          List.of(
              "ECMA-119",
              "Joliet Specification",
              "IEEE P1281, P1282",
              "\"El Torito\" Bootable CD-ROM Format Specification 1.0"));

  /** So many files that are not whole are told, the rest is left out. */
  private static final int MOST_TROUBLES = 64;

  /** Called by the {@link java.util.ServiceLoader}. */
  public IsoHandler() {}

  @Override
  public FormatInfo info() {
    return INFO;
  }

  @Override
  public List<Magic> magics() {
    return List.of(Magic.text(IsoVolume.MAGIC, IsoVolume.DESCRIPTORS));
  }

  @Override
  public Optional<Found> probe(Slice area, long start, Allowance allowance) {
    allowance.work(IsoVolume.SECTOR);
    return IsoVolume.read(area.from(start))
        .map(volume -> Found.upTo(Math.min(area.length(), start + volume.size())));
  }

  @Override
  public Opened open(Slice container, Allowance allowance) {
    Opened.Builder opened = Opened.builder();
    IsoVolume.read(container).ifPresent(volume -> open(container, volume, opened, allowance));
    return opened.build();
  }

  /** Something that has bytes: a file, or a boot image that is no file. */
  private record Item(Step step, Extents extents, long size, boolean boot) {
    long first() {
      return extents.runs().get(0).offset();
    }
  }

  private static void open(
      Slice image, IsoVolume volume, Opened.Builder opened, Allowance allowance) {
    int head = IsoVolume.DESCRIPTORS;
    opened.structure(image.clamp(head, volume.end() - head).range());
    IsoTree tree = new IsoTree(image, allowance);
    tree.walk(volume);
    tree.folders().forEach(opened::structure);
    List<Item> items = new ArrayList<>();
    int troubles = 0;
    for (IsoTree.File file : tree.files()) {
      if (file.extents().length() < file.size() && troubles++ < MOST_TROUBLES) {
        opened.trouble(Trouble.Reason.TRUNCATED, image.end(), file.path());
      }
      if (file.extents().length() > 0) {
        Step step = Step.file(INFO.id(), file.path());
        items.add(new Item(step, file.extents(), file.size(), false));
      }
    }
    volume.catalog().ifPresent(at -> boot(image, at, items, opened, allowance));
    items.sort(Comparator.comparingLong(Item::first).thenComparing(Item::boot));
    add(image, items, opened);
  }

  private static void boot(
      Slice image, long catalog, List<Item> items, Opened.Builder opened, Allowance allowance) {
    opened.structure(image.clamp(catalog, ElTorito.ENTRY).range());
    int number = 0;
    for (Slice boot : ElTorito.images(image, catalog, allowance)) {
      Extents extents = new Extents(image);
      extents.add(boot.offset() - image.offset(), boot.length());
      Step step = Step.within("boot image " + ++number);
      items.add(new Item(step, extents, boot.length(), true));
    }
  }

  /** What begins where something else does, or lies in it, is looked at once. */
  private static void add(Slice image, List<Item> items, Opened.Builder opened) {
    long known = image.offset();
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      List<Slice> runs = item.extents().runs();
      if (runs.size() > 1) {
        long end = ascending(runs, known);
        if (end > 0) {
          item.extents().addTo(opened, item.step());
          known = end;
        } else {
          opened.trouble(
              Trouble.Reason.DAMAGED, item.first(), item.step().text() + ": extents in disorder");
        }
        continue;
      }
      Slice all = runs.get(0);
      long from = Math.max(known, all.offset());
      long to = all.end();
      if (item.boot() && i + 1 < items.size()) {
        // Its size is a guess, that of a file is not.
        to = Math.min(to, Math.max(items.get(i + 1).first(), from));
      }
      if (from < to) {
        Extents rest = new Extents(image);
        rest.add(from - image.offset(), to - from);
        rest.addTo(opened, item.step());
        known = to;
      }
    }
  }

  /** The end of stretches that lie behind each other and behind what is known; else 0. */
  private static long ascending(List<Slice> runs, long known) {
    long end = known;
    for (Slice run : runs) {
      if (run.offset() < end) {
        return 0;
      }
      end = run.end();
    }
    return end;
  }
}
