package io.github.romparser.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The messages about option ROMs that people meet in logs, and what they mean. Each row holds the
 * words that the program prints, with its values as groups, and where its source prints them.
 *
 * <p>A pattern begins with fixed words and every repetition in it is bounded, so that no line makes
 * it slow. It is looked for anywhere in the line: what stands before (time, host, program) does not
 * matter. Quotes are optional, for a shell takes them away.
 */
public enum LogLine {
  /** Linux does not see 55AA. */
  LINUX_HEADER_SIGNATURE(
      "Linux PCI core",
      "drivers/pci/rom.c",
      "Invalid PCI ROM header signature: expecting 0xaa55, got (0x[0-9a-f]{1,8})",
      "got",
      "A PCI ROM begins with the bytes 55 AA; here stand {bytes}",
      ""),

  /** Linux does not see PCIR. */
  LINUX_DATA_SIGNATURE(
      "Linux PCI core",
      "drivers/pci/rom.c",
      "Invalid PCI ROM data signature: expecting 0x52494350, got (0x[0-9a-f]{1,8})",
      "got",
      "The ROM begins with 55 AA, but the pointer at byte 0x18 does not lead to a PCI data"
          + " structure (PCIR): there stand {bytes}. The ROM is damaged, cut, or one for the ISA"
          + " bus; NPDS or RGIS there would be one of NVIDIA's own images.",
      "Dump the ROM to a file in another way and look at it with rom-parser FILE."),

  /** Linux follows the chain to a place without image. */
  LINUX_NO_MORE_IMAGES(
      "Linux PCI core",
      "drivers/pci/rom.c",
      "No more images? in (?:the )?PCI ROM",
      "",
      "The last image that was found is not marked as the last, and behind it stands no other:"
          + " what is missing is mostly the EFI driver. A shadow copy of the card that the machine"
          + " booted with looks like this, and so does a cut dump.",
      "Harmless while the card works. For a dump take another source, or boot the host with"
          + " another card as the primary one."),

  /** Linux takes the copy in memory for the ROM. */
  LINUX_SHADOW(
      "Linux, x86 PCI fixup",
      "arch/x86/pci/fixup.c",
      "Video device with shadowed ROM(?: at \\[mem (0x[0-9a-f]{1,16}-0x[0-9a-f]{1,16}))?",
      "window",
      "The machine booted with this card. Reading its ROM gives the copy in memory at 0xC0000,"
          + " which has run, may have changed itself, holds at most 128 KiB and has no EFI driver.",
      "Normal in a log. Do not use a dump of this card from this boot: boot with another card as"
          + " the primary one, or take the ROM from a firmware update or from flash."),

  /** sysfs gives nothing. */
  SYSFS_EIO(
      "Linux sysfs",
      "drivers/pci/pci-sysfs.c",
      "(?<![.\\w])rom['\"\u2018\u2019]?: Input/output error",
      "",
      "The kernel could not find a valid ROM behind the card's ROM BAR; the reason stands in the"
          + " kernel log, as a line about an invalid PCI ROM signature. Integrated graphics have no"
          + " ROM there at all.",
      "dmesg | rom-parser explain. Then take the ROM from another source: firmware update or"
          + " ACPI tables."),

  /** sysfs was not told to give anything. */
  SYSFS_EINVAL(
      "Linux sysfs",
      "drivers/pci/pci-sysfs.c",
      "(?<![.\\w])rom['\"\u2018\u2019]?: Invalid argument",
      "",
      "Reading the ROM was not switched on.",
      "As root: echo 1 > rom, then read it, then echo 0 > rom."),

  /** QEMU cannot read the card's ROM. */
  QEMU_CANNOT_READ(
      "QEMU vfio-pci",
      "hw/vfio/pci.c",
      "Cannot read device rom at ([0-9a-f]{4}:[0-9a-f]{2}:[0-9a-f]{2}\\.[0-7])",
      "address",
      "QEMU asked the kernel for the ROM of the card at {address}, and the kernel found no valid"
          + " one. The guest starts all the same, with a card without ROM.",
      "Give it a file, romfile=gpu.rom, or switch the ROM off with rombar=0. Why the kernel found"
          + " none: dmesg | rom-parser explain."),

  /** The second line of the same message. */
  QEMU_PROBABLY_INVALID(
      "QEMU vfio-pci",
      "hw/vfio/pci.c",
      "Device option ROM contents are probably invalid",
      "",
      "Reading the ROM from the card failed; nothing is said about any file.",
      "Give it a file, romfile=gpu.rom, or switch the ROM off with rombar=0. Why the kernel found"
          + " none: dmesg | rom-parser explain."),

  /** QEMU cannot open the file. */
  QEMU_NOT_FOUND(
      "QEMU",
      "hw/pci/pci.c",
      "failed to find romfile [\"']?([^\"']{1,300})",
      "file",
      "QEMU could not open {file}: the path is wrong, or the user that QEMU runs as may not read"
          + " it, or AppArmor or SELinux forbids it.",
      "Put the file where that user can read it, mode 0644: /usr/share/vgabios for libvirt,"
          + " /usr/share/kvm for Proxmox. For efi-virtio.rom and its like install ipxe-qemu."),

  /** QEMU found an empty file. */
  QEMU_EMPTY(
      "QEMU",
      "hw/pci/pci.c",
      "romfile [\"']?([^\"']{1,300}?)[\"']? is empty",
      "file",
      "The file {file} has no bytes: the dump that was to fill it failed.",
      "Dump it again and look at the kernel log: dmesg | rom-parser explain."),

  /** QEMU wants no file of that size at all. */
  QEMU_OVER_2_GIB(
      "QEMU",
      "hw/pci/pci.c",
      "romfile [\"']?([^\"']{1,300}?)[\"']? too large",
      "file",
      "The file {file} has more than 2 GiB; a ROM has at most 16 MiB. It is something else.",
      "Unpack it and look for a ROM in what comes out."),

  /** The file does not fit romsize. */
  QEMU_TOO_LARGE(
      "QEMU",
      "hw/pci/pci.c",
      "romfile [\"']?([^\"']{1,300}?)[\"']? \\(([0-9]{1,20}) bytes\\)"
          + " is too large for ROM size ([0-9]{1,20})",
      "file size romsize",
      "The file {file} has {size} bytes and does not fit into the {romsize} bytes of romsize=.",
      "Leave romsize= away: QEMU takes the next power of two. Padding can be cut off with"
          + " rom-parser trim FILE -o OUT."),

  /** romsize is no power of two. */
  QEMU_NO_POWER_OF_TWO(
      "QEMU",
      "hw/pci/pci.c",
      "ROM size ([0-9]{1,20}) is not a power of two",
      "romsize",
      "romsize= has to be a power of two, and {romsize} is none. It is the size of the ROM BAR, not"
          + " that of the file.",
      "Leave romsize= away, or give the next power of two above the file's size."),

  /** nouveau tried everything. */
  NOUVEAU_NO_IMAGE(
      "nouveau",
      "drivers/gpu/drm/nouveau/nvkm/subdev/bios/shadow.c",
      "unable to locate usable image",
      "",
      "nouveau looked for the VBIOS in the card's memory, in its flash, in ACPI (_ROM), in the ROM"
          + " BAR and in the platform's copy, and no image was sound. A file that begins with"
          + " NVIDIA's flash header (NVGI) counts as none.",
      "In a guest: romfile= with a ROM that rom-parser check --for nouveau accepts. Laptops without"
          + " outputs on the card need the ACPI method _ROM."),

  /** amdgpu and radeon tried everything. */
  AMD_NO_BIOS(
      "amdgpu or radeon",
      "drivers/gpu/drm/amd/amdgpu/amdgpu_bios.c",
      "Unable to locate a BIOS ROM",
      "",
      "The driver found no ATOM BIOS: not in ACPI (ATRM, VFCT), not in the card's memory, not in"
          + " the ROM BAR, not in flash. Without it the driver does not start.",
      "In a guest: romfile= with a ROM that rom-parser check --for amdgpu accepts. For an APU that"
          + " is the image of the host's VFCT table."),

  /** One of AMD's sources is none. */
  AMD_SIGNATURE(
      "amdgpu or radeon",
      "drivers/gpu/drm/amd/amdgpu/amdgpu_bios.c",
      "BIOS signature incorrect ([0-9a-f]{1,2}) ([0-9a-f]{1,2})(?![0-9a-f])",
      "first second",
      "One of the places where the driver looks for the BIOS does not begin with 55 AA; it goes on"
          + " to the next. Harmless if a line \"Fetched VBIOS from\" follows. There stand {bytes}",
      ""),

  /** radeon wants x86 code. */
  RADEON_NOT_X86(
      "radeon",
      "drivers/gpu/drm/radeon/radeon_bios.c",
      "Not an x86 BIOS ROM, not using",
      "",
      "The first image of the ROM is not of code type 0 (x86): radeon reads its tables from that"
          + " one alone. A ROM with an EFI driver only looks like this.",
      "Use a ROM whose first image is the legacy one; rom-parser FILE shows the order."),

  /** NVIDIA's driver reads the flash. */
  NVIDIA_NO_SIGNATURE(
      "NVIDIA driver",
      "open-gpu-kernel-modules kernel_gsp_vbios_tu102.c",
      "did not find valid ROM signature",
      "",
      "NVIDIA's driver read the card's flash itself and found no ROM signature where the flash"
          + " header leads. It does not look at romfile=. The card does not answer, or its flash is"
          + " damaged.",
      "Reset the card or power the machine off wholly and try again; try the card on the host."),

  /** NVIDIA's driver asks ACPI. */
  NVIDIA_ACPI_ROM(
      "NVIDIA driver",
      "open-gpu-kernel-modules nv-acpi.c",
      "Invalid _ROM data",
      "",
      "The ACPI method _ROM of the card gave no buffer, or one with fewer bytes than were asked"
          + " for.",
      "In a guest with a table of one's own: make one that serves"
          + " every length that is asked for."),

  /** SeaBIOS does not run it. */
  SEABIOS_CHECKSUM(
      "SeaBIOS",
      "src/optionroms.c",
      "Found option rom with bad checksum(?:: loc=0?x?[0-9a-f]{1,16} len=([0-9]{1,10})"
          + " sum=([0-9a-f]{1,2}))?",
      "length sum",
      "The bytes of the legacy image do not sum to 0 over its initialisation size: it was changed"
          + " after it was built, by an editor or by itself while it ran (a shadow copy). SeaBIOS"
          + " does not run it.",
      "A copy from a running card: get a clean one. Edited on purpose: rom-parser fix FILE -o"
          + " OUT --checksum."),

  /** SeaBIOS wonders. */
  SEABIOS_UNALIGNED(
      "SeaBIOS",
      "src/optionroms.c",
      "Found unaligned PCI rom(?: \\(vd=([0-9a-f]{4}:[0-9a-f]{4})\\))?",
      "id",
      "The PCI data structure does not stand on a 4-byte border. SeaBIOS runs the ROM all the same;"
          + " OVMF and newer Linux do not take it.",
      "Nothing to do for SeaBIOS. For others rom-parser check FILE --for ovmf,linux tells more."),

  /** awilliam's rom-parser at the end of the file. */
  ROM_PARSER_RAN_OFF(
      "rom-parser by awilliam",
      "rom-parser.c",
      "Error, ran off the end",
      "",
      "No image is marked as the last before the file ends. Mostly a cut dump: the legacy image of"
          + " a card whose EFI driver is missing, as a shadow copy has it.",
      "rom-parser FILE says where the next image should begin. Take the ROM from another source."),

  /** awilliam's rom-parser met 55AA without PCIR. */
  ROM_PARSER_PCIR(
      "rom-parser by awilliam",
      "rom-parser.c",
      "Invalid PCIR signature(?:: ([^\\r\\n]{1,4}))?",
      "got",
      "At some multiple of 512 stand the bytes 55 AA without a PCI data structure: an ISA ROM, a"
          + " damaged file, or chance inside of data, for that program looks at every block.",
      "rom-parser FILE follows the lengths of the images instead."),

  /** awilliam's rom-parser opens for writing. */
  ROM_PARSER_OPEN(
      "rom-parser by awilliam",
      "rom-parser.c",
      "Unable to open ROM file: ([^\\r\\n]{1,80})",
      "reason",
      "That program opens every file for writing, also to read it; files of others and files of"
          + " sysfs are refused.",
      "This program only reads: rom-parser FILE."),

  /** awilliam's rom-parser met an empty file. */
  ROM_PARSER_EMPTY(
      "rom-parser by awilliam",
      "rom-parser.c",
      "Error, zero sized ROM file",
      "",
      "The file has no bytes: the dump that was to fill it failed.",
      "Dump it again and look at the kernel log: dmesg | rom-parser explain.");

  /** Longer lines are looked at up to here, in characters. */
  static final int LONGEST_LINE = 8192;

  /** An address that is no part of a time of day or of a longer number. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?<![0-9a-f:.])((?:[0-9a-f]{4}:)?[0-9a-f]{2}:[01][0-9a-f]\\.[0-7])(?![0-9a-f.])",
          Pattern.CASE_INSENSITIVE);

  private final String program;
  private final String reference;
  private final Pattern pattern;
  private final String names;
  private final String text;
  private final String help;

  LogLine(String program, String reference, String regex, String names, String text, String help) {
    this.program = program;
    this.reference = reference;
    this.pattern = Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    this.names = names;
    this.text = text;
    this.help = help;
  }

  /**
   * Explains a line.
   *
   * @param line one line of a log, with whatever stands before the message
   * @return empty if no message that is known stands in it
   */
  public static Optional<Explanation> explain(String line) {
    String start = line.substring(0, Math.min(line.length(), LONGEST_LINE));
    for (LogLine message : values()) {
      Matcher matcher = message.pattern.matcher(start);
      if (matcher.find()) {
        return Optional.of(message.explanation(matcher, start));
      }
    }
    return Optional.empty();
  }

  private Explanation explanation(Matcher matcher, String line) {
    List<String> values = new ArrayList<>();
    for (int i = 1; i <= matcher.groupCount(); i++) {
      String value = matcher.group(i);
      values.add(value == null ? "" : value.strip());
    }
    Matcher address = ADDRESS.matcher(line);
    Optional<String> device =
        address.find() ? ListedDevice.address(address.group(1)) : Optional.empty();
    Optional<FirstWord> word =
        switch (this) {
          case LINUX_HEADER_SIGNATURE, AMD_SIGNATURE ->
              Optional.of(FirstWord.of((int) number(values)));
          default -> Optional.empty();
        };
    return new Explanation(this, device, values, word);
  }

  /** The number that the values are: one with 0x, or two bytes. */
  private static long number(List<String> values) {
    return values.size() == 2
        ? Long.parseLong(values.get(1), 16) << 8 | Long.parseLong(values.get(0), 16)
        : Long.decode(values.get(0));
  }

  /** Puts values into a text, at their names in braces. */
  String fill(String template, List<String> values) {
    List<String> all = names();
    StringBuilder filled = new StringBuilder();
    int at = 0;
    while (at < template.length()) {
      int open = template.indexOf('{', at);
      if (open < 0) {
        break;
      }
      int close = template.indexOf('}', open);
      String name = template.substring(open + 1, close);
      filled.append(template, at, open);
      filled.append(
          name.equals("bytes")
              ? FirstWord.bytes(number(values), digits())
              : values.get(all.indexOf(name)));
      at = close + 1;
    }
    return filled.append(template.substring(at)).toString();
  }

  /** How many bytes the number has that the message prints. */
  private int digits() {
    return this == LINUX_DATA_SIGNATURE ? 4 : 2;
  }

  /** {@return the name in reports, such as {@code linux-shadow}} */
  public String id() {
    return name().replace('_', '-').toLowerCase(Locale.ROOT);
  }

  /** {@return the name of the program that prints it, such as "Linux PCI core"} */
  public String program() {
    return program;
  }

  /**
   * {@return the file of that program's source that prints it, such as {@code drivers/pci/rom.c}}
   */
  public String reference() {
    return reference;
  }

  /** {@return the names of its values, in the order of the line; empty if it has none} */
  public List<String> names() {
    return names.isEmpty() ? List.of() : List.of(names.split(" ", -1));
  }

  String text() {
    return text;
  }

  String help() {
    return help;
  }
}
