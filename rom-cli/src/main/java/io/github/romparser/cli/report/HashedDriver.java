package io.github.romparser.cli.report;

import io.github.romparser.bytes.Range;
import io.github.romparser.finding.Argument;
import io.github.romparser.finding.Finding;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.finding.Phrase;
import io.github.romparser.rom.EfiImage;
import io.github.romparser.sign.Authenticode;
import io.github.romparser.sign.DigestAlgorithm;
import io.github.romparser.sign.TpmEvent;
import io.github.romparser.sign.TpmEventLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An EFI driver as {@code hash} sees it.
 *
 * @param chain which chain of the file its image is in, from 0; empty if the file is the driver
 * @param image number of the image in the chain; empty if the file is the driver
 * @param place of the driver in the file, compressed or not
 * @param driver the driver; empty if it cannot be taken out
 * @param findings what there is to say of it
 */
public record HashedDriver(
    OptionalInt chain,
    OptionalInt image,
    Range place,
    Optional<OpenedDriver> driver,
    List<Finding> findings) {

  /** Copies the list. */
  public HashedDriver {
    findings = List.copyOf(findings);
  }

  static HashedDriver of(int chain, EfiImage image, Optional<OpenedDriver> driver) {
    Range place = image.driver().range();
    List<Finding> findings = new ArrayList<>();
    Argument number = new Argument.Count(image.index());
    if (driver.isEmpty()) {
      findings.add(missing(image, place, number));
    } else if (driver.get().pe().isEmpty()) {
      findings.add(Finding.of(FindingCode.EFI_PE, place, number));
    }
    driver
        .flatMap(OpenedDriver::signatures)
        .ifPresent(signatures -> findings.addAll(signatures.findings(place)));
    return new HashedDriver(
        OptionalInt.of(chain), OptionalInt.of(image.index()), place, driver, findings);
  }

  static HashedDriver ofFile(OpenedDriver driver) {
    Range place = driver.loaded().bytes().range();
    return new HashedDriver(
        OptionalInt.empty(),
        OptionalInt.empty(),
        place,
        Optional.of(driver),
        driver.signatures().map(signatures -> signatures.findings(place)).orElse(List.of()));
  }

  private static Finding missing(EfiImage image, Range place, Argument number) {
    boolean inside = image.efi().imageOffset() < image.bytes().length();
    if (inside && image.efi().compression() == 1) {
      return Finding.of(FindingCode.EFI_DECOMP, place, number);
    }
    Phrase why =
        image.efi().compression() <= 1 ? Phrase.BEHIND_INIT_SIZE : Phrase.COMPRESSION_UNKNOWN;
    return Finding.of(FindingCode.EFI_OFFSET, place, number, new Argument.Says(why));
  }

  /** The digest that db has and that firmware measures; empty if there is none. */
  public Optional<String> digest(DigestAlgorithm algorithm) {
    return driver.flatMap(opened -> opened.digest(algorithm));
  }

  /** Whether a signature is not what it should be. */
  public boolean broken() {
    return driver.flatMap(OpenedDriver::signatures).filter(Authenticode::broken).isPresent();
  }

  /** The events of a log that measured this driver. */
  public List<TpmEvent> events(TpmEventLog log) {
    return log.known().stream()
        .flatMap(
            algorithm ->
                digest(algorithm).stream().flatMap(digest -> log.with(algorithm, digest).stream()))
        .distinct()
        .toList();
  }
}
