package io.github.romparser.sign;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * Makes EFI_SIGNATURE_LISTs, which is what db and dbx consist of (UEFI 2.10 §32.4.1): type (offset
 * 0, 16 bytes), length of the list (0x10), of its own header (0x14) and of an entry (0x18, 4 bytes
 * each), then the entries, each an owner (16 bytes) and a digest.
 */
public final class SignatureList {

  /** EFI_CERT_SHA256_GUID. */
  public static final UUID SHA256 = UUID.fromString("c1c41626-504c-4092-aca9-41f936934328");

  /** The owner where none is named, which is what efitools write too. */
  public static final UUID NOBODY = new UUID(0, 0);

  private static final int HEADER = 0x1c;
  private static final int GUID = 16;

  private SignatureList() {}

  /**
   * Makes a list of SHA-256 digests, each once, in the order given.
   *
   * @param owner who will be told to have enrolled them
   * @param digests hex digits in either case, 64 each
   * @return the whole list: a header of 28 bytes, then 48 bytes for each digest
   * @throws IllegalArgumentException if one is not 64 hex digits
   */
  public static byte[] ofSha256(UUID owner, Collection<String> digests) {
    Set<String> once = new LinkedHashSet<>();
    digests.forEach(digest -> once.add(digest.toLowerCase(Locale.ROOT)));
    int entry = GUID + DigestAlgorithm.SHA256.length();
    int length = HEADER + once.size() * entry;
    ByteBuffer list = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    guid(list, SHA256);
    list.putInt(length).putInt(0).putInt(entry);
    for (String digest : once) {
      byte[] bytes = HexFormat.of().parseHex(digest);
      if (bytes.length != DigestAlgorithm.SHA256.length()) {
        throw new IllegalArgumentException("not a SHA-256 digest: " + digest);
      }
      guid(list, owner);
      list.put(bytes);
    }
    return list.array();
  }

  /** A GUID as UEFI keeps it: its first three numbers little-endian (UEFI 2.10, appendix A). */
  private static void guid(ByteBuffer out, UUID guid) {
    long most = guid.getMostSignificantBits();
    out.putInt((int) (most >>> Integer.SIZE)).putShort((short) (most >>> Short.SIZE));
    out.putShort((short) most).order(ByteOrder.BIG_ENDIAN).putLong(guid.getLeastSignificantBits());
    out.order(ByteOrder.LITTLE_ENDIAN);
  }
}
