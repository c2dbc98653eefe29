package io.github.romparser.extract.codec;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Decoded;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Shrink and implode, methods 1 and 6 of ZIP files (PKWARE APPNOTE 5.1 and 5.3). commons-compress
 * gives its decoders for them only with a ZIP file around, so one with a single entry is made.
 */
public final class OldZip {

  /** Number of the method shrink. */
  public static final int SHRINK = 1;

  /** Number of the method implode. */
  public static final int IMPLODE = 6;

  private static final int LOCAL = 0x0403_4b50;
  private static final int CENTRAL = 0x0201_4b50;
  private static final int END = 0x0605_4b50;
  private static final int VERSION = 20;
  private static final String NAME = "x";

  /** Lengths of the three headers, in bytes, with the name where there is one. */
  private static final int LOCAL_LENGTH = 30 + 1;

  private static final int CENTRAL_LENGTH = 46 + 1;
  private static final int END_LENGTH = 22;

  private OldZip() {}

  /**
   * Decodes the data of one entry.
   *
   * @param packed the entry's data, without its local header
   * @param method {@link #SHRINK} or {@link #IMPLODE}
   * @param flags the entry's flags; implode has its window and its number of trees there
   * @param size how many bytes there should be
   * @param allowance limits the output, and is asked beforehand for a copy of the input
   * @return all bytes, or as many as can be had, with the trouble; up to 64 KiB in front of where
   *     it fails are lost
   */
  public static Decoded decode(
      Slice packed, int method, int flags, long size, Allowance allowance) {
    int length = LOCAL_LENGTH + packed.length() + CENTRAL_LENGTH + END_LENGTH;
    allowance.take(length);
    Slice file = Slice.of(file(packed, method, flags, size, length));
    return LibraryDecoder.decode(() -> entry(file), size, packed.offset(), allowance);
  }

  private static InputStream entry(Slice file) throws IOException {
    ZipFile zip = ZipFile.builder().setSeekableByteChannel(SliceChannel.of(file)).get();
    ZipArchiveEntry entry = zip.getEntry(NAME);
    return zip.getInputStream(entry);
  }

  private static byte[] file(Slice packed, int method, int flags, long size, int length) {
    ByteBuffer out = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(LOCAL);
    shared(out, packed.length(), method, flags, size);
    out.put((byte) NAME.charAt(0));
    packed.within((array, from, to) -> out.put(array, from, to - from));
    int central = out.position();
    out.putInt(CENTRAL).putShort((short) VERSION);
    shared(out, packed.length(), method, flags, size);
    // Comment, disk, attributes, and where the local header is: all zero.
    out.position(out.position() + 14);
    out.put((byte) NAME.charAt(0));
    out.putInt(END).putInt(0).putShort((short) 1).putShort((short) 1);
    out.putInt(CENTRAL_LENGTH).putInt(central).putShort((short) 0);
    return out.array();
  }

  /** What local and central header have in common, from the version to the lengths of the texts. */
  private static void shared(ByteBuffer out, int packed, int method, int flags, long size) {
    out.putShort((short) VERSION).putShort((short) flags).putShort((short) method);
    out.putInt(0).putInt(0);
    out.putInt(packed).putInt((int) Math.min(size, Integer.MAX_VALUE));
    out.putShort((short) NAME.length()).putShort((short) 0);
  }
}
