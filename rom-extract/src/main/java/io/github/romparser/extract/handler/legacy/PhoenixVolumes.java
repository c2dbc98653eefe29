package io.github.romparser.extract.handler.legacy;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.handler.uefi.Guid;
import io.github.romparser.extract.spi.Allowance;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * The volumes of a Phoenix BIOS with the file system FFV, which its files {@code volumedir.bin} or
 * {@code volumedir.bin2} list (coreboot bios_extract, src/phoenix.c): the first in entries of type
 * (1 byte; 2 for files), address (4) and length (4); the second, behind a header with its own
 * length at 2, in entries of GUID (16), address (4) and length (4).
 *
 * <p>Addresses count to the end of the image at 4 GiB. Where a block {@code BCPFFV} has the address
 * of the directory, the distance is taken from there, as a file may have more than the image.
 */
final class PhoenixVolumes {

  /** The name of both directories as it is stored. */
  static final String DIRECTORY = "volumedi\u00ffr.bin";

  /** Where a file has its name. */
  private static final int NAME = 8;

  private static final int FIRST_ENTRY = 9;
  private static final int SECOND_ENTRY = 24;
  private static final int GUID_LENGTH = 16;

  /** Where the second directory says where its entries begin. */
  private static final int HEADER_LENGTH = 2;

  private static final int FILES = 2;
  private static final Guid FILES_GUID = Guid.of("fed91fba-d37b-4eea-8729-2ef29fb37a78");

  private static final long ADDRESSES = 1L << 32;

  /** What stands behind the end of an image in a file is shorter than this. */
  private static final long ALIGNMENT = 1L << 16;

  /** So many volumes a directory may list. */
  private static final int MOST = 64;

  /** So many directories are looked at. */
  private static final int MOST_DIRECTORIES = 8;

  private final Slice image;
  private final Allowance allowance;
  private final TreeMap<Long, PhoenixFile> files = new TreeMap<>();

  /** How many bytes are still looked at: volumes that are the same place again cost no more. */
  private long left;

  PhoenixVolumes(Slice image, Allowance allowance) {
    this.image = image;
    this.allowance = allowance;
    this.left = 2L * image.length();
    long name = image.indexOf(DIRECTORY, NAME);
    for (int i = 0; name >= 0 && i < MOST_DIRECTORIES; i++) {
      allowance.work(image.length() / MOST_DIRECTORIES);
      PhoenixFile.read(image, name - NAME).ifPresent(this::directory);
      name = image.indexOf(DIRECTORY, name + 1);
    }
  }

  /** All files, the directories too, in the order of the image. */
  Collection<PhoenixFile> files() {
    return files.values();
  }

  private void directory(PhoenixFile directory) {
    files.putIfAbsent(directory.at(), directory);
    long first = firstAddress(directory);
    Slice list = directory.content(image);
    boolean second = directory.name().endsWith("2");
    int entry = second ? SECOND_ENTRY : FIRST_ENTRY;
    long at = second && list.has(0, HEADER_LENGTH + 2) ? list.u16(HEADER_LENGTH) : 0;
    for (int i = 0; i < MOST && list.has(at, entry); i++, at += entry) {
      boolean hasFiles = second ? Guid.read(list, at).equals(FILES_GUID) : list.u8(at) == FILES;
      long numbers = at + (second ? GUID_LENGTH : 1);
      if (hasFiles) {
        volume((list.u32(numbers) - first) & (ADDRESSES - 1), list.u32(numbers + 4));
      }
    }
  }

  /** Which address the first byte of the container has. */
  private long firstAddress(PhoenixFile directory) {
    long whole = image.length() / ALIGNMENT * ALIGNMENT;
    OptionalLong told = PhoenixImage.directory(image);
    return told.isPresent()
        ? told.getAsLong() - directory.at()
        : ADDRESSES - (image.length() < ALIGNMENT ? image.length() : whole);
  }

  /** The files of a volume, one behind the other, with padding between them. */
  private void volume(long from, long length) {
    long end = Math.min(image.length(), Math.min(length, left) + from);
    left -= Math.max(0, end - from);
    long at = from;
    while (at < end) {
      allowance.work(1);
      Optional<PhoenixFile> file = PhoenixFile.read(image, at);
      if (file.isPresent()) {
        files.putIfAbsent(at, file.get());
        at += file.get().size();
      } else {
        at++;
      }
    }
  }
}
