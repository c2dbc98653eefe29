package io.github.romparser.testdata;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Builds the ATOM BIOS of an x86 image: texts, ATOM ROM header, lists of commands and data tables
 * (Linux drivers/gpu/drm/amd/include/atombios.h and atomfirmware.h). The texts stand from 0x80 on,
 * the header at {@link #HEADER}, all tables behind {@link #TABLES}. The setters change this builder
 * and return it.
 */
public final class AtomForge {
  /** Where the header is, in bytes from the image. */
  public static final int HEADER = 0x300;

  /** Where the list of commands is, in bytes from the image; the other list follows it. */
  public static final int TABLES = 0x340;

  /** Where the list of data tables is, in bytes from the image. */
  public static final int DATA = TABLES + 4 + 2 * 81;

  private static final int COMMANDS = 81;
  private static final int DATA_TABLES = 35;
  private static final int BUILD = 0x80;
  private static final int NAMES = 0x200;
  private static final int FIRMWARE_INFO = 4;

  private final boolean firmware;
  private final SortedMap<Integer, byte[]> commands = new TreeMap<>();
  private final SortedMap<Integer, byte[]> data = new TreeMap<>();
  private String partNumber = "113-FORGED-001";
  private String chip = "FORGED";
  private String product = "Forged test ROM";
  private String date = "11/01/26 12:00";
  private String version = "015.050.002.001.000000";
  private String configFile = "FORGED.001";
  private String configuration = "FORGED_TEST_BOARD";
  private int subsystemVendor = 0x1002;
  private int subsystem = 0x1002;
  private long psp;

  private AtomForge(boolean firmware) {
    this.firmware = firmware;
    firmwareInfo(0x0F320201, 30_000, 30_000);
  }

  /** Header and lists of revision 1.1, as up to Polaris. */
  public static AtomForge atom() {
    return new AtomForge(false);
  }

  /** Header of revision 2.3 and lists of revision 2.1, as from Vega on. */
  public static AtomForge atomFirmware() {
    return new AtomForge(true);
  }

  /** Part number, chip and boot message. */
  public AtomForge names(String partNumber, String chip, String product) {
    this.partNumber = partNumber;
    this.chip = chip;
    this.product = product;
    return this;
  }

  /** The build date, as it is written. */
  public AtomForge date(String date) {
    this.date = date;
    return this;
  }

  /** The five numbers of the version. */
  public AtomForge version(String version) {
    this.version = version;
    return this;
  }

  /** Name of the configuration file and of its folder; none for an empty folder. */
  public AtomForge configuration(String file, String folder) {
    this.configFile = file;
    this.configuration = folder;
    return this;
  }

  /** The board's ids in the header. */
  public AtomForge subsystem(int vendor, int device) {
    this.subsystemVendor = vendor;
    this.subsystem = device;
    return this;
  }

  /** Where the directory of the security processor is, in bytes from the image. */
  public AtomForge psp(long at) {
    this.psp = at;
    return this;
  }

  /** Adds a command with a body of zeros. */
  public AtomForge command(int index, int size) {
    commands.put(index, new Canvas(size).u16(0, size).u8(2, 1).u8(3, 1).bytes());
    return this;
  }

  /** Adds a data table with a body of zeros. */
  public AtomForge data(int index, int format, int content, int size) {
    data.put(index, new Canvas(size).u16(0, size).u8(2, format).u8(3, content).bytes());
    return this;
  }

  /** The table FirmwareInfo; clocks in units of 10 kHz. */
  public AtomForge firmwareInfo(long revision, long engineClock, long memoryClock) {
    int size = 108;
    Canvas table = new Canvas(size).u16(0, size);
    if (firmware) {
      table.u8(2, 3).u8(3, 4).u16(0x1C, 875);
    } else {
      table.u8(2, 2).u8(3, 2).u16(0x2E, 900);
    }
    table.u32(4, revision).u32(8, engineClock).u32(0x0C, memoryClock);
    data.put(FIRMWARE_INFO, table.bytes());
    return this;
  }

  /** Puts everything into an image, whose own structures have to stand at 0x1B0 or above 0x1800. */
  public ImageForge into(ImageForge image) {
    String sign = "ATOMBIOSBK-AMD VER" + version + "\0";
    image
        .text(0x1E, "IBM")
        .sumAt(0x21)
        .put(0x2F, 4) // number of names
        .text(0x30, " 761295520\0")
        .put(0x48, new Canvas(2).u16(0, HEADER).bytes())
        .text(0x50, date + "\0")
        .put(0x6E, new Canvas(2).u16(0, NAMES).bytes())
        .text(BUILD, sign + build());
    byte[] names = (partNumber + "\0" + chip + "\0PCI_EXPRESS\0TEST\0").getBytes(ascii());
    String message = String.format("\r\n%-76s\r\n\0\r\n \r\n\0", product);
    image
        .put(NAMES, names)
        .text(NAMES + names.length, message + "(C) 1988-2026, Forged Micro Devices, Inc.\0")
        .put(HEADER, header(BUILD + sign.length(), NAMES + names.length));
    int behind = list(image, TABLES, COMMANDS, commands, DATA + 4 + 2 * DATA_TABLES);
    list(image, DATA, DATA_TABLES, data, behind);
    return image;
  }

  private static Charset ascii() {
    return StandardCharsets.US_ASCII;
  }

  /** Configuration file, change list, build number, who built it, path of the configuration. */
  private String build() {
    return configFile
        + "\0"
        + "1234567 \0"
        + "0654321  \0"
        + "        \0"
        + (configuration.isEmpty() ? "" : configuration + "\\config.h\0");
  }

  private byte[] header(int configAt, int messageAt) {
    int size = firmware ? 0x2C : 0x24;
    Canvas header =
        new Canvas(size)
            .u16(0x00, size)
            .u8(0x02, firmware ? 2 : 1)
            .u8(0x03, firmware ? 3 : 1)
            .ascii(0x04, "ATOM")
            .u16(0x08, 0xC000)
            .u16(0x0C, configAt)
            .u16(0x10, messageAt)
            .u16(0x18, subsystemVendor)
            .u16(0x1A, subsystem)
            .u16(0x1C, AmdLayouts.PCIR)
            .u16(0x1E, TABLES)
            .u16(0x20, DATA);
    return firmware ? header.u32(0x24, psp).bytes() : header.bytes();
  }

  /** Puts a list and its tables; gives the first byte behind them. */
  private int list(
      ImageForge image, int at, int entries, Map<Integer, byte[]> tables, int tablesAt) {
    int size = 4 + 2 * entries;
    Canvas list = new Canvas(size).u16(0, size).u8(2, firmware ? 2 : 1).u8(3, 1);
    ByteArrayOutputStream bodies = new ByteArrayOutputStream();
    tables.forEach(
        (index, table) -> {
          list.u16(4 + 2 * index, tablesAt + bodies.size());
          bodies.writeBytes(table);
        });
    image.put(at, list.bytes());
    if (bodies.size() > 0) {
      image.put(tablesAt, bodies.toByteArray());
    }
    return tablesAt + bodies.size();
  }
}
