package io.github.romparser.extract.codec;

import io.github.romparser.bytes.Slice;
import java.io.ByteArrayInputStream;

/** A slice as a stream, for libraries that read streams. Nothing is copied. */
public final class SliceStream extends ByteArrayInputStream {

  private SliceStream(byte[] array, int from, int length) {
    super(array, from, length);
  }

  /** From the first byte of a slice to its last. */
  public static SliceStream of(Slice bytes) {
    return bytes.within((array, from, to) -> new SliceStream(array, from, to - from));
  }

  /** How many bytes were not read yet. */
  public int left() {
    return available();
  }
}
