package io.github.romparser.efi;

import io.github.romparser.bytes.Slice;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Finds the path of the debug file in an executable: the CodeView entry of the debug directory, as
 * edk2 prints it when it loads a driver (edk2 MdePkg/Library/BasePeCoffGetEntryPointLib, {@code
 * PeCoffLoaderGetPdbPointer}; MdePkg/Include/IndustryStandard/PeImage.h,
 * EFI_IMAGE_DEBUG_DIRECTORY_ENTRY).
 */
final class PeDebug {

  /** The longest path that is told, in bytes; longer ones are cut. */
  static final int MOST_BYTES = 4096;

  /** How many entries are looked at; real drivers have below five. */
  private static final int MOST_ENTRIES = 64;

  /** Number of the debug directory; a TE file has only that of relocations before it. */
  private static final int DEBUG = 6;

  private static final int TE_DEBUG = 1;

  /**
   * An entry: type at 0x0C, length of its data at 0x10, their place in memory at 0x14 and in the
   * file at 0x18, 4 bytes each.
   */
  private static final int ENTRY = 0x1c;

  private static final int CODE_VIEW = 2;

  private PeDebug() {}

  static Optional<String> path(PeImage image, Slice file) {
    int index = image.format() == PeFormat.TE ? TE_DEBUG : DEBUG;
    if (index >= image.directories().size()) {
      return Optional.empty();
    }
    PeDirectory directory = image.directories().get(index);
    long at = fileOffset(image, directory.address());
    for (int i = 0; i < Math.min(directory.size() / ENTRY, MOST_ENTRIES); i++) {
      long entry = at + (long) i * ENTRY;
      if (!file.has(entry, ENTRY)) {
        break;
      }
      if (file.u32(entry + 0x0c) == CODE_VIEW) {
        Optional<String> path = codeView(image, file, entry);
        if (path.isPresent()) {
          return path;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> codeView(PeImage image, Slice file, long entry) {
    long raw = file.u32(entry + 0x18);
    long at = raw == 0 ? fileOffset(image, file.u32(entry + 0x14)) : raw - image.cut();
    long length = file.u32(entry + 0x10);
    int header = header(file, at);
    if (header == 0 || length <= header) {
      return Optional.empty();
    }
    Slice bytes = file.clamp(at + header, Math.min(length - header, MOST_BYTES));
    int end = bytes.indexOf("\0", 0);
    String path =
        new String(
            bytes.clamp(0, end < 0 ? bytes.length() : end).toByteArray(), StandardCharsets.UTF_8);
    return path.isEmpty() ? Optional.empty() : Optional.of(path);
  }

  /** What stands before the path, in bytes; 0 for an unknown kind. */
  private static int header(Slice file, long at) {
    if (file.startsWith(at, "NB10")) {
      return 0x10;
    }
    if (file.startsWith(at, "RSDS")) {
      return 0x18;
    }
    return file.startsWith(at, "MTOC") ? 0x14 : 0;
  }

  /**
   * Where in the file stands what the loader puts at an address: the headers stand where they are,
   * a section where its header says; negative for an address without bytes.
   */
  private static long fileOffset(PeImage image, long address) {
    for (PeSection section : image.sections()) {
      long into = address - section.virtualAddress();
      if (into >= 0 && into < section.rawSize()) {
        return image.fileOffset(section) + into;
      }
    }
    return address - image.cut() < image.sizeOfHeaders() ? address - image.cut() : -1;
  }
}
