package io.github.romparser.acpi;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Replies of the Linux module acpi_call, read from {@code /proc/acpi/call}: a Buffer is {@code
 * {0x55, 0xaa}}. The module has a buffer of 256 characters; what does not fit into it is cut off,
 * and the closing brace is missing then (nix-community/acpi_call, acpi_call.c:
 * acpi_result_to_string). Calls that were logged between them say where the replies belong.
 */
final class AcpiCallText {

  private static final String ERROR = "Error: ";

  private final TextBytes text;
  private final List<DumpReply> replies = new ArrayList<>();
  private final ReplyErrors errors = new ReplyErrors();
  private OptionalLong place = OptionalLong.empty();

  private AcpiCallText(TextBytes text) {
    this.text = text;
  }

  /** Whether a line begins with a reply that has bytes, or has an error in place of one. */
  static boolean begins(TextBytes text, int from, int to) {
    byte[] array = text.array();
    for (int at = from; at < to; ) {
      int end = Math.min(to, text.lineEnd(at));
      int first = TextBytes.skipBlanks(array, at, end);
      int second = TextBytes.skipBlanks(array, first + 1, end);
      boolean bytes =
          first < end
              && array[first] == '{'
              && (Digits.isPrefixed(array, second, end) || second == end || array[second] == '}');
      if (bytes || text.at(first, end, ERROR + "AE_")) {
        return true;
      }
      at = end + 1;
    }
    return false;
  }

  static DumpText parse(TextBytes text) {
    AcpiCallText log = new AcpiCallText(text);
    log.read();
    return new DumpText.Replies(DumpFormat.ACPI_CALL, log.replies, log.errors.codes());
  }

  private void read() {
    ByteItems items = new ByteItems(text);
    int room = ByteBag.MOST;
    int line = -1;
    for (int at = text.from(); at < text.to(); ) {
      if (at > line) {
        line = text.lineEnd(at);
      }
      int brace = text.indexOf("{", at, line);
      head(at, brace < 0 ? line : brace);
      if (brace < 0) {
        at = line + 1;
        continue;
      }
      ByteBag bag = new ByteBag(room);
      at = items.read(brace + 1, bag);
      room -= bag.size();
      if (replies.size() < DumpReply.MOST) {
        replies.add(new DumpReply(place, bag.slice(), !items.closed()));
      }
      place = OptionalLong.empty();
    }
  }

  /** What stands in front of a reply, or in its place. */
  private void head(int from, int end) {
    OptionalLong asked = RomRequest.offset(text, from, end);
    if (asked.isPresent()) {
      place = asked;
    }
    int error = text.indexOf(ERROR, from, end);
    if (error >= 0) {
      errors.add(text, error + ERROR.length(), end);
      place = OptionalLong.empty();
    }
  }
}
