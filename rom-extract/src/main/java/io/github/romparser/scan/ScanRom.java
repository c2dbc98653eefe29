package io.github.romparser.scan;

import java.util.List;

/**
 * An option ROM in a file.
 *
 * @param path the way to it; only the file's name if it is in the file as it is
 * @param offset where it begins in the last element of the path, in bytes
 * @param size in bytes
 * @param sha256 over its bytes, in lower-case hex digits
 * @param vendorId PCI vendor id
 * @param deviceId PCI device id
 * @param classCode PCI class code, 24 bits
 * @param codeTypes the code types of its images
 * @param places how often the same bytes are in the file
 */
public record ScanRom(
    List<String> path,
    long offset,
    long size,
    String sha256,
    int vendorId,
    int deviceId,
    int classCode,
    List<Integer> codeTypes,
    int places) {
  /**
   * Copies the lists.
   *
   * @param path the way to it
   * @param offset where it begins in the last element of the path, in bytes
   * @param size in bytes
   * @param sha256 over its bytes, in lower-case hex digits
   * @param vendorId PCI vendor id
   * @param deviceId PCI device id
   * @param classCode PCI class code, 24 bits
   * @param codeTypes the code types of its images
   * @param places how often the same bytes are in the file
   */
  public ScanRom {
    path = List.copyOf(path);
    codeTypes = List.copyOf(codeTypes);
  }
}
