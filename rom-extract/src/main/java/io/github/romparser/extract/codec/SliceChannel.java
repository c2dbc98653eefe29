package io.github.romparser.extract.codec;

import io.github.romparser.bytes.Slice;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/**
 * A slice as a channel, for libraries that read channels. Nothing is copied, and none can write.
 */
public final class SliceChannel implements SeekableByteChannel {

  private final Slice bytes;
  private long position;
  private boolean open = true;

  private SliceChannel(Slice bytes) {
    this.bytes = bytes;
  }

  /**
   * {@return a channel from the first byte of a slice to its last, open and at its start}
   *
   * @param bytes what it gives
   */
  public static SliceChannel of(Slice bytes) {
    return new SliceChannel(bytes);
  }

  @Override
  public int read(ByteBuffer target) throws ClosedChannelException {
    mustBeOpen();
    if (position >= bytes.length()) {
      return -1;
    }
    int count = (int) Math.min(target.remaining(), bytes.length() - position);
    int at = (int) position;
    bytes.within((array, from, to) -> target.put(array, from + at, count));
    position += count;
    return count;
  }

  @Override
  public long position() throws ClosedChannelException {
    mustBeOpen();
    return position;
  }

  @Override
  public SeekableByteChannel position(long to) throws ClosedChannelException {
    mustBeOpen();
    if (to < 0) {
      throw new IllegalArgumentException("before the first byte: " + to);
    }
    position = to;
    return this;
  }

  @Override
  public long size() throws ClosedChannelException {
    mustBeOpen();
    return bytes.length();
  }

  @Override
  public int write(ByteBuffer source) {
    throw new NonWritableChannelException();
  }

  @Override
  public SeekableByteChannel truncate(long size) {
    throw new NonWritableChannelException();
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public void close() {
    open = false;
  }

  private void mustBeOpen() throws ClosedChannelException {
    if (!open) {
      throw new ClosedChannelException();
    }
  }
}
