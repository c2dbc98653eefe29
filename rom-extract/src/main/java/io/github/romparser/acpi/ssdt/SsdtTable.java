package io.github.romparser.acpi.ssdt;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** A definition block of ACPI (ACPI 6.4 §5.2.11): a table of AML, or its source text. */
public final class SsdtTable {

  /** Bytes of the header (ACPI 6.4 §5.2.6). */
  static final int HEADER = 36;

  /** Where the header has the byte that makes the sum of the table 0. */
  private static final int CHECKSUM = 9;

  /** With revision 1 integers would have 32 bits; a guest goes by that of its DSDT, though. */
  private static final int REVISION = 2;

  private static final String OEM_ID = "ROMPAR";
  private static final int OEM_REVISION = 1;
  private static final String CREATOR = "RMPR";
  private static final int CREATOR_REVISION = 1;

  private final String signature;
  private final int revision;
  private final String oemTableId;
  private final List<AmlTerm> terms;

  SsdtTable(String oemTableId, List<AmlTerm> terms) {
    this("SSDT", REVISION, oemTableId, terms);
  }

  SsdtTable(String signature, int revision, String oemTableId, List<AmlTerm> terms) {
    this.signature = signature;
    this.revision = revision;
    this.oemTableId = oemTableId;
    this.terms = List.copyOf(terms);
  }

  /** {@return the eight characters that tell it from other tables of the same maker} */
  public String oemTableId() {
    return oemTableId;
  }

  /** {@return the table with its header, all of it with a byte sum of 0} */
  public byte[] aml() {
    AmlWriter body = new AmlWriter();
    body.terms(terms);
    byte[] code = body.bytes();
    ByteBuffer table = ByteBuffer.allocate(HEADER + code.length).order(ByteOrder.LITTLE_ENDIAN);
    table.put(ascii(signature)).putInt(HEADER + code.length).put((byte) revision).put((byte) 0);
    table.put(ascii(OEM_ID)).put(ascii(oemTableId)).putInt(OEM_REVISION);
    table.put(ascii(CREATOR)).putInt(CREATOR_REVISION).put(code);
    byte sum = 0;
    for (byte value : table.array()) {
      sum += value;
    }
    return table.put(CHECKSUM, (byte) -sum).array();
  }

  /** {@return the source text, as iasl reads it} */
  public String asl() {
    AslText text = new AslText();
    text.block(
        String.format(
            Locale.US,
            "DefinitionBlock (\"\", \"%s\", %d, \"%s\", \"%s\", %d)",
            signature,
            revision,
            OEM_ID,
            oemTableId,
            OEM_REVISION),
        terms);
    return text.text();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
