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
    Slice cut = bytes.clamp(0, MOST);
    byte[] name = cut.toByteArray();
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(name)).toString();
    } catch (CharacterCodingException e) {
      return new String(name, StandardCharsets.ISO_8859_1);
    }
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
