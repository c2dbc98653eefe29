package io.github.romparser.sign;

import io.github.romparser.finding.Phrase;

/** Why a signature, or the table that holds it, could not be read or checked as a whole. */
public enum SignatureProblem {
  /** The certificate table ends behind the end of the driver. */
  TABLE_OUTSIDE(Phrase.SIG_TABLE_OUTSIDE),
  /** An entry of the table is shorter than its header or longer than the table. */
  ENTRY_LENGTH(Phrase.SIG_ENTRY_LENGTH),
  /** An entry is neither PKCS#7 nor a GUID with PKCS#7; firmware passes over it. */
  ENTRY_TYPE(Phrase.SIG_ENTRY_TYPE),
  /** More entries or nested signatures than are read. */
  TOO_MANY(Phrase.SIG_TOO_MANY),
  /** A signature of more bytes, or with more parts, than are read. */
  TOO_LARGE(Phrase.SIG_TOO_LARGE),
  /** No DER: a length that lies or is left open, or a tag that no signature has. */
  NOT_DER(Phrase.SIG_NOT_DER),
  /** DER, but not a signature over the digest of an executable. */
  NOT_AUTHENTICODE(Phrase.SIG_NOT_AUTHENTICODE),
  /** Not exactly one signer, which is what Authenticode asks for. */
  SIGNERS(Phrase.SIG_SIGNERS),
  /** A digest algorithm that is not known. */
  DIGEST_UNKNOWN(Phrase.SIG_DIGEST_UNKNOWN),
  /** The signer's certificate is not in the signature. */
  NO_CERTIFICATE(Phrase.SIG_NO_CERTIFICATE),
  /** The signer's key is of a kind, or of a size, that is not checked. */
  KEY_UNKNOWN(Phrase.SIG_KEY_UNKNOWN),
  /** BouncyCastle, which signatures are read with, is not part of this program. */
  LIBRARY_MISSING(Phrase.SIG_LIBRARY_MISSING);

  private final Phrase phrase;

  SignatureProblem(Phrase phrase) {
    this.phrase = phrase;
  }

  /** {@return the same as a part of a sentence} */
  public Phrase phrase() {
    return phrase;
  }
}
