package io.github.romparser.extract.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.EfiDecompressor.Variant;
import io.github.romparser.extract.handler.FixedAllowance;
import io.github.romparser.extract.handler.Packed;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Decoded;
import io.github.romparser.extract.spi.OverAllowance;
import io.github.romparser.extract.spi.Trouble;
import io.github.romparser.testdata.BrotliStore;
import io.github.romparser.testdata.StoreStream;
import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every decoder: whole streams, cut ones, wrong ones, and those that give too much. */
class CodecsTest {

  /** A decoder with an encoder to make streams for it. */
  enum Codec {
    LZMA {
      @Override
      byte[] pack(byte[] data) {
        return Packed.lzma(data);
      }

      @Override
      Decoded decode(Slice stream, Allowance allowance) {
        return LzmaAlone.decode(stream, allowance);
      }
    },
    LZMA_WITHOUT_SIZE {
      @Override
      byte[] pack(byte[] data) {
        return Packed.lzmaWithoutSize(data);
      }

      @Override
      Decoded decode(Slice stream, Allowance allowance) {
        return LzmaAlone.decode(stream, allowance);
      }
    },
    LZMA_X86 {
      @Override
      byte[] pack(byte[] data) {
        return Packed.lzmaX86(data);
      }

      @Override
      Decoded decode(Slice stream, Allowance allowance) {
        return LzmaX86.decode(stream, allowance);
      }
    },
    BROTLI {
      @Override
      byte[] pack(byte[] data) {
        return BrotliStore.of(data);
      }

      @Override
      Decoded decode(Slice stream, Allowance allowance) {
        return Brotli.decode(stream, allowance);
      }
    },
    DEFLATE {
      @Override
      byte[] pack(byte[] data) {
        return Packed.deflate(data);
      }

      @Override
      Decoded decode(Slice stream, Allowance allowance) {
        return Inflate.raw(stream, allowance);
      }
    },
    ZLIB {
      @Override
      byte[] pack(byte[] data) {
        return Packed.zlib(data);
      }

      @Override
      Decoded decode(Slice stream, Allowance allowance) {
        return Inflate.zlib(stream, allowance);
      }
    },
    GZIP {
      @Override
      byte[] pack(byte[] data) {
        return Packed.gzip(data);
      }

      @Override
      Decoded decode(Slice stream, Allowance allowance) {
        return Inflate.gzip(stream, allowance);
      }
    },
    EFI {
      @Override
      byte[] pack(byte[] data) {
        return StoreStream.of(data);
      }

      @Override
      Decoded decode(Slice stream, Allowance allowance) {
        return EfiStream.decode(stream, Variant.EFI_1_1, allowance);
      }
    },
    TIANO {
      @Override
      byte[] pack(byte[] data) {
        return StoreStream.tiano(data);
      }

      @Override
      Decoded decode(Slice stream, Allowance allowance) {
        return EfiStream.decode(stream, Variant.TIANO, allowance);
      }
    };

    abstract byte[] pack(byte[] data);

    abstract Decoded decode(Slice stream, Allowance allowance);

    /** Whether what came before a mistake comes out. */
    boolean partial() {
      return this != EFI && this != TIANO && this != BROTLI;
    }
  }

  private static byte[] data(int size) {
    byte[] data = new byte[size];
    new Random(size).nextBytes(data);
    for (int i = 0; i + 5 < size; i += 50) {
      data[i] = (byte) 0xe8; // calls, for the x86 filter
      data[i + 4] = 0;
    }
    return data;
  }

  @ParameterizedTest
  @EnumSource
  void whatWasPackedComesOut(Codec codec) {
    for (int size : new int[] {1, 4, 5, 100, 4096, 70_000, 200_000}) {
      byte[] data = data(size);
      FixedAllowance allowance = FixedAllowance.ample();
      Decoded decoded = codec.decode(Slice.of(codec.pack(data)), allowance);
      assertThat(decoded).as("%d bytes", size).isEqualTo(Decoded.of(Slice.of(data)));
      assertThat(allowance.taken()).isGreaterThanOrEqualTo(size);
      assertThat(allowance.worked()).isGreaterThanOrEqualTo(size);
    }
  }

  @ParameterizedTest
  @EnumSource
  void otherBytesMayFollow(Codec codec) {
    byte[] stream = codec.pack(data(5000));
    byte[] more = Arrays.copyOf(stream, stream.length + 3);
    assertThat(codec.decode(Slice.of(more), FixedAllowance.ample()))
        .isEqualTo(Decoded.of(Slice.of(data(5000))));
  }

  @ParameterizedTest
  @EnumSource
  void ofACutStreamTheBeginningComesOut(Codec codec) {
    byte[] data = data(100_000);
    byte[] stream = codec.pack(data);
    Slice half = Slice.of(Arrays.copyOf(stream, stream.length / 2));
    Decoded decoded = codec.decode(half, FixedAllowance.ample());
    assertThat(decoded.trouble().map(Trouble::reason)).contains(Trouble.Reason.TRUNCATED);
    if (codec.partial()) {
      int length = decoded.bytes().length();
      assertThat(length).isGreaterThan(data.length / 4);
      // The filter cannot know where a call goes that is cut off.
      int sure = length - 8;
      assertThat(decoded.bytes().slice(0, sure).toByteArray()).isEqualTo(Arrays.copyOf(data, sure));
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyCutIsTold(Codec codec) {
    byte[] stream = codec.pack(data(300));
    for (int length = 0; length < stream.length; length++) {
      Decoded decoded =
          codec.decode(Slice.of(Arrays.copyOf(stream, length)), FixedAllowance.ample());
      if (decoded.trouble().isEmpty()) {
        // Only what proves or ends a stream was cut off.
        assertThat(stream.length - length).as("%d of %d", length, stream.length).isLessThan(11);
        assertThat(decoded.bytes().toByteArray()).isEqualTo(data(300));
      } else {
        assertThat(decoded.bytes().length()).isLessThanOrEqualTo(300);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void tooMuchIsStopped(Codec codec) {
    byte[] stream = codec.pack(new byte[4 << 20]);
    assertThatThrownBy(() -> codec.decode(Slice.of(stream), new FixedAllowance(3 << 20)))
        .isInstanceOfSatisfying(
            OverAllowance.class, e -> assertThat(e.kind()).isEqualTo(OverAllowance.Kind.BYTES));
  }

  @ParameterizedTest
  @EnumSource
  void changedBitsThrowNothing(Codec codec) {
    Random random = new Random(1);
    byte[] stream = codec.pack(data(2000));
    int troubles = 0;
    for (int i = 0; i < 500; i++) {
      byte[] changed = stream.clone();
      changed[random.nextInt(Math.min(100, changed.length))] ^= (byte) (1 << random.nextInt(8));
      try {
        Decoded decoded = codec.decode(Slice.of(changed), FixedAllowance.ample());
        troubles += decoded.trouble().isPresent() ? 1 : 0;
      } catch (OverAllowance e) {
        troubles++;
      }
    }
    assertThat(troubles).isPositive();
  }

  @Test
  void headersThatCannotBeAreRefused() {
    byte[] stream = Packed.lzma(data(100));
    for (int[] change : new int[][] {{0, 225}, {12, 0x7f}, {12, 0x80}}) {
      byte[] changed = stream.clone();
      changed[change[0]] = (byte) change[1];
      Decoded decoded = LzmaAlone.decode(Slice.of(changed), FixedAllowance.ample());
      assertThat(decoded.bytes().length()).isZero();
      assertThat(decoded.trouble().map(Trouble::reason)).contains(Trouble.Reason.DAMAGED);
    }
    assertThat(LzmaAlone.decode(Slice.of(new byte[12]), FixedAllowance.ample()).trouble())
        .map(Trouble::reason)
        .contains(Trouble.Reason.TRUNCATED);
  }

  @Test
  void aHugeDictionaryTakesNoMoreThanTheOutput() {
    byte[] stream = Packed.lzma(data(100));
    Arrays.fill(stream, 1, 5, (byte) 0xff);
    FixedAllowance allowance = FixedAllowance.ample();
    assertThat(LzmaAlone.decode(Slice.of(stream), allowance))
        .isEqualTo(Decoded.of(Slice.of(data(100))));
    assertThat(allowance.taken()).isLessThan(1 << 20);
    byte[] endless = Packed.lzmaWithoutSize(data(100));
    Arrays.fill(endless, 1, 5, (byte) 0xff);
    assertThat(LzmaAlone.decode(Slice.of(endless), new FixedAllowance(1 << 20)))
        .isEqualTo(Decoded.of(Slice.of(data(100))));
  }

  @Test
  void aSizeThatLiesLosesNothing() {
    byte[] stream = Packed.lzma(data(100_000));
    stream[8] = 0x10; // 256 MiB more
    Decoded decoded = LzmaAlone.decode(Slice.of(stream), FixedAllowance.ample());
    assertThat(decoded.trouble()).isPresent();
    assertThat(decoded.bytes().length()).isGreaterThan(95_000);
  }

  @Test
  void gzipHasHeadersOfAllKinds() {
    byte[] plain = Packed.gzip(data(500));
    byte[] rest = Arrays.copyOfRange(plain, 10, plain.length);
    byte[] header = {
      0x1f, (byte) 0x8b, 8, 0x1e, 0, 0, 0, 0, 0, 3, 2, 0, 'x', 'y', 'n', 0, 'c', 0, 1, 2
    };
    byte[] stream = Arrays.copyOf(header, header.length + rest.length);
    System.arraycopy(rest, 0, stream, header.length, rest.length);
    assertThat(Inflate.gzip(Slice.of(stream), FixedAllowance.ample()))
        .isEqualTo(Decoded.of(Slice.of(data(500))));
    for (int length = 0; length < header.length; length++) {
      Decoded cut = Inflate.gzip(Slice.of(Arrays.copyOf(stream, length)), FixedAllowance.ample());
      assertThat(cut.trouble()).as("%d bytes", length).isPresent();
      assertThat(cut.bytes().length()).isZero();
    }
  }

  @Test
  void membersOfGzipAreJoined() {
    byte[] twice =
        Stream.of(data(10), data(20))
            .map(Packed::gzip)
            .reduce(
                new byte[0],
                (a, b) -> {
                  byte[] both = Arrays.copyOf(a, a.length + b.length);
                  System.arraycopy(b, 0, both, a.length, b.length);
                  return both;
                });
    Decoded decoded = Inflate.gzip(Slice.of(twice), FixedAllowance.ample());
    assertThat(decoded.trouble()).isEmpty();
    assertThat(decoded.bytes().length()).isEqualTo(30);
  }

  @Test
  void whatDeflateGaveInFrontOfDamageStays() {
    byte[] data = new byte[1000];
    new SplittableRandom(1).nextBytes(data);
    byte[] stored = new byte[5 + data.length + 1];
    stored[1] = (byte) data.length;
    stored[2] = (byte) (data.length >> 8);
    stored[3] = (byte) ~stored[1];
    stored[4] = (byte) ~stored[2];
    System.arraycopy(data, 0, stored, 5, data.length);
    stored[5 + data.length] = 7; // a last block of a kind there is not
    Decoded decoded = Inflate.raw(Slice.of(stored), FixedAllowance.ample());
    assertThat(decoded.trouble().map(Trouble::reason)).contains(Trouble.Reason.DAMAGED);
    assertThat(decoded.bytes().toByteArray()).isEqualTo(data);

    byte[] zlib = Packed.zlib(data);
    zlib[zlib.length - 1] ^= 1; // of the Adler-32
    Decoded wrong = Inflate.zlib(Slice.of(zlib), FixedAllowance.ample());
    assertThat(wrong.trouble().map(Trouble::reason)).contains(Trouble.Reason.DAMAGED);
    assertThat(wrong.bytes().toByteArray()).isEqualTo(data);
  }

  @Test
  void zlibWithADictionaryIsUnsupported() {
    Slice stream = Slice.of(new byte[] {0x78, (byte) 0xbb, 1, 2, 3, 4, 5, 6});
    assertThat(Inflate.zlib(stream, FixedAllowance.ample()).trouble().map(Trouble::reason))
        .contains(Trouble.Reason.UNSUPPORTED);
  }

  @Test
  void noBrotliNeedsALargeWindowOfMemory() {
    FixedAllowance allowance = new FixedAllowance(4 << 20);
    byte[] stream = BrotliStore.of(data(1000));
    assertThat(Brotli.decode(Slice.of(stream), allowance).trouble()).isEmpty();
    for (int first = 0; first < 256; first++) {
      byte[] changed = stream.clone();
      changed[0] = (byte) first;
      assertThat(Brotli.decode(Slice.of(changed), allowance)).isNotNull();
    }
    assertThat(Brotli.decode(Slice.of(new byte[0]), allowance).trouble()).isPresent();
  }

  @Test
  void ofACutBrotliStreamWholeWindowsComeOut() {
    byte[] data = data(200_000);
    byte[] stream = Arrays.copyOf(BrotliStore.of(data), 150_000);
    Decoded decoded = Brotli.decode(Slice.of(stream), FixedAllowance.ample());
    assertThat(decoded.trouble().map(Trouble::reason)).contains(Trouble.Reason.TRUNCATED);
    assertThat(decoded.bytes().toByteArray()).isEqualTo(Arrays.copyOf(data, 2 << 16));
  }
}
