package io.github.romparser.acpi;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.finding.Argument;
import io.github.romparser.finding.Finding;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * AMD's ACPI table VFCT with copies of the VBIOS images of all its graphics chips (Linux
 * drivers/gpu/drm/amd/include/atombios.h, UEFI_ACPI_VFCT): behind the header of every table a UUID
 * at 36, the offset of the first image at 52 and that of a library at 56. Images follow each other
 * without a gap.
 *
 * @param table the table itself; empty where the file has none
 * @param images with a length other than 0, in the order of the table
 * @param findings what is wrong with the table or its images, and what they lack
 */
public record Vfct(Optional<AcpiTable> table, List<VfctImage> images, List<Finding> findings) {

  /** The table's signature. */
  public static final String SIGNATURE = "VFCT";

  /** Bytes in front of the first image, at least. */
  static final int HEADER = 76;

  private static final int IMAGE_OFFSET = 52;

  /** No machine has as many graphics chips. */
  private static final int MOST = 256;

  /**
   * Copies the lists.
   *
   * @param table the table, if the file has one
   * @param images copied; in the order of the table
   * @param findings copied; what is wrong, and what the images lack
   */
  public Vfct {
    images = List.copyOf(images);
    findings = List.copyOf(findings);
  }

  /**
   * Reads the first VFCT of a file.
   *
   * @param file the table, as {@code /sys/firmware/acpi/tables/VFCT} has it, several tables, the
   *     text of acpidump, or a registry export with one
   * @return its images, at most 256; no table, no images and a finding where there is no VFCT
   */
  public static Vfct read(Slice file) {
    AcpiTables tables = AcpiTables.read(file);
    Optional<AcpiTable> table =
        tables.tables().stream().filter(t -> t.signature().equals(SIGNATURE)).findFirst();
    if (table.isEmpty()) {
      return new Vfct(
          Optional.empty(), List.of(), List.of(Finding.of(FindingCode.NO_VFCT, file.range())));
    }
    // Behind a length that is too small the last image may go on.
    boolean alone = tables.tables().size() == 1 && !tables.text();
    Slice bytes = alone ? file : table.get().bytes();
    List<Finding> findings = new ArrayList<>(alone ? tables.findings() : table.get().findings());
    List<VfctImage> images = images(table.get(), bytes, findings);
    for (VfctImage image : images) {
      if (image.rom().isEmpty()) {
        findings.add(
            Finding.of(
                FindingCode.VFCT_NO_ROM,
                new Range(image.offset(), VfctImage.HEADER + (long) image.content().length()),
                new Argument.Term(image.address()),
                id(image)));
      }
    }
    if (images.isEmpty()) {
      findings.add(Finding.of(FindingCode.VFCT_EMPTY, table.get().bytes().range()));
    } else if (images.stream().noneMatch(VfctImage::hasEfiDriver)) {
      findings.add(
          Finding.of(FindingCode.VFCT_NO_EFI, table.get().bytes().range(), id(images.get(0))));
    }
    findings.sort(Finding.WORST_FIRST);
    return new Vfct(table, images, findings);
  }

  /** {@return whether there are images and no finding is an error} */
  public boolean sound() {
    return !images.isEmpty()
        && findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
  }

  private static Argument id(VfctImage image) {
    return new Argument.PciId(image.vendorId(), image.deviceId());
  }

  private static List<VfctImage> images(AcpiTable table, Slice bytes, List<Finding> findings) {
    List<VfctImage> images = new ArrayList<>();
    long end = Math.min(table.length(), bytes.length());
    if (end < HEADER) {
      return images;
    }
    long at = bytes.u32(IMAGE_OFFSET);
    if (at < AcpiTable.HEADER || at > end) {
      findings.add(
          Finding.of(
              FindingCode.VFCT_OFFSET,
              new Range(bytes.offset() + IMAGE_OFFSET, 4),
              new Argument.Offset(at),
              new Argument.Offset(HEADER)));
      at = HEADER;
    }
    // Firmware leaves room for more images, whose headers then are zeros; Linux passes over them.
    while (at + VfctImage.HEADER <= end
        && bytes.has(at, VfctImage.HEADER)
        && images.size() < MOST) {
      VfctImage image = VfctImage.read(bytes.from(at));
      if (image.length() > 0) {
        images.add(image);
      }
      if (image.cut()) {
        findings.add(
            Finding.of(
                FindingCode.VFCT_CUT,
                new Range(image.offset(), VfctImage.HEADER + (long) image.content().length()),
                new Argument.Term(image.address()),
                new Argument.Size(image.length()),
                new Argument.Size(image.content().length())));
      }
      at += VfctImage.HEADER + image.length();
    }
    return images;
  }
}
