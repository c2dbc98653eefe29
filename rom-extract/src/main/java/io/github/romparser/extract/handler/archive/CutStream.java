package io.github.romparser.extract.handler.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that ends after so many bytes. */
final class CutStream extends FilterInputStream {

  private long left;

  CutStream(InputStream in, long length) {
    super(in);
    this.left = length;
  }

  @Override
  public int read() throws IOException {
    if (left <= 0) {
      return -1;
    }
    int next = super.read();
    left -= next < 0 ? left : 1;
    return next;
  }

  @Override
  public int read(byte[] target, int from, int count) throws IOException {
    if (left <= 0) {
      return -1;
    }
    int done = super.read(target, from, (int) Math.min(count, left));
    left -= done < 0 ? left : done;
    return done;
  }
}
