package io.github.romparser.check.firmware;

import io.github.romparser.check.Target;
import io.github.romparser.check.firmware.Bench.Card;
import io.github.romparser.testdata.ImageForge;
import io.github.romparser.testdata.PcirForge;
import io.github.romparser.testdata.PeForge;
import io.github.romparser.testdata.PrintingStub;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** A ROM at random, near the borders between what a firmware takes and what it does not. */
final class RandomRom {

  /** The most images that one has. */
  static final int MOST_IMAGES = 4;

  private static final Set<Defect> X86_ONLY = EnumSet.of(Defect.LEGACY_SIZE, Defect.SUM);
  private static final Set<Defect> EFI_ONLY =
      EnumSet.of(
          Defect.SIZE,
          Defect.EFI_SIGNATURE,
          Defect.SUBSYSTEM,
          Defect.MACHINE,
          Defect.COMPRESSION,
          Defect.DRIVER_PLACE);

  private final SplittableRandom random;
  private final long seed;
  private final char firstTag;
  private final boolean efiFirmware;
  private final Card card;
  private final List<String> recipe = new ArrayList<>();
  private final Specimen rom = new Specimen();
  private Bench bench;

  private RandomRom(Target target, long seed, char firstTag) {
    this.seed = seed;
    this.firstTag = firstTag;
    this.random = new SplittableRandom(seed);
    this.efiFirmware = target == Target.OVMF;
    this.card = chance(efiFirmware ? 20 : 50) ? Card.VGA : Card.NETWORK;
    this.bench = Bench.of(card);
  }

  /**
   * Makes one.
   *
   * @param firstTag the tag of its first image; the others have the next ones
   */
  static RandomRom of(Target target, long seed, char firstTag) {
    RandomRom made = new RandomRom(target, seed, firstTag);
    made.recipe.add("seed " + seed + ", " + made.card.model());
    made.fill();
    return made;
  }

  long seed() {
    return seed;
  }

  FirmwareLab.Mounted mounted() {
    return new FirmwareLab.Mounted(rom, bench);
  }

  /** How it was made. */
  String recipe() {
    return String.join(System.lineSeparator() + "  ", recipe);
  }

  private void fill() {
    prefix();
    int count = pick(1, 1, 2, 2, 3, 4);
    List<Part> parts = new ArrayList<>();
    List<EnumSet<Defect>> possible = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      possible.add(EnumSet.allOf(Defect.class));
      parts.add(part((char) (firstTag + i), i == count - 1, possible.get(i)));
    }
    for (int i = pick(0, 1, 1, 1, 2, 3); i > 0; i--) {
      int which = random.nextInt(count);
      damage(parts.get(which), List.copyOf(possible.get(which)));
    }
    parts.forEach(part -> part.addTo(rom));
    tail();
  }

  private Part part(char tag, boolean last, EnumSet<Defect> possible) {
    int pcirAt = chance(15) ? pick(0x1A, 0x1D, 0x1E, 0x20, 0x24) : 0x1C;
    ImageForge image = image(tag, possible).pcirAt(pcirAt).seed(random.nextLong());
    if (last) {
      image.last();
    }
    return new Part(tag, pcirAt, image.build());
  }

  private ImageForge image(char tag, EnumSet<Defect> possible) {
    int kind = random.nextInt(100);
    if (kind < 10) {
      possible.removeAll(X86_ONLY);
      possible.removeAll(EFI_ONLY);
      possible.removeAll(EnumSet.of(Defect.PE_FIELD, Defect.STREAM_SIZE));
      return vendor(tag);
    }
    if (kind < (efiFirmware ? 35 : 75)) {
      possible.removeAll(EFI_ONLY);
      possible.removeAll(EnumSet.of(Defect.PE_FIELD, Defect.STREAM_SIZE));
      return legacy(tag);
    }
    possible.removeAll(X86_ONLY);
    boolean compressed = chance(35);
    possible.remove(compressed ? Defect.PE_FIELD : Defect.STREAM_SIZE);
    return efi(tag, compressed);
  }

  private ImageForge vendor(char tag) {
    int type = pick(0x70, 0xE0, 0xFF, 0x01);
    int blocks = pick(1, 2, 4);
    recipe.add(name(tag) + ": " + blocks + " blocks of type " + type);
    return ImageForge.vendor(
        type, blocks, PcirForge.pcir().ids(card.vendorId(), card.deviceId()).blocks(blocks));
  }

  private ImageForge legacy(char tag) {
    int blocks = efiFirmware ? pick(2, 8) : pick(1, 2, 4, 4, 8, 40);
    int device = chance(40) ? card.deviceId() + 1 : card.deviceId();
    int vendor = chance(10) ? card.vendorId() + 1 : card.vendorId();
    recipe.add(name(tag) + ": x86, " + blocks + " blocks, " + Integer.toHexString(device));
    return PrintingStub.legacy(blocks, vendor, device, tag);
  }

  private ImageForge efi(char tag, boolean compressed) {
    int blocks = pick(4, 8, 8, 9);
    int kind = random.nextInt(10);
    PeForge driver =
        switch (kind) {
          case 0 -> PrintingStub.x64Failing(tag);
          case 1 -> PrintingStub.ia32(tag);
          case 2 -> PeForge.aa64();
          case 3 -> PrintingStub.x64(tag).subsystem(pick(10, 12, 13));
          default -> PrintingStub.x64(tag);
        };
    recipe.add(
        name(tag)
            + ": EFI, "
            + blocks
            + " blocks, kind "
            + kind
            + (compressed ? ", compressed" : ""));
    return compressed
        ? ImageForge.efiCompressed(blocks, card.vendorId(), card.deviceId(), driver)
        : ImageForge.efi(blocks, card.vendorId(), card.deviceId(), driver);
  }

  private void damage(Part part, List<Defect> possible) {
    Defect defect = possible.get(random.nextInt(possible.size()));
    boolean x86 = part.legacy();
    String what = defect.apply(part, random);
    boolean balance = x86 && defect.mayBalance() && chance(70);
    if (balance) {
      part.balance();
    }
    recipe.add(name(part.tag()) + ": " + defect + ", " + what + (balance ? ", sum mended" : ""));
  }

  private void prefix() {
    if (chance(4)) {
      int length = pick(512, 1024, 100);
      recipe.add(length + " bytes in front");
      rom.pad(length, 0x33);
    }
  }

  private void tail() {
    int length = rom.build().length;
    int kind = random.nextInt(20);
    if (kind < 5) {
      int count = pick(100, 512, Math.max(0, Integer.highestOneBit(length) * 2 - length), 0x3000);
      int value = pick(0, 0xFF, 0x33);
      recipe.add(count + " bytes of " + value + " behind");
      rom.pad(count, value);
    } else if (kind < 8) {
      int count = Math.min(length - 1, pick(1, 100, 512, 513, length / 2));
      recipe.add(count + " bytes cut off");
      rom.cut(length - count);
    }
    int size = rom.build().length;
    if (chance(10)) {
      long room = Integer.highestOneBit(size) * (long) pick(2, 4, 8);
      recipe.add("a ROM BAR of " + room + " bytes");
      bench = bench.withRomSize(room);
    }
    if (!efiFirmware && chance(6)) {
      recipe.add("rombar=0");
      bench = bench.withoutBar();
    }
  }

  private String name(char tag) {
    return "image " + (tag - firstTag);
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private int pick(int... values) {
    return values[random.nextInt(values.length)];
  }
}
