package io.github.romparser.cli.report;

import io.github.romparser.check.PciDevice;
import io.github.romparser.extract.DeviceMatch;
import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.FoundRom;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code extract} did with a file.
 *
 * @param name the file's name as it was given
 * @param size in bytes
 * @param sha256 over the whole file
 * @param extraction what was found
 * @param card the card that a ROM is wanted for
 * @param folder where to, if anything was to be written
 * @param files names of the files that were written, by digest
 * @param written whether everything that should be written was
 */
public record ExtractResult(
    String name,
    long size,
    String sha256,
    Extraction extraction,
    Optional<PciDevice> card,
    Optional<String> folder,
    Map<String, String> files,
    boolean written) {

  /** Copies what can change. */
  public ExtractResult {
    files = Map.copyOf(files);
  }

  /** Whether there is what was asked for: a ROM, or a ROM for the card. */
  public boolean answer() {
    return extraction.roms().stream()
        .anyMatch(rom -> match(rom).map(m -> m == DeviceMatch.SAME).orElse(true));
  }

  /** How well a ROM goes with the card; empty if none was named. */
  public Optional<DeviceMatch> match(FoundRom rom) {
    return card.map(c -> DeviceMatch.of(rom, c));
  }

  /** What something was written as. */
  public Optional<String> file(String digest) {
    return Optional.ofNullable(files.get(digest));
  }
}
