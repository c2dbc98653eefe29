package io.github.romparser.vendor.gop;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.PeImage;
import io.github.romparser.vendor.generic.PrintableText;
import io.github.romparser.vendor.generic.PrintableText.Run;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The UTF-16 texts of a driver, and which of them is its name: what its component name protocol
 * gives (UEFI 2.10 §11.5), mostly "... Driver".
 */
final class DriverText {

  /** As much of a driver is searched, in bytes. Display drivers have a few hundred KiB. */
  private static final int REACH = 4 << 20;

  private static final int LEAST = 4;
  private static final int MOST = 16_384;
  private static final int LONGEST_NAME = 100;

  /** Compilers put long strings on this border; texts of menus stand anywhere. */
  private static final int ALIGNMENT = 8;

  /** What NVIDIA's driver replaces by the version of the VBIOS while it runs; blanks around it. */
  private static final Pattern TEMPLATE = Pattern.compile("\\s*\\((?:xx\\.){4}xx\\)\\s*$");

  /** What debug messages have and names do not. */
  private static final Pattern MESSAGE = Pattern.compile("[%:!=]");

  private final List<Run> texts;

  private DriverText(List<Run> texts) {
    this.texts = texts;
  }

  /** Reads the texts in front of the certificates, whose names are those of the signers. */
  static DriverText read(Slice driver, PeImage pe) {
    long end = pe.certificates().map(Range::offset).orElse((long) REACH);
    return new DriverText(PrintableText.utf16(driver.clamp(0, Math.min(end, REACH)), LEAST, MOST));
  }

  /** All of them, in the order of the file. */
  List<Run> all() {
    return texts;
  }

  /** The name of the driver. */
  Optional<String> name() {
    Optional<String> first = Optional.empty();
    for (Run run : texts) {
      if (run.text().startsWith("AMD GOP ")) {
        return Optional.of(run.text().strip());
      }
      String text = TEMPLATE.matcher(run.text()).replaceFirst("").strip();
      if (isName(text) && run.at() % 2 == 0) {
        if (run.at() % ALIGNMENT == 0) {
          return Optional.of(text);
        }
        first = first.or(() -> Optional.of(text));
      }
    }
    return first;
  }

  private static boolean isName(String text) {
    return text.length() <= LONGEST_NAME
        && (text.endsWith(" Driver") || text.endsWith(" driver"))
        && !MESSAGE.matcher(text).find();
  }
}
