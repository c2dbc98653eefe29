package io.github.romparser.extract.handler.installer;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Decoded;
import io.github.romparser.extract.spi.Trouble;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A file in a chunk that was unpacked.
 *
 * @param name what it is called
 * @param offset where it begins in the chunk
 * @param size how many bytes it has
 * @param hash of its bytes: MD5, SHA-1 or SHA-256
 * @param filter what was done to it before it was packed
 */
record InnoFile(String name, long offset, long size, Slice hash, CallFilter filter) {

  /** A file as it is stored. */
  static InnoFile of(String name, InnoData entry, InnoVersion version) {
    return new InnoFile(
        name,
        entry.offset(),
        entry.size(),
        entry.hash(),
        entry.optimized() ? CallFilter.of(version) : CallFilter.NONE);
  }

  /** Its bytes in the chunk, as far as they are there. */
  Slice in(Slice chunk) {
    return chunk.clamp(Math.min(offset, chunk.length()), size);
  }

  /** Whether its bytes have to be changed back. */
  boolean filtered() {
    return filter != CallFilter.NONE;
  }

  /** Its bytes, changed back and compared with the hash. */
  Decoded restored(Slice stored, Allowance allowance) {
    allowance.take(stored.length());
    allowance.work(stored.length());
    byte[] bytes = stored.toByteArray();
    filter.undo(bytes);
    Slice restored = Slice.of(bytes);
    return stored.length() < size || hashed(restored, allowance)
        ? Decoded.of(restored)
        : Decoded.partly(
            restored, new Trouble(Trouble.Reason.DAMAGED, stored.offset(), complaint()));
  }

  /** What is told if the hash is wrong. */
  String complaint() {
    return name + ": " + algorithm() + " is wrong";
  }

  /** Whether the hash is that of these bytes. */
  boolean hashed(Slice bytes, Allowance allowance) {
    allowance.work(bytes.length());
    try {
      MessageDigest digest = MessageDigest.getInstance(algorithm());
      bytes.update(digest);
      return Slice.of(digest.digest()).sameBytes(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has them", e);
    }
  }

  private String algorithm() {
    return switch (hash.length()) {
      case 16 -> "MD5";
      case 20 -> "SHA-1";
      default -> "SHA-256";
    };
  }
}
