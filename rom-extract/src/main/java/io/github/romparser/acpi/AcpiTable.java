package io.github.romparser.acpi;

import io.github.romparser.bytes.Slice;
import io.github.romparser.finding.Argument;
import io.github.romparser.finding.Finding;
import io.github.romparser.finding.FindingCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An ACPI table with the header that all of them but FACS have (ACPI 6.4 §5.2.6): signature at 0,
 * length at 4, revision at 8, checksum at 9, OEM id at 10, OEM table id at 16, OEM revision at 24,
 * creator id at 28, creator revision at 32.
 *
 * @param bytes the table, as far as its length goes and there are bytes
 * @param signature four characters, such as {@code VFCT}
 * @param length what the header says, in bytes, the header itself included
 * @param revision of the table's kind
 * @param oemId up to six characters
 * @param oemTableId up to eight characters
 * @param oemRevision the maker's number
 * @param creatorId up to four characters
 * @param creatorRevision number of the program that made the table
 */
public record AcpiTable(
    Slice bytes,
    String signature,
    long length,
    int revision,
    String oemId,
    String oemTableId,
    long oemRevision,
    String creatorId,
    long creatorRevision) {

  /** Bytes of the header. */
  public static final int HEADER = 36;

  /** No table is larger; a DSDT has at most some hundred KiB. */
  static final long MOST = 0x100_0000;

  /** Tables whose length is not questioned for being cut. */
  private static final List<String> KNOWN = List.of("VFCT", "SSDT", "DSDT", "PSDT");

  /**
   * Reads the header of a table that begins at the start of a view.
   *
   * @param file what the table is in; it may be cut off, and more may follow
   * @return empty where no table begins: another signature than four letters, digits or
   *     underscores, a length below that of the header or above 16 MiB, or, for a kind that is none
   *     of VFCT, SSDT, DSDT and PSDT, a length past the end or a wrong sum
   */
  public static Optional<AcpiTable> read(Slice file) {
    if (!file.has(0, HEADER) || !isSignature(file)) {
      return Optional.empty();
    }
    String signature = file.latin1(0, 4);
    long length = file.u32(4);
    if (length < HEADER || length > MOST) {
      return Optional.empty();
    }
    Slice bytes = file.clamp(0, length);
    if (!KNOWN.contains(signature)
        && (bytes.length() < length || bytes.sum8(0, bytes.length()) != 0)) {
      return Optional.empty();
    }
    return Optional.of(
        new AcpiTable(
            bytes,
            signature,
            length,
            file.u8(8),
            file.ascii(10, 6).strip(),
            file.ascii(16, 8).strip(),
            file.u32(24),
            file.ascii(28, 4).strip(),
            file.u32(32)));
  }

  private static boolean isSignature(Slice file) {
    for (int i = 0; i < 4; i++) {
      int c = file.u8(i);
      if ((c < 'A' || c > 'Z') && (c < '0' || c > '9') && c != '_') {
        return false;
      }
    }
    return true;
  }

  /** {@return the 8-bit sum of all bytes that are there, which is 0 in a sound table} */
  public int sum() {
    return bytes.sum8(0, bytes.length());
  }

  /** {@return whether all bytes are there and sum up to 0} */
  public boolean checksumValid() {
    return !cut() && sum() == 0;
  }

  /**
   * {@return whether bytes are missing at the end, because the input is shorter than the length
   * says}
   */
  public boolean cut() {
    return bytes.length() < length;
  }

  /** {@return whether it holds AML code: DSDT, SSDT or PSDT (ACPI 6.4 §5.2.11)} */
  public boolean hasAml() {
    return signature.equals("DSDT") || signature.equals("SSDT") || signature.equals("PSDT");
  }

  /** What is wrong with length and checksum. */
  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    Argument name = new Argument.Term(signature);
    if (cut()) {
      findings.add(
          Finding.of(
              FindingCode.TABLE_CUT,
              bytes.range(),
              name,
              new Argument.Size(length),
              new Argument.Size(bytes.length())));
    } else if (sum() != 0) {
      findings.add(
          Finding.of(FindingCode.TABLE_SUM, bytes.range(), name, new Argument.Hex(sum(), 2)));
    }
    return findings;
  }
}
