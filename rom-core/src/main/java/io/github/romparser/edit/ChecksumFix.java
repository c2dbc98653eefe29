package io.github.romparser.edit;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.finding.Argument;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.rom.EfiImage;
import io.github.romparser.rom.ImageSums;
import io.github.romparser.rom.LegacyImage;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.RomImage;
import io.github.romparser.rom.VendorImage;
import io.github.romparser.rom.header.ConfigurationUtilityHeader;
import io.github.romparser.rom.header.RomHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** Brings the sums of legacy images to 0 (Plug and Play BIOS 1.0A §3). */
final class ChecksumFix {

  /** AMD's mark of a VBIOS and its place (Linux amdgpu_bios.c). */
  private static final String AMD_MARK = " 761295520";

  private static final int AMD_MARK_AT = 0x30;

  /** AMD's checksum byte (PolarisBiosEditor; measured in all dumps of the Polaris family). */
  private static final int AMD_CHECKSUM_AT = 0x21;

  /** The byte that iPXE, QEMU and rom-fixer use, behind a jump of three bytes at most. */
  private static final int ENTRY_CHECKSUM_AT = 6;

  /** How many equal bytes FF or 00 in front of the last byte make it padding. */
  private static final int PADDING = 15;

  private final Subject subject;
  private final byte[] bytes;
  private final List<EditStep> steps;

  ChecksumFix(Subject subject, byte[] bytes, List<EditStep> steps) {
    this.subject = subject;
    this.bytes = bytes;
    this.steps = steps;
  }

  static Edit fix(RomFile rom) throws Refused {
    Subject subject = Subject.of(rom);
    List<EditStep> steps = new ArrayList<>();
    byte[] bytes = subject.rom().bytes().toByteArray();
    ChecksumFix fix = new ChecksumFix(subject, bytes, steps);
    int legacy = 0;
    for (RomImage image : subject.images()) {
      if (image instanceof LegacyImage found) {
        legacy++;
        fix.mend(found);
      }
    }
    if (legacy == 0) {
      throw new Refused(RefusalCode.NO_LEGACY);
    }
    boolean shadow =
        subject.rom().findings().stream().anyMatch(f -> f.code() == FindingCode.SHADOW);
    if (shadow && steps.stream().anyMatch(step -> step.code() == EditCode.SET_SUM)) {
      steps.add(EditStep.of(EditCode.SHADOW_SUM, subject.chain().range()));
    }
    return subject.finish(bytes, steps, Integer.MAX_VALUE);
  }

  /** Brings the sums of a legacy image right that have to be. */
  void mend(LegacyImage image) throws Refused {
    Argument index = new Argument.Count(image.index());
    long size = image.initializationLength().orElse(0);
    if (size == 0) {
      throw new Refused(RefusalCode.NO_INIT_SIZE, index);
    }
    if (image.sums().initialization().isEmpty()) {
      throw new Refused(RefusalCode.SUM_PAST_END, index, new Argument.Size(size));
    }
    SortedMap<Long, Boolean> wanted = new TreeMap<>();
    if (image.npde().isPresent()) {
      image.vendorLength().ifPresent(length -> wanted.put(length, false));
      wanted.put(image.pciLength(), false);
    }
    wanted.put(size, true);
    int count = steps.size();
    balance(image, wanted);
    if (steps.size() == count) {
      steps.add(
          EditStep.of(
              EditCode.SUM_RIGHT, new Range(image.offset(), size), index, new Argument.Size(size)));
    }
  }

  /**
   * Brings those sums of an image back to 0 that were 0 before other bytes were edited: the
   * checksum of a legacy image, and all sums of NVIDIA's images except EFI drivers, whose sum
   * nobody reads.
   *
   * @param pci whether the length in the PCI data structure is still the same
   */
  void keep(RomImage image, boolean pci) throws Refused {
    if (image instanceof EfiImage) {
      return;
    }
    ImageSums sums = image.sums();
    SortedMap<Long, Boolean> lengths = new TreeMap<>();
    if (image.npde().isPresent() || image instanceof VendorImage) {
      if (pci && isZero(sums.pci())) {
        lengths.put(image.pciLength(), false);
      }
      if (isZero(sums.vendor())) {
        lengths.put(image.vendorLength().orElseThrow(), false);
      }
    }
    if (isZero(sums.initialization())) {
      lengths.put(image.initializationLength().orElseThrow(), true);
    }
    balance(image, lengths);
  }

  private static boolean isZero(OptionalInt sum) {
    return sum.isPresent() && sum.getAsInt() == 0;
  }

  /**
   * All lengths count from the start of the image. So the shortest comes first, and a longer one is
   * balanced behind the shorter ones, which keeps them right; if that cannot be done, the length
   * that the checksum goes by counts more than the others.
   *
   * @param wanted the lengths in bytes, and whether the checksum goes by them
   */
  private void balance(RomImage image, SortedMap<Long, Boolean> wanted) throws Refused {
    Slice now = Slice.of(bytes);
    long base = image.offset();
    wanted.keySet().removeIf(length -> length == 0 || !now.has(base, length));
    long done = 0;
    for (var entry : wanted.entrySet()) {
      long length = entry.getKey();
      int sum = now.sum8(base, length);
      OptionalInt free = sum == 0 ? OptionalInt.empty() : free(image, done, length);
      if (sum != 0 && free.isEmpty() && entry.getValue()) {
        free = free(image, 0, length);
        if (free.isEmpty()) {
          throw new Refused(
              RefusalCode.NO_FREE_BYTE,
              new Argument.Count(image.index()),
              new Argument.Size(length));
        }
      }
      if (free.isPresent()) {
        set(image, length, sum, free.getAsInt());
      }
      if (sum == 0 || free.isPresent()) {
        done = length;
      }
    }
    for (long length : wanted.keySet()) {
      int sum = now.sum8(base, length);
      if (sum != 0) {
        steps.add(
            EditStep.of(
                EditCode.SUM_LOST,
                new Range(base, length),
                new Argument.Count(image.index()),
                new Argument.Size(length),
                new Argument.Hex(sum, 2)));
      }
    }
  }

  private void set(RomImage image, long length, int sum, int at) {
    int old = bytes[at] & 0xff;
    int value = (old - sum) & 0xff;
    bytes[at] = (byte) value;
    steps.add(
        EditStep.of(
            EditCode.SET_SUM,
            new Range(at, 1),
            new Argument.Count(image.index()),
            new Argument.Size(length),
            new Argument.Hex(sum, 2),
            new Argument.Offset(at),
            new Argument.Hex(old, 2),
            new Argument.Hex(value, 2)));
  }

  /**
   * A byte of the file that can take the difference.
   *
   * @param from how many bytes of the image are settled already
   * @param length how many bytes of the image are summed
   */
  private OptionalInt free(RomImage image, long from, long length) {
    Slice now = Slice.of(bytes);
    int base = (int) image.offset();
    if (from == 0
        && image instanceof LegacyImage
        && now.startsWith(base + AMD_MARK_AT, AMD_MARK)
        && !taken(image, base + AMD_CHECKSUM_AT, 1)) {
      return OptionalInt.of(base + AMD_CHECKSUM_AT);
    }
    int last = (int) (base + length - 1);
    int padding = last - PADDING;
    if (padding >= base + from
        && !taken(image, padding, PADDING + 1)
        && isPadding(now.slice(padding, PADDING))) {
      return OptionalInt.of(last);
    }
    return from == 0 && image instanceof LegacyImage legacy && entryLeavesByte(legacy)
        ? OptionalInt.of(base + ENTRY_CHECKSUM_AT)
        : OptionalInt.empty();
  }

  private static boolean isPadding(Slice bytes) {
    int fill = bytes.fill().orElse(-1);
    return fill == 0xff || fill == 0x00;
  }

  /** Whether the entry code is a short or near jump that goes over byte 6 or away from it. */
  private static boolean entryLeavesByte(LegacyImage image) {
    int opcode = (int) (image.legacy().entry() >>> 24);
    return (opcode == 0xeb || opcode == 0xe9)
        && image.legacy().entryTarget().orElse(ENTRY_CHECKSUM_AT) != ENTRY_CHECKSUM_AT
        && image.header().dataStructurePointer() > ENTRY_CHECKSUM_AT;
  }

  /**
   * Whether bytes belong to a structure, to an EFI image, or to an image whose own sum is right.
   */
  private boolean taken(RomImage image, long at, long count) {
    Range range = new Range(at, count);
    return (image instanceof LegacyImage legacy && structure(legacy, range))
        || subject.chain().images().stream().anyMatch(other -> owns(other, image, range));
  }

  private static boolean structure(LegacyImage image, Range bytes) {
    return image.pnp().stream().anyMatch(p -> meets(bytes, p.offset(), p.length()))
        || image.undi().filter(u -> meets(bytes, u.offset(), u.length())).isPresent()
        || image
            .configurationUtility()
            .filter(c -> meets(bytes, c.offset(), ConfigurationUtilityHeader.LENGTH))
            .isPresent();
  }

  private static boolean owns(RomImage other, RomImage image, Range bytes) {
    boolean header =
        meets(bytes, other.offset(), RomHeader.LENGTH + 2)
            || meets(
                bytes, other.dataStructure().offset(), Math.max(24, other.dataStructure().length()))
            || other.npde().filter(n -> meets(bytes, n.offset(), n.length())).isPresent()
            || other
                .deviceList()
                .filter(list -> meets(bytes, list.bytes().offset(), list.bytes().length() + 2))
                .isPresent();
    if (header || other.offset() == image.offset()) {
      return header;
    }
    boolean inside = meets(bytes, other.offset(), other.effectiveLength());
    boolean summed =
        other instanceof VendorImage
            && (isZero(other.sums().vendor()) || isZero(other.sums().pci()));
    return inside && (other instanceof EfiImage || summed);
  }

  private static boolean meets(Range bytes, long offset, long length) {
    return bytes.offset() < offset + length && offset < bytes.end();
  }
}
