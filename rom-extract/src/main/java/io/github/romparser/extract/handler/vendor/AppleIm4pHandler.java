package io.github.romparser.extract.handler.vendor;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Child;
import io.github.romparser.extract.spi.FormatInfo;
import io.github.romparser.extract.spi.Found;
import io.github.romparser.extract.spi.Handler;
import io.github.romparser.extract.spi.Magic;
import io.github.romparser.extract.spi.Opened;
import io.github.romparser.extract.spi.Step;
import io.github.romparser.extract.spi.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * IMG4 payloads of Apple, in which the firmware of Macs with a T2 chip is: a DER sequence of the
 * text {@code IM4P}, four letters of a type, a description, and the bytes (BIOSUtilities,
 * apple_efi_im4p.py; The iPhone Wiki, IMG4 File Format).
 */
public final class AppleIm4pHandler implements Handler {

  private static final FormatInfo INFO =
      new FormatInfo(
          "apple-im4p",
          "IMG4 payload",
          "Apple",
          "payloads of all types that are not compressed; firmware of Macs (mefi) with its"
              + " _MEFIBIN header",
          "payloads that are encrypted or packed with LZFSE or LZSS are searched as they stand; DER"
              + " lengths of more than four bytes",
          FormatInfo.Proof.SYNTHETIC,
          List.of("BIOSUtilities, apple_efi_im4p.py", "ITU-T X.690"));

  private static final String MAGIC = "IM4P";

  /** In front of the firmware of Macs stand these letters and as many bytes as make 256. */
  private static final String FIRMWARE = "_MEFIBIN";

  private static final int FIRMWARE_HEADER = 0x100;

  // Tags of X.690, section 8.
  private static final int SEQUENCE = 0x30;
  private static final int IA5_STRING = 0x16;
  private static final int OCTET_STRING = 0x04;

  /** A tag, and a length of one byte. */
  private static final int SHORT = 2;

  private static final int LONG_FORM = 0x80;
  private static final int MOST_LENGTH_BYTES = 4;

  /** Called by the {@link java.util.ServiceLoader}. */
  public AppleIm4pHandler() {}

  @Override
  public FormatInfo info() {
    return INFO;
  }

  @Override
  public List<Magic> magics() {
    List<Magic> magics = new ArrayList<>();
    // In front of the text are its own tag and length, and those of the sequence.
    for (int bytes = 0; bytes <= MOST_LENGTH_BYTES; bytes++) {
      magics.add(Magic.text(MAGIC, SHORT + SHORT + bytes));
    }
    return magics;
  }

  /**
   * A DER value.
   *
   * @param tag its tag
   * @param start where its content begins
   * @param length of the content as it is told
   */
  private record Value(int tag, long start, long length) {
    long end() {
      return start + length;
    }
  }

  private static Optional<Value> value(Slice bytes, long at) {
    if (!bytes.has(at, SHORT)) {
      return Optional.empty();
    }
    int first = bytes.u8(at + 1);
    if (first < LONG_FORM) {
      return Optional.of(new Value(bytes.u8(at), at + SHORT, first));
    }
    int count = first - LONG_FORM;
    if (count == 0 || count > MOST_LENGTH_BYTES || !bytes.has(at + SHORT, count)) {
      return Optional.empty();
    }
    long length = 0;
    for (int i = 0; i < count; i++) {
      length = length << Byte.SIZE | bytes.u8(at + SHORT + i);
    }
    return Optional.of(new Value(bytes.u8(at), at + SHORT + count, length));
  }

  /**
   * What is in a payload.
   *
   * @param end behind the sequence
   * @param type four letters
   * @param bytes the payload's own
   */
  private record Payload(long end, String type, Value bytes) {}

  private static Optional<Payload> read(Slice area, long start) {
    Optional<Value> sequence = value(area, start).filter(v -> v.tag() == SEQUENCE);
    Optional<Value> magic =
        sequence
            .flatMap(v -> value(area, v.start()))
            .filter(v -> v.tag() == IA5_STRING && v.length() == MAGIC.length())
            .filter(v -> area.startsWith(v.start(), MAGIC));
    Optional<Value> type =
        magic
            .flatMap(v -> value(area, v.end()))
            .filter(v -> v.tag() == IA5_STRING && v.length() == MAGIC.length())
            .filter(v -> area.has(v.start(), v.length()));
    Optional<Value> bytes =
        type.flatMap(v -> value(area, v.end()))
            .filter(v -> v.tag() == IA5_STRING)
            .flatMap(v -> value(area, v.end()))
            .filter(v -> v.tag() == OCTET_STRING && v.length() > 0);
    return bytes.map(
        v ->
            new Payload(
                Math.max(sequence.orElseThrow().end(), v.end()),
                area.ascii(type.orElseThrow().start(), MAGIC.length()),
                v));
  }

  @Override
  public Optional<Found> probe(Slice area, long start, Allowance allowance) {
    return read(area, start).map(p -> Found.upTo(Math.min(area.length(), p.end())));
  }

  @Override
  public Opened open(Slice container, Allowance allowance) {
    Opened.Builder opened = Opened.builder();
    read(container, 0)
        .ifPresent(
            payload -> {
              Value value = payload.bytes();
              Slice bytes = container.clamp(value.start(), value.length());
              opened.structure(container.clamp(0, value.start()).range());
              if (bytes.length() < value.length()) {
                opened.trouble(Trouble.Reason.TRUNCATED, bytes.offset(), payload.type());
              }
              if (bytes.startsWith(0, FIRMWARE)) {
                opened.structure(bytes.clamp(0, FIRMWARE_HEADER).range());
                bytes = bytes.from(FIRMWARE_HEADER);
              }
              opened.child(Child.stored(Step.file(INFO.id(), payload.type()), bytes));
            });
    return opened.build();
  }
}
