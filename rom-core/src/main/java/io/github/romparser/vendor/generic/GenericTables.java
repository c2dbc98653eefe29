package io.github.romparser.vendor.generic;

import io.github.romparser.bytes.Slice;
import io.github.romparser.finding.Finding;
import io.github.romparser.vendor.VendorTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the text of an x86 image says of it, for images without tables that could be read.
 *
 * @param family what it was built from, if its text names one that is known
 * @param version its version as it stands in the text
 * @param strings the first texts of the image that read like words, on one line each
 */
public record GenericTables(
    Optional<GenericFamily> family, Optional<String> version, List<String> strings)
    implements VendorTables {

  /** The most texts that are kept. */
  public static final int MOST_STRINGS = 8;

  /** As much of an image is searched, in bytes: the largest initialisation size is 127.5 KiB. */
  private static final int REACH = 0x4_0000;

  /** As far from the start of an image its first texts are looked for, in bytes. */
  private static final int NEAR = 0x1000;

  private static final int MOST_RUNS = 8192;

  /** The most characters of one text. */
  private static final int LONGEST = 120;

  /** What a run needs to be taken for a text: characters, and letters in a row. */
  private static final int LEAST = 6;

  private static final Pattern WORD = Pattern.compile("[a-z]{2}|[A-Z]{3}");

  private static final Pattern NOISE = Pattern.compile("[^\\w \\-.,:;/()*$+&'!?@#=%\\[\\]]");

  /** "Version 1.10B", "Vers. 2.17", "V8.00N", "V1.2". */
  private static final Pattern NAMED =
      Pattern.compile(
          "\\b[Vv](?:ers(?:ion|\\.)?|er\\.?)?[ :]{0,2}(?:\\d\\d/\\d\\d/\\d\\d +)?"
              + "V?(\\d+\\.[\\w.-]*\\w)");

  /**
   * A text that is nothing but a version: "1.16.2-debian-1.16.2-1", "1.0.0+git-20190125.36a4c85".
   */
  private static final Pattern BARE = Pattern.compile("(?:rel-)?\\d+\\.\\d+\\.\\d+[\\w.+~-]*");

  /** What follows the name of the LGPL'd VGA BIOS: "current-cvs 08 Jul 2014", "0.8a". */
  private static final Pattern LGPL =
      Pattern.compile("(?:current-\\w+ [\\w ]+|v?\\d+\\.\\d+\\w*(?: .*)?)");

  private static final int LGPL_ROOM = 40;

  /**
   * Copies the list.
   *
   * @param family what it was built from, if its text names one that is known
   * @param version its version as it stands in the text
   * @param strings copied; the first texts of the image that read like words
   */
  public GenericTables {
    strings = List.copyOf(strings);
  }

  /**
   * Reads the text of an image, of an ISA ROM too.
   *
   * @param image the image from its first byte
   * @return empty if there is none
   */
  public static Optional<GenericTables> read(Slice image) {
    Slice bytes = image.clamp(0, REACH);
    List<PrintableText.Run> runs = PrintableText.ascii(bytes, LEAST, MOST_RUNS);
    List<String> strings = strings(runs);
    for (PrintableText.Run run : runs) {
      Optional<GenericFamily> family = GenericFamily.of(run.text());
      if (family.isPresent()) {
        return Optional.of(
            new GenericTables(family, version(bytes, family.get(), run, runs), strings));
      }
    }
    return strings.isEmpty()
        ? Optional.empty()
        : Optional.of(new GenericTables(Optional.empty(), named(runs), strings));
  }

  /** Nothing can be wrong with mere text. */
  @Override
  public List<Finding> findings() {
    return List.of();
  }

  private static Optional<String> version(
      Slice bytes, GenericFamily family, PrintableText.Run mark, List<PrintableText.Run> runs) {
    return switch (family) {
      case SEAVGABIOS, IPXE ->
          runs.stream()
              .map(PrintableText.Run::text)
              .filter(text -> BARE.matcher(text).matches())
              .findFirst();
      case LGPL_VGABIOS -> lgpl(bytes, mark).or(() -> named(runs));
      default -> named(runs);
    };
  }

  /** The text behind the name, behind its line break and NUL. */
  private static Optional<String> lgpl(Slice bytes, PrintableText.Run name) {
    int at = name.end();
    while (bytes.has(at, 1) && at < name.end() + 4 && bytes.u8(at) < ' ') {
      at++;
    }
    String text = PrintableText.line(bytes, at, LGPL_ROOM);
    return LGPL.matcher(text).matches() ? Optional.of(text) : Optional.empty();
  }

  private static Optional<String> named(List<PrintableText.Run> runs) {
    for (PrintableText.Run run : runs) {
      if (run.at() >= NEAR) {
        break;
      }
      Matcher matcher = NAMED.matcher(run.text());
      if (matcher.find()) {
        return Optional.of(matcher.group(1));
      }
    }
    return Optional.empty();
  }

  private static List<String> strings(List<PrintableText.Run> runs) {
    List<String> strings = new ArrayList<>();
    for (PrintableText.Run run : runs) {
      if (run.at() >= NEAR || strings.size() == MOST_STRINGS) {
        break;
      }
      String text = run.text().strip();
      if (readsLikeWords(text)) {
        strings.add(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
      }
    }
    return strings;
  }

  /** Code has printable runs too; they are short, and full of other characters. */
  private static boolean readsLikeWords(String text) {
    if (text.length() < LEAST || NOISE.matcher(text).find() || !WORD.matcher(text).find()) {
      return false;
    }
    long letters = text.chars().filter(Character::isLetterOrDigit).count();
    return letters * 2 > text.length() && (text.length() > 9 || text.indexOf(' ') > 0);
  }
}
