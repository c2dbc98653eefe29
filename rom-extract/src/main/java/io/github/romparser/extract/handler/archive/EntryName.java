package io.github.romparser.extract.handler.archive;

import io.github.romparser.bytes.Slice;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Names of files as archives hold them: not to be trusted, and only to be shown. */
public final class EntryName {

  /** Longer names are cut before anything is made of them, in bytes. */
  private static final int MOST = 4096;

  private EntryName() {}

  /**
   * {@return a name as text: UTF-8 if it is that, else Latin-1}
   *
   * @param bytes of which the first 4096 count
   */
  public static String of(Slice bytes) {
    byte[] name = bytes.clamp(0, cut(bytes)).toByteArray();
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(name)).toString();
    } catch (CharacterCodingException e) {
      return new String(name, StandardCharsets.ISO_8859_1);
    }
  }

  /** How many bytes are kept: no more than 4096, and no part of a character. */
  private static int cut(Slice bytes) {
    if (bytes.length() <= MOST) {
      return bytes.length();
    }
    int end = MOST;
    // A character of UTF-8 has at most three bytes behind its first, each of them 10xxxxxx.
    while (end > MOST - 4 && (bytes.u8(end) & 0xc0) == 0x80) {
      end--;
    }
    return end;
  }

  /**
   * {@return a name as {@link #of} reads it, up to the first NUL}
   *
   * @param bytes all of which are the name if there is no NUL
   */
  public static String untilNul(Slice bytes) {
    int end = bytes.indexOf("\0", 0);
    return of(end < 0 ? bytes : bytes.slice(0, end));
  }

  /**
   * {@return whether bytes can be a name: not empty, and no control characters}
   *
   * @param bytes of which the first 4096 are looked at, for values below 0x20
   */
  public static boolean plausible(Slice bytes) {
    if (bytes.length() == 0) {
      return false;
    }
    for (int i = 0; i < Math.min(bytes.length(), MOST); i++) {
      if (bytes.u8(i) < ' ') {
        return false;
      }
    }
    return true;
  }
}
