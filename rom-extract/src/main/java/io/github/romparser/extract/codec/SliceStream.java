package io.github.romparser.extract.codec;

import io.github.romparser.bytes.Slice;
import java.io.ByteArrayInputStream;

/** A slice as a stream, for libraries that read streams. Nothing is copied. */
public final class SliceStream extends ByteArrayInputStream {

  private SliceStream(byte[] array, int from, int length) {
    super(array, from, length);
  }

  /**
   * {@return a stream from the first byte of a slice to its last}
   *
   * @param bytes what it gives
   */
  public static SliceStream of(Slice bytes) {
    return bytes.within((array, from, to) -> new SliceStream(array, from, to - from));
  }

  /** {@return how many bytes were not read yet} */
  public int left() {
    return available();
  }
}
