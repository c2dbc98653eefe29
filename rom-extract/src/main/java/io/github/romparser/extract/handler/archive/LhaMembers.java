package io.github.romparser.extract.handler.archive;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.LhaDecompressor.Method;
import io.github.romparser.extract.codec.Crc16;
import io.github.romparser.extract.codec.LhaStream;
import io.github.romparser.extract.codec.Lzss;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Child;
import io.github.romparser.extract.spi.Decoded;
import io.github.romparser.extract.spi.Opened;
import io.github.romparser.extract.spi.Step;
import io.github.romparser.extract.spi.Trouble;
import java.util.Arrays;
import java.util.Optional;

/** Opens files of LHA archives one after the other, wherever a handler finds their headers. */
public final class LhaMembers {

  /** So many files that are wrong are told, the rest is left out. */
  private static final int MOST_TROUBLES = 64;

  /** How all methods begin. */
  private static final String METHODS = "-l";

  private final String format;
  private final Slice container;
  private final Allowance allowance;
  private int troubles;

  /**
   * Prepares.
   *
   * @param format what the files' steps begin with
   * @param container has the archive or the members
   * @param allowance told of the bytes that are looked at, but not of what is decoded later
   */
  public LhaMembers(String format, Slice container, Allowance allowance) {
    this.format = format;
    this.container = container;
    this.allowance = allowance;
  }

  /**
   * The first place at or after {@code from} where a header stands.
   *
   * @param from in bytes from the start of the container
   * @return the place, likewise, or -1
   */
  public long next(long from) {
    long mark = container.indexOf(METHODS, from + LhaMember.METHOD);
    long looked = from;
    while (mark >= 0 && LhaMember.read(container, mark - LhaMember.METHOD).isEmpty()) {
      // What only looks like one costs the reading of its header, and that little by little.
      allowance.work(mark - looked + LhaMember.METHOD);
      looked = mark;
      mark = container.indexOf(METHODS, mark + 1);
    }
    allowance.work((mark < 0 ? container.length() : mark) - looked + 1);
    return mark < 0 ? -1 : mark - LhaMember.METHOD;
  }

  /**
   * Where a file ends. If it would be behind the end of the container, where the next header is:
   * what lies about its size must not hide the others.
   *
   * @param at where its header begins, in bytes from the start of the container
   * @param member what that header says
   * @return the first byte behind it, likewise; the container's end if no header follows either
   */
  public long end(long at, LhaMember member) {
    long content = at + member.header();
    if (container.has(content, member.packed())) {
      return content + member.packed();
    }
    long next = next(content);
    return next < 0 ? container.length() : next;
  }

  /**
   * Opens the file whose header is at a place, and says where it ends.
   *
   * @param at where the header begins, in bytes from the start of the container
   * @param member what that header says
   * @param opened is given the header as structure, the file as a child unless it is a folder,
   *     empty or packed in a way that is not known, and what is wrong
   * @return the end as {@link #end} tells it
   */
  public long open(long at, LhaMember member, Opened.Builder opened) {
    long content = at + member.header();
    long end = end(at, member);
    Slice packed = container.clamp(content, end - content);
    opened.structure(new Range(container.offset() + at, member.header()));
    if (member.method().equals(LhaMember.FOLDER) || member.packed() == 0) {
      return end;
    }
    Step step = Step.file(format, member.name());
    // What is cut off may as well be a size that lies: its bytes are searched besides.
    Range source = packed.length() == member.packed() ? packed.range() : packed.clamp(0, 0).range();
    switch (member.method()) {
      case "-lh0-", "-lz4-" -> {
        allowance.work(packed.length());
        if (packed.length() < member.packed()) {
          trouble(opened, Trouble.Reason.TRUNCATED, packed, member.name());
        } else if (Crc16.of(packed) != member.crc()) {
          trouble(opened, Trouble.Reason.DAMAGED, packed, member.name() + ": CRC-16 is wrong");
        }
        opened.child(Child.stored(step, packed));
      }
      case "-lz5-" ->
          opened.child(
              Child.packed(
                  step,
                  source,
                  a ->
                      checked(
                          Lzss.decode(packed, Lzss.Before.LARC, member.size(), a),
                          member,
                          packed)));
      default -> {
        Optional<Method> method =
            Arrays.stream(Method.values()).filter(m -> m.id().equals(member.method())).findFirst();
        if (method.isEmpty()) {
          opened.structure(packed.range());
          trouble(
              opened,
              Trouble.Reason.UNSUPPORTED,
              packed,
              member.name() + ", method " + member.method());
        } else {
          opened.child(
              Child.packed(
                  step,
                  source,
                  a ->
                      checked(
                          LhaStream.decode(packed, method.get(), member.size(), a),
                          member,
                          packed)));
        }
      }
    }
    return end;
  }

  /** With trouble if the file has none and its sum is another. */
  private static Decoded checked(Decoded decoded, LhaMember member, Slice packed) {
    return decoded.trouble().isPresent() || Crc16.of(decoded.bytes()) == member.crc()
        ? decoded
        : Decoded.partly(
            decoded.bytes(),
            new Trouble(Trouble.Reason.DAMAGED, packed.offset(), "CRC-16 is wrong"));
  }

  private void trouble(Opened.Builder opened, Trouble.Reason reason, Slice where, String detail) {
    if (troubles++ < MOST_TROUBLES) {
      opened.trouble(reason, where.offset(), detail);
    }
  }
}
