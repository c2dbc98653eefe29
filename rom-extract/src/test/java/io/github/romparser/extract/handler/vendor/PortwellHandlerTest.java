package io.github.romparser.extract.handler.vendor;

import static io.github.romparser.extract.handler.Search.deadEnds;
import static io.github.romparser.extract.handler.Search.digest;
import static io.github.romparser.extract.handler.Search.digests;
import static io.github.romparser.extract.handler.Search.in;
import static io.github.romparser.extract.handler.Search.join;
import static io.github.romparser.extract.handler.Search.paths;
import static io.github.romparser.extract.handler.Search.rom;
import static io.github.romparser.extract.handler.vendor.WrapperSpecimens.program;
import static io.github.romparser.extract.handler.vendor.WrapperSpecimens.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.handler.FixedAllowance;
import io.github.romparser.testdata.PortwellForge;
import io.github.romparser.testdata.StoreStream;
import org.junit.jupiter.api.Test;

/** Portwell's unpackers. */
final class PortwellHandlerTest {

  @Test
  void fiveFiles() {
    byte[] split = join(rom(4), text("<UU>"), rom(5));
    Extraction found =
        in(PortwellForge.of(StoreStream.of(rom()), PortwellForge.NONE, new byte[0], rom(3), split));
    assertThat(paths(found))
        .containsExactly(
            "portwell: Flash.efi",
            "portwell: Temp.bin",
            "portwell: SaveDmiData.efi",
            "portwell: SaveDmiData.efi");
    assertThat(deadEnds(found)).isEmpty();
  }

  /** A file that says it is packed, and is not. */
  @Test
  void packedThatIsNot() {
    byte[] file = join(new byte[] {4, 9, 0, 0, 5, 9, 0, 0}, rom(), new byte[0x104]);
    Extraction found = in(PortwellForge.of(file));
    assertThat(digests(found)).containsExactly(digest(rom()));
    assertThat(deadEnds(found)).hasSize(1).allMatch(end -> end.contains("EFI 1.1"));
  }

  @Test
  void whatIsNone() {
    PortwellHandler handler = new PortwellHandler();
    byte[] noMark = PortwellForge.of(rom());
    noMark[noMark.length - 2048 - 1] = 0;
    for (byte[] bytes : new byte[][] {program(), noMark, rom()}) {
      assertThat(handler.probe(Slice.of(bytes), 0, FixedAllowance.ample())).isEmpty();
      assertThat(handler.open(Slice.of(bytes), FixedAllowance.ample()).children()).isEmpty();
    }
  }
}
