package io.github.romparser.extract.handler.vendor;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.codec.Lznt1;
import io.github.romparser.extract.handler.archive.PeLayout;
import io.github.romparser.extract.handler.archive.ProgramResources;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Child;
import io.github.romparser.extract.spi.FormatInfo;
import io.github.romparser.extract.spi.Found;
import io.github.romparser.extract.spi.Handler;
import io.github.romparser.extract.spi.Magic;
import io.github.romparser.extract.spi.Opened;
import io.github.romparser.extract.spi.Step;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Panasonic's update programs: a resource of raw data is the BIOS, packed with LZNT1. Programs that
 * have it behind their sections need no handler of their own, nor have those that carry these in a
 * cabinet.
 */
public final class PanasonicHandler implements Handler {

  private static final FormatInfo INFO =
      new FormatInfo(
          "panasonic",
          "Panasonic BIOS update",
          "Panasonic",
          "BIOS images in resources, packed with LZNT1",
          "",
          FormatInfo.Proof.SYNTHETIC,
          List.of("BIOSUtilities, panasonic_bios_extract.py", "[MS-XCA] 2.5"));

  /** What the programs say of themselves, in capitals. */
  private static final Set<String> DESCRIPTIONS = Set.of("UNPACK UTILITY", "BIOS UPDATE");

  private static final String KEY = utf16("FileDescription");
  private static final int LONGEST_DESCRIPTION = 64;

  /** The version resource is no larger, in bytes. */
  private static final int MOST_VERSION = 16 << 10;

  /** Where in the resource the size is told, and where the stream begins. */
  private static final int SIZE = 4;

  private static final int STREAM = 8;

  /** Called by the {@link java.util.ServiceLoader}. */
  public PanasonicHandler() {}

  @Override
  public FormatInfo info() {
    return INFO;
  }

  @Override
  public List<Magic> magics() {
    return List.of(Magic.text("MZ"));
  }

  @Override
  public Optional<Found> probe(Slice area, long start, Allowance allowance) {
    Slice program = area.from(start);
    Optional<PeLayout> layout = PeLayout.read(program);
    if (layout.isEmpty() || !described(program, layout.get(), allowance)) {
      return Optional.empty();
    }
    if (images(program, layout.get()).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        start == 0
            ? Found.upTo(area.length())
            : Found.upTo(
                start + layout.get().whole(),
                Step.within(String.format(Locale.US, "program 0x%x", area.offset() + start))));
  }

  private static boolean described(Slice program, PeLayout layout, Allowance allowance) {
    for (var version : ProgramResources.of(program, layout, ProgramResources.VERSION)) {
      Slice bytes = version.bytes().clamp(0, MOST_VERSION);
      allowance.work(bytes.length());
      int key = bytes.indexOf(KEY, 0);
      if (key >= 0 && DESCRIPTIONS.contains(description(bytes.from(key + KEY.length())))) {
        return true;
      }
    }
    return false;
  }

  /** The text behind its key and the zeros that fill up, in capitals. */
  private static String description(Slice from) {
    long at = 0;
    while (from.has(at, 2) && from.u16(at) == 0 && at < Long.BYTES) {
      at += 2;
    }
    Slice text = from.clamp(at, 2 * LONGEST_DESCRIPTION);
    String all = new String(text.toByteArray(), StandardCharsets.UTF_16LE);
    int end = all.indexOf(0);
    return (end < 0 ? all : all.substring(0, end)).strip().toUpperCase(Locale.ROOT);
  }

  private static String utf16(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
  }

  /** The resources that are packed images, none of which overlaps another. */
  private static List<ProgramResources.Resource> images(Slice program, PeLayout layout) {
    List<ProgramResources.Resource> all =
        new ArrayList<>(ProgramResources.of(program, layout, ProgramResources.RCDATA));
    all.removeIf(resource -> !Lznt1.plausible(resource.bytes().from(STREAM)));
    all.sort(Comparator.comparingLong(resource -> resource.bytes().offset()));
    List<ProgramResources.Resource> images = new ArrayList<>();
    long known = 0;
    for (ProgramResources.Resource resource : all) {
      if (resource.bytes().offset() >= known) {
        images.add(resource);
        known = resource.bytes().end();
      }
    }
    return images;
  }

  /** The program itself is left to those who open programs. */
  @Override
  public Opened open(Slice container, Allowance allowance) {
    Opened.Builder opened = Opened.builder();
    Optional<PeLayout> layout = PeLayout.read(container);
    if (layout.isPresent()) {
      for (ProgramResources.Resource image : images(container, layout.get())) {
        long size = image.bytes().u32(SIZE);
        Slice stream = image.bytes().from(STREAM);
        opened.child(
            Child.packed(
                Step.within("resource RCDATA/" + image.name()),
                image.bytes().range(),
                inner -> Lznt1.decode(stream, size, inner)));
      }
    }
    return opened.build();
  }
}
