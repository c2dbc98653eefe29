package io.github.romparser.acpi;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Hex dumps as xxd, {@code hexdump -C}, hexdump, od, PowerShell's Format-Hex and certutil write
 * them. Offsets count: where one jumps, a new piece begins; a line with {@code *} stands for more
 * rows like the last.
 */
final class HexDumpText {

  /** So many lines are looked at for the first rows, which stand behind a prompt or a title. */
  private static final int FIRST_LINES = 64;

  /** The bases that offsets are written in: od's default is octal, {@code od -A d} decimal. */
  private static final int[] BASES = {16, 8, 10};

  private final TextBytes text;
  private final HexRow row;
  private final int base;
  private final List<DumpReply> pieces = new ArrayList<>();
  private ByteBag bag;
  private int room = ByteBag.MOST;
  private long start = -1;
  private int lastRow;
  private int group = 1;
  private boolean repeated;

  private HexDumpText(TextBytes text, int base) {
    this.text = text;
    this.row = new HexRow(text.array());
    this.base = base;
    this.bag = new ByteBag(room);
  }

  /** Whether the first rows follow on each other, or there is one row, at offset 0. */
  static boolean begins(TextBytes text, int from, int to) {
    return base(text, from, to) != 0;
  }

  static DumpText parse(TextBytes text) {
    HexDumpText dump = new HexDumpText(text, base(text, text.from(), text.to()));
    dump.read();
    return new DumpText.Replies(DumpFormat.HEX_DUMP, dump.placed(), List.of());
  }

  /** The base of the offsets; 0 if there are no two rows of which one follows on the other. */
  private static int base(TextBytes text, int from, int to) {
    HexRow row = new HexRow(text.array());
    long[] expected = {-1, -1, -1};
    boolean one = false;
    int lines = 0;
    for (int at = from; at < to && lines < FIRST_LINES; lines++) {
      int end = Math.min(to, text.lineEnd(at));
      ByteBag bytes = new ByteBag(1024);
      int count = row.begin(at, end) ? row.groups(bytes) : 0;
      for (int i = 0; i < BASES.length && count > 0; i++) {
        long offset = row.offset(BASES[i]);
        if (offset >= 0 && offset == expected[i]) {
          return BASES[i];
        }
        expected[i] = offset < 0 ? -1 : offset + count;
      }
      one = one || (count > 1 && row.offset(16) == 0);
      at = end + 1;
    }
    return one ? 16 : 0;
  }

  private void read() {
    for (int at = text.from(); at < text.to(); ) {
      int end = text.lineEnd(at);
      line(at, end);
      at = end + 1;
    }
    finish();
  }

  private void line(int from, int end) {
    int first = TextBytes.skipBlanks(text.array(), from, end);
    if (first < end && text.array()[first] == '*') {
      repeated = start >= 0;
      return;
    }
    if (!row.begin(from, end)) {
      return;
    }
    long offset = row.offset(base);
    if (offset < 0) {
      return;
    }
    long next = start + bag.size();
    if (start < 0 || offset < next) {
      begin(offset);
    } else if (offset > next) {
      if (repeated && bag.size() > 0 && offset - next <= RomChunks.MOST) {
        bag.repeat(lastRow, offset - next);
      } else {
        begin(offset);
      }
    }
    repeated = false;
    int before = bag.size();
    if (row.groups(bag) > 0) {
      lastRow = before;
      group = pieces.isEmpty() && before == 0 ? row.group() : group;
    }
  }

  private void begin(long offset) {
    finish();
    start = offset;
  }

  private void finish() {
    if (bag.size() > 0 && pieces.size() < DumpReply.MOST) {
      if (swapped()) {
        bag.reverseGroups(group);
      }
      room -= bag.size();
      pieces.add(new DumpReply(OptionalLong.of(start), bag.slice(), false));
    }
    bag = new ByteBag(room);
    lastRow = 0;
  }

  /** Whether the words have their bytes the other way round, as {@code xxd -e} writes them. */
  private boolean swapped() {
    return group > 1
        && bag.size() >= group
        && bag.get(group - 1) == 0x55
        && bag.get(group - 2) == 0xaa
        && !(bag.get(0) == 0x55 && bag.get(1) == 0xaa);
  }

  /** Where offsets begin anew, several dumps stand one behind the other. */
  private List<DumpReply> placed() {
    long end = 0;
    for (DumpReply piece : pieces) {
      if (piece.offset().orElse(0) < end) {
        return pieces.stream()
            .map(p -> new DumpReply(OptionalLong.empty(), p.bytes(), false))
            .toList();
      }
      end = piece.offset().orElse(0) + piece.bytes().length();
    }
    return pieces;
  }
}
