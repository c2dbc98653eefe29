package io.github.romparser.extract.handler.vendor;

import io.github.romparser.bytes.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in front of the blocks of an AMI BIOS Guard file (BIOSUtilities ami_pfat_extract.py,
 * AmiBiosGuardHeader): size of all this (offset 0, 4 bytes), checksum (4, 4 bytes), {@code
 * _AMIPFAT} (8), flags (0x10, 1 byte), and text: a title, then for each file its flags, its
 * parameter, how many blocks it has, and its name.
 *
 * @param length of all this, in bytes
 * @param claimed length as the header has it
 * @param files in the order of their blocks
 */
record PfatIndex(int length, long claimed, List<File> files) {

  /**
   * A file.
   *
   * @param name as the list has it
   * @param blocks how many it should have
   */
  record File(String name, long blocks) {}

  static final String TAG = "_AMIPFAT";
  static final int TAG_AT = 8;

  private static final int TEXT_AT = 0x11;
  private static final String TITLE = "AMI_BIOS_GUARD_FLASH_CONFIGURATIONS";

  /** Flags, parameter, count; the name may have anything in it. */
  private static final Pattern LINE =
      Pattern.compile("\\s*\\S{1,64}\\s+\\S{1,64}\\s+(\\d{1,9})\\s*;(.{0,512}).*");

  /** A longer list was never seen: there is a line for each of some dozens of files. */
  private static final int LONGEST = 1 << 16;

  /** Copies the list. */
  PfatIndex {
    files = List.copyOf(files);
  }

  /**
   * Where the blocks begin; empty if none does, so that this is no such file. Where the size is a
   * lie, the text ends at the first byte that is no text.
   */
  private static Optional<Integer> blocksAt(Slice file) {
    if (!file.startsWith(TEXT_AT, TITLE)) {
      return Optional.empty();
    }
    if (file.has(0, file.u32(0)) && BiosGuardBlock.read(file.from(file.u32(0))).isPresent()) {
      return Optional.of((int) file.u32(0));
    }
    int end = TEXT_AT;
    while (end < LONGEST && file.has(end, 1) && text(file.u8(end))) {
      end++;
    }
    return Optional.of(end).filter(at -> BiosGuardBlock.read(file.from(at)).isPresent());
  }

  private static boolean text(int c) {
    return c >= ' ' || c == '\r' || c == '\n' || c == '\t';
  }

  /** Whether such a file begins at the start of a view. */
  static boolean begins(Slice file) {
    return blocksAt(file).isPresent();
  }

  /** Reads the list at the start of a view. */
  static Optional<PfatIndex> read(Slice file) {
    return blocksAt(file)
        .map(
            at -> {
              int from = Math.min(at, TEXT_AT);
              String text = file.latin1(from, Math.min(at, LONGEST) - from);
              List<File> files = new ArrayList<>();
              for (String line : text.split("[\r\n\0]+", -1)) {
                Matcher matcher = LINE.matcher(line);
                if (matcher.matches()) {
                  files.add(new File(matcher.group(2).strip(), Long.parseLong(matcher.group(1))));
                }
              }
              return new PfatIndex(at, file.u32(0), files);
            });
  }
}
