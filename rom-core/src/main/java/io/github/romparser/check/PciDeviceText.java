package io.github.romparser.check;

import io.github.romparser.bytes.ByteInput;
import io.github.romparser.bytes.Slice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads PCI devices out of what people paste: {@code lspci} with {@code -n} or {@code -nn}, with or
 * without {@code -k}, {@code -v}, {@code -vmm} and {@code -D} (pciutils lspci(8)); the attribute
 * files of {@code /sys/bus/pci/devices} as {@code grep}, {@code head} or {@code cat uevent} show
 * them (Linux Documentation/ABI/testing/sysfs-bus-pci); {@code /proc/bus/pci/devices}.
 *
 * <p>The kinds may be mixed, and lines that are none of them are passed over: nothing in a text
 * makes this throw. A device of which the text does not tell both ids is left out.
 */
public final class PciDeviceText {

  /** Longer lines are cut, in characters; lspci writes a few hundred. */
  static final int LONGEST_LINE = 4096;

  /** So much of an attribute's file is looked at, in bytes. */
  private static final int LONGEST_VALUE = 16;

  /** So many devices are read; a machine has at most some hundreds. */
  static final int MOST_DEVICES = 4096;

  private static final String ADDRESS = "((?:[0-9a-f]{4,8}:)?[0-9a-f]{2}:[01][0-9a-f]\\.[0-7])";

  /**
   * {@code 01:00.0 VGA compatible controller [0300]: …}: the rest of the line is looked at alone.
   */
  private static final Pattern LSPCI_NAMES =
      pattern(ADDRESS + " [^\\[\"]{1,100}\\[([0-9a-f]{4})]:");

  /** {@code 01:00.0 0300: 10de:1c8d}, {@code 01:00.0 Class 0300: 10de:1c8d}. */
  private static final Pattern LSPCI_NUMBERS =
      pattern(ADDRESS + " (?:class )?([0-9a-f]{4}): ([0-9a-f]{4}):([0-9a-f]{4})(?![0-9a-f])");

  private static final Pattern IDS = pattern("\\[([0-9a-f]{4}):([0-9a-f]{4})]");
  private static final Pattern BARE_IDS = pattern("([0-9a-f]{4}):([0-9a-f]{4})(?![0-9a-f])");
  private static final Pattern PROG_IF = pattern("\\(prog-if ([0-9a-f]{2})(?![0-9a-f])");

  /** {@code 01:00.0 "VGA compatible controller [0300]" "NVIDIA [10de]" …}, of {@code lspci -mm}. */
  private static final Pattern QUOTED = pattern("[^\"]{0,40}\"([^\"]{0,400})\"");

  private static final Pattern BEFORE_QUOTED = pattern(ADDRESS + " (?=\")");

  /** {@code Slot: 01:00.0} and the lines behind it, of {@code lspci -vmm}. */
  private static final Pattern MACHINE =
      pattern("(slot|class|vendor|device|svendor|sdevice|progif):\\s{1,9}(.{1,400})");

  private static final Pattern LAST_ID = pattern("(?:\\[([0-9a-f]{4})]|([0-9a-f]{4}))\\s{0,9}");

  /** A path below a device's folder, with or without a value behind it. */
  private static final Pattern SYSFS =
      pattern(
          "(?:==> )?(?:\\S{0,300}/)?([0-9a-f]{4,8}:[0-9a-f]{2}:[01][0-9a-f]\\.[0-7])"
              + "/([a-z_]{1,32})(?: <==|\\s{0,4}[:=]\\s{0,4}(.{0,400}))?");

  private static final Pattern MODALIAS =
      pattern(
          "pci:v0000([0-9a-f]{4})d0000([0-9a-f]{4})sv0000([0-9a-f]{4})sd0000([0-9a-f]{4})"
              + "bc([0-9a-f]{2})sc([0-9a-f]{2})i([0-9a-f]{2})");

  private static final Pattern UEVENT =
      pattern("(pci_class|pci_id|pci_subsys_id|pci_slot_name|modalias|driver)=(.{0,400})");

  /** Bus and function, ids, interrupt: three numbers of fixed width. */
  private static final Pattern PROC =
      pattern("([0-9a-f]{2})([0-9a-f]{2})\\s([0-9a-f]{4})([0-9a-f]{4})\\s[0-9a-f]{1,8}(?:\\s.*)?");

  private static final Pattern HEX = pattern("(?:0x)?([0-9a-f]{1,6})");

  private static final List<String> QUOTED_KEYS =
      List.of("class", "vendor", "device", "svendor", "sdevice");

  private static final List<String> ATTRIBUTES =
      List.of("vendor", "device", "class", "subsystem_vendor", "subsystem_device");

  /** What is known of one function so far. */
  private static final class Entry {
    private int vendor = -1;
    private int device = -1;
    private int classCode = -1;
    private int subVendor = -1;
    private int subDevice = -1;

    /** A class without a programming interface has to make do with 00. */
    void classWord(int word) {
      classCode = word << 8;
    }

    void subsystem(int vendorId, int deviceId) {
      subVendor = vendorId;
      subDevice = deviceId;
    }

    boolean known() {
      return vendor >= 0 && device >= 0;
    }

    PciDevice device() {
      return new PciDevice(vendor, device, known(classCode), known(subVendor), known(subDevice));
    }

    private static OptionalInt known(int value) {
      return value < 0 ? OptionalInt.empty() : OptionalInt.of(value);
    }
  }

  private final Map<String, Entry> entries = new LinkedHashMap<>();

  /** The function that lines without an address belong to. */
  private @Nullable Entry current;

  /** The attribute that a value on the next line belongs to. */
  private @Nullable String awaited;

  /** Lines of uevent files stand in any order; the address comes last of what matters here. */
  private Entry uevent = new Entry();

  private PciDeviceText() {}

  /**
   * Reads a text.
   *
   * @param text anything
   * @return the functions in the order of the text, each once
   */
  public static List<ListedDevice> parse(String text) {
    PciDeviceText reader = new PciDeviceText();
    int at = text.startsWith("\ufeff") ? 1 : 0; // UTF-8 may begin with the mark too
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      int stop = end < 0 ? text.length() : end;
      reader.line(text.substring(at, Math.min(stop, at + LONGEST_LINE)).stripTrailing());
      at = stop + 1;
    }
    return reader.devices();
  }

  /**
   * Reads bytes: UTF-8, or UTF-16 with a byte order mark, as Windows saves pasted text.
   *
   * @param bytes anything; taken for UTF-16 if they begin with FF FE or FE FF, and else for UTF-8
   * @return the functions in the order of the text, each once
   */
  public static List<ListedDevice> parse(Slice bytes) {
    boolean wide = bytes.has(0, 2) && (bytes.u16(0) == 0xfeff || bytes.u16(0) == 0xfffe);
    return parse(
        new String(bytes.toByteArray(), wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8));
  }

  /**
   * Reads a file with such a text, or a folder with a folder for every device, as {@code
   * /sys/bus/pci/devices} is one.
   *
   * @param path the file or the folder; of a folder, at most 4096 entries are looked at
   * @return the functions, each once, in the order of the text or of the folders' names
   * @throws IOException if it cannot be read
   */
  public static List<ListedDevice> read(Path path) throws IOException {
    return Files.isDirectory(path) ? folder(path) : parse(ByteInput.of(path).read());
  }

  private static List<ListedDevice> folder(Path path) throws IOException {
    List<Path> folders;
    try (Stream<Path> list = Files.list(path)) {
      folders = list.sorted().limit(MOST_DEVICES).toList();
    }
    PciDeviceText reader = new PciDeviceText();
    for (Path folder : folders) {
      Optional<String> address = ListedDevice.address(String.valueOf(folder.getFileName()));
      if (address.isPresent()) {
        for (String attribute : ATTRIBUTES) {
          Path file = folder.resolve(attribute);
          if (Files.isRegularFile(file)) {
            Slice value = ByteInput.of(file).read().clamp(0, LONGEST_VALUE);
            reader.attribute(
                reader.at(address.get()), attribute, value.latin1(0, value.length()).strip());
          }
        }
      }
    }
    return reader.devices();
  }

  private List<ListedDevice> devices() {
    List<ListedDevice> all = new ArrayList<>();
    entries.forEach(
        (address, entry) -> {
          if (entry.known()) {
            all.add(new ListedDevice(address, entry.device()));
          }
        });
    return all;
  }

  /** The function at an address, known before or new. */
  private Entry at(String address) {
    String whole = ListedDevice.address(address).orElse(address);
    Entry entry = entries.get(whole);
    if (entry == null) {
      entry = new Entry();
      if (entries.size() < MOST_DEVICES) {
        entries.put(whole, entry);
      }
    }
    current = entry;
    return entry;
  }

  private void line(String line) {
    String text = line.strip();
    String attribute = awaited;
    awaited = null;
    if (text.isEmpty()) {
      return;
    }
    if (attribute != null && current != null && HEX.matcher(text).matches()) {
      attribute(current, attribute, text);
      return;
    }
    boolean done =
        lspci(text)
            || subsystem(text)
            || machine(text)
            || sysfs(text)
            || uevent(text)
            || proc(text);
    if (!done && Character.isLetterOrDigit(line.charAt(0)) && startsWithAddress(text)) {
      // A function without numbers (lspci without -n): what follows is not the one before.
      current = null;
    }
  }

  private static boolean startsWithAddress(String text) {
    int blank = text.indexOf(' ');
    return ListedDevice.address(blank < 0 ? text : text.substring(0, blank)).isPresent();
  }

  private boolean lspci(String text) {
    Matcher names = LSPCI_NAMES.matcher(text);
    if (names.lookingAt()) {
      Entry entry = at(names.group(1));
      entry.classWord(hex(names.group(2)));
      // Names have brackets of their own; the ids are the last ones that are ids.
      Matcher ids = IDS.matcher(text).region(names.end(), text.length());
      while (ids.find()) {
        entry.vendor = hex(ids.group(1));
        entry.device = hex(ids.group(2));
      }
      progIf(entry, text);
      return true;
    }
    Matcher numbers = LSPCI_NUMBERS.matcher(text);
    if (numbers.lookingAt()) {
      Entry entry = at(numbers.group(1));
      entry.classWord(hex(numbers.group(2)));
      entry.vendor = hex(numbers.group(3));
      entry.device = hex(numbers.group(4));
      progIf(entry, text);
      return true;
    }
    Matcher before = BEFORE_QUOTED.matcher(text);
    if (before.lookingAt()) {
      quoted(at(before.group(1)), text.substring(before.end()));
      return true;
    }
    return false;
  }

  private static void quoted(Entry entry, String text) {
    Matcher matcher = QUOTED.matcher(text);
    for (int i = 0; i < QUOTED_KEYS.size() && matcher.lookingAt(); i++) {
      id(entry, QUOTED_KEYS.get(i), lastId(matcher.group(1)));
      matcher.region(matcher.end(), text.length());
    }
  }

  private static void progIf(Entry entry, String text) {
    Matcher progIf = PROG_IF.matcher(text);
    if (progIf.find()) {
      entry.classCode = (entry.classCode & 0xffff00) | hex(progIf.group(1));
    }
  }

  /** {@code Subsystem: Dell Device [1028:0825]}, {@code Subsystem: 1028:0825}. */
  private boolean subsystem(String text) {
    String title = "Subsystem:";
    if (!text.regionMatches(true, 0, title, 0, title.length())) {
      return false;
    }
    Entry entry = current;
    if (entry != null) {
      Matcher ids = IDS.matcher(text);
      boolean found = false;
      while (ids.find()) {
        entry.subsystem(hex(ids.group(1)), hex(ids.group(2)));
        found = true;
      }
      Matcher bare = BARE_IDS.matcher(text.substring(title.length()).strip());
      if (!found && bare.lookingAt()) {
        entry.subsystem(hex(bare.group(1)), hex(bare.group(2)));
      }
    }
    return true;
  }

  private boolean machine(String text) {
    Matcher matcher = MACHINE.matcher(text);
    if (!matcher.lookingAt()) {
      return false;
    }
    String key = matcher.group(1).toLowerCase(Locale.ROOT);
    String value = matcher.group(2).strip();
    if (key.equals("slot")) {
      if (ListedDevice.address(value).isPresent()) {
        at(value);
      } else {
        current = null;
      }
      return true;
    }
    Entry entry = current;
    if (entry == null) {
      return true;
    }
    if (key.equals("progif") && value.length() == 2 && HEX.matcher(value).matches()) {
      entry.classCode = (entry.classCode & 0xffff00) | hex(value);
      return true;
    }
    id(entry, key, lastId(value));
    return true;
  }

  private static void id(Entry entry, String key, int id) {
    if (id < 0) {
      return;
    }
    switch (key) {
      case "class" -> entry.classWord(id);
      case "vendor" -> entry.vendor = id;
      case "device" -> entry.device = id;
      case "svendor" -> entry.subVendor = id;
      case "sdevice" -> entry.subDevice = id;
      default -> {}
    }
  }

  /** {@code NVIDIA Corporation [10de]}, {@code 10de}; or -1. */
  private static int lastId(String value) {
    String tail = value.substring(Math.max(0, value.length() - 6));
    Matcher matcher = LAST_ID.matcher(tail.startsWith("[") ? tail : value);
    if (!matcher.matches()) {
      return -1;
    }
    return hex(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
  }

  private boolean sysfs(String text) {
    Matcher matcher = SYSFS.matcher(text);
    if (!matcher.lookingAt()) {
      return false;
    }
    Entry entry = at(matcher.group(1));
    String attribute = matcher.group(2).toLowerCase(Locale.ROOT);
    String value = matcher.group(3);
    if (value == null) {
      awaited = attribute;
    } else {
      attribute(entry, attribute, value.strip());
    }
    return true;
  }

  private void attribute(Entry entry, String attribute, String value) {
    if (attribute.equals("modalias")) {
      modalias(entry, value);
      return;
    }
    if (attribute.equals("uevent")) {
      uevent(value);
      return;
    }
    Matcher matcher = HEX.matcher(value);
    if (!matcher.matches()) {
      return;
    }
    int number = hex(matcher.group(1));
    switch (attribute) {
      case "vendor" -> entry.vendor = number & 0xffff;
      case "device" -> entry.device = number & 0xffff;
      case "class" -> entry.classCode = number;
      case "subsystem_vendor" -> entry.subVendor = number & 0xffff;
      case "subsystem_device" -> entry.subDevice = number & 0xffff;
      default -> {}
    }
  }

  private static void modalias(Entry entry, String value) {
    Matcher matcher = MODALIAS.matcher(value);
    if (matcher.lookingAt()) {
      entry.vendor = hex(matcher.group(1));
      entry.device = hex(matcher.group(2));
      entry.subsystem(hex(matcher.group(3)), hex(matcher.group(4)));
      entry.classCode =
          hex(matcher.group(5)) << 16 | hex(matcher.group(6)) << 8 | hex(matcher.group(7));
    }
  }

  private boolean uevent(String text) {
    Matcher matcher = UEVENT.matcher(text);
    if (!matcher.lookingAt()) {
      return false;
    }
    String value = matcher.group(2).strip();
    Matcher ids = BARE_IDS.matcher(value);
    switch (matcher.group(1).toLowerCase(Locale.ROOT)) {
      case "driver" -> uevent = new Entry();
      case "pci_class" -> attribute(uevent, "class", value);
      case "pci_id" -> {
        if (ids.matches()) {
          uevent.vendor = hex(ids.group(1));
          uevent.device = hex(ids.group(2));
        }
      }
      case "pci_subsys_id" -> {
        if (ids.matches()) {
          uevent.subsystem(hex(ids.group(1)), hex(ids.group(2)));
        }
      }
      case "pci_slot_name" -> slotName(value);
      default -> {}
    }
    return true;
  }

  private void slotName(String value) {
    if (ListedDevice.address(value).isPresent()) {
      Entry entry = at(value);
      entry.vendor = uevent.vendor;
      entry.device = uevent.device;
      entry.classCode = uevent.classCode;
      entry.subsystem(uevent.subVendor, uevent.subDevice);
    }
    uevent = new Entry();
  }

  /** {@code 0100 10de1c8d 10 …}: bus, then five bits of slot and three of function. */
  private boolean proc(String text) {
    Matcher matcher = PROC.matcher(text);
    if (!matcher.matches()) {
      return false;
    }
    int function = hex(matcher.group(2));
    Entry entry =
        at(
            String.format(
                Locale.US, "0000:%s:%02x.%d", matcher.group(1), function >> 3, function & 7));
    entry.vendor = hex(matcher.group(3));
    entry.device = hex(matcher.group(4));
    return true;
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
  }

  private static int hex(String digits) {
    return Integer.parseInt(digits, 16);
  }
}
