package io.github.romparser.check.firmware;

import io.github.romparser.testdata.PrintingStub;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the firmware did.
 *
 * @param tags the tags of the images that ran, in order
 * @param end how the run ended
 * @param log what QEMU and the firmware printed
 */
record Outcome(String tags, Qemu.End end, String log) {

  /** What an image prints. */
  static final Pattern MARKER =
      Pattern.compile(PrintingStub.BEFORE + "(.)" + PrintingStub.BEHIND, Pattern.DOTALL);

  static Outcome of(Qemu.Output output) {
    StringBuilder tags = new StringBuilder();
    Matcher matcher = MARKER.matcher(output.text());
    while (matcher.find()) {
      tags.append(matcher.group(1));
    }
    return new Outcome(tags.toString(), output.end(), output.text());
  }

  /** The same as seen from one ROM: its own tags, each once. */
  Outcome only(Set<Character> own) {
    StringBuilder seen = new StringBuilder();
    for (int i = 0; i < tags.length(); i++) {
      char tag = tags.charAt(i);
      if (own.contains(tag) && seen.indexOf(String.valueOf(tag)) < 0) {
        seen.append(tag);
      }
    }
    return new Outcome(seen.toString(), end, log);
  }

  /** Whether the firmware never got past the ROM. */
  boolean hangs() {
    return end == Qemu.End.TIME;
  }

  /** Whether any image ran. */
  boolean ran() {
    return !tags.isEmpty();
  }

  @Override
  public String toString() {
    return switch (end) {
      case TIME -> ran() ? "runs " + tags + " and hangs" : "hangs";
      case REFUSED -> "is not started, for QEMU refuses";
      case ENOUGH -> ran() ? "runs " + tags : "runs nothing";
    };
  }
}
