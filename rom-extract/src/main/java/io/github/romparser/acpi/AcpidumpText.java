package io.github.romparser.acpi;

import java.util.ArrayList;
import java.util.List;

/**
 * ACPI tables as acpidump writes them: a line such as {@code SSDT @ 0x0000000000000000}, then rows
 * of 16 bytes.
 */
final class AcpidumpText {

  private static final String MARK = " @ 0x";

  private final TextBytes text;
  private final HexRow row;
  private final List<AcpiTable> tables = new ArrayList<>();
  private ByteBag bag = new ByteBag(0);
  private int room = ByteBag.MOST;
  private boolean reading;

  private AcpidumpText(TextBytes text) {
    this.text = text;
    this.row = new HexRow(text.array());
  }

  static boolean begins(TextBytes text, int from, int to) {
    for (int at = text.indexOf(MARK, from, to); at >= 0; at = text.indexOf(MARK, at + 1, to)) {
      int line = at;
      while (line > from && !TextBytes.isLineEnd(text.array()[line - 1])) {
        line--;
        if (at - line > AcpiexecText.LONGEST_NAME) {
          break;
        }
      }
      if (isTitle(text, line, to)) {
        return true;
      }
    }
    return false;
  }

  /** A signature of four characters, then the mark. */
  private static boolean isTitle(TextBytes text, int from, int to) {
    int start = TextBytes.skipBlanks(text.array(), from, to);
    return text.at(start + 4, to, MARK);
  }

  static DumpText parse(TextBytes text) {
    AcpidumpText dump = new AcpidumpText(text);
    for (int at = text.from(); at < text.to(); ) {
      int end = text.lineEnd(at);
      dump.line(at, end);
      at = end + 1;
    }
    dump.finish();
    return new DumpText.Tables(dump.tables);
  }

  private void line(int from, int end) {
    if (isTitle(text, from, end)) {
      finish();
      bag = new ByteBag((int) Math.min(room, AcpiTable.MOST));
      reading = tables.size() < AcpiTables.MOST;
    } else if (reading && row.begin(from, end)) {
      // Behind a missing row nothing has its place: the table is cut there.
      reading = row.offset(16) == bag.size();
      if (reading) {
        row.groups(bag);
      }
    }
  }

  private void finish() {
    room -= bag.size();
    AcpiTable.read(bag.slice()).ifPresent(tables::add);
    bag = new ByteBag(0);
    reading = false;
  }
}
