package io.github.romparser.extract.handler;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.Budget;
import io.github.romparser.extract.ExtractOptions;
import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.Extractor;
import io.github.romparser.extract.spi.Trouble;
import io.github.romparser.testdata.CapsuleForge;
import io.github.romparser.testdata.FlashForge;
import io.github.romparser.testdata.SectionForge;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes as firmware: nothing fails. */
final class HandlersFuzzTest {
  private static final String TYPE = "00000001-0002-0003-0004-000000000005";
  private static final Budget BUDGET =
      Budget.usual().bytes(1 << 20, 1 << 23, 1 << 24).counts(8, 40, 2000);

  @MethodSource("seeds")
  @FuzzTest
  void searches(byte[] bytes) {
    Extraction extraction =
        Extractor.extract("blob", Slice.of(bytes), ExtractOptions.usual().with(BUDGET).threads(1));
    assertThat(extraction.deadEnds())
        .noneMatch(end -> end.trouble().reason() == Trouble.Reason.FAILED);
  }

  static Stream<Arguments> seeds() {
    byte[] rom = Search.rom();
    byte[] sections = SectionForge.list(SectionForge.raw(rom), SectionForge.name("Rom"));
    Stream<byte[]> packed =
        Stream.of(
                SectionForge.LZMA,
                SectionForge.LZMA_X86,
                SectionForge.TIANO,
                SectionForge.BROTLI,
                SectionForge.GZIP,
                SectionForge.ZLIB)
            .map(guid -> Packed.section(guid, sections));
    Stream<byte[]> others =
        Stream.of(
            CapsuleForge.toshiba(sections),
            CapsuleForge.aptio(true, 64, sections),
            CapsuleForge.fmp(
                List.of(rom), List.of(CapsuleForge.payload(2, TYPE, true, true, sections))),
            FlashForge.size(0x3000).region(1, 0x1000, 0x2000).put(0x1800, rom).build());
    return Stream.of(
            HostileTest.containers().map(arguments -> (byte[]) arguments.get()[1]), packed, others)
        .flatMap(stream -> stream)
        .map(Arguments::of);
  }
}
