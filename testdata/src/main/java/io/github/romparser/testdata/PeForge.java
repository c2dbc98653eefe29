package io.github.romparser.testdata;

import java.nio.charset.StandardCharsets;

/**
 * Builds a PE32+ file that stands in for an EFI driver: headers and one section, whose entry point
 * returns EFI_UNSUPPORTED and whose rest is a name and noise (Microsoft PE format; acceptance as in
 * edk2 BasePeCoffLib). The setters change this builder and return it.
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

  private static final int TEXT = HEADERS + 0x20;

  /** Zeros at the end, so that a checksum byte can go there. */
  private static final int SPARE = 0x10;

  private int machine = X64;
  private int subsystem = BOOT_DRIVER;
  private int size = 0x400;
  private long seed = 3;
  private String name = "Forged test driver";

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

  int machine() {
    return machine;
  }

  int subsystem() {
    return subsystem;
  }

  /** The file. */
  public byte[] build() {
    byte[] text = (name + '\0').getBytes(StandardCharsets.UTF_16LE);
    int noiseAt = TEXT + text.length;
    Canvas file = new Canvas(size);
    file.ascii(0x00, "MZ").u32(0x3C, PE);
    coff(file);
    optionalHeader(file);
    section(file);
    return file.put(HEADERS, entry())
        .put(TEXT, text)
        .put(noiseAt, Noise.of(seed, size - SPARE - noiseAt))
        .bytes();
  }

  private void coff(Canvas file) {
    file.ascii(PE, "PE\0\0")
        .u16(PE + 0x04, machine)
        .u16(PE + 0x06, 1) // sections
        .u16(PE + 0x14, SECTION - OPTIONAL) // size of the optional header
        .u16(PE + 0x16, 0x022E); // executable, large addresses, stripped, no debug
  }

  private void optionalHeader(Canvas file) {
    file.u16(OPTIONAL, 0x20B) // PE32+
        .u32(OPTIONAL + 0x04, size - HEADERS) // SizeOfCode
        .u32(OPTIONAL + 0x10, HEADERS) // AddressOfEntryPoint
        .u32(OPTIONAL + 0x14, HEADERS) // BaseOfCode
        .u32(OPTIONAL + 0x20, ALIGNMENT) // SectionAlignment
        .u32(OPTIONAL + 0x24, ALIGNMENT) // FileAlignment
        .u32(OPTIONAL + 0x38, size) // SizeOfImage
        .u32(OPTIONAL + 0x3C, HEADERS) // SizeOfHeaders
        .u16(OPTIONAL + 0x44, subsystem)
        .u32(OPTIONAL + 0x6C, 16); // NumberOfRvaAndSizes; all directories are empty
  }

  private void section(Canvas file) {
    file.ascii(SECTION, ".text")
        .u32(SECTION + 0x08, size - HEADERS) // VirtualSize
        .u32(SECTION + 0x0C, HEADERS) // VirtualAddress
        .u32(SECTION + 0x10, size - HEADERS) // SizeOfRawData
        .u32(SECTION + 0x14, HEADERS) // PointerToRawData
        .u32(SECTION + 0x24, 0x60000020L); // code, executable, readable
  }

  /** Code that returns EFI_UNSUPPORTED, 0x8000000000000003, so that firmware drops the driver. */
  private byte[] entry() {
    Canvas code = new Canvas(12);
    if (machine == X64) {
      // mov rax, imm64; ret
      code.u16(0, 0xB848).u32(2, 3).u32(6, 0x80000000L).u8(10, 0xC3);
    } else if (machine == AA64) {
      // movz x0, #3; movk x0, #0x8000, lsl #48; ret
      code.u32(0, 0xD2800060L).u32(4, 0xF2F00000L).u32(8, 0xD65F03C0L);
    }
    return code.bytes();
  }
}
