package io.github.romparser.benchmarks;

import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.EfiCompressor;
import io.github.romparser.efi.EfiDecompressor;
import io.github.romparser.efi.EfiDecompressor.Variant;
import java.util.ArrayList;
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
 * Decompression and compression of five drivers of 40 to 300 KiB as option ROMs hold them, EFI 1.1.
 * An operation is one byte of a driver, so that operations per microsecond are MB/s.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class EfiBenchmark {

  private static final int[] SIZES = {40 << 10, 80 << 10, 120 << 10, 200 << 10, 300 << 10};

  /** All drivers together, in bytes. */
  static final int SIZE = 740 << 10;

  private static final long LIMIT = 1 << 20;

  private final List<Slice> drivers = new ArrayList<>();
  private final List<byte[]> streams = new ArrayList<>();

  /** Makes the drivers. */
  public EfiBenchmark() {
    for (int i = 0; i < SIZES.length; i++) {
      Slice driver = Slice.of(DriverBytes.of(SIZES[i], i));
      drivers.add(driver);
      streams.add(EfiCompressor.compress(driver, Variant.EFI_1_1).toByteArray());
    }
  }

  List<Slice> drivers() {
    return drivers;
  }

  List<byte[]> streams() {
    return streams;
  }

  /** Baseline: a bit at a time. */
  @Benchmark
  @OperationsPerInvocation(SIZE)
  public List<byte[]> decompressNaive() {
    List<byte[]> all = new ArrayList<>();
    for (byte[] stream : streams) {
      all.add(BitByBit.decompress(stream));
    }
    return all;
  }

  /** What the library does. */
  @Benchmark
  @OperationsPerInvocation(SIZE)
  public List<EfiDecompressor.Result> decompress() {
    List<EfiDecompressor.Result> all = new ArrayList<>();
    for (byte[] stream : streams) {
      all.add(EfiDecompressor.decompress(Slice.of(stream), Variant.EFI_1_1, LIMIT));
    }
    return all;
  }

  /** The way back. */
  @Benchmark
  @OperationsPerInvocation(SIZE)
  public List<Slice> compress() {
    List<Slice> all = new ArrayList<>();
    for (Slice driver : drivers) {
      all.add(EfiCompressor.compress(driver, Variant.EFI_1_1));
    }
    return all;
  }
}
