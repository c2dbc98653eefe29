package io.github.romparser.benchmarks;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.codec.Lznt1;
import io.github.romparser.extract.codec.Lzx;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.testdata.Lznt1Forge;
import io.github.romparser.testdata.LzxForge;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Decompression of LZX and LZNT1: drivers of 740 KiB together, one behind the other. The packers
 * are those of the tests, which choose no good codes, so that there are more symbols a byte than in
 * a cabinet of Microsoft's. An operation is one byte of output, so that operations per microsecond
 * are MB/s.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class CabinetBenchmark {

  private static final int[] SIZES = {40 << 10, 80 << 10, 120 << 10, 200 << 10, 300 << 10};

  /** All drivers together, in bytes. */
  static final int SIZE = 740 << 10;

  private static final int WINDOW = 18;

  private static final Allowance AMPLE =
      new Allowance() {
        @Override
        public long most() {
          return 1 << 24;
        }

        @Override
        public void take(long bytes) {}

        @Override
        public void work(long bytes) {}
      };

  private final byte[] drivers;
  private final List<byte[]> frames;
  private final byte[] chunks;

  /** Makes the drivers and packs them. */
  public CabinetBenchmark() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < SIZES.length; i++) {
      all.writeBytes(DriverBytes.of(SIZES[i], i));
    }
    drivers = all.toByteArray();
    frames =
        LzxForge.pack(
            drivers, WINDOW, SIZE, List.of(new LzxForge.Block(LzxForge.ALIGNED, 1 << 18, 1)));
    chunks = Lznt1Forge.pack(drivers);
  }

  byte[] drivers() {
    return drivers;
  }

  /** LZX as the library reads it. */
  @Benchmark
  @OperationsPerInvocation(SIZE)
  public Slice lzx() {
    Lzx decoder = new Lzx(WINDOW, AMPLE);
    int left = SIZE;
    for (byte[] frame : frames) {
      decoder.add(Slice.of(frame), Math.min(left, Lzx.FRAME));
      left -= Lzx.FRAME;
    }
    return decoder.toSlice();
  }

  /** Baseline: LZX a bit at a time. */
  @Benchmark
  @OperationsPerInvocation(SIZE)
  public byte[] lzxNaive() {
    return LzxBitByBit.decompress(frames, WINDOW, SIZE);
  }

  /** LZNT1 as the library reads it. */
  @Benchmark
  @OperationsPerInvocation(SIZE)
  public Slice lznt1() {
    return Lznt1.decode(Slice.of(chunks), SIZE, AMPLE).bytes();
  }

  /** Baseline: LZNT1 byte by byte, as its description reads. */
  @Benchmark
  @OperationsPerInvocation(SIZE)
  public byte[] lznt1Naive() {
    byte[] out = new byte[SIZE];
    int at = 0;
    int put = 0;
    while (at < chunks.length) {
      int header = (chunks[at] & 0xff) | (chunks[at + 1] & 0xff) << 8;
      at += 2;
      int end = at + (header & 0xfff) + 1;
      int start = put;
      int flags = 0;
      int left = 0;
      while (at < end) {
        if (header >= 0x8000 && left == 0) {
          flags = chunks[at++];
          left = 8;
        }
        if (header < 0x8000 || (flags & 1) == 0) {
          out[put++] = chunks[at++];
        } else {
          int bits = 4;
          while (1 << bits < put - start) {
            bits++;
          }
          int token = (chunks[at] & 0xff) | (chunks[at + 1] & 0xff) << 8;
          at += 2;
          int offset = (token >> (16 - bits)) + 1;
          for (int i = (token & (1 << (16 - bits)) - 1) + 3; i > 0; i--, put++) {
            out[put] = out[put - offset];
          }
        }
        flags >>= 1;
        left--;
      }
    }
    return out;
  }
}
