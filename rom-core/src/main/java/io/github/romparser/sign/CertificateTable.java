package io.github.romparser.sign;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.PeImage;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The certificate table of an executable: WIN_CERTIFICATE entries that begin at multiples of 8
 * bytes from the start of the table (UEFI 2.10 §32.2.4; edk2 DxeImageVerificationLib). An entry has
 * its length with this header (offset 0, 4 bytes, rounded up or not), a revision (4, 2 bytes) and a
 * type (6, 2 bytes); in one of type EFI_GUID a GUID follows (8, 16 bytes).
 */
final class CertificateTable {

  /** Bytes of a header. */
  private static final int HEADER = 8;

  /** Bytes of a header with a GUID. */
  private static final int GUID_HEADER = 24;

  /** WIN_CERT_TYPE_PKCS_SIGNED_DATA. */
  private static final int PKCS = 0x0002;

  /** WIN_CERT_TYPE_EFI_GUID. */
  private static final int GUID = 0x0ef1;

  /**
   * EFI_CERT_TYPE_PKCS7_GUID, 4aafd29d-68df-49ee-8aa9-347d375665a7, as it stands in files, in hex.
   */
  private static final String PKCS7_GUID = "9dd2af4adf68ee498aa9347d375665a7";

  /** Real drivers have one entry or two. */
  static final int MOST_ENTRIES = 16;

  private final List<Entry> entries = new ArrayList<>();
  private final List<SignatureProblem> problems = new ArrayList<>();

  /**
   * A PKCS#7 signature of the table.
   *
   * @param number of the entry, from 0, counting those of other types too
   * @param blob the signature, perhaps with padding behind it
   */
  record Entry(int number, Slice blob) {}

  private CertificateTable() {}

  static CertificateTable of(Slice file, PeImage pe) {
    CertificateTable table = new CertificateTable();
    Optional<Range> range = pe.certificates();
    if (range.isPresent()) {
      if (file.has(range.get().offset(), range.get().length())) {
        table.read(file.slice(range.get().offset(), range.get().length()));
      } else {
        table.problems.add(SignatureProblem.TABLE_OUTSIDE);
      }
    }
    return table;
  }

  List<Entry> entries() {
    return entries;
  }

  List<SignatureProblem> problems() {
    return problems;
  }

  private void read(Slice table) {
    int number = 0;
    long at = 0;
    while (at < table.length()) {
      if (number == MOST_ENTRIES) {
        problems.add(SignatureProblem.TOO_MANY);
        return;
      }
      // Firmware wants more than a bare header, and stops at a length that is none.
      if (!table.has(at, HEADER + 1)
          || table.u32(at) < HEADER
          || !table.has(at, table.u32(at))
          || !entry(number, table.slice(at, table.u32(at)))) {
        problems.add(SignatureProblem.ENTRY_LENGTH);
        return;
      }
      at += (table.u32(at) + HEADER - 1) & -HEADER;
      number++;
    }
    if (at != table.length()) {
      problems.add(SignatureProblem.ENTRY_LENGTH);
    }
  }

  /** Takes an entry; false if it is too short to be one. */
  private boolean entry(int number, Slice entry) {
    int type = entry.u16(6);
    if (type == PKCS && entry.length() > HEADER) {
      entries.add(new Entry(number, entry.from(HEADER)));
      return true;
    }
    if (type == GUID && entry.length() > GUID_HEADER && isPkcs7(entry)) {
      entries.add(new Entry(number, entry.from(GUID_HEADER)));
      return true;
    }
    if (type == PKCS || (type == GUID && entry.length() <= GUID_HEADER)) {
      return false;
    }
    problems.add(SignatureProblem.ENTRY_TYPE);
    return true;
  }

  private static boolean isPkcs7(Slice entry) {
    byte[] guid = entry.slice(HEADER, GUID_HEADER - HEADER).toByteArray();
    return HexFormat.of().formatHex(guid).equals(PKCS7_GUID);
  }
}
