package io.github.romparser.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.EfiDecompressor.Decompressed;
import io.github.romparser.rom.RomChain;
import io.github.romparser.rom.RomScanner;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every benchmark measures what it says: library and baseline have the same answer. */
class BenchmarksTest {

  @Test
  void scan() {
    ScanBenchmark benchmark = new ScanBenchmark();
    byte[] bytes = benchmark.image().bytes();

    assertThat(bytes).hasSize(ScanBenchmark.SIZE);
    assertThat(benchmark.shipped()).isEqualTo(benchmark.naive());

    List<Integer> places = new ArrayList<>();
    for (int at = Naive.nextRom(bytes, 0); at >= 0; at = Naive.nextRom(bytes, at + 1)) {
      places.add(at);
    }
    assertThat(benchmark.image().roms()).hasSize(21).allMatch(at -> at % 2 == 1);
    assertThat(places).containsAll(benchmark.image().roms());

    CRC32 crc = new CRC32();
    crc.update(ByteBuffer.wrap(bytes));
    assertThat(benchmark.readCrc32()).isEqualTo(crc.getValue());
    byte[] xor = new byte[Long.BYTES];
    for (int i = 0; i < bytes.length; i++) {
      xor[i % Long.BYTES] ^= bytes[i];
    }
    assertThat(benchmark.readLongs()).isEqualTo(Long.reverseBytes(ByteBuffer.wrap(xor).getLong()));
  }

  @Test
  void extract() throws IOException {
    ExtractBenchmark benchmark = new ExtractBenchmark();
    assertThat(benchmark.searchNaive()).isPositive();
    assertThat(benchmark.search()).isGreaterThan(10);
    assertThat(benchmark.unpack()).isEqualTo(1);
    assertThat(benchmark.unpackDecoderAlone()).isGreaterThan(2 << 20);
  }

  @Test
  void cabinets() {
    CabinetBenchmark benchmark = new CabinetBenchmark();
    Slice drivers = Slice.of(benchmark.drivers());
    assertThat(drivers.length()).isEqualTo(CabinetBenchmark.SIZE);
    assertThat(benchmark.lzx().sameBytes(drivers)).isTrue();
    assertThat(Slice.of(benchmark.lzxNaive()).sameBytes(drivers)).isTrue();
    assertThat(benchmark.lznt1().sameBytes(drivers)).isTrue();
    assertThat(Slice.of(benchmark.lznt1Naive()).sameBytes(drivers)).isTrue();
  }

  @Test
  void scanMeasuresDecoysToo() {
    byte[] bytes = new ScanBenchmark().image().bytes();
    Slice slice = Slice.of(bytes);

    assertThat(slice.indexOf("PCIR", 0))
        .isGreaterThan(0)
        .isLessThan((int) RomScanner.next(slice, 0));
    assertThat(slice.indexOf("U\u00aa", 0)).isEqualTo(0x123);
  }

  @ParameterizedTest
  @ValueSource(ints = {65536, 1048576, 67108864})
  void sum(int size) {
    SumBenchmark benchmark = new SumBenchmark();
    benchmark.size = size;
    benchmark.setUp();

    assertThat(benchmark.shipped()).isEqualTo(benchmark.naive()).isNotZero();
  }

  @ParameterizedTest
  @CsvSource({"seavga, 1", "turing-nvgi3, 2", "amd-flash, 2", "ten-thousand, 10000"})
  void read(String layout, int images) {
    ReadBenchmark benchmark = new ReadBenchmark();
    benchmark.layout = layout;
    benchmark.setUp();
    RomChain chain = benchmark.shipped().chains().get(0);

    assertThat(benchmark.walk()).isEqualTo(images).isEqualTo(chain.pci().images().size());
  }

  @Test
  void efi() {
    EfiBenchmark benchmark = new EfiBenchmark();
    List<Slice> drivers = benchmark.drivers();
    int total = 0;

    for (int i = 0; i < drivers.size(); i++) {
      Slice driver = drivers.get(i);
      byte[] stream = benchmark.streams().get(i);
      total += driver.length();
      assertThat(benchmark.decompressNaive().get(i)).isEqualTo(driver.toByteArray());
      assertThat(benchmark.decompress().get(i))
          .isEqualTo(new Decompressed(driver, stream.length - 1));
      assertThat(benchmark.compress().get(i)).isEqualTo(Slice.of(stream));
      assertThat((double) stream.length / driver.length()).isBetween(0.4, 0.6);
    }

    assertThat(total).isEqualTo(EfiBenchmark.SIZE);
  }

  @Test
  void lha() {
    LhaBenchmark benchmark = new LhaBenchmark();
    for (int i = 0; i < benchmark.drivers().size(); i++) {
      Slice driver = benchmark.drivers().get(i);
      assertThat(benchmark.decompressNaive().get(i)).isEqualTo(driver.toByteArray());
      assertThat(((Decompressed) benchmark.decompress().get(i)).bytes()).isEqualTo(driver);
      assertThat(benchmark.beginning().get(i).bytes()).isEqualTo(driver);
      assertThat(benchmark.beginning().get(i).failure()).isEmpty();
    }
  }
}
