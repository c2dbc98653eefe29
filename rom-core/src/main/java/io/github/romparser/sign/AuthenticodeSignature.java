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

  /**
   * Copies the list.
   *
   * @param entry number of its entry in the certificate table, from 0
   * @param level 0 for the entry itself, more for a nested signature
   * @param algorithm of the digest
   * @param claimedDigest the digest that was signed, as lower-case hex digits
   * @param digest whether that is the executable's
   * @param attributes whether the signed attributes fit what was signed
   * @param signature whether it was made with the signer's key
   * @param signer the signer's certificate; empty if it is not there
   * @param certificates copied; the other certificates
   * @param timeStamp when it was made; empty if no time stamp could be read
   * @param ca whose certificate it stands under
   */
  public AuthenticodeSignature {
    certificates = List.copyOf(certificates);
  }

  /**
   * {@return what digest, attributes and signature come to together: {@link Check#BROKEN} if one of
   * them is, else {@link Check#UNCHECKED} if one of them is, else {@link Check#HOLDS}}
   */
  public Check verdict() {
    List<Check> all = List.of(digest, attributes, signature);
    if (all.contains(Check.BROKEN)) {
      return Check.BROKEN;
    }
    return all.contains(Check.UNCHECKED) ? Check.UNCHECKED : Check.HOLDS;
  }

  /**
   * {@return whether all three checks hold, so that firmware that trusts the signer finds it good}
   */
  public boolean holds() {
    return verdict() == Check.HOLDS;
  }
}
