package io.github.romparser.rom;

import io.github.romparser.bytes.Range;
import io.github.romparser.finding.Argument;
import io.github.romparser.finding.Finding;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.finding.Phrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;

/**
 * Whether a hypervisor could open a ROM file where it lies. libvirt and Proxmox run QEMU as a user
 * of its own, who is neither the owner of the file nor in its group.
 */
public final class FileAccess {

  private FileAccess() {}

  /**
   * What keeps other users from reading a file: its own mode, or a folder above it that they cannot
   * pass. Files in the folder for temporary files are not meant to stay and are not judged by it.
   *
   * @param file a regular file
   * @return a finding, or empty if nothing was found or the file system has no modes
   */
  public static Optional<Finding> finding(Path file) {
    try {
      Path real = file.toRealPath();
      if (!allows(real, PosixFilePermission.OTHERS_READ)) {
        return Optional.of(closed(Phrase.NOT_READABLE));
      }
      Path temporary = Path.of(System.getProperty("java.io.tmpdir", "/tmp"));
      for (Path folder = real.getParent(); folder != null; folder = folder.getParent()) {
        if (!real.startsWith(temporary) && !allows(folder, PosixFilePermission.OTHERS_EXECUTE)) {
          return Optional.of(closed(Phrase.FOLDER_CLOSED));
        }
      }
    } catch (IOException | UnsupportedOperationException | SecurityException e) {
      // No such modes here, or they may not be seen: nothing can be said.
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static boolean allows(Path path, PosixFilePermission permission) throws IOException {
    return Files.getPosixFilePermissions(path).contains(permission);
  }

  private static Finding closed(Phrase why) {
    return Finding.of(FindingCode.PERM, new Range(0, 0), new Argument.Says(why));
  }
}
