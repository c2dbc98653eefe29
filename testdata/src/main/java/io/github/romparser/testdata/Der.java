package io.github.romparser.testdata;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes DER (X.690): elements of tag, length and content. */
public final class Der {
  private static final DateTimeFormatter UTC_TIME =
      DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter GENERALIZED_TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Der() {}

  /** An element of any tag, such as 0xA0 for one with an explicit tag of its own. */
  public static byte[] tag(int tag, byte[]... parts) {
    byte[] content = join(parts);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    if (content.length < 0x80) {
      out.write(content.length);
    } else {
      byte[] length = BigInteger.valueOf(content.length).toByteArray();
      int skip = length[0] == 0 ? 1 : 0;
      out.write(0x80 | (length.length - skip));
      out.write(length, skip, length.length - skip);
    }
    out.writeBytes(content);
    return out.toByteArray();
  }

  /** A SEQUENCE. */
  public static byte[] sequence(byte[]... parts) {
    return tag(0x30, parts);
  }

  /** A SET, whose elements have to be given in the order of DER. */
  public static byte[] set(byte[]... parts) {
    return tag(0x31, parts);
  }

  /** An INTEGER. */
  public static byte[] integer(BigInteger value) {
    return tag(0x02, value.toByteArray());
  }

  /** An OCTET STRING. */
  public static byte[] octets(byte[]... parts) {
    return tag(0x04, parts);
  }

  /** A BIT STRING of whole bytes. */
  public static byte[] bits(byte[]... parts) {
    return tag(0x03, new byte[1], join(parts));
  }

  /** NULL. */
  public static byte[] none() {
    return tag(0x05);
  }

  /** A UTF8String. */
  public static byte[] utf8(String text) {
    return tag(0x0C, text.getBytes(StandardCharsets.UTF_8));
  }

  /** A UTCTime. */
  public static byte[] utcTime(Instant time) {
    return tag(0x17, UTC_TIME.format(time).getBytes(StandardCharsets.US_ASCII));
  }

  /** A GeneralizedTime. */
  public static byte[] generalizedTime(Instant time) {
    return tag(0x18, GENERALIZED_TIME.format(time).getBytes(StandardCharsets.US_ASCII));
  }

  /** An OBJECT IDENTIFIER, written with dots. */
  public static byte[] oid(String dotted) {
    String[] arcs = dotted.split("\\.", -1);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    arc(out, Integer.parseInt(arcs[0]) * 40 + Integer.parseInt(arcs[1]));
    for (int i = 2; i < arcs.length; i++) {
      arc(out, Integer.parseInt(arcs[i]));
    }
    return tag(0x06, out.toByteArray());
  }

  /** Pieces one behind the other. */
  public static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  /** Seven bits a byte, the most significant first; all but the last have the high bit. */
  private static void arc(ByteArrayOutputStream out, int value) {
    for (int shift = 28; shift > 0; shift -= 7) {
      if (value >>> shift != 0) {
        out.write(0x80 | (value >>> shift & 0x7F));
      }
    }
    out.write(value & 0x7F);
  }
}
