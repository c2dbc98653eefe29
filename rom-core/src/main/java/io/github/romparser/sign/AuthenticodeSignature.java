package io.github.romparser.sign;

import java.util.List;
import java.util.Optional;

/**
 * One signature of an executable: PKCS#7 SignedData over SpcIndirectDataContent (Microsoft,
 * "Windows Authenticode Portable Executable Signature Format").
 *
 * @param entry number of the entry of the certificate table that it stands in, from 0
 * @param level 0 if it is that entry; more if it stands in an attribute of another signature, which
 *     firmware does not look at
 * @param algorithm of the digest
 * @param claimedDigest the digest that was signed, as lower-case hex digits
 * @param digest whether that is the executable's
 * @param attributes whether the signed attributes name the digest of what was signed
 * @param signature whether it was made with the key of the signer's certificate
 * @param signer that certificate; empty if it is not there
 * @param certificates the others, at most 64
 * @param timeStamp when it was made, where a time stamp tells
 * @param ca whose certificate it stands under, by the names of the issuers
 */
public record AuthenticodeSignature(
    int entry,
    int level,
    DigestAlgorithm algorithm,
    String claimedDigest,
    Check digest,
    Check attributes,
    Check signature,
    Optional<SignerCertificate> signer,
    List<SignerCertificate> certificates,
    Optional<TimeStamp> timeStamp,
    MicrosoftCa ca) {

  /** What a check came to. */
  public enum Check {
    /** It is as it should be. */
    HOLDS,
    /** It is not. */
    BROKEN,
    /** It could not be checked. */
    UNCHECKED;

    /** As it should be, or not. */
    static Check of(boolean holds) {
      return holds ? HOLDS : BROKEN;
    }
  }

  /** Copies the list. */
  public AuthenticodeSignature {
    certificates = List.copyOf(certificates);
  }

  /** Digest, attributes and signature together. */
  public Check verdict() {
    List<Check> all = List.of(digest, attributes, signature);
    if (all.contains(Check.BROKEN)) {
      return Check.BROKEN;
    }
    return all.contains(Check.UNCHECKED) ? Check.UNCHECKED : Check.HOLDS;
  }

  /** Whether firmware finds it good, if it trusts the signer. */
  public boolean holds() {
    return verdict() == Check.HOLDS;
  }
}
