package io.github.romparser.cli.report;

import io.github.romparser.cli.console.Plain;
import io.github.romparser.efi.PeFormat;
import io.github.romparser.efi.PeImage;
import io.github.romparser.efi.PeRefusal;
import io.github.romparser.efi.PeSection;
import io.github.romparser.sign.AuthenticodeSignature;
import io.github.romparser.sign.DigestAlgorithm;
import io.github.romparser.sign.SignerCertificate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is in an EFI driver, field by field. */
final class DriverDetails {

  /** Executables with more sections are cut. */
  private static final int MOST_SECTIONS = 8;

  /** Takes a field: its name, and a format with its values. */
  @FunctionalInterface
  interface Fields {
    void field(String name, String format, Object... values);
  }

  private final Fields out;

  DriverDetails(Fields out) {
    this.out = out;
  }

  void write(OpenedDriver driver) {
    out.field("driver's own size", "%s", TextReport.bytes(driver.loaded().bytes().length()));
    if (driver.pe().isEmpty()) {
      out.field("executable", "none");
      return;
    }
    PeImage pe = driver.pe().get();
    out.field(
        "executable",
        "%s, %s %s%s",
        format(pe.format()),
        ImageLine.machine(pe.machine()),
        ImageLine.subsystem(pe.subsystem()),
        pe.refusal().map(DriverDetails::words).orElse(""));
    out.field("sections", "%s", sections(pe.sections()));
    out.field("driver's sha256", "%s", driver.sha256());
    out.field("Authenticode sha256", "%s", driver.digest(DigestAlgorithm.SHA256).orElse("none"));
    if (!driver.signed()) {
      out.field("signature", "none");
      return;
    }
    driver
        .signatures()
        .ifPresent(
            all -> {
              all.signatures().forEach(this::signature);
              if (all.signatures().isEmpty()) {
                out.field("signature", "cannot be read");
              }
            });
  }

  private static String format(PeFormat format) {
    return switch (format) {
      case PE32 -> "PE32";
      case PE32_PLUS -> "PE32+";
      case TE -> "TE";
    };
  }

  private static String words(PeRefusal reason) {
    return ", NOT loadable: " + reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String sections(List<PeSection> sections) {
    return sections.stream()
            .limit(MOST_SECTIONS)
            .map(section -> Plain.text(section.name()) + " " + section.rawSize())
            .collect(Collectors.joining(", "))
        + (sections.size() > MOST_SECTIONS ? ", ..." : "");
  }

  private void signature(AuthenticodeSignature signature) {
    String verdict =
        switch (signature.verdict()) {
          case HOLDS -> "holds";
          case BROKEN -> "DOES NOT HOLD";
          case UNCHECKED -> "cannot be checked";
        };
    Optional<SignerCertificate> signer = signature.signer();
    out.field(
        "signature",
        "%s, %s%s",
        verdict,
        signature.algorithm().title(),
        signer
            .map(s -> ", " + Plain.text(s.subject()) + ", under " + Plain.text(s.issuer()))
            .orElse(""));
  }
}
