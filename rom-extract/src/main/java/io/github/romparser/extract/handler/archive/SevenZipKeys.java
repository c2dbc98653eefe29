package io.github.romparser.extract.handler.archive;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Decoded;
import io.github.romparser.extract.spi.Trouble;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The keys of one archive, made of the one password that everybody knows (7-Zip's 7zAes.cpp): the
 * SHA-256 of salt, password and a counter, over and over.
 *
 * <p>How often is a number of the archive that may lie. 7-Zip writes no salt, so those keys are the
 * same for all archives and are made once; keys with a salt may together take no more work than the
 * archive is worth. Which keys are made depends on the order in which they are asked for first,
 * which is that of the header.
 */
final class SevenZipKeys {

  /**
   * The password of the self-extracting programs of Insyde, which stands in each of them in UTF-16
   * (platomav/BIOSUtilities, insyde_ifd_extract.py).
   */
  static final String PASSWORD = "Y`t~i!L@i#t$U%h^s7A*l(f)E-d=y+S_n?i";

  /** 7-Zip writes 19; more rounds than two to the power of this are not done. */
  private static final int MOST_POWER = 20;

  /** The number that says that salt and password are the key themselves. */
  private static final int NO_ROUNDS = 0x3f;

  private static final int KEY = 32;
  private static final int COUNTER = 8;

  /** Rounds that are hashed at one time. */
  private static final int BATCH = 1024;

  /** For each byte of the archive so many may be hashed for keys with a salt. */
  private static final long HASHED_A_BYTE = 64;

  private static final Map<Integer, byte[]> WITHOUT_SALT = new HashMap<>();

  private final Map<SevenZipAes, Boolean> admitted = new HashMap<>();
  private final Map<SevenZipAes, byte[]> keys = new HashMap<>();
  private long left;
  private volatile boolean proved;

  /**
   * The keys of an archive.
   *
   * @param archive its length in bytes
   */
  SevenZipKeys(long archive) {
    this.left = archive * HASHED_A_BYTE;
  }

  /** Whether a key will be made. */
  synchronized boolean admits(SevenZipAes coder) {
    return admitted.computeIfAbsent(coder.withoutVector(), this::worthwhile);
  }

  /** The trouble with what is encrypted with another password. */
  static Trouble unknown(long offset) {
    return new Trouble(Trouble.Reason.PASSWORD, offset, "AES-256");
  }

  /**
   * What decoding an encrypted folder gave, or the word that the password is another one: then the
   * bytes are noise. A header that could be read proves the password for all that follows.
   *
   * @param size bytes of the first file in it
   * @param crc CRC-32 of them
   */
  Decoded judged(SevenZipFolder folder, Decoded decoded, long size, OptionalLong crc, long offset) {
    if (proved || !SevenZipCoders.encrypted(folder)) {
      return decoded;
    }
    Slice bytes = decoded.bytes();
    boolean right =
        crc.isPresent()
            && bytes.has(0, size)
            && Checksums.crc32(bytes.slice(0, size)) == crc.getAsLong();
    boolean likely =
        decoded.trouble().isEmpty() && (crc.isEmpty() || SevenZipCoders.compressed(folder));
    return right || likely ? decoded : Decoded.none(unknown(offset));
  }

  /** The password opened the header. */
  void prove() {
    proved = true;
  }

  private boolean worthwhile(SevenZipAes coder) {
    if (coder.power() == NO_ROUNDS) {
      return true;
    }
    if (coder.power() > MOST_POWER) {
      return false;
    }
    if (coder.salt().length() == 0) {
      return true;
    }
    long hashed = hashed(coder);
    if (hashed > left) {
      return false;
    }
    left -= hashed;
    return true;
  }

  private static long hashed(SevenZipAes coder) {
    long round = coder.salt().length() + PASSWORD.length() * 2L + COUNTER;
    return round << coder.power();
  }

  /**
   * A key; empty if it is not made.
   *
   * @param allowance is told of the work
   */
  synchronized Optional<byte[]> key(SevenZipAes coder, Allowance allowance) {
    if (!admits(coder)) {
      return Optional.empty();
    }
    if (coder.power() == NO_ROUNDS) {
      return Optional.of(ByteBuffer.allocate(KEY).put(seed(coder, KEY)).array());
    }
    if (coder.salt().length() > 0) {
      return Optional.of(
          keys.computeIfAbsent(coder.withoutVector(), spec -> derive(spec, allowance)));
    }
    synchronized (WITHOUT_SALT) {
      return Optional.of(
          WITHOUT_SALT.computeIfAbsent(coder.power(), power -> derive(coder, allowance)));
    }
  }

  private static byte[] seed(SevenZipAes coder, int most) {
    byte[] password = PASSWORD.getBytes(StandardCharsets.UTF_16LE);
    byte[] salt = coder.salt().toByteArray();
    byte[] seed =
        ByteBuffer.allocate(salt.length + password.length).put(salt).put(password).array();
    return Slice.of(seed).clamp(0, most).toByteArray();
  }

  private static byte[] derive(SevenZipAes coder, Allowance allowance) {
    allowance.work(hashed(coder));
    MessageDigest digest = sha256();
    byte[] seed = seed(coder, Integer.MAX_VALUE);
    long rounds = 1L << coder.power();
    int batch = (int) Math.min(BATCH, rounds);
    ByteBuffer buffer =
        ByteBuffer.allocate(batch * (seed.length + COUNTER)).order(ByteOrder.LITTLE_ENDIAN);
    for (long round = 0; round < rounds; round += batch) {
      buffer.clear();
      for (long i = round; i < round + batch; i++) {
        buffer.put(seed).putLong(i);
      }
      digest.update(buffer.array());
    }
    return digest.digest();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
