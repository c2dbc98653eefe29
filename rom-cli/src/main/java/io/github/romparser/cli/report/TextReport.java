package io.github.romparser.cli.report;

import io.github.romparser.bytes.Range;
import io.github.romparser.cli.console.Console;
import io.github.romparser.cli.console.PciIds;
import io.github.romparser.cli.console.Plain;
import io.github.romparser.rom.Gap;
import io.github.romparser.rom.RomChain;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.RomImage;
import io.github.romparser.rom.Walk;
import io.github.romparser.sign.Sha256;
import io.github.romparser.vendor.RomContents;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The report of {@code show} for people: what the file is, a map of it from the first byte to the
 * last, the two walks, and what was found with what to do about it.
 */
public final class TextReport implements ShowReport {

  /**
   * Longer chains are cut in the middle of the map; {@code --verbose} and JSON have all of them.
   */
  private static final int MOST_ROWS = 24;

  /** Longer walks are cut in the same way, so that they stay one line. */
  private static final int MOST_STEPS = 12;

  private final PrintWriter out;
  private final boolean colour;
  private final boolean verbose;
  private final PciIds names;
  private final FindingText findings;
  private boolean begun;

  /**
   * Writes to standard output.
   *
   * @param colour whether to colour
   * @param verbose whether to write every field of every header
   * @param names names of vendors and devices
   */
  public TextReport(Console console, boolean colour, boolean verbose, PciIds names) {
    this.out = console.out();
    this.colour = colour;
    this.verbose = verbose;
    this.names = names;
    this.findings = new FindingText(console, colour);
  }

  @Override
  public void write(String name, RomContents contents) {
    RomFile rom = contents.judged();
    if (begun) {
      line("");
    }
    begun = true;
    OpenedDrivers drivers = new OpenedDrivers(contents);
    line(bold(Plain.text(name) + ": " + RomText.title(rom, names)));
    line("  %s, sha256 %s", bytes(rom.bytes().length()), Sha256.hex(rom.bytes()));
    if (!rom.chains().isEmpty()) {
      line("");
      line("      offset       bytes  what");
      map(rom, drivers);
      line("");
      for (int i = 0; i < rom.chains().size() && i < MOST_ROWS; i++) {
        walks(rom, i);
      }
    }
    if (rom.isaRom().isPresent()) {
      contents.isaRom().flatMap(VendorLine::of).ifPresent(text -> line("  %s", text));
    }
    if (verbose) {
      new HeaderDetails(new TextDetails(out), drivers).write(rom);
    }
    line("");
    rom.findings().forEach(finding -> findings.write(finding, name, ""));
    line("%s", RomText.count(rom.findings()));
  }

  private void map(RomFile rom, OpenedDrivers drivers) {
    rom.prefix().ifPresent(p -> row(p.range(), "before the ROM: " + RomText.prefix(p)));
    Map<Long, Gap> gaps = new TreeMap<>();
    rom.gaps().forEach(gap -> gaps.put(gap.range().end(), gap));
    int rows = 0;
    int left = rom.chains().stream().mapToInt(c -> c.images().size()).sum();
    for (RomChain chain : rom.chains()) {
      Gap gap = gaps.get(chain.offset());
      if (gap != null && rows < MOST_ROWS) {
        row(gap.range(), "between the chains: " + RomText.fill(gap.fill()));
      }
      if (rom.chains().size() > 1 && rows < MOST_ROWS) {
        chainTitle(rom, chain);
      }
      for (RomImage image : chain.images()) {
        if (rows++ < MOST_ROWS) {
          row(image.bytes().range(), ImageLine.of(image, names, drivers));
          drivers.tables(image).flatMap(VendorLine::of).ifPresent(this::more);
          left--;
        }
      }
    }
    if (left > 0) {
      line("  %10s  %10s  %,d more images, all of them with --json", "...", "...", left);
    }
    rom.trailing()
        .ifPresent(gap -> row(gap.range(), "behind the last image: " + RomText.fill(gap.fill())));
  }

  private void chainTitle(RomFile rom, RomChain chain) {
    int number = rom.chains().indexOf(chain) + 1;
    String copy =
        chain.copyOf().isPresent()
            ? String.format(
                Locale.US, ", the same bytes as chain %d", chain.copyOf().getAsInt() + 1)
            : "";
    line("  chain %d of %d%s", number, rom.chains().size(), copy);
  }

  private void row(Range range, String what) {
    List<String> lines = FindingText.wrap(what, FindingText.WIDTH - 26);
    line(
        "  %10s  %,10d  %s", "0x" + Long.toHexString(range.offset()), range.length(), lines.get(0));
    for (String more : lines.subList(1, lines.size())) {
      line("  %10s  %10s      %s", "", "", more);
    }
  }

  /** More about the row before. */
  private void more(String what) {
    List<String> lines = FindingText.wrap(what, FindingText.WIDTH - 30);
    for (int i = 0; i < lines.size(); i++) {
      line("  %10s  %10s  %s%s", "", "", i == 0 ? "  - " : "    ", lines.get(i));
    }
  }

  private void walks(RomFile rom, int place) {
    RomChain chain = rom.chains().get(place);
    String which =
        rom.chains().size() == 1 ? "" : String.format(Locale.US, "chain %d, ", place + 1);
    if (sameWalk(chain)) {
      line("  %swalk: %s", which, walk(chain.pci()));
    } else {
      line("  %sPCI walk:    %s", which, walk(chain.pci()));
      line("  %svendor walk: %s", which, walk(chain.vendor()));
    }
  }

  /** Field by field: the equality that records come with takes milliseconds to be set up. */
  private static boolean sameWalk(RomChain chain) {
    return chain.pci().images().equals(chain.vendor().images())
        && chain.pci().endReason() == chain.vendor().endReason()
        && chain.pci().end() == chain.vendor().end();
  }

  private static String walk(Walk walk) {
    List<String> images = new ArrayList<>();
    for (int i = 0; i < walk.images().size(); i++) {
      if (walk.images().size() > MOST_STEPS && i == MOST_STEPS - 1) {
        images.add("...");
        i = walk.images().size() - 1;
      }
      images.add("#" + walk.images().get(i));
    }
    String way = images.isEmpty() ? "no image" : String.join(" ", images);
    return String.format(
        Locale.US, "%s, ends at 0x%x: %s", way, walk.end(), RomText.reason(walk.endReason()));
  }

  /** An amount of bytes in words. */
  public static String bytes(long count) {
    return String.format(Locale.US, "%,d byte%s", count, count == 1 ? "" : "s");
  }

  private String bold(String text) {
    return colour ? "\u001b[1m" + text + "\u001b[0m" : text;
  }

  private void line(String format, Object... values) {
    out.println(values.length == 0 ? format : String.format(Locale.US, format, values));
  }

  @Override
  public void close() {
    out.flush();
  }
}
