package io.github.romparser.extract.handler.uefi;

import io.github.romparser.bytes.Range;
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
import java.util.StringJoiner;

/** Firmware volumes: the files in them, and what was written behind the last one. */
public final class VolumeHandler implements Handler {

  private static final FormatInfo INFO =
      new FormatInfo(
          "uefi-volume",
          "UEFI firmware volume",
          "every UEFI firmware",
          "FFS 1, 2 and 3, Lenovo's and Apple's variants, files that were deleted, data in pads and"
              + " free space; volumes with wrong lengths and checksums; other file systems if their"
              + " files are stored the same way",
          "NVRAM and microcode volumes are searched as they are",
          FormatInfo.Proof.REAL_FILE,
          List.of(
              "UEFI Platform Initialization Specification 1.8, volume 3, 3.2",
              "edk2 BaseTools/Source/C/GenFv",
              "UEFITool common/ffsparser.cpp"));

  /** No volume has more files; those of real firmware have some hundreds. */
  private static final int MOST_FILES = 1 << 15;

  private static final int ALIGNMENT = 8;

  /** ROMs in AMI's compatibility module stand in a table of its own. */
  private static final Handler CSM_TABLE = new CsmTableHandler();

  private static final Handler SECTIONS = new SectionsHandler();
  private static final Handler CSM_SECTIONS = new SectionsHandler(Optional.of(CSM_TABLE));

  @Override
  public FormatInfo info() {
    return INFO;
  }

  @Override
  public List<Magic> magics() {
    return List.of(Magic.text(FirmwareVolume.SIGNATURE, FirmwareVolume.SIGNATURE_AT));
  }

  @Override
  public Optional<Found> probe(Slice area, long start, Allowance allowance) {
    return FirmwareVolume.read(area, start)
        .filter(volume -> !volume.cut() || begins(area.slice(start, volume.length()), volume))
        .map(
            volume ->
                Found.upTo(
                    start + volume.length(),
                    Step.element("fv " + volume.name().orElse(volume.fileSystem()))));
  }

  /**
   * Whether the first file is there. Drivers have headers of volumes in their data, and what
   * follows those is no volume.
   */
  private static boolean begins(Slice bytes, FirmwareVolume header) {
    return FfsFile.read(bytes, header, header.firstFile()).isPresent();
  }

  @Override
  public Opened open(Slice container, Allowance allowance) {
    Optional<FirmwareVolume> header = FirmwareVolume.read(container, 0);
    Opened.Builder opened = Opened.builder();
    header.ifPresent(volume -> open(container, volume, allowance, opened));
    return opened.build();
  }

  private static void open(
      Slice bytes, FirmwareVolume header, Allowance allowance, Opened.Builder opened) {
    opened.structure(new Range(bytes.offset(), header.headerLength()));
    if (header.extended() > 0) {
      opened.structure(
          new Range(bytes.offset() + header.extended(), FirmwareVolume.EXTENDED_LENGTH));
    }
    if (header.cut()) {
      opened.trouble(
          Trouble.Reason.TRUNCATED,
          bytes.offset(),
          "a volume of " + header.claimed() + " bytes, of which " + header.length() + " are here");
    }
    long at = header.firstFile();
    for (int count = 0; count < MOST_FILES; count++) {
      Optional<FfsFile> file = FfsFile.read(bytes, header, at);
      if (file.isEmpty()) {
        break;
      }
      allowance.work(FfsFile.HEADER);
      at = add(file.get(), bytes, header.erased(), opened);
    }
    if (at > header.firstFile() || header.files() != FirmwareVolume.Files.UNKNOWN) {
      data(bytes.from(at), header.erased(), "free space", opened);
    }
  }

  /** One file. Where the next one may begin. */
  private static long add(FfsFile file, Slice volume, int erased, Opened.Builder opened) {
    Slice body = file.body(volume);
    long next = FfsFile.align(file.end());
    opened.structure(Range.between(volume.offset() + file.at(), body.offset()));
    opened.structure(Range.between(body.end(), Math.min(volume.offset() + next, volume.end())));
    if (body.length() == 0) {
      return next;
    }
    if (file.type() == FfsFile.TYPE_PAD) {
      data(body, erased, "file pad", opened);
      return next;
    }
    boolean csm = file.guid().equals(GuidNames.CSMCORE);
    Optional<Handler> handler =
        file.sectioned()
            ? Optional.of(csm ? CSM_SECTIONS : SECTIONS)
            : Optional.of(CSM_TABLE).filter(table -> csm);
    opened.child(new Child(step(file, body), new Child.Stored(body), handler));
    return next;
  }

  private static Step step(FfsFile file, Slice body) {
    StringJoiner notes = new StringJoiner(", ", " (", ")").setEmptyValue("");
    Optional<String> own = file.sectioned() ? SectionList.name(body) : Optional.empty();
    own.or(() -> GuidNames.ofFile(file.guid())).ifPresent(notes::add);
    if (file.deleted()) {
      notes.add("deleted");
    } else if (file.invalid()) {
      notes.add("invalid");
    }
    return Step.within("file " + file.guid() + notes);
  }

  /** What stands where there should be erased flash. */
  private static void data(Slice bytes, int erased, String name, Opened.Builder opened) {
    long at = written(bytes, erased) & -ALIGNMENT;
    if (at < bytes.length()) {
      opened.child(Child.stored(Step.within(name), bytes.from(at)));
    }
  }

  /** The first byte that is not erased; the length if there is none. */
  private static long written(Slice bytes, int erased) {
    return bytes.<Integer>within(
        (array, from, to) -> {
          int at = from;
          while (at < to && (array[at] & 0xff) == erased) {
            at++;
          }
          return at - from;
        });
  }
}
