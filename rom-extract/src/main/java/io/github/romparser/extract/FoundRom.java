package io.github.romparser.extract;

import io.github.romparser.bytes.Slice;
import io.github.romparser.rom.RomFile;
import java.util.List;
import java.util.Locale;

/**
 * An option ROM that was found.
 *
 * @param rom the ROM alone, read as a file of its own: its bytes are the chain of both walks
 * @param sha256 over its bytes, in lower-case hex digits
 * @param vendorId PCI vendor id
 * @param deviceId PCI device id
 * @param classCode PCI class code, 24 bits
 * @param sources where it was found, in the order of the search
 */
public record FoundRom(
    RomFile rom, String sha256, int vendorId, int deviceId, int classCode, List<Source> sources) {

  /** How much of the digest is in the name of a file, in hex digits. */
  private static final int DIGITS = 8;

  /**
   * Copies the list of places.
   *
   * @param rom the ROM alone
   * @param sha256 over its bytes, in lower-case hex digits
   * @param vendorId PCI vendor id
   * @param deviceId PCI device id
   * @param classCode PCI class code, 24 bits
   * @param sources where it was found; the list that is copied
   */
  public FoundRom {
    sources = List.copyOf(sources);
  }

  /** {@return the bytes of the ROM alone, at offset 0} */
  public Slice bytes() {
    return rom.bytes();
  }

  /**
   * {@return the code types of its images, in their order, as their PCI data structures have them}
   */
  public List<Integer> codeTypes() {
    return rom.chains().stream()
        .limit(1)
        .flatMap(chain -> chain.images().stream())
        .map(image -> image.dataStructure().codeType())
        .toList();
  }

  /**
   * {@return what to call it as a file: ids and the start of the digest, {@code
   * 10de-1c8d_ab12cd34.rom}}
   */
  public String fileName() {
    return String.format(
        Locale.US, "%04x-%04x_%s.rom", vendorId, deviceId, sha256.substring(0, DIGITS));
  }
}
