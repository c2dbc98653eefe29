package io.github.romparser.extract.handler.installer;

import io.github.romparser.bytes.Slice;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The names of an installer's files, from its header block (NSIS Source/exehead/fileform.h and
 * exec.c): flags, then for each of eight tables its place and how many entries it has; the third is
 * the script's instructions, the fourth the strings. In installers for 64 bits places have 8 bytes.
 */
final class NsisScript {

  private static final int FLAGS = 4;
  private static final int TABLES = 8;
  private static final int INSTRUCTIONS = 2;
  private static final int STRINGS = 3;
  private static final int AFTER_STRINGS = 4;

  /** An instruction: its number, then six values of 4 bytes. */
  private static final int INSTRUCTION = 28;

  /** Creates a folder (value 0); where value 1 is not 0 it is where files go from now on. */
  private static final int CREATE_FOLDER = 11;

  /** Writes a file: name (value 1), place of its item from the first one on (value 2). */
  private static final int WRITE_FILE = 20;

  /** Sets a variable (value 0) to a string (value 1). */
  private static final int SET_VARIABLE = 25;

  private final Slice header;
  private final int entrySize;
  private final NsisStrings strings;
  private String folder = NsisStrings.INSTALL_FOLDER;
  private String savedFolder = NsisStrings.INSTALL_FOLDER;

  private NsisScript(Slice header, int entrySize) {
    this.header = header;
    this.entrySize = entrySize;
    long from = place(STRINGS);
    long to = place(AFTER_STRINGS);
    this.strings = NsisStrings.of(header.clamp(from, to > from ? to - from : header.length()));
  }

  /** For each file the name by the place of its item; empty if the header is none. */
  static Map<Long, String> names(Slice header) {
    return script(header, 8).or(() -> script(header, 12)).map(NsisScript::names).orElse(Map.of());
  }

  /** The script if tables with places of this size make sense. */
  private static Optional<NsisScript> script(Slice header, int entrySize) {
    if (!header.has(0, FLAGS + (long) TABLES * entrySize)) {
      return Optional.empty();
    }
    long from = header.u32(FLAGS + (long) INSTRUCTIONS * entrySize);
    long count = header.u32(FLAGS + (INSTRUCTIONS + 1L) * entrySize - 4);
    long strings = header.u32(FLAGS + (long) STRINGS * entrySize);
    return count > 0
            && from >= FLAGS + (long) TABLES * entrySize
            && from + count * INSTRUCTION <= strings
            && strings < header.length()
        ? Optional.of(new NsisScript(header, entrySize))
        : Optional.empty();
  }

  private long place(int table) {
    return header.u32(FLAGS + (long) table * entrySize);
  }

  private Map<Long, String> names() {
    Map<Long, String> names = new HashMap<>();
    long first = place(INSTRUCTIONS);
    long count = header.u32(FLAGS + (INSTRUCTIONS + 1L) * entrySize - 4);
    for (long i = 0; i < count; i++) {
      long at = first + i * INSTRUCTION;
      switch ((int) header.u32(at)) {
        case CREATE_FOLDER -> {
          if (value(at, 1) != 0) {
            folder = resolved(text(at, 0));
          }
        }
        case SET_VARIABLE -> {
          if (value(at, 0) == NsisStrings.SAVED_FOLDER) {
            savedFolder = resolved(text(at, 1));
          }
        }
        case WRITE_FILE -> {
          String name = text(at, 1);
          boolean whole = name.startsWith("$") || name.contains(":");
          names.putIfAbsent(value(at, 2), shown(whole ? resolved(name) : folder + "\\" + name));
        }
        default -> {}
      }
    }
    return names;
  }

  private long value(long instruction, int index) {
    return header.u32(instruction + 4 + 4L * index);
  }

  private String text(long instruction, int index) {
    return strings.at(value(instruction, index));
  }

  /** A path whose first variable is a folder that is known. */
  private String resolved(String path) {
    String known = path;
    if (path.startsWith(NsisStrings.OUTPUT_FOLDER)) {
      known = folder + path.substring(NsisStrings.OUTPUT_FOLDER.length());
    } else if (path.startsWith(NsisStrings.SAVED_FOLDER_NAME)) {
      known = savedFolder + path.substring(NsisStrings.SAVED_FOLDER_NAME.length());
    }
    // A script may put a folder into itself again and again.
    return known.length() > NsisStrings.LONGEST ? path : known;
  }

  /** A path as archives have it. */
  private static String shown(String path) {
    String inside =
        path.startsWith(NsisStrings.INSTALL_FOLDER)
            ? path.substring(NsisStrings.INSTALL_FOLDER.length())
            : path;
    return inside.replace('\\', '/').replaceFirst("^/+", "");
  }
}
