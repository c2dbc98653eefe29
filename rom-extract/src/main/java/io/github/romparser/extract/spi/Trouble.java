package io.github.romparser.extract.spi;

import io.github.romparser.finding.FindingCode;
import java.util.Optional;

/**
 * Why something could not be opened, or not wholly.
 *
 * @param reason which kind of trouble it is
 * @param offset where, in bytes from the start of the file that the container is in
 * @param detail what there is to add, in few words: a compression's name, a size; may be empty
 * @param code what says what to do about it, where that is known; its texts are given the way to
 *     the part as {@code {0}} and the detail as {@code {1}}
 */
public record Trouble(Reason reason, long offset, String detail, Optional<FindingCode> code) {

  /**
   * Trouble of which no more is known than its reason.
   *
   * @param reason which kind of trouble it is
   * @param offset where, in bytes from the start of the file that the container is in
   * @param detail what there is to add, in few words; may be empty
   */
  public Trouble(Reason reason, long offset, String detail) {
    this(reason, offset, detail, Optional.empty());
  }

  /**
   * Trouble that something can be done about.
   *
   * @param reason which kind of trouble it is
   * @param offset where, in bytes from the start of the file that the container is in
   * @param detail what there is to add, in few words; may be empty
   * @param code says what to do about it
   */
  public Trouble(Reason reason, long offset, String detail, FindingCode code) {
    this(reason, offset, detail, Optional.of(code));
  }

  /** Kinds of trouble. */
  public enum Reason {
    /** It is encrypted, and nobody knows the key. */
    ENCRYPTED("encrypted"),
    /** It is encrypted with a password. */
    PASSWORD("password"),
    /** The format is known and not supported, or not this variant of it. */
    UNSUPPORTED("unsupported"),
    /** It ends too early. */
    TRUNCATED("truncated"),
    /** It contradicts itself. */
    DAMAGED("damaged"),
    /** It would take more memory, depth, parts or time than is allowed. */
    LIMIT("limit"),
    /** It looks compressed or encrypted, and nothing knows how. */
    UNKNOWN_COMPRESSION("unknown-compression"),
    /** The handler failed. */
    FAILED("failed");

    private final String id;

    Reason(String id) {
      this.id = id;
    }

    /** {@return the name in reports, such as {@code unknown-compression}} */
    public String id() {
      return id;
    }
  }
}
