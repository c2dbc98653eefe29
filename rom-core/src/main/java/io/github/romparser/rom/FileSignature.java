package io.github.romparser.rom;

import io.github.romparser.bytes.Slice;
import io.github.romparser.finding.Phrase;
import io.github.romparser.rom.header.EfiMachine;
import io.github.romparser.rom.header.IfrHeader;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the first bytes of a file say that is no option ROM.
 *
 * @param kind what it is
 * @param name the name of the format or structure, as it is written in its field; may be empty
 * @param text for {@link FileKind#TEXT} what kind of text it is
 */
record FileSignature(FileKind kind, String name, Optional<Phrase> text) {

  /** Offset of "NVFW" in Blackwell dumps: 4 KiB stand in front of the flash (measured). */
  private static final int NVFW_AT = 0x1000;

  /** Fewer bytes are no text that anybody saved. */
  private static final int SHORTEST_TEXT = 4;

  /** How much of a file has to be text for it to be taken as text, in bytes. */
  private static final int TEXT_SAMPLE = 4096;

  private static final List<String> ACPI_TABLES =
      List.of(
          "VFCT", "SSDT", "DSDT", "FACP", "APIC", "RSDT", "XSDT", "PSDT", "UEFI", "HPET", "MCFG",
          "FACS", "OEM1", "OEM2", "DMAR", "IVRS", "BGRT", "TPM2", "SLIC", "MSDM");

  /** Magic at an offset, with the name of its format. */
  private record Magic(int at, String bytes, String name) {
    boolean matches(Slice file) {
      return file.startsWith(at, bytes);
    }
  }

  private static final List<Magic> ARCHIVES =
      List.of(
          new Magic(0, "PK\u0003\u0004", "zip"),
          new Magic(0, "PK\u0005\u0006", "zip"),
          new Magic(0, "7z\u00bc\u00af'\u001c", "7z"),
          new Magic(0, "Rar!\u001a\u0007", "rar"),
          new Magic(0, "\u001f\u008b\b", "gzip"),
          new Magic(0, "\u00fd7zXZ\0", "xz"),
          new Magic(0, "BZh", "bzip2"),
          new Magic(0, "(\u00b5/\u00fd", "zstd"),
          new Magic(0, "MSCF\0\0\0\0", "cab"),
          new Magic(0, "ISc(", "InstallShield cabinet"),
          new Magic(0, "!<arch>\n", "ar"),
          new Magic(0, "070701", "cpio"),
          new Magic(2, "-lh5-", "lha"),
          new Magic(257, "ustar", "tar"),
          new Magic(0x8001, "CD001", "ISO 9660"));

  private static final List<Magic> FIRMWARE =
      List.of(
          new Magic(0x28, "_FVH", "UEFI firmware volume"),
          new Magic(0x10, "Z\u00a5\u00f0\u000f", "Intel flash image"),
          new Magic(0, "Z\u00a5\u00f0\u000f", "Intel flash image"),
          new Magic(8, "_AMIPFAT", "AMI BIOS Guard update"),
          new Magic(0, "PFS.HDR.", "Dell update"),
          new Magic(0, "$_IFLASH_", "Insyde update"),
          new Magic(0, "LARCHIVE", "coreboot image"));

  /** GUIDs at the start of capsules (edk2 MdePkg; UEFITool common/ffs.h). */
  private static final Map<String, String> CAPSULES =
      Map.of(
          "3b6686bd-0d76-4030-b70e-b5519e2fc5a0", "UEFI capsule",
          "6dcbd5ed-e82d-4c44-bda1-7194199ad92a", "UEFI firmware management capsule",
          "539182b9-abb5-4391-b69a-e3a943f72fcc", "Intel capsule",
          "e20bafd3-9914-4f4f-9537-3129e090eb3c", "Lenovo capsule",
          "25b5fe76-8243-4a5c-a9bd-7ee3246198b5", "Lenovo capsule",
          "3be07062-1d51-45d2-832b-f093257ed461", "Toshiba capsule",
          "4a3ca68b-7723-48fb-803d-578cc1fec44d", "AMI Aptio capsule",
          "14eebb90-890a-43db-aed1-5d3c4588a418", "AMI Aptio capsule");

  /** Reads the first bytes. */
  static FileSignature of(Slice file) {
    if (file.length() == 0) {
      return plain(FileKind.EMPTY);
    }
    Fill fill = Fill.of(file);
    if (fill != Fill.DATA) {
      return plain(FileKind.BLANK);
    }
    if (file.startsWith(0, IfrHeader.SIGNATURE)
        || file.startsWith(0, "NVFW")
        || file.startsWith(NVFW_AT, "NVFW")) {
      return plain(FileKind.NVIDIA_FLASH);
    }
    if (file.startsWith(0, "\u007fELF")) {
      return plain(FileKind.ELF);
    }
    if (file.startsWith(0, "MZ")) {
      return program(file);
    }
    if (isAcpiTable(file)) {
      String name = file.latin1(0, 4);
      return named(name.equals("VFCT") ? FileKind.ACPI_VFCT : FileKind.ACPI_TABLE, name);
    }
    if (file.startsWith(0, "$VBT ")) {
      return named(FileKind.INTEL_VBT, "$VBT");
    }
    if (file.startsWith(0, "IntelGraphicsMem")) {
      return named(FileKind.INTEL_VBT, "OpRegion");
    }
    for (Magic magic : FIRMWARE) {
      if (magic.matches(file)) {
        return named(FileKind.SYSTEM_FIRMWARE, magic.name());
      }
    }
    if (endsWithResetVector(file)) {
      return named(FileKind.SYSTEM_FIRMWARE, "PC BIOS");
    }
    String capsule = file.has(0, 28) ? CAPSULES.get(guid(file)) : null;
    if (capsule != null) {
      return named(FileKind.SYSTEM_FIRMWARE, capsule);
    }
    for (Magic magic : ARCHIVES) {
      if (magic.matches(file)) {
        return named(FileKind.ARCHIVE, magic.name());
      }
    }
    return text(file).orElseGet(() -> plain(FileKind.UNKNOWN));
  }

  /** The GUID at the start of the file: three little-endian numbers, then eight bytes. */
  private static String guid(Slice file) {
    HexFormat hex = HexFormat.of();
    return String.join(
        "-",
        hex.toHexDigits(file.u32(0), 8),
        hex.toHexDigits(file.u16(4), 4),
        hex.toHexDigits(file.u16(6), 4),
        hex.toHexDigits(file.be16(8), 4),
        hex.toHexDigits(file.be16(10), 4) + hex.toHexDigits(file.be32(12), 8));
  }

  /**
   * Whether the file fills whole 64-KiB segments and 16 bytes before its end, where an x86
   * processor begins (Intel SDM volume 3 §9.1.4), there is a far jump to the BIOS segment, or a
   * near one with nothing in the last bytes.
   */
  private static boolean endsWithResetVector(Slice file) {
    if (file.length() % 0x1_0000 != 0) {
      return false;
    }
    long vector = file.length() - 16L;
    int opcode = file.u8(vector);
    boolean far = opcode == 0xea && file.u16(vector + 3) == 0xf000;
    boolean near = opcode == 0xe9 && Fill.of(file.slice(vector + 8, 8)) != Fill.DATA;
    return far || near;
  }

  /** Where "NVFW" stands in a flash image of NVIDIA's Blackwell cards. */
  static Optional<Long> nvfw(Slice file) {
    for (long at : new long[] {0, NVFW_AT}) {
      if (file.startsWith(at, "NVFW")) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  private static FileSignature plain(FileKind kind) {
    return new FileSignature(kind, "", Optional.empty());
  }

  private static FileSignature named(FileKind kind, String name) {
    return new FileSignature(kind, name, Optional.empty());
  }

  /** Tells EFI drivers from other programs by the subsystem of the PE header. */
  private static FileSignature program(Slice file) {
    long pe = file.has(0x3c, 4) ? file.u32(0x3c) : 0;
    if (!file.startsWith(pe, "PE\0\0") || !file.has(pe, 0x5e)) {
      return plain(FileKind.PROGRAM);
    }
    int subsystem = file.u16(pe + 0x5c);
    int machine = file.u16(pe + 4);
    // 10 application, 11 boot service driver, 12 run-time driver (PE/COFF, Windows subsystem).
    return subsystem >= 10 && subsystem <= 12
        ? named(
            FileKind.EFI_DRIVER,
            EfiMachine.of(machine)
                .map(EfiMachine::title)
                .orElse(String.format(Locale.US, "machine %04x", machine)))
        : plain(FileKind.PROGRAM);
  }

  /** A known signature and a length that fits the file, or a right sum (ACPI 6.4 §5.2.6). */
  private static boolean isAcpiTable(Slice file) {
    if (!file.has(0, 36)) {
      return false;
    }
    String signature = file.latin1(0, 4);
    for (int i = 0; i < signature.length(); i++) {
      char c = signature.charAt(i);
      if (!((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))) {
        return false;
      }
    }
    long length = file.u32(4);
    if (ACPI_TABLES.contains(signature)) {
      return length >= 36 && length <= 0x100_0000;
    }
    return length >= 36 && length <= file.length() && file.sum8(0, length) == 0;
  }

  private static Optional<FileSignature> text(Slice file) {
    if (file.length() < SHORTEST_TEXT) {
      return Optional.empty();
    }
    boolean utf16 = file.has(0, 4) && file.u16(0) == 0xfeff;
    Slice sample = file.clamp(0, TEXT_SAMPLE);
    String text =
        utf16
            ? new String(sample.from(2).toByteArray(), StandardCharsets.UTF_16LE)
            : sample.latin1(0, sample.length());
    if (text.startsWith("\u00ef\u00bb\u00bf")) {
      text = text.substring(3);
    }
    if (!text.chars().allMatch(FileSignature::isText)) {
      return Optional.empty();
    }
    // Bytes from 0x80 on occur in words of UTF-8 and Latin-1, but they do not make up a text.
    long high = text.chars().filter(c -> c >= 0x80).count();
    if (high * 4 > text.length()) {
      return Optional.empty();
    }
    String start = text.strip().toLowerCase(Locale.ROOT);
    if (start.startsWith("windows registry editor") || start.startsWith("regedit4")) {
      return Optional.of(plain(FileKind.REGISTRY_EXPORT));
    }
    return Optional.of(new FileSignature(FileKind.TEXT, "", Optional.of(kindOfText(start))));
  }

  private static boolean isText(int c) {
    return (c >= ' ' && c != 0x7f) || c == '\t' || c == '\n' || c == '\r' || c == '\f';
  }

  /** What hex dumps and lists of bytes are made of. */
  private static boolean isHexDump(int c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || "x ,:{}\n\r\t".indexOf(c) >= 0;
  }

  private static Phrase kindOfText(String start) {
    if (start.startsWith("<!doctype") || start.startsWith("<html") || start.startsWith("<?xml")) {
      return Phrase.HTML;
    }
    if (start.startsWith("version https://git-lfs")) {
      return Phrase.GIT_LFS;
    }
    long digits = start.chars().filter(FileSignature::isHexDump).count();
    boolean dump = start.length() > 32 && digits * 10 >= start.length() * 6L;
    return dump ? Phrase.HEX_DUMP : Phrase.PLAIN_TEXT;
  }
}
