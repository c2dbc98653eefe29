package io.github.romparser.vendor.amd;

import io.github.romparser.bytes.Slice;
import io.github.romparser.finding.Argument;
import io.github.romparser.finding.Finding;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.finding.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the texts of an image, with or without ATOM header. */
final class AtomStringReader {

  /** Offset of the number of names (Linux atomfirmware.h, {@code atombios_image_offset}). */
  private static final int NAME_COUNT = 0x2f;

  /** Offset of the build date. */
  private static final int DATE = 0x50;

  /** Offset of the pointer to the names. */
  private static final int NAMES = 0x6e;

  /** Offset of the part number where there is no list of names. */
  private static final int PART_NUMBER = 0x80;

  /** Length of the longest form of the date, in bytes. */
  private static final int DATE_LENGTH = 17;

  /** The most names; all images that were measured have 4. */
  private static final int MOST_NAMES = 16;

  /** Longest text that is read, in bytes. */
  private static final int TEXT = 128;

  /** Version and copyright stand within these bytes; amdgpu looks in the first 1024. */
  private static final int REACH = 0x1000;

  private static final String VERSION = "ATOMBIOSBK-";
  private static final String VERSION_NUMBER = " VER";
  private static final String COPYRIGHT = "(C) 19";
  private static final String COPYRIGHT_END = "Inc.";
  private static final String OLD_VERSION = "BK";
  private static final String OLD_PART_NUMBER = "P/N ";
  private static final String CONFIG_PATH = "\\config.h";

  private final Slice image;
  private final Slice head;
  private final List<Finding> findings;

  private AtomStringReader(Slice image, List<Finding> findings) {
    this.image = image;
    this.head = image.clamp(0, REACH);
    this.findings = findings;
  }

  static AtomStrings read(Slice image, Optional<AtomRomHeader> header, List<Finding> findings) {
    AtomStringReader reader = new AtomStringReader(image, findings);
    return header.map(reader::atom).orElseGet(reader::old);
  }

  private AtomStrings atom(AtomRomHeader header) {
    List<String> names = names();
    List<String> build = build(header.configFilePointer());
    return new AtomStrings(
        names,
        names.isEmpty() ? image.ascii(PART_NUMBER, TEXT).strip() : names.get(0),
        message(header.bootMessagePointer()),
        image.ascii(DATE, DATE_LENGTH).strip(),
        build.get(0),
        build.get(1),
        build.get(2),
        configuration(build.get(4)),
        version(),
        copyright());
  }

  /** What stands in ATI's images of before: the part number is in the boot message. */
  private AtomStrings old() {
    int part = head.indexOf(OLD_PART_NUMBER, 0);
    int start = part;
    while (start > 0 && part - start < TEXT && isPrintable(head.u8(start - 1L))) {
      start--;
    }
    String number =
        part < 0 ? "" : head.ascii(part + (long) OLD_PART_NUMBER.length(), TEXT).strip();
    String copyright = copyright();
    String version = version();
    return new AtomStrings(
        List.of(),
        firstWord(number),
        part < 0 ? "" : head.ascii(start, TEXT).strip(),
        image.ascii(DATE, DATE_LENGTH).strip(),
        "",
        "",
        "",
        "",
        version.isEmpty() ? oldVersion() : version,
        copyright);
  }

  private List<String> names() {
    int count = image.has(NAME_COUNT, 1) ? image.u8(NAME_COUNT) : 0;
    if (count == 0 || !image.has(NAMES, 2)) {
      return List.of();
    }
    int at = image.u16(NAMES);
    if (!isText(at, Phrase.ATOM_NAMES)) {
      return List.of();
    }
    return texts(at, Math.min(count, MOST_NAMES));
  }

  /** Texts behind each other, each closed with a NUL; a byte that is no text ends them all. */
  private List<String> texts(int from, int count) {
    List<String> texts = new ArrayList<>();
    long at = from;
    while (texts.size() < count) {
      String text = image.ascii(at, TEXT);
      at += text.length();
      if (!image.has(at, 1) || image.u8(at) != 0) {
        break;
      }
      texts.add(text.strip());
      at++;
    }
    return texts;
  }

  /** Configuration file, change list, build number, who built it, path of the configuration. */
  private List<String> build(int pointer) {
    List<String> build = new ArrayList<>();
    if (pointer != 0 && isText(pointer, Phrase.ATOM_CONFIG)) {
      build.addAll(texts(pointer, 5));
    }
    while (build.size() < 5) {
      build.add("");
    }
    return build;
  }

  private static String configuration(String path) {
    return path.endsWith(CONFIG_PATH)
        ? path.substring(0, path.length() - CONFIG_PATH.length())
        : "";
  }

  private String message(int pointer) {
    if (pointer == 0 || !isText(pointer, Phrase.ATOM_MESSAGE)) {
      return "";
    }
    long at = pointer;
    while (image.has(at, 1) && isLineEnd(image.u8(at))) {
      at++;
    }
    return image.ascii(at, TEXT).strip();
  }

  private String version() {
    int at = head.indexOf(VERSION, 0);
    if (at < 0) {
      return "";
    }
    String text = head.ascii(at, TEXT);
    int number = text.indexOf(VERSION_NUMBER);
    return number < 0 ? "" : text.substring(number + VERSION_NUMBER.length()).strip();
  }

  /** The copyright ends with the maker's name; in old images the version follows at once. */
  private String copyright() {
    int at = head.indexOf(COPYRIGHT, 0);
    String text = at < 0 ? "" : head.ascii(at, TEXT);
    int end = text.indexOf(COPYRIGHT_END);
    return (end < 0 ? text : text.substring(0, end + COPYRIGHT_END.length())).strip();
  }

  private String oldVersion() {
    int at = head.indexOf(COPYRIGHT, 0);
    String text = at < 0 ? "" : head.ascii(at, TEXT);
    int end = text.indexOf(COPYRIGHT_END);
    String rest = end < 0 ? "" : text.substring(end + COPYRIGHT_END.length()).strip();
    if (!rest.startsWith(OLD_VERSION)) {
      return "";
    }
    int number = rest.indexOf(VERSION_NUMBER);
    return firstWord(
        rest.substring(number < 0 ? OLD_VERSION.length() : number + VERSION_NUMBER.length()));
  }

  private static String firstWord(String text) {
    int blank = text.indexOf(' ');
    return blank < 0 ? text : text.substring(0, blank);
  }

  private static boolean isPrintable(int c) {
    return c >= ' ' && c < 0x7f;
  }

  private static boolean isLineEnd(int c) {
    return c == '\r' || c == '\n';
  }

  /** Whether a text can begin at a place; an empty one is one. */
  private boolean isText(int at, Phrase what) {
    if (!image.has(at, 1)) {
      missing(at, what, Phrase.OUTSIDE);
      return false;
    }
    int c = image.u8(at);
    if (c != 0 && !isLineEnd(c) && !isPrintable(c)) {
      missing(at, what, Phrase.NO_TEXT);
      return false;
    }
    return true;
  }

  private void missing(int at, Phrase what, Phrase why) {
    findings.add(
        Finding.of(
            FindingCode.AMD_STRINGS,
            image.clamp(at, 1).range(),
            new Argument.Says(what),
            new Argument.Offset(image.offset() + at),
            new Argument.Says(why)));
  }
}
