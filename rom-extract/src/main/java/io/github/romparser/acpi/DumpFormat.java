package io.github.romparser.acpi;

/** How bytes come to be in a file. */
public enum DumpFormat {
  /** As they are. */
  BINARY("binary", "binary"),
  /** What {@code /proc/acpi/call} answers. */
  ACPI_CALL("acpi-call", "acpi_call text"),
  /** What ACPICA's acpiexec prints. */
  ACPIEXEC("acpiexec", "acpiexec output"),
  /** ACPI tables as acpidump prints them. */
  ACPIDUMP("acpidump", "acpidump text"),
  /** Buffers in ASL, as {@code iasl -d} writes it. */
  ASL("asl", "ASL source"),
  /** Arrays of C and plain lists of bytes. */
  BYTE_LIST("byte-list", "list of bytes"),
  /** Rows of an offset and bytes: xxd, hexdump, od, Format-Hex, certutil. */
  HEX_DUMP("hex-dump", "hex dump"),
  /** A Windows registry export. */
  REGISTRY("registry", "registry export"),
  /** Text that holds no bytes. */
  WORDS("text", "text");

  private final String id;
  private final String title;

  DumpFormat(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** {@return the name in reports, such as {@code hex-dump}} */
  public String id() {
    return id;
  }

  /** {@return a name for people, such as {@code hex dump}} */
  public String title() {
    return title;
  }
}
