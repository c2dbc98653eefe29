package io.github.romparser.vendor.intel;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.finding.Argument;
import io.github.romparser.finding.Finding;
import io.github.romparser.finding.FindingCode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The memory that Intel's firmware shares with its driver, as files hold it (Linux
 * intel_opregion.c, {@code opregion_header} and {@code opregion_asle}).
 *
 * @param offset of the region, in bytes from the start of the file
 * @param size offset 0x10, 4 bytes: its length in KiB
 * @param major offset 0x17, 1 byte: version
 * @param minor offset 0x16, 1 byte: version
 * @param mailboxes offset 0x58, 4 bytes: which mailboxes there are, a bit each
 * @param rvda offset 0x3BA, 8 bytes: place of a table of more than 6 KiB; up to version 2.0 an
 *     address in memory, later in bytes from the start of the region; 0 for none
 * @param rvds offset 0x3C2, 4 bytes: length of that table in bytes
 * @param vbt the video BIOS table; empty if there is none in the file
 * @param findings what is wrong
 */
public record OpRegion(
    long offset,
    long size,
    int major,
    int minor,
    long mailboxes,
    long rvda,
    long rvds,
    Optional<Vbt> vbt,
    List<Finding> findings) {

  /** The characters that it begins with. */
  public static final String SIGNATURE = "IntelGraphicsMem";

  /** Place of the table where there is no other, in bytes from the start of the region. */
  public static final int TABLE = 0x400;

  /** Length in bytes. */
  private static final int LENGTH = 0x2000;

  /** Where the table has to end if there is mailbox 5. */
  private static final int ASLE_EXT = 0x1c00;

  private static final int ASLE_EXT_THERE = 1 << 4;

  private static final int RVDA = 0x3ba;

  /**
   * Copies the list.
   *
   * @param offset of the region, in bytes from the start of the file
   * @param size length of the region in KiB, as it says
   * @param major version, the number before the dot
   * @param minor version, the number behind the dot
   * @param mailboxes which mailboxes there are, a bit each
   * @param rvda place of a table of more than 6 KiB, an address or relative to the region; 0 for
   *     none
   * @param rvds length of that table in bytes
   * @param vbt the video BIOS table; empty if there is none in the file
   * @param findings copied; worst first
   */
  public OpRegion {
    findings = List.copyOf(findings);
  }

  /**
   * Reads a region with its table: the one at RVDA if that is relative to the region and in the
   * file, else the one at 0x400.
   *
   * @param bytes the region from its first byte on, with all that follows it in the file
   * @return the region; empty without its signature or with fewer than 0x400 bytes
   */
  public static Optional<OpRegion> read(Slice bytes) {
    if (!bytes.startsWith(0, SIGNATURE) || !bytes.has(0, TABLE)) {
      return Optional.empty();
    }
    int major = bytes.u8(0x17);
    int minor = bytes.u8(0x16);
    long mailboxes = bytes.u32(0x58);
    long rvda = bytes.u32(RVDA) | bytes.u32(RVDA + 4) << 32;
    long rvds = bytes.u32(RVDA + 8);
    boolean elsewhere = major >= 2 && rvda != 0 && rvds != 0;
    boolean relative = elsewhere && (major > 2 || minor >= 1);
    long end = (mailboxes & ASLE_EXT_THERE) != 0 ? ASLE_EXT : LENGTH;
    Optional<Vbt> far =
        relative && bytes.has(rvda, rvds) ? Vbt.read(bytes.slice(rvda, rvds)) : Optional.empty();
    Optional<Vbt> vbt = far.or(() -> Vbt.read(bytes.clamp(TABLE, end - TABLE)));
    Optional<Finding> missing =
        elsewhere && far.isEmpty()
            ? Optional.of(
                Finding.of(
                    FindingCode.VBT_ELSEWHERE,
                    new Range(bytes.offset() + RVDA, 12),
                    new Argument.Offset(rvda)))
            : Optional.empty();
    List<Finding> findings =
        Stream.concat(missing.stream(), vbt.map(Vbt::findings).orElse(List.of()).stream())
            .sorted(Finding.WORST_FIRST)
            .toList();
    return Optional.of(
        new OpRegion(
            bytes.offset(), bytes.u32(0x10), major, minor, mailboxes, rvda, rvds, vbt, findings));
  }
}
