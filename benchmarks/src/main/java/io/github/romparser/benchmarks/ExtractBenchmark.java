package io.github.romparser.benchmarks;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.ExtractOptions;
import io.github.romparser.extract.Extractor;
import io.github.romparser.testdata.FfsFileForge;
import io.github.romparser.testdata.RomForge;
import io.github.romparser.testdata.SectionForge;
import io.github.romparser.testdata.VolumeForge;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.LZMAInputStream;
import org.tukaani.xz.LZMAOutputStream;

/**
 * Searching 16 MiB that nothing is known of, and unpacking a volume with 2 MiB of drivers behind
 * LZMA; beside them the loop over every byte, and the decoder alone. One thread.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class ExtractBenchmark {

  private static final int SIZE = 16 << 20;
  private static final int DRIVER = 64 << 10;
  private static final int DRIVERS = 32;
  private static final String GUID = "11223344-5566-7788-99aa-bbccddeeff00";

  private final ExtractOptions options = ExtractOptions.usual().threads(1);
  private final byte[] blob = FirmwareImage.of(SIZE).bytes();
  private final byte[] packed = packed();
  private final byte[] volume =
      VolumeForge.ffs2()
          .file(FfsFileForge.sections(GUID, SectionForge.packed(SectionForge.LZMA, packed)))
          .build();

  private static byte[] packed() {
    VolumeForge inner = VolumeForge.ffs2();
    for (int i = 0; i < DRIVERS; i++) {
      inner.file(FfsFileForge.sections(GUID, SectionForge.raw(DriverBytes.of(DRIVER, i))));
    }
    inner.file(FfsFileForge.sections(GUID, SectionForge.raw(RomForge.named("muxless-laptop"))));
    byte[] sections = SectionForge.list(SectionForge.of(0x17, inner.build()));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new LZMAOutputStream(bytes, new LZMA2Options(3), sections.length)) {
      out.write(sections);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Baseline: a loop that looks at every byte for a ROM and for nothing else. */
  @Benchmark
  public int searchNaive() {
    int places = 0;
    for (int at = Naive.nextRom(blob, 0); at >= 0; at = Naive.nextRom(blob, at + 1)) {
      places++;
    }
    return places;
  }

  /** What the library does: every format and every ROM, with digests of what was found. */
  @Benchmark
  public int search() {
    return Extractor.extract("blob", Slice.of(blob), options).parts().size();
  }

  /** Baseline: decoding the LZMA stream of the volume and nothing else. */
  @Benchmark
  public int unpackDecoderAlone() throws IOException {
    try (LZMAInputStream in = new LZMAInputStream(new ByteArrayInputStream(packed))) {
      return in.readAllBytes().length;
    }
  }

  /** What the library does: the volume, its section, the volume in that, files, sections, ROMs. */
  @Benchmark
  public int unpack() {
    return Extractor.extract("volume", Slice.of(volume), options).roms().size();
  }
}
