package io.github.romparser.acpi;

/** Tells the formats of dumps by what their first lines look like. */
final class DumpRecognition {

  /** How much of a text is looked at, in characters: iasl's comments and logs come first. */
  private static final int SAMPLE = 1 << 20;

  private DumpRecognition() {}

  /** Parses a text with the parser of its format. */
  static DumpText parse(TextBytes text) {
    int start = text.from();
    while (start < text.to()
        && (TextBytes.isBlank(text.array()[start]) || TextBytes.isLineEnd(text.array()[start]))) {
      start++;
    }
    int end = Math.min(text.to(), start + SAMPLE);
    if (RegistryText.begins(text, start)) {
      return RegistryText.parse(text);
    }
    if (AcpidumpText.begins(text, start, end)) {
      return AcpidumpText.parse(text);
    }
    if (text.indexOf(AcpiexecText.MARK, start, end) >= 0) {
      return AcpiexecText.parse(text);
    }
    if (AslText.begins(text, start, end)) {
      return AslText.parse(text);
    }
    if (AcpiCallText.begins(text, start, end)) {
      return AcpiCallText.parse(text);
    }
    if (HexDumpText.begins(text, start, end)) {
      return HexDumpText.parse(text);
    }
    return ByteListText.parse(text);
  }
}
