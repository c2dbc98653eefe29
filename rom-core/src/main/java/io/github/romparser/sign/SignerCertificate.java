package io.github.romparser.sign;

import io.github.romparser.bytes.Slice;
import java.time.Instant;

/**
 * A certificate of a signature (RFC 5280 §4.1). Whether it is or was valid at some time is not
 * looked at: firmware does not look at it either, and certificates of option ROMs live a year.
 *
 * @param subject common name of the owner, or the whole name if there is no common name; at most
 *     {@link #MOST_CHARACTERS}
 * @param issuer the same of the issuer
 * @param serial serial number as lower-case hex digits, the last {@link #MOST_CHARACTERS} of them
 * @param notBefore start of the validity
 * @param notAfter end of the validity
 * @param encoded the certificate itself, DER
 */
public record SignerCertificate(
    String subject,
    String issuer,
    String serial,
    Instant notBefore,
    Instant notAfter,
    Slice encoded) {

  /** How long names and serial numbers become. */
  public static final int MOST_CHARACTERS = 256;

  /**
   * {@return SHA-256 of the encoded certificate, as 64 lower-case hex digits} It is computed at
   * every call.
   */
  public String sha256() {
    return Sha256.hex(encoded);
  }
}
