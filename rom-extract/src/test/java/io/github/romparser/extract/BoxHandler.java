package io.github.romparser.extract;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.codec.BoundedOutput;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Child;
import io.github.romparser.extract.spi.Decoded;
import io.github.romparser.extract.spi.FormatInfo;
import io.github.romparser.extract.spi.Found;
import io.github.romparser.extract.spi.Handler;
import io.github.romparser.extract.spi.Magic;
import io.github.romparser.extract.spi.Opened;
import io.github.romparser.extract.spi.Step;
import io.github.romparser.extract.spi.Trouble;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/**
 * A made-up container: "%BOX", length of all, kind, and the content. Kinds: s stored, x every byte
 * turned around, r runs of one byte, f a handler that fails, l an endless loop of work.
 */
final class BoxHandler implements Handler {

  private static final int HEAD = 9;

  static byte[] box(char kind, byte[] content) {
    return ByteBuffer.allocate(HEAD + content.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("%BOX".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
        .putInt(HEAD + content.length)
        .put((byte) kind)
        .put(kind == 'x' ? turned(content) : content)
        .array();
  }

  /** A box of runs: pairs of a count, four bytes, and the byte. */
  static byte[] runs(long... pairs) {
    ByteBuffer content = ByteBuffer.allocate(pairs.length / 2 * 5).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < pairs.length; i += 2) {
      content.putInt((int) pairs[i]).put((byte) pairs[i + 1]);
    }
    return box('r', content.array());
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] turned(byte[] bytes) {
    byte[] turned = bytes.clone();
    for (int i = 0; i < turned.length; i++) {
      turned[i] ^= (byte) (0x5a + 7 * i);
    }
    return turned;
  }

  @Override
  public FormatInfo info() {
    return new FormatInfo(
        "box", "box", "tests", "all", "", FormatInfo.Proof.SYNTHETIC, List.of("this file"));
  }

  @Override
  public List<Magic> magics() {
    return List.of(Magic.text("%BOX"));
  }

  @Override
  public Optional<Found> probe(Slice area, long start, Allowance allowance) {
    if (!area.has(start, HEAD) || area.u32(start + 4) < HEAD || area.u8(start + 8) == 'p') {
      if (area.has(start, HEAD) && area.u8(start + 8) == 'p') {
        throw new IllegalStateException("probe");
      }
      return Optional.empty();
    }
    long end = start + area.u32(start + 4);
    return end <= area.length()
        ? Optional.of(Found.upTo(end, Step.element("box")))
        : Optional.empty();
  }

  @Override
  public Opened open(Slice box, Allowance allowance) {
    Slice content = box.from(HEAD);
    Range head = new Range(box.offset(), HEAD);
    Opened.Builder opened = Opened.builder().structure(head);
    return switch ((char) box.u8(8)) {
      case 's' -> opened.child(Child.stored(Step.within("stored"), content)).build();
      case 'x' ->
          opened
              .child(
                  Child.packed(
                      Step.within("turned"),
                      content.range(),
                      a -> {
                        a.take(content.length());
                        return Decoded.of(Slice.of(turned(content.toByteArray())));
                      }))
              .build();
      case 'r' ->
          opened
              .child(Child.packed(Step.within("runs"), content.range(), a -> unrun(content, a)))
              .build();
      case 'f' -> throw new IllegalStateException("open");
      case 'l' -> {
        while (true) {
          allowance.work(1 << 20);
        }
      }
      case 'e' -> {
        StackOverflowError deep = new StackOverflowError();
        throw deep;
      }
      default -> opened.trouble(Trouble.Reason.UNSUPPORTED, box.offset() + 8, "kind").build();
    };
  }

  private static Decoded unrun(Slice content, Allowance allowance) {
    BoundedOutput out = new BoundedOutput(allowance);
    for (int at = 0; content.has(at, 5); at += 5) {
      byte[] piece = new byte[1 << 16];
      java.util.Arrays.fill(piece, (byte) content.u8(at + 4));
      for (long left = content.u32(at); left > 0; left -= piece.length) {
        out.write(piece, 0, (int) Math.min(left, piece.length));
      }
    }
    return content.length() % 5 == 0
        ? Decoded.of(out.toSlice())
        : Decoded.partly(
            out.toSlice(), new Trouble(Trouble.Reason.TRUNCATED, content.end(), "half a run"));
  }
}
