package io.github.romparser.benchmarks;

import io.github.romparser.bytes.Slice;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The 8-bit sum of a range. Whatever its size, it is summed until 64 MiB are done, the same bytes
 * again and again: 64 KiB stay in the second-level cache, 64 MiB do not. An operation is one byte,
 * so the score in operations per nanosecond is GB/s.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(SumBenchmark.TOTAL)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class SumBenchmark {

  /** Bytes that are summed in an invocation. */
  static final int TOTAL = 64 << 20;

  /** Bytes of a range: 64 KiB, 1 MiB, 64 MiB. */
  @Param({"65536", "1048576", "67108864"})
  int size = 65536;

  private byte[] bytes = {};
  private Slice slice = Slice.of(bytes);

  /** Makes the range. */
  @Setup
  public void setUp() {
    bytes = new byte[size];
    new SplittableRandom(8).nextBytes(bytes);
    slice = Slice.of(bytes);
  }

  /** Baseline: a loop over the bytes. */
  @Benchmark
  public int naive() {
    int sums = 0;
    for (int done = 0; done < TOTAL; done += size) {
      sums = sums * 31 + Naive.sum8(bytes, 0, size);
    }
    return sums;
  }

  /** What the library does. */
  @Benchmark
  public int shipped() {
    int sums = 0;
    for (int done = 0; done < TOTAL; done += size) {
      sums = sums * 31 + slice.sum8(0, size);
    }
    return sums;
  }
}
