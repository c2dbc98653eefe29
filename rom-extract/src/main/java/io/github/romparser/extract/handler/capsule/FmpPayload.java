package io.github.romparser.extract.handler.capsule;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.handler.uefi.Guid;
import java.util.Optional;

/**
 * A payload of an FMP capsule (UEFI 2.10 §23.3.3, EFI_FIRMWARE_MANAGEMENT_CAPSULE_IMAGE_HEADER).
 *
 * <p>Offsets: version (0, 4 bytes), type (4, GUID), index (20), size of the image (24, 4 bytes),
 * size of the vendor's code behind it (28, 4 bytes); since version 2 a hardware instance (32, 8
 * bytes), since version 3 what else there is (40, 8 bytes). Then follow, where there are any, the
 * authentication (a count of 8 bytes and a WIN_CERTIFICATE, whose length is its first field; UEFI
 * 2.10 §23.1) and edk2's header of payloads ({@code MSS1}, its length at 4; FmpDevicePkg
 * FmpPayloadHeader.h).
 *
 * @param type what the payload is for
 * @param headerLength of the first header, in bytes
 * @param image without all of this
 */
record FmpPayload(Guid type, int headerLength, Slice image) {

  private static final int HEADER_1 = 32;
  private static final int HEADER_2 = 40;
  private static final int HEADER_3 = 48;
  private static final int IMAGE_SIZE_AT = 24;
  private static final int CODE_SIZE_AT = 28;

  private static final int COUNT = 8;
  private static final int CERTIFICATE = 8;
  private static final int CERTIFICATE_REVISION = 0x200;
  private static final int CERTIFICATE_GUID = 0xef1;

  private static final String EDK2 = "MSS1";
  private static final int EDK2_LENGTH = 16;

  /** Reads a payload; empty if the version is unknown or the sizes are not those of the item. */
  static Optional<FmpPayload> read(Slice item) {
    if (!item.has(0, HEADER_1)) {
      return Optional.empty();
    }
    int header =
        switch ((int) item.u32(0)) {
          case 1 -> HEADER_1;
          case 2 -> HEADER_2;
          case 3 -> HEADER_3;
          default -> 0;
        };
    long size = item.u32(IMAGE_SIZE_AT);
    long whole = header + size + item.u32(CODE_SIZE_AT);
    if (header == 0 || whole > item.length() || !padding(item.from(whole))) {
      return Optional.empty();
    }
    Slice image = item.slice(header, size);
    return Optional.of(
        new FmpPayload(Guid.read(item, 4), header, withoutHeader(withoutAuthentication(image))));
  }

  private static boolean padding(Slice bytes) {
    int fill = bytes.fill().orElse(-1);
    return bytes.length() == 0 || fill == 0 || fill == 0xff;
  }

  private static Slice withoutAuthentication(Slice image) {
    if (!image.has(0, COUNT + CERTIFICATE)
        || image.u16(COUNT + 4) != CERTIFICATE_REVISION
        || image.u16(COUNT + 6) != CERTIFICATE_GUID) {
      return image;
    }
    long length = image.u32(COUNT);
    return length >= CERTIFICATE && image.has(COUNT, length) ? image.from(COUNT + length) : image;
  }

  private static Slice withoutHeader(Slice image) {
    if (!image.startsWith(0, EDK2) || !image.has(0, EDK2_LENGTH)) {
      return image;
    }
    long length = image.u32(4);
    return length >= EDK2_LENGTH && image.has(0, length) ? image.from(length) : image;
  }
}
