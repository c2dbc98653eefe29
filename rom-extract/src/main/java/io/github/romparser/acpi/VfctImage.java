package io.github.romparser.acpi;

import io.github.romparser.bytes.Slice;
import io.github.romparser.rom.EfiImage;
import io.github.romparser.rom.RomChain;
import io.github.romparser.rom.RomReader;
import io.github.romparser.sign.Sha256;
import java.util.Locale;
import java.util.Optional;

/**
 * One VBIOS image of a {@link Vfct}, with its header of 28 bytes (Linux drivers/gpu/drm/amd/
 * include/atombios.h, VFCT_IMAGE_HEADER): bus at 0, device at 4, function at 8, all 32 bits wide,
 * vendor id at 12, device id at 14, subsystem vendor id at 16, subsystem id at 18, revision at 20,
 * length at 24.
 *
 * @param offset where the header stands, in bytes from the start of the file or, in a dump as text,
 *     of the table
 * @param bus number of the PCI bus
 * @param device number on the bus
 * @param function of the device
 * @param vendorId of the card
 * @param deviceId of the card
 * @param subsystemVendorId of the board; 0 where firmware leaves it out
 * @param subsystemId of the board; 0 where firmware leaves it out
 * @param revision of the card
 * @param length of the image as the header says, in bytes
 * @param content the image, as far as there are bytes
 */
public record VfctImage(
    long offset,
    long bus,
    long device,
    long function,
    int vendorId,
    int deviceId,
    int subsystemVendorId,
    int subsystemId,
    long revision,
    long length,
    Slice content) {

  /** Bytes of the header. */
  public static final int HEADER = 28;

  /** Reads the image whose header begins at the start of a view, which has to be there wholly. */
  static VfctImage read(Slice at) {
    return new VfctImage(
        at.offset(),
        at.u32(0),
        at.u32(4),
        at.u32(8),
        at.u16(12),
        at.u16(14),
        at.u16(16),
        at.u16(18),
        at.u32(20),
        at.u32(24),
        at.clamp(HEADER, at.u32(24)));
  }

  /**
   * {@return where the card is, as Linux writes it: {@code 0000:06:00.0}} VFCT knows one segment
   * only.
   */
  public String address() {
    return String.format(Locale.US, "0000:%02x:%02x.%x", bus, device, function);
  }

  /**
   * {@return whether bytes are missing at the end, because the table ends before the image does}
   */
  public boolean cut() {
    return content.length() < length;
  }

  /** {@return the ROM that the image is; empty if no chain of PCI images begins there} */
  public Optional<RomChain> rom() {
    return RomReader.readChain(content, 0);
  }

  /** {@return whether an EFI driver is among the images of the ROM; false where there is no ROM} */
  public boolean hasEfiDriver() {
    return rom().stream()
        .flatMap(chain -> chain.images().stream())
        .anyMatch(EfiImage.class::isInstance);
  }

  /** {@return the SHA-256 of the content, without the header, as 64 lower-case hex digits} */
  public String sha256() {
    return Sha256.hex(content);
  }

  /**
   * {@return what a file with the image is called: vendor and device id, then the first eight
   * digits of the digest, as in {@code 1002-73bf_0123abcd.rom}}
   */
  public String fileName() {
    return String.format(
        Locale.US, "%04x-%04x_%s.rom", vendorId, deviceId, sha256().substring(0, 8));
  }
}
