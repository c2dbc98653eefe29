package io.github.romparser.acpi.ssdt;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.finding.Argument;
import io.github.romparser.finding.Finding;
import io.github.romparser.finding.FindingCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * ACPI tables that give a guest's display driver its ROM through {@code _ROM}, the method that
 * drivers ask where a card has no ROM BAR of its own.
 *
 * <pre>{@code
 * AcpiPath card = AcpiPath.ofPci("01.0/00.0").orElseThrow();
 * RomSsdt tables = RomSsdt.embedded(rom, card, FakeBattery.NONE);
 * }</pre>
 *
 * @param tables at least one; each can be loaded in any order
 */
public record RomSsdt(List<SsdtTable> tables) {

  /**
   * The most bytes of the tables of one machine: QEMU has 2 MiB for all (hw/i386/acpi-build.h,
   * ACPI_BUILD_TABLE_MAX_SIZE; it aborts above, tried with 7.2), and what it makes itself grows
   * with the number of bridges; 128 KiB of it are left for that.
   */
  public static final int MOST_BYTES = (2 << 20) - (128 << 10);

  /** Bytes of a ROM in one table. QEMU takes tables of up to 65,535 bytes (hw/acpi/core.c). */
  static final int PIECE = 0xf000;

  /** More than a table has besides its piece: header, names, methods, a battery. */
  private static final int AROUND_A_PIECE = 64;

  private static final int AROUND_ALL = 1024;

  /** What the methods have for each piece, in bytes. */
  private static final int MENTION = 32;

  /**
   * Copies the list.
   *
   * @param tables copied; at least one
   */
  public RomSsdt {
    tables = List.copyOf(tables);
  }

  /**
   * Makes tables that hold the ROM.
   *
   * @param rom at least one byte; see {@link #tooLarge}
   * @param device the device in the guest's namespace that the ROM is for; it has to be there, or
   *     the guest drops the tables
   * @param battery what the guest is to believe that it has; it stands in the first table
   * @return a table for every 60 KiB of the ROM; the first has the methods too
   * @throws IllegalArgumentException if the ROM is empty or too large
   */
  public static RomSsdt embedded(Slice rom, AcpiPath device, FakeBattery battery) {
    return embedded(rom, device, battery, PIECE);
  }

  static RomSsdt embedded(Slice rom, AcpiPath device, FakeBattery battery, int pieceSize) {
    if (tooLarge(rom).isPresent()) {
      throw new IllegalArgumentException(rom.length() + " bytes are too many");
    }
    EmbeddedRom embedded = new EmbeddedRom(rom, pieceSize);
    long mark = mark(device, rom, "");
    List<SsdtTable> tables = new ArrayList<>();
    for (int i = 0; i < embedded.pieces(); i++) {
      List<AmlTerm> terms = new ArrayList<>(List.of(external(device)));
      List<AmlTerm> inside = new ArrayList<>(List.of(embedded.piece(i)));
      if (i == 0) {
        terms.addAll(embedded.externals(device));
        inside.addAll(embedded.methods());
      }
      terms.add(new AmlStatement.Scope(device, inside));
      if (i == 0) {
        terms.addAll(battery.terms());
      }
      tables.add(new SsdtTable(tableId(mark, i), terms));
    }
    return new RomSsdt(tables);
  }

  /**
   * Makes a table that reads the ROM from QEMU, which is given the file with {@code -fw_cfg}.
   *
   * @param name of the file
   * @param device see {@link #embedded}
   * @param battery what the guest is to believe that it has
   * @return one table, whatever the size of the ROM
   */
  public static RomSsdt fwCfg(FwCfgName name, AcpiPath device, FakeBattery battery) {
    List<AmlTerm> terms = new ArrayList<>(List.of(external(device)));
    terms.add(new AmlStatement.Scope(device, FwCfgRom.terms(name)));
    terms.addAll(battery.terms());
    long mark = mark(device, Slice.of(new byte[0]), name.text());
    return new RomSsdt(List.of(new SsdtTable(tableId(mark, 0), terms)));
  }

  /**
   * {@return a finding, if the tables for a ROM would be more than QEMU takes; else empty}
   *
   * @param rom what {@link #embedded} is to be given
   */
  public static Optional<Finding> tooLarge(Slice rom) {
    int pieces = EmbeddedRom.pieces(rom.length(), PIECE);
    long all = rom.length() + (long) pieces * (AROUND_A_PIECE + MENTION) + AROUND_ALL;
    return all <= MOST_BYTES
        ? Optional.empty()
        : Optional.of(
            Finding.of(
                FindingCode.SSDT_TOO_LARGE,
                new Range(rom.offset(), rom.length()),
                new Argument.Size(rom.length()),
                new Argument.Size(MOST_BYTES)));
  }

  private static AmlTerm external(AcpiPath device) {
    return new AmlStatement.External(device.toString(), "DeviceObj");
  }

  /** Tells the tables of one card and ROM from those of another. */
  private static long mark(AcpiPath device, Slice rom, String name) {
    CRC32C crc = new CRC32C();
    crc.update((device + " " + name + " " + rom.contentHash()).getBytes(StandardCharsets.UTF_8));
    return crc.getValue();
  }

  private static String tableId(long mark, int number) {
    return String.format(Locale.US, "%06X%02X", mark >>> Byte.SIZE, number);
  }
}
