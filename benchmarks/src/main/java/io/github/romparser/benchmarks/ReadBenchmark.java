package io.github.romparser.benchmarks;

import io.github.romparser.bytes.Slice;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.RomReader;
import io.github.romparser.testdata.RomForge;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Reading a ROM that is in memory: bytes to model to findings. With {@code -prof gc} also the bytes
 * that are allocated.
 *
 * <p>The baseline does much less than the library, and is not to be reached: it shows what part of
 * the time is the price of a model, sums and findings.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class ReadBenchmark {

  /**
   * The ROM: an x86 image of 24 KiB, an NVIDIA flash image of 64 KiB, an AMD flash image of 64 KiB
   * with x86 and EFI, and ten thousand images in 5 MB.
   */
  @Param({"seavga", "turing-nvgi3", "amd-flash", "ten-thousand"})
  String layout = "seavga";

  private byte[] bytes = {};
  private int start;

  /** Makes the ROM. */
  @Setup
  public void setUp() {
    bytes = RomForge.named(layout);
    start = Naive.nextRom(bytes, 0);
  }

  /** Baseline: only follows the lengths of the first chain, whose place it is told. */
  @Benchmark
  public int walk() {
    return Naive.countImages(bytes, start);
  }

  /** What the library does. */
  @Benchmark
  public RomFile shipped() {
    return RomReader.read(Slice.of(bytes));
  }
}
