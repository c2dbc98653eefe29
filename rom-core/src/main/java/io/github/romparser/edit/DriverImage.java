package io.github.romparser.edit;

import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.EfiCompressor;
import io.github.romparser.efi.EfiDecompressor;
import io.github.romparser.efi.EfiDriver;
import io.github.romparser.efi.PeImage;
import io.github.romparser.rom.header.EfiRomHeader;
import io.github.romparser.rom.header.PciDataStructure;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The image of one driver, laid out as EfiRom of edk2 does (BaseTools/Source/C/EfiRom/EfiRom.c,
 * {@code ProcessEfiFile}): EFI header at 0, PCI data structure of revision 3 at 0x1C, the device
 * list behind it if there is more than one device, padding FF, and then the driver, which ends
 * where the image ends. Firmware hashes what stands behind a driver, so padding there would break
 * its signature. A compressed driver says itself where it ends: it follows the headers, and the
 * padding stands behind it.
 */
final class DriverImage {

  /** Where the PCI data structure stands: behind the header, on a border of 4 bytes. */
  private static final int DATA_STRUCTURE = 0x1c;

  private static final int BLOCK = PciDataStructure.BLOCK;

  private final WrapRequest request;
  private final PeImage pe;
  private final int stored;
  private final int headers;
  private final long plainLength;
  private final byte[] bytes;

  private DriverImage(WrapRequest request, PeImage pe, Slice driver, boolean last) {
    this.request = request;
    this.pe = pe;
    int devices = request.ids().deviceIds().size();
    headers = DATA_STRUCTURE + PciDataStructure.LENGTH_3 + (devices > 1 ? 2 * devices + 2 : 0);
    plainLength = blocks(driver.length());
    Slice body =
        request.compress()
            ? EfiCompressor.compress(driver, EfiDecompressor.Variant.EFI_1_1)
            : driver;
    stored = body.length();
    bytes = new byte[blocks(stored)];
    Arrays.fill(bytes, headers, bytes.length, (byte) 0xff);
    int start = request.compress() ? headers : bytes.length - stored;
    header(start);
    dataStructure(last);
    System.arraycopy(body.toByteArray(), 0, bytes, start, stored);
  }

  /**
   * Lays out an image.
   *
   * @param last whether it is marked as the last
   */
  static DriverImage of(WrapRequest request, PeImage pe, Slice driver, boolean last) {
    return new DriverImage(request, pe, driver, last);
  }

  /** The image; not a copy. */
  byte[] bytes() {
    return bytes;
  }

  /** Its length, in bytes. */
  int length() {
    return bytes.length;
  }

  /** How long it would be without compression, in bytes. */
  long plainLength() {
    return plainLength;
  }

  /** Length of the driver in the image, in bytes; with the sizes if it is compressed. */
  int stored() {
    return stored;
  }

  /** How many bytes of padding there are. */
  int padding() {
    return bytes.length - headers - stored;
  }

  /** The machine that it is for. */
  int machine() {
    return pe.machine();
  }

  /** Headers and so many bytes more, in whole blocks. */
  private int blocks(int body) {
    return (headers + body + BLOCK - 1) / BLOCK * BLOCK;
  }

  /** EFI_PCI_EXPANSION_ROM_HEADER, see {@link EfiRomHeader}. */
  private void header(int start) {
    LittleEndian.put16(bytes, 0x00, 0xaa55);
    LittleEndian.put16(bytes, 0x02, bytes.length / BLOCK);
    LittleEndian.put32(bytes, 0x04, EfiRomHeader.SIGNATURE);
    LittleEndian.put16(bytes, 0x08, pe.subsystem());
    LittleEndian.put16(bytes, 0x0a, pe.machine());
    LittleEndian.put16(bytes, 0x0c, request.compress() ? EfiDriver.COMPRESSED : 0);
    LittleEndian.put16(bytes, 0x16, start);
    LittleEndian.put16(bytes, 0x18, DATA_STRUCTURE);
  }

  /** Revision 3, see {@link PciDataStructure}, and the device list. */
  private void dataStructure(boolean last) {
    int at = DATA_STRUCTURE;
    byte[] signature = "PCIR".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(signature, 0, bytes, at, signature.length);
    LittleEndian.put16(bytes, at + 0x04, request.ids().vendorId());
    LittleEndian.put16(bytes, at + 0x06, request.ids().deviceId());
    List<Integer> devices = request.ids().deviceIds();
    boolean list = devices.size() > 1;
    LittleEndian.put16(bytes, at + 0x08, list ? PciDataStructure.LENGTH_3 : 0);
    LittleEndian.put16(bytes, at + 0x0a, PciDataStructure.LENGTH_3);
    bytes[at + 0x0c] = 3;
    LittleEndian.put16(bytes, at + 0x0d, request.classCode());
    bytes[at + 0x0f] = (byte) (request.classCode() >>> 16);
    LittleEndian.put16(bytes, at + 0x10, bytes.length / BLOCK);
    bytes[at + 0x14] = 3;
    bytes[at + LastFix.INDICATOR] = (byte) (last ? PciDataStructure.LAST : 0);
    for (int i = 0; i < devices.size() && list; i++) {
      LittleEndian.put16(bytes, at + PciDataStructure.LENGTH_3 + 2 * i, devices.get(i));
    }
  }
}
