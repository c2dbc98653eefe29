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

  /** {@return the files of this machine, whose kernel answers} */
  static KernelFiles ofSystem() {
    return new FolderFiles(Path.of("/"), true);
  }

  /**
   * {@return files that were copied into a folder, of this machine or of another one}
   *
   * @param root the folder that stands for {@code /}, with what was copied of {@code sys} and
   *     {@code proc} in it
   */
  static KernelFiles copied(Path root) {
    return new FolderFiles(root, false);
  }

  /**
   * {@return whether a kernel answers; if not, the files are a copy, and nothing may be written}
   */
  boolean live();

  /**
   * {@return the names in a folder, sorted}
   *
   * @param folder its path
   * @throws IOException if there is no such folder, or it may not be read
   */
  List<String> list(String folder) throws IOException;

  /**
   * {@return whether there is such a file or folder, as far as may be seen}
   *
   * @param path of the file or folder
   */
  boolean exists(String path);

  /**
   * Reads a file from its start to its end.
   *
   * @param path of the file
   * @param most how many bytes at most
   * @return its bytes; the first ones where it has more than may be read
   * @throws IOException if it is missing, may not be read, or the kernel fails
   */
  byte[] read(String path, int most) throws IOException;

  /**
   * Writes a text with one call to the kernel.
   *
   * @param path of a file that is there already
   * @param text what to write, in ASCII
   * @throws IOException if there is no such file, it may not be written, the kernel refuses the
   *     text, or the files are a copy
   */
  void write(String path, String text) throws IOException;
}
