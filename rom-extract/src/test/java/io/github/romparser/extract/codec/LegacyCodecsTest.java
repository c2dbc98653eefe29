package io.github.romparser.extract.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.EfiCompressor;
import io.github.romparser.efi.EfiDecompressor.Variant;
import io.github.romparser.efi.LhaDecompressor.Method;
import io.github.romparser.extract.handler.FixedAllowance;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Decoded;
import io.github.romparser.extract.spi.OverAllowance;
import io.github.romparser.extract.spi.Trouble;
import io.github.romparser.testdata.LhaForge;
import io.github.romparser.testdata.LzssForge;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The decoders of BIOSes from before UEFI. */
final class LegacyCodecsTest {

  /** Bytes with runs. */
  private static byte[] data(long seed, int size) {
    Random random = new Random(seed);
    byte[] data = new byte[size];
    for (int at = 0; at < size; ) {
      int run = Math.min(size - at, 1 + random.nextInt(random.nextInt(4) == 0 ? 60 : 3));
      Arrays.fill(data, at, at + run, (byte) random.nextInt());
      at += run;
    }
    return data;
  }

  private static Trouble.Reason reason(Decoded decoded) {
    return decoded.trouble().orElseThrow().reason();
  }

  // ---- LZSS --------------------------------------------------------------------------------

  @Property(tries = 200)
  void whatLzssPackedComesOut(@ForAll long seed, @ForAll @IntRange(max = 20_000) int size) {
    byte[] data = data(seed, size);
    Slice packed = Slice.of(LzssForge.pack(data));
    for (Lzss.Before before : Lzss.Before.values()) {
      assertThat(Lzss.decode(packed, before, size, FixedAllowance.ample()))
          .isEqualTo(Decoded.of(Slice.of(data)));
    }
  }

  @Property(tries = 300)
  void anyBytesAsLzssEnd(@ForAll byte[] packed, @ForAll @IntRange(max = 5000) int size) {
    FixedAllowance allowance = new FixedAllowance(10_000);
    Decoded decoded = Lzss.decode(Slice.of(packed), Lzss.Before.LARC, size, allowance);
    assertThat(decoded.bytes().length()).isLessThanOrEqualTo(size);
    assertThat(decoded.trouble().isPresent()).isEqualTo(decoded.bytes().length() < size);
    assertThat(allowance.taken()).isLessThanOrEqualTo(10_000);
  }

  @Test
  void whatStandsBeforeTheFirstByte() {
    // A repetition of eighteen from the place 0 of the ring, and one of three from its end.
    Slice packed = Slice.of(new byte[] {0, 0, 0x0f, (byte) 0xeb, (byte) 0xf0});
    Decoded spaces = Lzss.decode(packed, Lzss.Before.SPACES, 21, FixedAllowance.ample());
    assertThat(spaces.bytes().latin1(0, 21)).isEqualTo(" ".repeat(21));
    Decoded larc = Lzss.decode(packed, Lzss.Before.LARC, 21, FixedAllowance.ample());
    assertThat(larc.bytes().latin1(0, 21)).isEqualTo("\0".repeat(13) + "\1".repeat(5) + "   ");
    // Up, down, zeros: places 3328, 3584 and 3840.
    Slice parts = Slice.of(new byte[] {0, 1, (byte) 0xd0, 1, (byte) 0xe0, 1, (byte) 0xf0});
    assertThat(Lzss.decode(parts, Lzss.Before.LARC, 9, FixedAllowance.ample()).bytes())
        .isEqualTo(Slice.of(new byte[] {1, 2, 3, -2, -3, -4, 0, 0, 0}));
  }

  @Test
  void lzssThatIsCutOrLies() {
    byte[] data = data(1, 1000);
    byte[] packed = LzssForge.pack(data);
    Decoded cut =
        Lzss.decode(
            Slice.of(packed).clamp(0, packed.length / 2),
            Lzss.Before.SPACES,
            1000,
            FixedAllowance.ample());
    assertThat(reason(cut)).isEqualTo(Trouble.Reason.TRUNCATED);
    assertThat(cut.bytes().toByteArray()).isEqualTo(Arrays.copyOf(data, cut.bytes().length()));
    assertThat(cut.bytes().length()).isGreaterThan(300);
    Decoded limited =
        Lzss.decode(Slice.of(packed), Lzss.Before.SPACES, 1L << 40, new FixedAllowance(5000));
    assertThat(reason(limited)).isEqualTo(Trouble.Reason.TRUNCATED);
    Decoded most =
        Lzss.decode(
            Slice.of(LzssForge.pack(new byte[9000])),
            Lzss.Before.SPACES,
            9000,
            new FixedAllowance(8000));
    assertThat(reason(most)).isEqualTo(Trouble.Reason.LIMIT);
    assertThatThrownBy(
            () -> Lzss.decode(Slice.of(new byte[900]), Lzss.Before.SPACES, 8000, new Stingy()))
        .isInstanceOf(OverAllowance.class);
  }

  /** Allows outputs of any size, and no memory. */
  private static final class Stingy implements Allowance {
    @Override
    public long most() {
      return 1 << 20;
    }

    @Override
    public void take(long bytes) {
      throw new OverAllowance(OverAllowance.Kind.AHEAD, "later");
    }

    @Override
    public void work(long bytes) {}
  }

  // ---- LHA ---------------------------------------------------------------------------------

  @Property(tries = 100)
  void whatWasPackedComesOut(@ForAll long seed, @ForAll @IntRange(max = 40_000) int size) {
    byte[] data = data(seed, size);
    // EFI 1.1 is -lh5- with a header, and one byte behind it.
    Slice efi = EfiCompressor.compress(Slice.of(data), Variant.EFI_1_1).from(8);
    for (Slice bits : new Slice[] {efi, Slice.of(LhaForge.lh5(data))}) {
      assertThat(LhaStream.decode(bits, Method.LH5, size, FixedAllowance.ample()))
          .isEqualTo(Decoded.of(Slice.of(data)));
    }
  }

  @Property(tries = 300)
  void anyBytesAsLhaEnd(
      @ForAll byte[] bits, @ForAll Method method, @ForAll @IntRange(max = 100_000) int size) {
    FixedAllowance allowance = new FixedAllowance(50_000);
    Decoded decoded = LhaStream.decode(Slice.of(bits), method, size, allowance);
    assertThat(decoded.bytes().length()).isLessThanOrEqualTo(Math.min(size, 50_000));
    assertThat(decoded.trouble().isPresent()).isEqualTo(decoded.bytes().length() < size);
    assertThat(allowance.taken()).isLessThanOrEqualTo(50_000);
  }

  @Test
  void lhaThatIsCutWrongOrTooLarge() {
    byte[] data = data(2, 30_000);
    byte[] bits = LhaForge.lh5(data);
    Decoded cut =
        LhaStream.decode(
            Slice.of(bits).clamp(0, 9000), Method.LH5, data.length, FixedAllowance.ample());
    assertThat(reason(cut)).isEqualTo(Trouble.Reason.TRUNCATED);
    assertThat(cut.bytes().clamp(0, 8900)).isEqualTo(Slice.of(data).clamp(0, 8900));
    Decoded none =
        LhaStream.decode(
            Slice.of(new byte[] {1, 2, -1, -1, -1, -1, 0, 0, 0, 0}),
            Method.LH5,
            50,
            FixedAllowance.ample());
    assertThat(reason(none)).isEqualTo(Trouble.Reason.DAMAGED);
    Decoded limited =
        LhaStream.decode(Slice.of(bits), Method.LH5, data.length, new FixedAllowance(20_000));
    assertThat(reason(limited)).isEqualTo(Trouble.Reason.LIMIT);
    assertThat(limited.bytes()).isEqualTo(Slice.of(data).clamp(0, 20_000));
  }

  @Property(tries = 200)
  void theCrcIsThatOfOneBitAtATime(@ForAll byte[] bytes) {
    int crc = 0;
    for (byte b : bytes) {
      crc ^= b & 0xff;
      for (int bit = 0; bit < 8; bit++) {
        crc = crc >>> 1 ^ ((crc & 1) != 0 ? 0xa001 : 0);
      }
    }
    assertThat(Crc16.of(Slice.of(bytes))).isEqualTo(crc);
  }

  @Test
  void theCrcOfTheUsualText() {
    // The check value of CRC-16/ARC.
    assertThat(Crc16.of(Slice.of("123456789".getBytes(StandardCharsets.US_ASCII))))
        .isEqualTo(0xbb3d);
  }

  // ---- .xz among stored pieces ---------------------------------------------------------------

  @Test
  void piecesAreJoined() {
    byte[] text = "some bytes".getBytes(StandardCharsets.US_ASCII);
    Slice stored = Slice.of(text);
    Slice empty = Slice.of(new byte[0]);
    assertThat(
            Xz.join(List.of(stored, empty, stored), 0, FixedAllowance.ample())
                .bytes()
                .latin1(0, 20))
        .isEqualTo("some bytessome bytes");
    assertThat(Xz.join(List.of(), 0, FixedAllowance.ample())).isEqualTo(Decoded.of(empty));
    Slice broken = Slice.of("\u00fd7zXZ\0 and not".getBytes(StandardCharsets.ISO_8859_1));
    Decoded decoded = Xz.join(List.of(stored, broken), 7, FixedAllowance.ample());
    assertThat(decoded.trouble()).isPresent();
    assertThat(decoded.bytes()).isEqualTo(stored);
  }
}
