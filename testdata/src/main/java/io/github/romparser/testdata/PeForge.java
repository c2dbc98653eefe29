package io.github.romparser.testdata;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Builds a PE32+ file, PE32 for IA-32, that stands in for an EFI driver: headers and one section,
 * whose entry point returns EFI_UNSUPPORTED and whose rest is a name and noise (Microsoft PE
 * format; acceptance as in edk2 BasePeCoffLib). The setters change this builder and return it.
 */
public final class PeForge {
  /** x86-64, as PE and the ROM header write it. */
  public static final int X64 = 0x8664;

  /** AArch64, as PE and the ROM header write it. */
  public static final int AA64 = 0xAA64;

  /** IA-32, as PE and the ROM header write it. */
  public static final int IA32 = 0x014C;

  /** Subsystem of boot-service drivers. */
  public static final int BOOT_DRIVER = 11;

  /** Both alignments, as edk2 builds drivers; file offsets are then addresses. */
  static final int ALIGNMENT = 0x20;

  private static final int PE = 0x40;
  private static final int OPTIONAL = PE + 0x18;
  private static final int SECTION = OPTIONAL + 0xF0;

  /** Bytes of all headers, aligned. */
  private static final int HEADERS = Canvas.align(SECTION + 0x28, ALIGNMENT);

  /** Bytes of the code, at least; more where the code needs more. */
  private static final int CODE = 0x20;

  /** Zeros at the end, so that a checksum byte can go there. */
  private static final int SPARE = 0x10;

  private int machine = X64;
  private int subsystem = BOOT_DRIVER;
  private byte @Nullable [] code;
  private int size = 0x400;
  private long seed = 3;
  private String name = "Forged test driver";

  private final List<byte[]> pieces = new ArrayList<>();
  private long bindingVersion;
  private boolean relocations = true;
  private long imageBase;

  private PeForge() {}

  /** An x86-64 boot-service driver of 1 KiB. */
  public static PeForge x64() {
    return new PeForge();
  }

  /** An AArch64 boot-service driver of 1 KiB. */
  public static PeForge aa64() {
    return new PeForge().machine(AA64);
  }

  /** The COFF machine number; the entry point holds code for x64 and AArch64 alone. */
  public PeForge machine(int machine) {
    this.machine = machine;
    return this;
  }

  /** The subsystem: 10 application, 11 boot-service driver, 12 run-time driver. */
  public PeForge subsystem(int subsystem) {
    this.subsystem = subsystem;
    return this;
  }

  /** The size of the file in bytes, a multiple of 32, at least 0x200. */
  public PeForge size(int size) {
    if (size % ALIGNMENT != 0 || size < 0x200) {
      throw new IllegalArgumentException("not a size for this PE file: " + size);
    }
    this.size = size;
    return this;
  }

  /** The seed of the noise. */
  public PeForge seed(long seed) {
    this.seed = seed;
    return this;
  }

  /** A name, kept in the section as NUL-terminated UTF-16LE. */
  public PeForge name(String name) {
    this.name = name;
    return this;
  }

  /** Further texts behind the name, NUL-terminated UTF-16LE on borders of 8 bytes. */
  public PeForge texts(String... more) {
    for (String text : more) {
      pieces.add((text + '\0').getBytes(StandardCharsets.UTF_16LE));
    }
    return this;
  }

  /** Further bytes behind the name, on a border of 8 bytes. */
  public PeForge data(byte... bytes) {
    pieces.add(bytes.clone());
    return this;
  }

  /**
   * Adds an EFI_DRIVER_BINDING_PROTOCOL (UEFI 2.10 §11.1): three pointers to the code, a version,
   * no handles; and a relocation table that names the pointers.
   */
  public PeForge binding(long version) {
    this.bindingVersion = version;
    return this;
  }

  /** Leaves the relocation table away. */
  public PeForge withoutRelocations() {
    this.relocations = false;
    return this;
  }

  /** The address that the file was linked for. */
  public PeForge imageBase(long base) {
    this.imageBase = base;
    return this;
  }

  /** The code at the entry point. */
  public PeForge code(byte[] code) {
    this.code = code.clone();
    return this;
  }

  int machine() {
    return machine;
  }

  int subsystem() {
    return subsystem;
  }

  /** The file. */
  public byte[] build() {
    byte[] text = (name + '\0').getBytes(StandardCharsets.UTF_16LE);
    byte[] start = entry();
    int textAt = HEADERS + Canvas.align(Math.max(start.length, CODE), CODE);
    int noiseAt = textAt + text.length;
    Canvas file = new Canvas(size);
    file.ascii(0x00, "MZ").u32(0x3C, PE);
    coff(file);
    optionalHeader(file);
    section(file);
    for (byte[] piece : pieces) {
      noiseAt = Canvas.align(noiseAt, 8);
      file.put(noiseAt, piece);
      noiseAt += piece.length;
    }
    if (bindingVersion != 0) {
      noiseAt = binding(file, Canvas.align(noiseAt, 8));
    }
    return file.put(HEADERS, start)
        .put(textAt, text)
        .put(noiseAt, Noise.of(seed, size - SPARE - noiseAt))
        .bytes();
  }

  /** The driver binding and its relocations; the first byte behind them. */
  private int binding(Canvas file, int at) {
    int width = pe32() ? 4 : 8;
    for (int i = 0; i < 3; i++) {
      long address = imageBase + HEADERS + 4L * i;
      file.u32(at + i * width, address & 0xFFFFFFFFL);
      if (!pe32()) {
        file.u32(at + i * width + 4, address >>> 32);
      }
    }
    file.u32(at + 3 * width, bindingVersion);
    int end = at + 6 * width;
    if (!relocations) {
      return end;
    }
    int size = 8 + 4 * 2;
    file.u32(end, at & -0x1000).u32(end + 4, size);
    for (int i = 0; i < 3; i++) {
      file.u16(end + 8 + 2 * i, (pe32() ? 3 : 10) << 12 | (at + i * width & 0xFFF));
    }
    file.u32(OPTIONAL + (pe32() ? 0x60 : 0x70) + 5 * 8, end)
        .u32(OPTIONAL + (pe32() ? 0x60 : 0x70) + 5 * 8 + 4, size);
    return end + size;
  }

  private void coff(Canvas file) {
    file.ascii(PE, "PE\0\0")
        .u16(PE + 0x04, machine)
        .u16(PE + 0x06, 1) // sections
        .u16(PE + 0x14, sectionAt() - OPTIONAL) // size of the optional header
        .u16(PE + 0x16, 0x022E); // executable, large addresses, stripped, no debug
  }

  private void optionalHeader(Canvas file) {
    file.u16(OPTIONAL, pe32() ? 0x10B : 0x20B)
        .u32(OPTIONAL + 0x04, size - HEADERS) // SizeOfCode
        .u32(OPTIONAL + 0x10, HEADERS) // AddressOfEntryPoint
        .u32(OPTIONAL + 0x14, HEADERS) // BaseOfCode
        .u32(OPTIONAL + (pe32() ? 0x1C : 0x18), imageBase & 0xFFFFFFFFL)
        .u32(OPTIONAL + 0x20, ALIGNMENT) // SectionAlignment
        .u32(OPTIONAL + 0x24, ALIGNMENT) // FileAlignment
        .u32(OPTIONAL + 0x38, size) // SizeOfImage
        .u32(OPTIONAL + 0x3C, HEADERS) // SizeOfHeaders
        .u16(OPTIONAL + 0x44, subsystem)
        .u32(
            OPTIONAL + (pe32() ? 0x5C : 0x6C),
            16); // NumberOfRvaAndSizes; the directories are empty but for the relocations
    if (!pe32()) {
      file.u32(OPTIONAL + 0x1C, imageBase >>> 32);
    }
  }

  private boolean pe32() {
    return machine == IA32;
  }

  /** Behind the optional header, which in PE32 is 16 bytes shorter. */
  private int sectionAt() {
    return pe32() ? SECTION - 0x10 : SECTION;
  }

  private void section(Canvas file) {
    int at = sectionAt();
    file.ascii(at, ".text")
        .u32(at + 0x08, size - HEADERS) // VirtualSize
        .u32(at + 0x0C, HEADERS) // VirtualAddress
        .u32(at + 0x10, size - HEADERS) // SizeOfRawData
        .u32(at + 0x14, HEADERS) // PointerToRawData
        .u32(at + 0x24, 0x60000020L); // code, executable, readable
  }

  /**
   * The code as given, else code that returns EFI_UNSUPPORTED, 0x8000000000000003, so that firmware
   * drops the driver.
   */
  private byte[] entry() {
    if (code != null) {
      return code;
    }
    Canvas unsupported = new Canvas(12);
    if (machine == X64) {
      // mov rax, imm64; ret
      unsupported.u16(0, 0xB848).u32(2, 3).u32(6, 0x80000000L).u8(10, 0xC3);
    } else if (machine == AA64) {
      // movz x0, #3; movk x0, #0x8000, lsl #48; ret
      unsupported.u32(0, 0xD2800060L).u32(4, 0xF2F00000L).u32(8, 0xD65F03C0L);
    }
    return unsupported.bytes();
  }
}
