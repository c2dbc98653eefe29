package io.github.romparser.sign;

import java.time.Instant;

/**
 * When somebody else says that a signature was there. It is read, and not verified.
 *
 * @param kind how it is told
 * @param time when
 */
public record TimeStamp(Kind kind, Instant time) {

  /** How a time is told. */
  public enum Kind {
    /** A token of a time-stamping authority (RFC 3161), attribute 1.3.6.1.4.1.311.3.3.1. */
    RFC3161("rfc3161"),
    /** A counter signature with a signing time (PKCS #9 §5.3.6), attribute 1.2.840.113549.1.9.6. */
    COUNTER_SIGNATURE("counter-signature");

    private final String id;

    Kind(String id) {
      this.id = id;
    }

    /** {@return the name in reports, such as {@code rfc3161}} */
    public String id() {
      return id;
    }
  }
}
