package io.github.romparser.extract.handler.archive;

import io.github.romparser.bytes.Slice;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the AES coder of a folder has to know (7-Zip's 7zAes.cpp, SetDecoderProperties2): rounds and
 * whether there are a salt and a vector (offset 0, 1 byte), their lengths (offset 1, 1 byte), both.
 *
 * @param power the power of two of how many rounds make the key
 * @param salt stands before the password
 * @param vector the first block that is mixed in, filled up with zeros
 */
record SevenZipAes(int power, Slice salt, Slice vector) {

  /** The id of the coder: AES-256 in CBC mode, a key by SHA-256. */
  static final String METHOD = "06f10701";

  private static final int POWER = 0x3f;
  private static final int SALTED = 0x80;
  private static final int VECTOR = 0x40;
  private static final int BLOCK = 16;

  /** Reads it; empty if it contradicts itself. */
  static Optional<SevenZipAes> read(Slice properties) {
    if (properties.length() < 1) {
      return Optional.empty();
    }
    int first = properties.u8(0);
    int power = first & POWER;
    if ((first & (SALTED | VECTOR)) == 0) {
      return Optional.of(new SevenZipAes(power, nothing(), nothing()));
    }
    if (properties.length() < 2) {
      return Optional.empty();
    }
    int second = properties.u8(1);
    int salt = (first & SALTED) / SALTED + (second >> 4);
    int vector = (first & VECTOR) / VECTOR + (second & 0x0f);
    return properties.has(2, salt + vector)
        ? Optional.of(
            new SevenZipAes(power, properties.slice(2, salt), properties.slice(2L + salt, vector)))
        : Optional.empty();
  }

  private static Slice nothing() {
    return Slice.of(new byte[0]);
  }

  /** What the key depends on, wherever it stands in the archive. */
  SevenZipAes withoutVector() {
    return new SevenZipAes(power, Slice.of(salt.toByteArray()), nothing());
  }

  /** A stream of the plain bytes. */
  InputStream stream(InputStream in, byte[] key) throws IOException {
    try {
      Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
      byte[] first = new byte[BLOCK];
      byte[] known = vector.toByteArray();
      System.arraycopy(known, 0, first, 0, Math.min(BLOCK, known.length));
      cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(first));
      return new CipherInputStream(in, cipher);
    } catch (GeneralSecurityException e) {
      throw new IOException("AES-256 is not to be had", e);
    }
  }
}
