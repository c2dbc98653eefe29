package io.github.romparser.acpi;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * What ACPICA's acpiexec prints for a Buffer: {@code [Buffer] Length 1000 =}, the length in hex,
 * then rows. In front of it may stand {@code evaluate PATH OFFSET LENGTH}, where the commands came
 * from standard input.
 */
final class AcpiexecText {

  static final String MARK = "[Buffer] Length ";

  /** Longer words are no names. */
  static final int LONGEST_NAME = 64;

  private static final String FAILED = "failed with status ";

  private final TextBytes text;
  private final HexRow row;
  private final List<DumpReply> replies = new ArrayList<>();
  private final ReplyErrors errors = new ReplyErrors();
  private int room = ByteBag.MOST;
  private ByteBag bag = new ByteBag(0);
  private long length;
  private OptionalLong place = OptionalLong.empty();
  private boolean reading;

  private AcpiexecText(TextBytes text) {
    this.text = text;
    this.row = new HexRow(text.array());
  }

  static DumpText parse(TextBytes text) {
    AcpiexecText output = new AcpiexecText(text);
    for (int at = text.from(); at < text.to(); ) {
      int end = text.lineEnd(at);
      output.line(at, end);
      at = end + 1;
    }
    output.finish();
    return new DumpText.Replies(DumpFormat.ACPIEXEC, output.replies, output.errors.codes());
  }

  private void line(int from, int end) {
    int first = TextBytes.skipBlanks(text.array(), from, end);
    if (first == end) {
      return;
    }
    if (text.at(first, end, MARK)) {
      finish();
      begin(first + MARK.length(), end);
    } else if (reading && row.begin(first, end)) {
      row();
    } else if (text.at(first, end, "- evaluate ") || text.at(first, end, "evaluate ")) {
      finish();
      place = RomRequest.offset(text, first, end);
    } else {
      int failed = text.indexOf(FAILED, first, end);
      if (failed >= 0) {
        place = OptionalLong.empty();
        errors.add(text, failed + FAILED.length(), end);
      }
    }
  }

  private void begin(int from, int end) {
    int digits = Digits.endOfHex(text.array(), from, end);
    length = Digits.value(text.array(), from, digits, 16);
    reading = length >= 0;
    bag = new ByteBag((int) Math.min(room, Math.max(0, length)));
    int equals = TextBytes.skipBlanks(text.array(), digits, end);
    if (reading && equals < end && text.array()[equals] == '=' && row.begin(equals + 1, end)) {
      row();
    }
  }

  private void row() {
    reading = row.offset(16) == bag.size() && row.groups(bag) > 0;
  }

  private void finish() {
    // Other buffers than a ROM's are evaluated too; an empty one is a reply all the same.
    if (replies.size() < DumpReply.MOST && length >= 0 && (reading || bag.size() > 0)) {
      replies.add(new DumpReply(place, bag.slice(), bag.size() < length));
      place = OptionalLong.empty();
      room -= bag.size();
    }
    bag = new ByteBag(0);
    length = -1;
    reading = false;
  }
}
