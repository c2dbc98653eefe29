package io.github.romparser.extract.handler.uefi;

import io.github.romparser.bytes.Slice;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A section that a GUID defines (PI 1.8 volume 3 §3.2.5.7): GUID (16 bytes), offset of the data
 * from the start of the section (2 bytes), attributes (2 bytes), all behind the common header.
 *
 * <p>GUIDs are those of edk2 (MdeModulePkg and IntelFrameworkModulePkg) and of UEFITool's ffs.h.
 *
 * @param guid says how the data is to be read
 * @param attributes bit 0: it has to be processed
 * @param headerLength of the common header and this one, in bytes
 * @param data from the offset of the data on
 * @param afterHeader from the end of this header on
 */
record GuidedSection(Guid guid, int attributes, int headerLength, Slice data, Slice afterHeader) {

  /** GUID, offset and attributes, in bytes. */
  static final int HEADER = 20;

  private static final int PROCESSING_REQUIRED = 1;

  private static final Guid CRC32 = Guid.of("fc1bcdb0-7d31-49aa-936a-a4600d9dd083");
  private static final Guid RSA2048_SHA256 = Guid.of("a7717414-c616-4977-9420-844712a735bf");
  private static final Guid SIGNED = Guid.of("0f9d89e8-9259-4f76-a5af-0c89e34023df");

  /** Type of the hash, public key and signature of an RSA 2048 section, in bytes. */
  private static final int CERTIFICATE_BLOCK = 0x210;

  private static final Map<Guid, Packing> PACKED =
      Map.of(
          Guid.of("ee4e5898-3914-4259-9d6e-dc7bd79403cf"), Packing.LZMA,
          Guid.of("0ed85e23-f253-413f-a03c-901987b04397"), Packing.LZMA, // HP
          Guid.of("d42ae6bd-1352-4bfb-909a-ca72a6eae889"), Packing.LZMA_X86,
          Guid.of("a31280ad-481e-41b6-95e8-127f4c984779"), Packing.TIANO,
          Guid.of("3d532050-5cda-4fd0-879e-0f7f630d5afb"), Packing.BROTLI,
          Guid.of("1d301fe9-be79-4353-91c2-d23bc959ae0c"), Packing.GZIP, // Qualcomm
          Guid.of("ce3233f5-2cd6-4d87-9152-4a238bb6d1c4"), Packing.ZLIB, // AMD
          Guid.of("991efac0-e260-416b-a4b8-3b153072b804"), Packing.ZLIB); // AMD, a later one

  /** The GUIDs of packed sections, sorted. */
  static List<Guid> packedGuids() {
    return PACKED.keySet().stream().sorted(Comparator.comparing(Guid::toString)).toList();
  }

  /** Reads the section; empty if it is too short. */
  static Optional<GuidedSection> read(Section section) {
    Slice body = section.body();
    if (!body.has(0, HEADER)) {
      return Optional.empty();
    }
    int header = section.headerLength() + HEADER;
    int stated = body.u16(Guid.LENGTH);
    boolean right = stated >= header && stated <= section.bytes().length();
    return Optional.of(
        new GuidedSection(
            Guid.read(body, 0),
            body.u16(Guid.LENGTH + 2),
            header,
            section.bytes().from(right ? stated : header),
            section.bytes().from(header)));
  }

  /** Whether its GUID is known. */
  boolean known() {
    return PACKED.containsKey(guid) || !label().equals(guid.toString());
  }

  /** What it is called in a path. */
  String label() {
    if (guid.equals(CRC32)) {
      return "crc32";
    }
    if (guid.equals(RSA2048_SHA256) || guid.equals(SIGNED)) {
      return "signed";
    }
    return packing().map(Packing::label).orElse(guid.toString());
  }

  /** How it is packed; empty if it is not, or nobody knows how. */
  Optional<Packing> packing() {
    return Optional.ofNullable(PACKED.get(guid));
  }

  /** Whether it cannot be read as it is, if its attributes are right. */
  boolean processingRequired() {
    return (attributes & PROCESSING_REQUIRED) != 0;
  }

  /**
   * Its sections, if they are stored as they are. Where signatures stand before them, the place is
   * the one from which sections can be read.
   */
  Optional<Slice> plain() {
    if (packing().isPresent()) {
      return Optional.empty();
    }
    if (guid.equals(CRC32)) {
      return Optional.of(data);
    }
    List<Slice> places =
        List.of(
            data,
            data.from(CERTIFICATE_BLOCK),
            afterHeader.from(CERTIFICATE_BLOCK),
            data.has(0, 4) ? data.from(data.u32(0)) : data.from(data.length()));
    for (Slice place :
        guid.equals(RSA2048_SHA256) || guid.equals(SIGNED) ? places : List.of(data)) {
      if (!SectionList.read(place).sections().isEmpty()) {
        return Optional.of(place);
      }
    }
    return Optional.empty();
  }
}
