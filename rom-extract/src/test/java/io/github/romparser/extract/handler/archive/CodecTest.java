package io.github.romparser.extract.handler.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.codec.BoundedOutput;
import io.github.romparser.extract.codec.Bzip2;
import io.github.romparser.extract.codec.LibraryDecoder;
import io.github.romparser.extract.codec.Lz4;
import io.github.romparser.extract.codec.RawDeflate;
import io.github.romparser.extract.codec.RawLzma;
import io.github.romparser.extract.codec.SliceChannel;
import io.github.romparser.extract.codec.Xz;
import io.github.romparser.extract.spi.Decoded;
import io.github.romparser.extract.spi.OverAllowance;
import io.github.romparser.extract.spi.Trouble;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tukaani.xz.MemoryLimitException;
import org.tukaani.xz.UnsupportedOptionsException;

final class CodecTest {
  private static final byte[] CONTENT = Search.dull(300_000);

  private static Trouble.Reason reason(Decoded decoded) {
    return decoded.trouble().orElseThrow().reason();
  }

  @Test
  void inflatePastTheLimit() {
    Slice packed = Slice.of(Packer.deflate(CONTENT));
    assertThat(RawDeflate.decode(packed, TestAllowance.ample()))
        .isEqualTo(Decoded.of(Slice.of(CONTENT)));
    assertThatThrownBy(() -> RawDeflate.decode(packed, TestAllowance.of(CONTENT.length - 1)))
        .isInstanceOf(OverAllowance.class);
    RawDeflate.Run run = RawDeflate.measure(packed, 1000, TestAllowance.ample());
    assertThat(run.ending()).isEqualTo(RawDeflate.Ending.ENOUGH);
    assertThat(run.produced()).isBetween(1000L, 70_000L);
  }

  @Test
  void inflateWhatIsCutOffOrWrong() {
    byte[] packed = Packer.deflate(CONTENT);
    Decoded cut =
        RawDeflate.decode(Slice.of(packed).clamp(0, packed.length - 2), TestAllowance.ample());
    assertThat(reason(cut)).isEqualTo(Trouble.Reason.TRUNCATED);
    assertThat(cut.bytes().length()).isPositive();
    assertThat(reason(RawDeflate.decode(Slice.of(new byte[] {7, 7}), TestAllowance.ample())))
        .isEqualTo(Trouble.Reason.DAMAGED);
    assertThat(reason(RawDeflate.decode(Slice.of(new byte[0]), TestAllowance.ample())))
        .isEqualTo(Trouble.Reason.TRUNCATED);
  }

  @Test
  void lz4() {
    byte[] first = {1, 2, 3};
    for (int[] match : new int[][] {{1, 4}, {3, 18}, {2, 19}, {3, 300}, {1, 100_000}}) {
      byte[] frame = Lz4Frames.frame(0x60, Lz4Frames.match(first, match[0], match[1]));
      assertThat(Lz4.decode(Slice.of(frame), TestAllowance.ample()))
          .isEqualTo(Decoded.of(Slice.of(Lz4Frames.matched(first, match[0], match[1]))));
    }
    byte[] twice = Lz4Frames.frame(0x78, Lz4Frames.literals(first), Lz4Frames.literals(first));
    assertThat(Lz4.decode(Slice.of(twice), TestAllowance.ample()).bytes().toByteArray())
        .containsExactly(1, 2, 3, 1, 2, 3);
    byte[] stored =
        new Bytes().u32(Lz4.MAGIC).u8(0x60).u16(0x40).u32(0x8000_0003L).bytes(first).u32(0).array();
    assertThat(Lz4.decode(Slice.of(stored), TestAllowance.ample()).bytes().toByteArray())
        .containsExactly(1, 2, 3);
  }

  @Test
  void lz4ThatIsWrong() {
    byte[] first = {1, 2, 3};
    List<byte[]> damaged =
        List.of(
            Lz4Frames.frame(0x60, Lz4Frames.match(first, 4, 9)),
            Lz4Frames.frame(0x60, Lz4Frames.match(first, 0, 9)),
            Lz4Frames.frame(0x60, new byte[] {0x20, 1}),
            Lz4Frames.frame(0x60, new byte[] {(byte) 0xf0, -1}),
            Lz4Frames.frame(0x60, new byte[] {0x10, 1, 1}),
            Lz4Frames.frame(0x60, new byte[] {0x1f, 1, 1, 0, -1}),
            Lz4Frames.frame(0x60, new byte[] {0x10, 1, 1, 0}),
            new byte[] {1, 2, 3},
            new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
    for (byte[] frame : damaged) {
      assertThat(reason(Lz4.decode(Slice.of(frame), TestAllowance.ample())))
          .isEqualTo(Trouble.Reason.DAMAGED);
    }
    byte[] good = Lz4Frames.frame(CONTENT);
    assertThat(reason(Lz4.decode(Slice.of(good).clamp(0, good.length - 4), TestAllowance.ample())))
        .isEqualTo(Trouble.Reason.TRUNCATED);
    for (int flags : new int[] {0x20, 0x61}) {
      assertThat(reason(Lz4.decode(Slice.of(Lz4Frames.frame(flags)), TestAllowance.ample())))
          .isEqualTo(Trouble.Reason.UNSUPPORTED);
    }
    byte[] bomb = Lz4Frames.frame(0x60, Lz4Frames.match(first, 1, 10_000_000));
    assertThatThrownBy(() -> Lz4.decode(Slice.of(bomb), TestAllowance.of(1000)))
        .isInstanceOf(OverAllowance.class);
  }

  /** A size that is known and too large gives as much as is allowed. */
  @Test
  void aKnownSizeAboveTheLimit() {
    byte[] lzma = Packer.lzma(CONTENT, true);
    Slice packed = Slice.of(lzma).from(13);
    Decoded decoded =
        RawLzma.decode(packed, 0x5d, 1 << 16, CONTENT.length, TestAllowance.of(100_000));
    assertThat(reason(decoded)).isEqualTo(Trouble.Reason.LIMIT);
    assertThat(decoded.bytes()).isEqualTo(Slice.of(CONTENT).clamp(0, 100_000));
    assertThat(RawLzma.decode(packed, 0x5d, 1 << 16, CONTENT.length, TestAllowance.ample()))
        .isEqualTo(Decoded.of(Slice.of(CONTENT)));
    assertThat(reason(RawLzma.decode(packed, 225, 1 << 16, 9, TestAllowance.ample())))
        .isEqualTo(Trouble.Reason.DAMAGED);
  }

  @Test
  void librariesThatFail() {
    assertThat(
            reason(
                LibraryDecoder.decode(
                    () -> {
                      throw new IllegalStateException();
                    },
                    7,
                    TestAllowance.ample())))
        .isEqualTo(Trouble.Reason.DAMAGED);
    for (boolean sized : new boolean[] {true, false}) {
      for (IOException e :
          List.of(
              new UnsupportedOptionsException("x"),
              new MemoryLimitException(9, 8),
              new EOFException())) {
        LibraryDecoder.Opening failing =
            () -> {
              throw e;
            };
        Decoded failed =
            sized
                ? LibraryDecoder.decode(failing, 9, 7, TestAllowance.ample())
                : LibraryDecoder.decode(failing, 7, TestAllowance.ample());
        assertThat(reason(failed))
            .isEqualTo(
                e instanceof EOFException
                    ? Trouble.Reason.TRUNCATED
                    : e instanceof MemoryLimitException
                        ? Trouble.Reason.LIMIT
                        : Trouble.Reason.UNSUPPORTED);
      }
    }
    assertThatThrownBy(
            () ->
                LibraryDecoder.decode(
                    () -> new ByteArrayInputStream(new byte[99]), 7, TestAllowance.of(50)))
        .isInstanceOf(OverAllowance.class);
    Decoded shorter =
        LibraryDecoder.decode(
            () -> new ByteArrayInputStream(new byte[5]), 9, 7, TestAllowance.ample());
    assertThat(reason(shorter)).isEqualTo(Trouble.Reason.TRUNCATED);
    assertThat(shorter.bytes().length()).isEqualTo(5);
    assertThat(reason(Bzip2.decode(Slice.of(new byte[9]), TestAllowance.ample())))
        .isEqualTo(Trouble.Reason.DAMAGED);
  }

  @Test
  void xzThatNeedsTooMuch() {
    byte[] packed = Packer.xz(CONTENT);
    assertThatThrownBy(() -> Xz.decode(Slice.of(packed), TestAllowance.of(1 << 19)))
        .isInstanceOf(OverAllowance.class);
    assertThat(Xz.decode(Slice.of(packed), TestAllowance.ample()))
        .isEqualTo(Decoded.of(Slice.of(CONTENT)));
    assertThat(reason(Xz.decode(Slice.of(packed).clamp(0, 9), TestAllowance.ample())))
        .isEqualTo(Trouble.Reason.TRUNCATED);
    // A filter that there is none of.
    byte[] unknown = packed.clone();
    unknown[14] = 0x7f;
    assertThat(Xz.decode(Slice.of(unknown), TestAllowance.ample()).trouble()).isPresent();
  }

  @Test
  void repeating() throws IOException {
    BoundedOutput out = new BoundedOutput(TestAllowance.ample());
    out.write(1);
    out.write(new byte[] {2});
    out.repeat(2, 5);
    assertThat(out.toSlice().toByteArray()).containsExactly(1, 2, 1, 2, 1, 2, 1);
    for (int[] wrong : new int[][] {{0, 1}, {8, 1}, {1, -1}}) {
      assertThatThrownBy(() -> out.repeat(wrong[0], wrong[1]))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aChannelOverASlice() throws IOException {
    SliceChannel channel = SliceChannel.of(Slice.of(new byte[] {0, 1, 2, 3, 4, 5}).slice(1, 4));
    assertThat(channel.size()).isEqualTo(4);
    ByteBuffer buffer = ByteBuffer.allocate(3);
    assertThat(channel.read(buffer)).isEqualTo(3);
    assertThat(buffer.array()).containsExactly(1, 2, 3);
    assertThat(channel.position()).isEqualTo(3);
    buffer.clear();
    assertThat(channel.read(buffer)).isEqualTo(1);
    assertThat(channel.read(buffer)).isEqualTo(-1);
    assertThat(channel.position(1L << 40).read(buffer)).isEqualTo(-1);
    assertThatThrownBy(() -> channel.position(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> channel.write(buffer)).isInstanceOf(NonWritableChannelException.class);
    assertThatThrownBy(() -> channel.truncate(1)).isInstanceOf(NonWritableChannelException.class);
    assertThat(channel.isOpen()).isTrue();
    channel.close();
    assertThat(channel.isOpen()).isFalse();
    assertThatThrownBy(channel::size).isInstanceOf(ClosedChannelException.class);
    assertThat(Arrays.equals(CONTENT, Search.dull(300_000))).isTrue();
  }
}
