package io.github.romparser.cli.report;

import io.github.romparser.cli.console.Console;
import io.github.romparser.cli.console.Plain;
import io.github.romparser.efi.EfiDriver;
import io.github.romparser.efi.PeImage;
import io.github.romparser.finding.Finding;
import io.github.romparser.rom.RomChain;
import io.github.romparser.sign.AuthenticodeSignature;
import io.github.romparser.sign.AuthenticodeSignature.Check;
import io.github.romparser.sign.CaCertificates;
import io.github.romparser.sign.DigestAlgorithm;
import io.github.romparser.sign.FileDigests;
import io.github.romparser.sign.SecureBoot;
import io.github.romparser.sign.Sha256;
import io.github.romparser.sign.SignerCertificate;
import io.github.romparser.sign.TimeStamp;
import io.github.romparser.sign.TpmEvent;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What {@code hash} found out, for people. */
final class HashText implements HashReport {

  private final PrintWriter out;
  private final FindingText findings;
  private final boolean colour;
  private final Against against;

  HashText(Console console, PrintWriter out, boolean colour, Against against) {
    this.out = out;
    this.findings = new FindingText(console, out, colour);
    this.colour = colour;
    this.against = against;
  }

  @Override
  public void write(List<HashedFile> files) {
    for (int i = 0; i < files.size(); i++) {
      if (i > 0) {
        out.println();
      }
      file(files.get(i));
    }
    against.log().ifPresent(log -> new LogText(out, findings).write(log, files));
    out.flush();
  }

  private void file(HashedFile file) {
    String title = Plain.text(file.name()) + ": " + file.rom().kind().title();
    out.println(colour ? "\u001b[1m" + title + "\u001b[0m" : title);
    FileDigests digests = FileDigests.of(file.rom().bytes());
    line(2, "file", TextReport.bytes(file.rom().bytes().length()));
    line(4, "sha256", digests.sha256());
    line(4, "sha1", digests.sha1());
    line(4, "md5", digests.md5());
    for (RomChain chain : file.rom().chains()) {
      chain(file, chain);
    }
    file.drivers().forEach(this::driver);
    if (file.drivers().isEmpty()) {
      line(2, "no EFI driver", "");
    }
    List<Finding> all = new ArrayList<>();
    file.drivers().forEach(driver -> all.addAll(driver.findings()));
    if (!all.isEmpty()) {
      out.println();
      all.stream()
          .sorted(Finding.WORST_FIRST)
          .forEach(finding -> findings.write(finding, file.name(), ""));
    }
  }

  /** The ROM without what stands around it; nothing new if that is the file. */
  private void chain(HashedFile file, RomChain chain) {
    if (chain.range().equals(file.rom().bytes().range())) {
      return;
    }
    String where = TextReport.bytes(chain.range().length()) + " at 0x" + hex(chain.offset());
    if (chain.copyOf().isPresent()) {
      line(2, "ROM", where + ", the same bytes as ROM " + (chain.copyOf().getAsInt() + 1));
      return;
    }
    line(2, "ROM", where);
    line(
        4,
        "sha256",
        Sha256.hex(
            file.rom()
                .bytes()
                .clamp(chain.offset() - file.rom().bytes().offset(), chain.range().length())));
  }

  private void driver(HashedDriver hashed) {
    String name =
        hashed.image().isPresent() ? "#" + hashed.image().getAsInt() + " EFI driver" : "EFI driver";
    if (hashed.driver().isEmpty()) {
      line(2, name, "at 0x" + hex(hashed.place().offset()) + ", cannot be taken out");
      return;
    }
    OpenedDriver driver = hashed.driver().get();
    EfiDriver.Loaded loaded = driver.loaded();
    line(
        2,
        name,
        "at 0x"
            + hex(hashed.place().offset())
            + ", "
            + TextReport.bytes(loaded.bytes().length())
            + (loaded.compressed() ? " when decompressed" : "")
            + driver.pe().map(HashText::kind).orElse(", no executable"));
    line(4, "sha256", driver.sha256());
    for (DigestAlgorithm algorithm : List.of(DigestAlgorithm.SHA256, DigestAlgorithm.SHA1)) {
      line(4, "Authenticode " + algorithm.id(), driver.digest(algorithm).orElse("none"));
    }
    driver
        .signatures()
        .ifPresent(
            signatures -> {
              signatures.signatures().forEach(this::signature);
              if (signatures.signatures().isEmpty()) {
                line(4, "signature", signatures.signed() ? "cannot be read" : "none");
              }
              line(4, "x86 guests (OVMF)", "run it, even with Secure Boot");
              line(4, "others, Secure Boot", verified(signatures.secureBoot()));
            });
    against.log().ifPresent(log -> events(hashed.events(log.log())));
  }

  private static String kind(PeImage pe) {
    return ", " + ImageLine.machine(pe.machine()) + " " + ImageLine.subsystem(pe.subsystem());
  }

  private void signature(AuthenticodeSignature signature) {
    String verdict =
        switch (signature.verdict()) {
          case HOLDS -> "holds";
          case BROKEN -> "DOES NOT HOLD";
          case UNCHECKED -> "cannot be checked";
        };
    line(
        4,
        "signature " + (signature.entry() + 1) + (signature.level() > 0 ? ", nested" : ""),
        verdict + ", " + signature.algorithm().title());
    if (signature.digest() == Check.BROKEN) {
      line(6, "signed was", signature.claimedDigest());
    }
    signature
        .signer()
        .ifPresent(
            signer -> {
              line(6, "signer", Plain.text(signer.subject()) + ", " + validity(signer));
              line(6, "issuer", Plain.text(signer.issuer()));
            });
    for (SignerCertificate other : signature.certificates()) {
      line(6, "with", Plain.text(other.subject()) + ", " + validity(other));
    }
    signature.timeStamp().ifPresent(stamp -> line(6, "time stamp", time(stamp)));
    against.ca().ifPresent(ca -> line(6, "given CA", vouches(ca, signature)));
  }

  private static String vouches(CaCertificates ca, AuthenticodeSignature signature) {
    return ca.vouchFor(signature) ? "vouches for the signer" : "does NOT vouch for the signer";
  }

  private static String time(TimeStamp stamp) {
    return stamp.time()
        + (stamp.kind() == TimeStamp.Kind.RFC3161 ? " (RFC 3161)" : " (counter signature)");
  }

  private static String validity(SignerCertificate certificate) {
    return LocalDate.ofInstant(certificate.notBefore(), ZoneOffset.UTC)
        + " to "
        + LocalDate.ofInstant(certificate.notAfter(), ZoneOffset.UTC);
  }

  /** Where firmware that verifies option ROMs runs a driver, in words. */
  private static String verified(SecureBoot secureBoot) {
    return switch (secureBoot) {
      case CA_2011 -> "run it if db has Microsoft Corporation UEFI CA 2011";
      case CA_2023 -> "run it if db has the Microsoft CA of 2023";
      case CA_2011_OR_2023 -> "run it if db has the Microsoft CA of 2011 or that of 2023";
      case CA_OTHER -> "run it if db has the signer's CA or this digest";
      case DIGEST -> "refuse it, unless db has this digest (--esl)";
      case NOWHERE -> "refuse it";
    };
  }

  private void events(List<TpmEvent> events) {
    if (events.isEmpty()) {
      line(4, "event log", "NOT in it");
    }
    events.forEach(event -> line(4, "event log", LogText.of(event)));
  }

  private static String hex(long value) {
    return Long.toHexString(value);
  }

  private void line(int indent, String label, String text) {
    out.println(
        (" ".repeat(indent) + String.format(Locale.US, "%-21s %s", label, text)).stripTrailing());
  }
}
