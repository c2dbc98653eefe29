package io.github.romparser.sign;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.PeImage;
import java.util.List;

/**
 * Which bytes of an executable a signature, an entry of db and a TPM measurement are about: all but
 * the checksum, the directory entry of the certificate table and that table itself, in the order
 * that Microsoft's "Windows Authenticode Portable Executable Signature Format" gives and edk2
 * SecurityPkg/Library/DxeImageVerificationLib, {@code HashPeImage}, has.
 *
 * <p>What follows the sections counts, except so many bytes as the certificate table has. So
 * padding behind a signed driver changes the digest, and the digest is one of just those bytes that
 * firmware hands to its loader.
 */
public sealed interface AuthenticodeDigest {

  /**
   * An executable that has a digest.
   *
   * @param file the executable
   * @param ranges what is digested, one after the other, in bytes from the start of {@code file}
   */
  record Covered(Slice file, List<Range> ranges) implements AuthenticodeDigest {

    /**
     * Copies the list.
     *
     * @param file the executable, to the last byte that firmware hands to its loader
     * @param ranges copied; in bytes from the start of {@code file}
     */
    public Covered {
      ranges = List.copyOf(ranges);
    }

    /**
     * {@return the digest of the ranges as lower-case hex digits, two a byte} It is computed at
     * every call.
     *
     * @param algorithm the digest to compute
     */
    public String hex(DigestAlgorithm algorithm) {
      return algorithm.hex(
          ranges.stream().map(range -> file.slice(range.offset(), range.length())).toList());
    }
  }

  /**
   * An executable that has none.
   *
   * @param reason what is in the way
   */
  record None(Reason reason) implements AuthenticodeDigest {}

  /** Why an executable has no digest. */
  enum Reason {
    /** It is no PE file at all. */
    NO_EXECUTABLE,
    /** TE files have no place for signatures (edk2 refuses to verify them). */
    TERSE,
    /** The headers end before the fields that are left out, or behind the end of the file. */
    HEADERS,
    /** There are fewer section headers than there should be. */
    SECTION_HEADERS,
    /** A section begins within the headers. */
    SECTION_WITHIN_HEADERS,
    /** A section ends behind the end of the file. */
    SECTION_OUTSIDE,
    /** Two sections share bytes of the file. */
    SECTIONS_OVERLAP,
    /** The certificate table ends behind the end of the file. */
    CERTIFICATES_OUTSIDE,
    /** The certificate table begins before the end of the sections. */
    CERTIFICATES_WITHIN
  }

  /**
   * Finds out what is to be digested.
   *
   * @param file the executable, to the last byte that firmware hands to its loader
   * @param pe its headers
   * @return the ranges to digest, or the reason why there is no digest
   */
  static AuthenticodeDigest of(Slice file, PeImage pe) {
    return DigestRanges.of(file, pe);
  }
}
