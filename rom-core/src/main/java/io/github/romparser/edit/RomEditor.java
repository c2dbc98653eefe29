package io.github.romparser.edit;

import io.github.romparser.finding.Argument;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.RomReader;
import io.github.romparser.rom.header.PciDataStructure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Trims and repairs option ROMs: pure functions from a ROM that was read to new bytes and the list
 * of what was done. Nothing is changed in place, and nothing in the bytes makes them throw: what
 * cannot be done reliably is refused.
 *
 * <p>All of them work on the first chain of a file, which is the one that firmware uses, and on its
 * PCI walk; further ROMs in the file stay as they are. Every result is read again before it is
 * given out, and refused if it is not what it should be.
 *
 * <pre>{@code
 * EditResult result = RomEditor.trim(RomReader.read(file), TrimOptions.ROM_ALONE);
 * if (result instanceof Edit edit) {
 *   edit.steps().forEach(step -> System.out.println(step.message()));
 * }
 * }</pre>
 */
public final class RomEditor {

  private RomEditor() {}

  /**
   * Cuts a file down to its ROM: from the first image to the end of the PCI walk. What stands
   * behind stays for storage controllers (base class 01) and as far as the initialisation size of a
   * legacy image reaches, NVIDIA's own images with {@link TrimOptions#keepVendor}, all of it with
   * {@link TrimOptions#keepTail}; what lies inside a group that the length of a PCI image spans
   * always stays.
   *
   * <p>Refused for files that are no ROM (but not for an ACPI table VFCT with one ROM), for ROMs
   * that are not whole, and where the end cannot be told. That there is nothing to trim is told by
   * the step {@link EditCode#NOTHING_TO_TRIM}.
   *
   * @param rom the file as {@link RomReader#read} gives it
   * @param options what stays behind the end of the PCI walk
   * @return the ROM alone, with its first image at byte 0; or why it was not cut out
   */
  public static EditResult trim(RomFile rom, TrimOptions options) {
    return answer(() -> Trimmer.trim(rom, options));
  }

  /**
   * Sets vendor and device id in every image of the PCI walk, except that ids 0000:0000 stay beside
   * others (so newer NVIDIA EFI drivers have it); then brings the checksums of the legacy images
   * right. Device lists keep their ids, and so do NVIDIA's own images that are not on the PCI walk.
   *
   * @param rom the file as {@link RomReader#read} gives it
   * @param ids the first device counts
   * @param allowOddIds whether ids may look like decimal numbers, see {@link DeviceIds#decimal}
   * @return the whole file with the new ids, or why they were not set
   */
  public static EditResult setIds(RomFile rom, DeviceIds ids, boolean allowOddIds) {
    return answer(() -> IdFix.set(rom, ids, allowOddIds));
  }

  /**
   * Brings the checksums of all legacy images on the PCI walk right: the sum over the
   * initialisation size, and with an NPDE also those over its length and over that of the PCI data
   * structure, which are 0 in NVIDIA's untouched ROMs.
   *
   * <p>Only a byte that nothing else uses is changed: the checksum byte of an AMD VBIOS (0x21),
   * else the last byte that is summed if it stands in padding, else byte 6 if the entry code jumps
   * over it. Without one, and without a legacy image, this is refused.
   *
   * @param rom the file as {@link RomReader#read} gives it
   * @return the whole file with the sums that could be brought right, or why the edit was refused
   */
  public static EditResult fixChecksum(RomFile rom) {
    return answer(() -> ChecksumFix.fix(rom));
  }

  /**
   * Marks the last image that is wholly there as the last. Refused if the next image stands behind
   * a gap, or if nothing would be left that firmware could run.
   *
   * @param rom the file as {@link RomReader#read} gives it
   * @return the whole file with the mark, which may have been there already; or why it was not set
   */
  public static EditResult setLast(RomFile rom) {
    return answer(() -> LastFix.set(rom));
  }

  /**
   * Mends image lengths that are 0, reach past the end of the file, end before the next image or
   * skip it, or are smaller than the initialisation size of the last image. The new length reaches
   * to the next image of the same vendor, else to the end of what the initialisation size covers,
   * or of the file. Refused where that is not clear, and for images that are really cut off.
   *
   * @param rom the file as {@link RomReader#read} gives it
   * @return the whole file with lengths that fit, or why they were not mended
   */
  public static EditResult setLength(RomFile rom) {
    return answer(() -> LengthFix.set(rom));
  }

  /**
   * Does all that is asked for, or, if one part is refused, nothing.
   *
   * @param rom the file as {@link RomReader#read} gives it
   * @param request what to mend
   * @return the whole file with the steps of all parts, or the first refusal
   */
  public static EditResult fix(RomFile rom, FixRequest request) {
    return answer(
        () -> {
          RomFile now = Subject.of(rom).rom();
          Set<EditStep> steps = new LinkedHashSet<>();
          if (request.length()) {
            now = next(LengthFix.set(now), steps);
          }
          if (request.last()) {
            now = next(LastFix.set(now), steps);
          }
          if (request.ids().isPresent()) {
            now = next(IdFix.set(now, request.ids().get(), request.allowOddIds()), steps);
          }
          if (request.checksum()) {
            now = next(ChecksumFix.fix(now), steps);
          }
          List<EditStep> sorted = new ArrayList<>(steps);
          sorted.removeIf(step -> step.code() == EditCode.SUM_RIGHT && mended(steps, step));
          // What is merely worth knowing comes behind what was done by all parts.
          sorted.sort(Comparator.comparing(step -> step.code().mark() == EditCode.Mark.NOTE));
          return new Edit(now.bytes(), sorted);
        });
  }

  /** Whether a sum that is right was brought right by an earlier step. */
  private static boolean mended(Set<EditStep> steps, EditStep right) {
    return steps.stream()
        .anyMatch(
            step ->
                step.code() == EditCode.SET_SUM
                    && step.arguments().subList(0, 2).equals(right.arguments()));
  }

  private static RomFile next(Edit edit, Set<EditStep> steps) {
    steps.addAll(edit.steps());
    return RomReader.read(edit.bytes());
  }

  /**
   * {@return what is wrong with a ROM that {@link #fix} mends, or would mend if it were clear how;
   * empty if nothing is} A refusal that several repairs share is listed once, so a file that cannot
   * be edited at all has one refusal and nothing else.
   *
   * @param rom the file as {@link RomReader#read} gives it
   */
  public static List<Repair> repairs(RomFile rom) {
    List<Repair> all = new ArrayList<>();
    add(all, Repair.Kind.LENGTH, setLength(rom));
    add(all, Repair.Kind.LAST, setLast(rom));
    oddId(rom).ifPresent(ids -> add(all, Repair.Kind.IDS, setIds(rom, ids, false)));
    add(all, Repair.Kind.CHECKSUM, fixChecksum(rom));
    return List.copyOf(all);
  }

  private static void add(List<Repair> all, Repair.Kind kind, EditResult result) {
    boolean matters =
        result instanceof Edit edit
            ? edit.changed()
            : !((Refusal) result).code().equals(RefusalCode.NO_LEGACY)
                && all.stream().noneMatch(repair -> repair.result().equals(result));
    if (matters) {
      all.add(new Repair(kind, result));
    }
  }

  /** What the first image with ids that look like decimal numbers should have. */
  private static Optional<DeviceIds> oddId(RomFile rom) {
    return rom.chains().stream()
        .limit(1)
        .flatMap(chain -> chain.on(chain.pci()).stream())
        .map(image -> ids(image.dataStructure()).decimal())
        .flatMap(Optional::stream)
        .findFirst();
  }

  static DeviceIds ids(PciDataStructure data) {
    return DeviceIds.of(data.vendorId(), data.deviceId());
  }

  static Argument argument(DeviceIds ids) {
    return new Argument.PciId(ids.vendorId(), ids.deviceId());
  }

  /** An edit that may be refused at any point. */
  interface Attempt {
    Edit make() throws Refused;
  }

  static EditResult answer(Attempt attempt) {
    try {
      return attempt.make();
    } catch (Refused refused) {
      return refused.refusal();
    }
  }
}
