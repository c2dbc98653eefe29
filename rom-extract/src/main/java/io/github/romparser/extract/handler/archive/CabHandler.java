package io.github.romparser.extract.handler.archive;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Child;
import io.github.romparser.extract.spi.Decoder;
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

/** Cabinets, wherever they begin: alone, or behind the programs of updates. */
public final class CabHandler implements Handler {

  private static final FormatInfo INFO =
      new FormatInfo(
          "cab",
          "Microsoft Cabinet",
          "Microsoft; HP, Panasonic, LVFS",
          "stored, MSZIP, LZX with windows of 32 KiB to 2 MiB; what is reserved; sums are checked",
          "no Quantum; files that go on in another cabinet of a set are told, not joined",
          FormatInfo.Proof.OWN_TOOL,
          List.of(
              "[MS-CAB]",
              "[MS-MCI]",
              "Microsoft LZX Data Compression Format",
              "[MS-PATCH]",
              "libmspack"));

  /** So many files that are not here are told, the rest is left out. */
  private static final int MOST_TROUBLES = 64;

  /** Called by the {@link java.util.ServiceLoader}. */
  public CabHandler() {}

  @Override
  public FormatInfo info() {
    return INFO;
  }

  @Override
  public List<Magic> magics() {
    return List.of(Magic.text(CabHeader.MAGIC));
  }

  @Override
  public Optional<Found> probe(Slice area, long start, Allowance allowance) {
    return size(area.from(start), area.length() - start, allowance)
        .map(size -> Found.upTo(start + size));
  }

  /**
   * How long the cabinet is whose first bytes these are, as far as it is there.
   *
   * @param first its first bytes, or all
   * @param available how many there are of it at most
   * @param allowance told of the header that is looked at
   * @return in bytes, at most {@code available}; empty if it is no cabinet
   */
  public static Optional<Long> size(Slice first, long available, Allowance allowance) {
    allowance.work(CabHeader.LENGTH);
    return CabHeader.read(first)
        .filter(header -> CabFile.plausible(first, header.files()))
        .map(header -> Math.min(header.size(), available));
  }

  /**
   * How many bytes of a cabinet its own lists tell of. Where it claims to be longer, what is behind
   * may well be something else.
   *
   * @param cabinet all of it, as far as it is there
   * @param allowance told of the list of folders that is looked at
   * @return the end of the last list or data block, in bytes from the start of the cabinet; 0 if it
   *     is none
   */
  public static long used(Slice cabinet, Allowance allowance) {
    long used = 0;
    Optional<CabHeader> header = CabHeader.read(cabinet);
    if (header.isPresent()) {
      used = CabFile.readAll(cabinet, header.get()).end();
      for (CabFolder folder : CabFolder.readAll(cabinet, header.get(), allowance)) {
        used = Math.max(used, folder.data().end() - cabinet.offset());
      }
    }
    return used;
  }

  @Override
  public Opened open(Slice container, Allowance allowance) {
    Opened.Builder opened = Opened.builder();
    Optional<CabHeader> read = CabHeader.read(container);
    if (read.isEmpty()) {
      return opened.build();
    }
    CabHeader header = read.get();
    List<CabFolder> folders = CabFolder.readAll(container, header, allowance);
    CabFile.Table table = CabFile.readAll(container, header);
    allowance.work(table.end());
    opened.structure(container.clamp(0, table.end()).range());
    if (folders.size() < header.folderCount() || table.files().size() < header.fileCount()) {
      boolean cut = container.length() < header.size();
      opened.trouble(
          cut ? Trouble.Reason.TRUNCATED : Trouble.Reason.DAMAGED,
          container.offset() + table.end(),
          "cabinet, list of files");
    }
    new Filing(opened, header, folders).file(table.files());
    return opened.build();
  }

  /** Puts files into their folders. */
  private static final class Filing {
    private final Opened.Builder opened;
    private final CabHeader header;
    private final List<CabFolder> folders;
    private final List<List<CabFile>> contents = new ArrayList<>();
    private int troubles;

    Filing(Opened.Builder opened, CabHeader header, List<CabFolder> folders) {
      this.opened = opened;
      this.header = header;
      this.folders = folders;
      folders.forEach(folder -> contents.add(new ArrayList<>()));
    }

    void file(List<CabFile> files) {
      boolean began = files.stream().anyMatch(CabFile::began);
      for (CabFile file : files) {
        int number = file.folder(folders.size());
        if (number < 0 || number >= folders.size()) {
          tell(Trouble.Reason.DAMAGED, file.name() + ": in folder " + number);
        } else if (began && number == 0) {
          // What the folder gives first is in the cabinet before, and so is the decoder's state.
          tell(
              Trouble.Reason.TRUNCATED,
              file.name() + ": begins in " + header.previous().orElse("another cabinet"));
        } else {
          contents.get(number).add(file);
        }
      }
      for (CabFolder folder : folders) {
        if (began && folder.number() == 0) {
          rest(folder);
        } else {
          folder(folder, contents.get(folder.number()));
        }
      }
    }

    private void tell(Trouble.Reason reason, String detail) {
      if (troubles++ < MOST_TROUBLES) {
        opened.trouble(reason, folders.isEmpty() ? 0 : folders.get(0).data().offset(), detail);
      }
    }

    /** The end of a folder that began elsewhere: stored bytes are worth a look all the same. */
    private void rest(CabFolder folder) {
      if (folder.method() == CabFolder.Method.STORED) {
        folder(folder, List.of());
      } else {
        opened.structure(folder.data().range());
      }
    }

    private void folder(CabFolder folder, List<CabFile> files) {
      Slice data = folder.data();
      Decoder decoder = allowance -> CabDecoder.decode(folder, allowance);
      if (files.isEmpty()) {
        Step step = Step.within("folder " + folder.number());
        opened.child(Child.packed(step, data.range(), decoder));
        return;
      }
      // A folder that cannot be decoded is told by the name of its first file.
      Step step = folder.method().known() ? Step.UNSEEN : Step.file(INFO.id(), files.get(0).name());
      String next = header.next().orElse("another cabinet");
      opened.child(Child.packed(step, data.range(), decoder, new CabContents(INFO, files, next)));
    }
  }
}
