package io.github.romparser.acpi;

import io.github.romparser.bytes.Slice;
import java.util.OptionalLong;

/**
 * Bytes that a method returned, or that stand together in a dump.
 *
 * @param offset where in the ROM they belong, in bytes; empty where the text does not say
 * @param bytes what was read
 * @param cut whether bytes are missing at the end
 */
public record DumpReply(OptionalLong offset, Slice bytes, boolean cut) {

  /** So many are taken out of a text: 16 MiB in replies of 42 bytes are 400,000. */
  static final int MOST = 1 << 19;
}
