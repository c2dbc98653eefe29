package io.github.romparser.benchmarks;

import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.EfiDecompressor;
import io.github.romparser.efi.LhaDecompressor;
import io.github.romparser.efi.LhaDecompressor.Beginning;
import io.github.romparser.efi.LhaDecompressor.Method;
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
 * Decompression of -lh5-, as modules of old BIOSes have it: the drivers of {@link EfiBenchmark},
 * whose EFI 1.1 streams are -lh5- behind their header. An operation is one byte of the output, so
 * that operations per microsecond are MB/s.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class LhaBenchmark {

  private final EfiBenchmark efi = new EfiBenchmark();

  List<Slice> drivers() {
    return efi.drivers();
  }

  /** Baseline: a bit at a time. */
  @Benchmark
  @OperationsPerInvocation(EfiBenchmark.SIZE)
  public List<byte[]> decompressNaive() {
    return efi.decompressNaive();
  }

  /** What archives ask for: the whole output or a reason. */
  @Benchmark
  @OperationsPerInvocation(EfiBenchmark.SIZE)
  public List<EfiDecompressor.Result> decompress() {
    List<EfiDecompressor.Result> all = new ArrayList<>();
    for (int i = 0; i < efi.streams().size(); i++) {
      all.add(LhaDecompressor.decompress(bits(i), Method.LH5, drivers().get(i).length()));
    }
    return all;
  }

  /** What BIOSes are read with: as much of the output as there is. */
  @Benchmark
  @OperationsPerInvocation(EfiBenchmark.SIZE)
  public List<Beginning> beginning() {
    List<Beginning> all = new ArrayList<>();
    for (int i = 0; i < efi.streams().size(); i++) {
      all.add(LhaDecompressor.beginning(bits(i), Method.LH5, drivers().get(i).length()));
    }
    return all;
  }

  private Slice bits(int index) {
    return Slice.of(efi.streams().get(index)).from(EfiDecompressor.HEADER_LENGTH);
  }
}
