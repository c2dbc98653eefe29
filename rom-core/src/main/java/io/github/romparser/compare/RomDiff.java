package io.github.romparser.compare;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.check.PciDevice;
import io.github.romparser.rom.EfiImage;
import io.github.romparser.rom.EndReason;
import io.github.romparser.rom.FileKind;
import io.github.romparser.rom.LegacyImage;
import io.github.romparser.rom.RomChain;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.RomImage;
import io.github.romparser.rom.VendorImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Compares the first ROMs of two files, image by image.
 *
 * <p>Images are paired by code type (EFI drivers by machine too), the first of a kind with the
 * first, the second with the second, in the order in which both walks together meet them.
 *
 * @param a the first file
 * @param b the second file
 * @param verdict what they are to each other
 * @param subject which file the verdict is about: the shadow copy, the one that is cut short
 * @param images the images of both, in the order of the first file, with those of the second alone
 *     behind
 * @param notes what else is worth knowing
 */
public record RomDiff(
    RomFile a,
    RomFile b,
    DiffVerdict verdict,
    Optional<Side> subject,
    List<ImageDiff> images,
    List<DiffNote> notes) {

  /** One of the two files. */
  public enum Side {
    /** The first. */
    A,
    /** The second. */
    B
  }

  private static final int AMD = 0x1002;

  /** Where AMD's legacy images keep the byte that corrects their sum (measured). */
  private static final int AMD_CHECKSUM = 0x21;

  /** What counts as the header area of AMD's legacy image, in bytes: up to its ATOM header. */
  private static final int AMD_HEADER_AREA = 0x200;

  /** So many bytes of settings firmware was seen to change, at most 32 (measured), doubled. */
  private static final int BOARD_SETTINGS = 64;

  /** Images of real ROMs do not overlap; together they are read no more often than so. */
  private static final int TIMES = 4;

  /**
   * Copies the lists.
   *
   * @param a the first file
   * @param b the second file
   * @param verdict what they are to each other
   * @param subject which file the verdict is about; empty where it is about both
   * @param images copied; the images of both, those of the second file alone behind
   * @param notes copied; what else is worth knowing
   */
  public RomDiff {
    images = List.copyOf(images);
    notes = List.copyOf(notes);
  }

  /**
   * Compares two files: all their bytes, and the images of their first ROMs in pairs.
   *
   * @param a the first file
   * @param b the second file
   * @return what they are to each other; {@link DiffVerdict#NO_ROM} where one has no image, unless
   *     all bytes are the same
   */
  public static RomDiff of(RomFile a, RomFile b) {
    List<ImageDiff> images =
        pairs(
            images(a), images(b), TIMES * Math.min((long) a.bytes().length(), b.bytes().length()));
    Judge judge = new Judge(a, b, images);
    DiffVerdict verdict = judge.verdict();
    return new RomDiff(a, b, verdict, judge.subject, images, judge.notes(verdict));
  }

  private static List<RomImage> images(RomFile rom) {
    return rom.chains().isEmpty() ? List.of() : rom.chains().get(0).images();
  }

  private static List<ImageDiff> pairs(List<RomImage> a, List<RomImage> b, long most) {
    Map<String, List<RomImage>> left = new HashMap<>();
    for (RomImage image : b) {
      left.computeIfAbsent(key(image), k -> new ArrayList<>()).add(image);
    }
    Map<String, Integer> used = new HashMap<>();
    Map<Integer, RomImage> alone = new TreeMap<>();
    b.forEach(image -> alone.put(image.index(), image));
    List<ImageDiff> pairs = new ArrayList<>();
    long budget = most;
    for (RomImage image : a) {
      int number = used.merge(key(image), 1, Integer::sum) - 1;
      List<RomImage> candidates = left.getOrDefault(key(image), List.of());
      if (number >= candidates.size()) {
        pairs.add(new ImageDiff(Optional.of(image), Optional.empty(), Optional.empty()));
        continue;
      }
      RomImage other = candidates.get(number);
      alone.remove(other.index());
      budget -= Math.min(image.bytes().length(), other.bytes().length());
      pairs.add(
          new ImageDiff(
              Optional.of(image),
              Optional.of(other),
              budget < 0
                  ? Optional.empty()
                  : Optional.of(ByteDiff.of(image.bytes(), other.bytes()))));
    }
    alone
        .values()
        .forEach(
            image ->
                pairs.add(new ImageDiff(Optional.empty(), Optional.of(image), Optional.empty())));
    return pairs;
  }

  private static String key(RomImage image) {
    int type = image.dataStructure().codeType();
    return image instanceof EfiImage efi ? type + "/" + efi.efi().machine() : "" + type;
  }

  /** {@return whether what stands before the first ROM is the same in both files, byte by byte} */
  public boolean samePrefix() {
    return prefix(a).sameBytes(prefix(b));
  }

  /** {@return whether what stands behind the first ROM is the same in both files, byte by byte} */
  public boolean sameTail() {
    return tail(a).sameBytes(tail(b));
  }

  /**
   * {@return what stands before the first ROM of a file; all of it where there is no ROM}
   *
   * @param rom one of the two files, or any other
   */
  public static Slice prefix(RomFile rom) {
    return rom.chains().isEmpty()
        ? rom.bytes()
        : RomIdentity.bytes(rom, rom.bytes().offset(), rom.chains().get(0).offset());
  }

  /**
   * {@return what stands behind the first ROM of a file, further ROMs included; empty where there
   * is no ROM}
   *
   * @param rom one of the two files, or any other
   */
  public static Slice tail(RomFile rom) {
    return rom.chains().isEmpty()
        ? rom.bytes().clamp(rom.bytes().length(), 0)
        : RomIdentity.bytes(rom, rom.chains().get(0).end(), rom.bytes().end());
  }

  /** Weighs what was found. */
  private static final class Judge {
    private final RomFile a;
    private final RomFile b;
    private final List<ImageDiff> images;
    private Optional<Side> subject = Optional.empty();

    Judge(RomFile a, RomFile b, List<ImageDiff> images) {
      this.a = a;
      this.b = b;
      this.images = images;
    }

    DiffVerdict verdict() {
      if (a.bytes().sameBytes(b.bytes())) {
        return DiffVerdict.SAME;
      }
      Optional<PciDevice> deviceA = RomIdentity.device(a);
      Optional<PciDevice> deviceB = RomIdentity.device(b);
      if (deviceA.isEmpty() || deviceB.isEmpty()) {
        return DiffVerdict.NO_ROM;
      }
      if (sameRom()) {
        return DiffVerdict.SAME_AFTER_TRIM;
      }
      if (!deviceA.get().id().equals(deviceB.get().id())) {
        return DiffVerdict.OTHER_DEVICE;
      }
      if (shadow(Side.A) || shadow(Side.B)) {
        return DiffVerdict.SHADOW_OF;
      }
      return part() ? DiffVerdict.PART_OF : DiffVerdict.OTHER_VERSION;
    }

    /** The whole chains, or what firmware sees of them with NVIDIA's own images in one only. */
    private boolean sameRom() {
      if (content(a).sameBytes(content(b))) {
        return true;
      }
      Slice pciA = pci(a);
      boolean bothClosed = closed(a) && closed(b);
      return bothClosed
          && pciA.length() > 0
          && pciA.sameBytes(pci(b))
          && images.stream().noneMatch(Judge::differ)
          && images.stream().filter(Judge::alone).allMatch(i -> privateImage(i.either()));
    }

    private static boolean closed(RomFile rom) {
      RomChain chain = rom.chains().get(0);
      return chain.pci().endReason() == EndReason.LAST;
    }

    private static boolean differ(ImageDiff image) {
      return image.a().isPresent()
          && image.b().isPresent()
          && image.state() != ImageDiff.State.IDENTICAL;
    }

    private static boolean alone(ImageDiff image) {
      return image.a().isEmpty() || image.b().isEmpty();
    }

    private static boolean privateImage(RomImage image) {
      return image instanceof VendorImage vendor && vendor.nvidia();
    }

    private static Slice content(RomFile rom) {
      return RomIdentity.content(rom).orElseThrow();
    }

    private static Slice pci(RomFile rom) {
      RomChain chain = rom.chains().get(0);
      return RomIdentity.bytes(rom, chain.offset(), chain.pci().end());
    }

    /**
     * Whether a side is a shadow copy of the other: only legacy images differ and their sum is
     * wrong on this side alone, or the EFI driver is missing here although the legacy image
     * promises more.
     */
    private boolean shadow(Side side) {
      boolean wrong = false;
      boolean lost = false;
      for (ImageDiff pair : images) {
        Optional<RomImage> here = side == Side.A ? pair.a() : pair.b();
        Optional<RomImage> there = side == Side.A ? pair.b() : pair.a();
        if (here.isEmpty()) {
          lost |= pair.either() instanceof EfiImage;
          if (pair.either() instanceof LegacyImage) {
            return false;
          }
        } else if (there.isEmpty()) {
          return false;
        } else if (pair.state() != ImageDiff.State.IDENTICAL) {
          boolean tainted =
              here.get() instanceof LegacyImage
                  && pair.bytes().isPresent()
                  && pair.bytes().get().lengthA() == pair.bytes().get().lengthB()
                  && sumWrong(here.get())
                  && !sumWrong(there.get());
          if (!tainted) {
            return false;
          }
          wrong = true;
        }
      }
      boolean open = !closed(side == Side.A ? a : b);
      if (wrong || (lost && open)) {
        subject = Optional.of(side);
        return true;
      }
      return false;
    }

    /** As the finding CHECKSUM has it: wrong over every length that might be meant. */
    private static boolean sumWrong(RomImage image) {
      return image.sums().initialization().orElse(0) != 0 && image.sums().pci().orElse(1) != 0;
    }

    private boolean part() {
      Slice contentA = content(a);
      Slice contentB = content(b);
      int common = Math.min(contentA.length(), contentB.length());
      if (contentA.length() == contentB.length()
          || !contentA.clamp(0, common).sameBytes(contentB.clamp(0, common))) {
        return false;
      }
      subject = Optional.of(contentA.length() < contentB.length() ? Side.A : Side.B);
      return true;
    }

    List<DiffNote> notes(DiffVerdict verdict) {
      List<DiffNote> notes = new ArrayList<>();
      if (verdict != DiffVerdict.SAME) {
        for (ImageDiff pair : images) {
          if (pair.a().isPresent() && pair.b().isPresent()) {
            legacy(pair, verdict, notes);
          }
        }
        boolean oneSided =
            images.stream().filter(Judge::alone).anyMatch(i -> privateImage(i.either()));
        if (oneSided) {
          notes.add(DiffNote.PRIVATE_IMAGES);
        }
        if (a.chains().size() > 1 || b.chains().size() > 1) {
          notes.add(DiffNote.MORE_CHAINS);
        }
      }
      return notes.stream().distinct().toList();
    }

    private void legacy(ImageDiff pair, DiffVerdict verdict, List<DiffNote> notes) {
      RomImage imageA = pair.a().orElseThrow();
      RomImage imageB = pair.b().orElseThrow();
      if (!(imageA instanceof LegacyImage) || pair.state() != ImageDiff.State.DIFFERENT) {
        return;
      }
      if (sumWrong(imageA)) {
        notes.add(DiffNote.SUM_WRONG_A);
      }
      if (sumWrong(imageB)) {
        notes.add(DiffNote.SUM_WRONG_B);
      }
      ByteDiff bytes = pair.bytes().orElseThrow();
      boolean plain =
          imageA.dataStructure().vendorId() == AMD
              && verdict == DiffVerdict.OTHER_VERSION
              && bytes.lengthA() == bytes.lengthB()
              && !sumWrong(imageA)
              && !sumWrong(imageB);
      if (plain && readBack(bytes)) {
        notes.add(DiffNote.READ_BACK);
      } else if (plain && bytes.bytes() <= BOARD_SETTINGS && (handedOver(a) || handedOver(b))) {
        notes.add(DiffNote.BOARD_SETTINGS);
      }
    }

    private static boolean readBack(ByteDiff bytes) {
      return bytes.bytes() == 2
          && bytes.first().stream()
              .anyMatch(r -> r.offset() <= AMD_CHECKSUM && r.end() > AMD_CHECKSUM)
          && bytes.first().stream().map(Range::end).allMatch(end -> end <= AMD_HEADER_AREA);
    }

    /** A table's image, or one that stands alone as the images of such tables do. */
    private static boolean handedOver(RomFile rom) {
      return rom.kind() == FileKind.ACPI_VFCT || rom.chains().get(0).images().size() == 1;
    }
  }
}
