package io.github.romparser.sign;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.finding.Argument;
import io.github.romparser.finding.Finding;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.finding.Phrase;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads event logs. An event has a register (offset 0) and a type (4, 4 bytes each), its digests,
 * the length of its data (4 bytes) and the data. In the first form the digest is 20 bytes of SHA-1;
 * in the other there are their count (4 bytes) and, for each, an algorithm (2 bytes) and so many
 * bytes as the head of the log says.
 */
final class TpmLogReader {

  private static final String SPEC_ID = "Spec ID Event03\0";

  /** Offsets within the Spec ID event: number of algorithms, and the first of them. */
  private static final int COUNT = 0x18;

  private static final int FIRST = 0x1c;

  /** Real logs have below five algorithms. */
  private static final int MOST_ALGORITHMS = 16;

  /** Register and type. */
  private static final int HEAD = 8;

  private final Slice log;
  private final Map<Integer, Integer> lengths = new LinkedHashMap<>();
  private final List<TpmEvent> events = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private boolean cryptoAgile;
  private long at;

  TpmLogReader(Slice log) {
    this.log = log;
  }

  TpmEventLog read() {
    lengths.put(DigestAlgorithm.SHA1.tpmId(), DigestAlgorithm.SHA1.length());
    if (log.startsWith(HEAD + DigestAlgorithm.SHA1.length() + 4, SPEC_ID)) {
      head();
    }
    long end = padding();
    while (findings.isEmpty() && at < end) {
      if (events.size() == TpmEventLog.MOST_EVENTS) {
        broken(Phrase.LOG_TOO_LONG);
      } else {
        event();
      }
    }
    return new TpmEventLog(cryptoAgile, List.copyOf(lengths.keySet()), events, findings);
  }

  /** Where the padding begins that firmware may leave behind the events. */
  private long padding() {
    long end = log.length();
    int fill = end == 0 ? -1 : log.u8(end - 1);
    if (fill == 0 || fill == 0xff) {
      while (end > 0 && log.u8(end - 1) == fill) {
        end--;
      }
    }
    return end;
  }

  private void head() {
    long data = HEAD + 4L + DigestAlgorithm.SHA1.length();
    Slice head = log.clamp(data, log.u32(data - 4));
    long count = head.has(COUNT, 4) ? head.u32(COUNT) : 0;
    if (count < 1 || count > MOST_ALGORITHMS || !head.has(FIRST, count * 4)) {
      broken(Phrase.LOG_HEAD);
      return;
    }
    lengths.clear();
    for (int i = 0; i < count; i++) {
      int length = head.u16(FIRST + i * 4L + 2);
      int id = head.u16(FIRST + i * 4L);
      if (DigestAlgorithm.ofTpm(id).filter(a -> a.length() != length).isPresent()) {
        broken(Phrase.LOG_HEAD);
        return;
      }
      lengths.put(id, length);
    }
    cryptoAgile = true;
    at = data + head.length();
  }

  private void event() {
    long from = at;
    long next = from + HEAD;
    Map<DigestAlgorithm, String> digests = new EnumMap<>(DigestAlgorithm.class);
    long count = 1;
    if (cryptoAgile) {
      count = log.has(next, 4) ? log.u32(next) : 0;
      next += 4;
    }
    if (count > lengths.size()) {
      broken(Phrase.LOG_DIGESTS);
      return;
    }
    for (int i = 0; i < count; i++) {
      int id = DigestAlgorithm.SHA1.tpmId();
      if (cryptoAgile) {
        id = log.has(next, 2) ? log.u16(next) : -1;
        next += 2;
      }
      int length = lengths.getOrDefault(id, -1);
      if (length < 0 || !log.has(next, length)) {
        broken(log.has(next, 0) && length < 0 ? Phrase.LOG_DIGESTS : Phrase.LOG_CUT);
        return;
      }
      String digest = HexFormat.of().formatHex(log.slice(next, length).toByteArray());
      DigestAlgorithm.ofTpm(id).ifPresent(algorithm -> digests.put(algorithm, digest));
      next += length;
    }
    if (!log.has(next, 4) || !log.has(next + 4, log.u32(next))) {
      broken(Phrase.LOG_CUT);
      return;
    }
    Slice data = log.slice(next + 4, log.u32(next));
    at = next + 4 + data.length();
    events.add(
        new TpmEvent(
            events.size(),
            new Range(log.offset() + from, at - from),
            log.u32(from),
            log.u32(from + 4),
            digests,
            data));
  }

  private void broken(Phrase why) {
    findings.add(
        Finding.of(
            FindingCode.LOG_BROKEN,
            Range.between(log.offset() + at, log.end()),
            new Argument.Offset(log.offset() + at),
            new Argument.Says(why)));
  }
}
