package io.github.romparser.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Measures library and baseline by turns in one JVM, in the processor time of the thread. JMH gives
 * the better absolute numbers on a quiet machine; on a shared one, where the load changes from
 * second to second, only a ratio of neighbours means something.
 */
public final class Paired {

  private static final int WARMUP = 20;
  private static final int ROUNDS = 41;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Takes what is computed, so that it has to be computed. */
  private static volatile Object unusedResult = "";

  private Paired() {}

  /** Measures all benchmarks, or those of EFI compression alone if an argument is {@code efi}. */
  public static void main(String[] arguments) {
    System.out.println(
        "median time of an operation (lower quartile), and the median of the ratios");
    if (!List.of(arguments).contains("efi")) {
      scanSumRead();
    }
    EfiBenchmark efi = new EfiBenchmark();
    compare("decompress 740 KiB", 10, efi::decompressNaive, efi::decompress);
    compare("compress, against decompress", 1, efi::decompress, efi::compress);
    LhaBenchmark lha = new LhaBenchmark();
    compare("-lh5- 740 KiB", 10, lha::decompressNaive, lha::decompress);
    compare("-lh5- 740 KiB, as it comes", 10, lha::decompressNaive, lha::beginning);
  }

  private static void scanSumRead() {
    ScanBenchmark scan = new ScanBenchmark();
    compare("scan 64 MiB", 1, scan::naive, scan::shipped);
    compare("scan 64 MiB, against reading", 1, scan::readLongs, scan::shipped);
    for (int size : new int[] {0x1_0000, 0x10_0000, 0x400_0000}) {
      SumBenchmark sum = new SumBenchmark();
      sum.size = size;
      sum.setUp();
      compare("sum8 64 MiB by " + size, 1, sum::naive, sum::shipped);
    }
    for (String layout : new String[] {"seavga", "turing-nvgi3", "amd-flash", "ten-thousand"}) {
      ReadBenchmark read = new ReadBenchmark();
      read.layout = layout;
      read.setUp();
      compare(
          "read " + layout, layout.equals("ten-thousand") ? 1 : 1000, read::walk, read::shipped);
    }
  }

  private static void compare(String name, int repeats, Supplier<?> baseline, Supplier<?> shipped) {
    double[] baselines = new double[ROUNDS];
    double[] shippeds = new double[ROUNDS];
    double[] ratios = new double[ROUNDS];
    for (int i = -WARMUP; i < ROUNDS; i++) {
      double first = microseconds(repeats, baseline);
      double second = microseconds(repeats, shipped);
      if (i >= 0) {
        baselines[i] = first;
        shippeds[i] = second;
        ratios[i] = first / second;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%-30s baseline %.3f (%.3f) us, shipped %.3f (%.3f) us, ratio %.3f%n",
        name,
        quantile(baselines, 2),
        quantile(baselines, 4),
        quantile(shippeds, 2),
        quantile(shippeds, 4),
        quantile(ratios, 2));
  }

  private static double microseconds(int repeats, Supplier<?> method) {
    long start = THREADS.getCurrentThreadCpuTime();
    for (int i = 0; i < repeats; i++) {
      unusedResult = method.get();
    }
    return (THREADS.getCurrentThreadCpuTime() - start) / 1000.0 / repeats;
  }

  private static double quantile(double[] values, int part) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / part];
  }
}
