package io.github.romparser.benchmarks;

import io.github.romparser.bytes.Slice;
import io.github.romparser.rom.RomScanner;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
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
 * Finding all places in 64 MiB where a chain may begin, at any byte offset, beside merely reading
 * these bytes. An operation is one byte, so the score in operations per nanosecond is GB/s.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(ScanBenchmark.SIZE)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class ScanBenchmark {

  /** Bytes that are searched. */
  static final int SIZE = 64 << 20;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final FirmwareImage image = FirmwareImage.of(SIZE);
  private final byte[] bytes = image.bytes();
  private final Slice slice = Slice.of(bytes);

  /** What is searched. */
  FirmwareImage image() {
    return image;
  }

  /** Baseline: a loop that looks at every byte. */
  @Benchmark
  public long naive() {
    long places = 0;
    for (int at = Naive.nextRom(bytes, 0); at >= 0; at = Naive.nextRom(bytes, at + 1)) {
      places = places * 31 + at;
    }
    return places;
  }

  /** What the library does. */
  @Benchmark
  public long shipped() {
    long places = 0;
    for (long at = RomScanner.next(slice, 0); at >= 0; at = RomScanner.next(slice, at + 1)) {
      places = places * 31 + at;
    }
    return places;
  }

  /** Ceiling: reading every byte, with the processor's instructions for a checksum. */
  @Benchmark
  public long readCrc32() {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc.getValue();
  }

  /** Ceiling: reading every byte in plain Java, eight at a time. */
  @Benchmark
  public long readLongs() {
    long a = 0;
    long b = 0;
    long c = 0;
    long d = 0;
    for (int i = 0; i < SIZE; i += 4 * Long.BYTES) {
      a ^= (long) LONG.get(bytes, i);
      b ^= (long) LONG.get(bytes, i + Long.BYTES);
      c ^= (long) LONG.get(bytes, i + 2 * Long.BYTES);
      d ^= (long) LONG.get(bytes, i + 3 * Long.BYTES);
    }
    return a ^ b ^ c ^ d;
  }
}
