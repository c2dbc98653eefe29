package io.github.romparser.rom.header;

import io.github.romparser.bytes.Slice;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Further device ids that an image is for (PCI Firmware 3.0 §5.1.2): unsigned 16-bit values, ended
 * by 0000. A list may be empty, and it may stand at an odd place (measured on iPXE).
 *
 * @param bytes the ids without their end, two bytes each
 * @param closed whether the end was found within the image and within {@link #MOST} ids
 */
public record DeviceList(Slice bytes, boolean closed) {

  /** The most ids that are read. The longest list seen has 41. */
  public static final int MOST = 1024;

  /**
   * Reads the list at {@code at}.
   *
   * @param image the bytes it has to lie in
   * @param at its place in them, in bytes; may lie outside, which gives an open, empty list
   * @return the ids up to their end, to the end of {@code image}, or the first {@link #MOST}
   */
  public static DeviceList read(Slice image, long at) {
    long end = at;
    int count = 0;
    while (count < MOST && image.has(end, 2) && image.u16(end) != 0) {
      end += 2;
      count++;
    }
    boolean closed = image.has(end, 2) && image.u16(end) == 0;
    return new DeviceList(image.clamp(at, end - at), closed);
  }

  /** {@return the device ids in their order, 16 bits each, without the 0000 at the end} */
  public List<Integer> ids() {
    return IntStream.range(0, bytes.length() / 2).mapToObj(i -> bytes.u16(i * 2L)).toList();
  }
}
