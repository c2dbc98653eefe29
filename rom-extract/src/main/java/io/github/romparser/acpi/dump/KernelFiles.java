package io.github.romparser.acpi.dump;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The files through which a Linux kernel tells of itself: {@code /sys} and {@code /proc}. Paths
 * begin with a slash, as in {@code /sys/bus/pci/devices}.
 *
 * <p>What fails ends in an {@link IOException} as {@link java.nio.file.Files} throws it, with the
 * kernel's reason.
 */
public interface KernelFiles {

  /** The files of this machine. */
  static KernelFiles ofSystem() {
    return new FolderFiles(Path.of("/"), true);
  }

  /** Files that were copied into a folder, of this machine or of another one. */
  static KernelFiles copied(Path root) {
    return new FolderFiles(root, false);
  }

  /** Whether a kernel answers; if not, the files are a copy, and nothing may be written. */
  boolean live();

  /** The names in a folder, sorted. */
  List<String> list(String folder) throws IOException;

  /** Whether there is such a file or folder, as far as may be seen. */
  boolean exists(String path);

  /**
   * Reads a file from its start to its end.
   *
   * @param most how many bytes at most
   */
  byte[] read(String path, int most) throws IOException;

  /** Writes a text with one call to the kernel. */
  void write(String path, String text) throws IOException;
}
