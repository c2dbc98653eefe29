package io.github.romparser.sign;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.PeImage;
import io.github.romparser.finding.Argument;
import io.github.romparser.finding.Finding;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.finding.Phrase;
import io.github.romparser.sign.AuthenticodeSignature.Check;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The signatures of an executable and what they are worth.
 *
 * <p>Reading them costs: digests, some public-key operations, and with the first signature the
 * start of BouncyCastle. Where its {@code bcpkix} is missing, signatures are told as not looked at
 * ({@link SignatureProblem#LIBRARY_MISSING}), and all else stays. Who asks keeps the answer. No
 * check depends on the time, as in firmware.
 *
 * @param digest what signatures of this executable are about
 * @param signed whether there is a certificate table, whatever is in it
 * @param signatures those that could be read, in the order of the table, each followed by those
 *     that are nested in it; at most {@link #MOST_SIGNATURES}
 * @param problems what could not be read or checked, each kind once
 */
public record Authenticode(
    AuthenticodeDigest digest,
    boolean signed,
    List<AuthenticodeSignature> signatures,
    List<SignatureProblem> problems) {

  /** Real drivers have one signature or two. */
  public static final int MOST_SIGNATURES = 16;

  /** What makes firmware refuse the table whatever its signatures say. */
  private static final Set<SignatureProblem> FATAL =
      EnumSet.of(
          SignatureProblem.TABLE_OUTSIDE, SignatureProblem.ENTRY_LENGTH, SignatureProblem.TOO_MANY);

  /** The CAs that came after the one of 2011. */
  private static final Set<MicrosoftCa> NEW =
      EnumSet.of(MicrosoftCa.UEFI_CA_2023, MicrosoftCa.OPTION_ROM_UEFI_CA_2023);

  /**
   * Copies the lists; nothing is read or checked here.
   *
   * @param digest what signatures of the executable are about
   * @param signed whether there is a certificate table
   * @param signatures copied; in the order of the table
   * @param problems copied; each kind once
   */
  public Authenticode {
    signatures = List.copyOf(signatures);
    problems = List.copyOf(problems);
  }

  /**
   * Reads the certificate table of an executable and checks every signature in it.
   *
   * @param driver the executable, to the last byte that firmware hands to its loader
   * @param pe its headers
   * @return what was read and what the checks came to; without signatures where there is no
   *     certificate table
   */
  public static Authenticode of(Slice driver, PeImage pe) {
    AuthenticodeDigest digest = AuthenticodeDigest.of(driver, pe);
    CertificateTable table = CertificateTable.of(driver, pe);
    Set<SignatureProblem> problems = EnumSet.noneOf(SignatureProblem.class);
    problems.addAll(table.problems());
    List<AuthenticodeSignature> signatures = new ArrayList<>();
    try {
      for (CertificateTable.Entry entry : table.entries()) {
        new Pkcs7(digest, entry.number(), signatures, problems).read(entry.blob());
      }
    } catch (NoClassDefFoundError e) {
      // On a class path without it, or on a module path where no module requires it.
      problems.add(SignatureProblem.LIBRARY_MISSING);
    }
    return new Authenticode(digest, pe.signed(), signatures, List.copyOf(problems));
  }

  /** {@return whether any signature, nested ones included, is not what it should be} */
  public boolean broken() {
    return signatures.stream().anyMatch(s -> s.verdict() == Check.BROKEN);
  }

  /**
   * {@return whether firmware that trusts the signers finds the table sound and one of its entries
   * good} A signature that is nested in another does not count as an entry.
   */
  public boolean holds() {
    return problems.stream().noneMatch(FATAL::contains)
        && signatures.stream().anyMatch(s -> s.level() == 0 && s.holds());
  }

  /** {@return whether there are signatures that nobody looked at, for want of BouncyCastle} */
  public boolean unchecked() {
    return problems.contains(SignatureProblem.LIBRARY_MISSING);
  }

  /** {@return where firmware that verifies option ROMs runs the driver} */
  public SecureBoot secureBoot() {
    return SecureBoot.of(this);
  }

  /** Whose signatures hold, of those that firmware looks at. */
  Set<MicrosoftCa> trusted() {
    Set<MicrosoftCa> trusted = EnumSet.noneOf(MicrosoftCa.class);
    signatures.stream()
        .filter(signature -> signature.level() == 0 && signature.holds())
        .forEach(signature -> trusted.add(signature.ca()));
    return trusted;
  }

  /**
   * {@return what there is to say: why there is no digest, what could not be read or checked, which
   * checks failed, and that the entries of the table stand under an old or an unknown CA or use
   * SHA-1} Empty if there is nothing of that kind.
   *
   * @param place of the driver in the file, compressed or not, in bytes from the start of the file
   */
  public List<Finding> findings(Range place) {
    List<Finding> findings = new ArrayList<>();
    Argument.Offset at = new Argument.Offset(place.offset());
    if (digest instanceof AuthenticodeDigest.None none) {
      findings.add(Finding.of(FindingCode.SIG_NO_DIGEST, place, at, says(phrase(none.reason()))));
    }
    for (SignatureProblem problem : problems) {
      findings.add(
          problem == SignatureProblem.LIBRARY_MISSING
              ? Finding.of(FindingCode.SIG_UNCHECKED, place, at)
              : Finding.of(FindingCode.SIG_UNREADABLE, place, at, says(problem.phrase())));
    }
    Set<Phrase> broken = EnumSet.noneOf(Phrase.class);
    for (AuthenticodeSignature signature : signatures) {
      if (signature.verdict() == Check.BROKEN && broken.add(phrase(signature))) {
        findings.add(Finding.of(FindingCode.SIG_BROKEN, place, at, says(phrase(signature))));
      }
    }
    authorities(place, at, findings);
    return findings;
  }

  private void authorities(Range place, Argument.Offset at, List<Finding> findings) {
    List<AuthenticodeSignature> entries = signatures.stream().filter(s -> s.level() == 0).toList();
    if (entries.isEmpty()) {
      return;
    }
    if (entries.stream().noneMatch(s -> s.ca().known())) {
      findings.add(Finding.of(FindingCode.SIG_CA_OTHER, place, at));
    } else if (entries.stream().anyMatch(s -> s.ca() == MicrosoftCa.UEFI_CA_2011)
        && entries.stream().noneMatch(s -> NEW.contains(s.ca()))) {
      findings.add(Finding.of(FindingCode.SIG_CA_2011, place, at));
    }
    if (entries.stream().allMatch(s -> s.algorithm() == DigestAlgorithm.SHA1)) {
      findings.add(Finding.of(FindingCode.SIG_SHA1, place, at));
    }
  }

  private static Argument says(Phrase phrase) {
    return new Argument.Says(phrase);
  }

  private static Phrase phrase(AuthenticodeSignature signature) {
    if (signature.digest() == Check.BROKEN) {
      return Phrase.SIG_DIGEST_DIFFERS;
    }
    return signature.signature() == Check.BROKEN
        ? Phrase.SIG_WRONG_KEY
        : Phrase.SIG_ATTRIBUTES_DIFFER;
  }

  private static Phrase phrase(AuthenticodeDigest.Reason reason) {
    return switch (reason) {
      case NO_EXECUTABLE -> Phrase.PE_NONE;
      case TERSE -> Phrase.PE_TERSE;
      case HEADERS -> Phrase.PE_HEADERS;
      case SECTION_HEADERS -> Phrase.PE_SECTION_HEADERS;
      case SECTION_WITHIN_HEADERS -> Phrase.PE_SECTION_WITHIN_HEADERS;
      case SECTION_OUTSIDE -> Phrase.PE_SECTION_OUTSIDE;
      case SECTIONS_OVERLAP -> Phrase.PE_SECTIONS_OVERLAP;
      case CERTIFICATES_OUTSIDE -> Phrase.SIG_TABLE_OUTSIDE;
      case CERTIFICATES_WITHIN -> Phrase.SIG_TABLE_WITHIN;
    };
  }
}
