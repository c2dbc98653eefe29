package io.github.romparser.extract.handler.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.handler.FixedAllowance;
import io.github.romparser.extract.handler.Search;
import io.github.romparser.testdata.Im4pForge;
import io.github.romparser.testdata.PbzxForge;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** IMG4 payloads and PBZX. */
final class AppleHandlersTest {
  private static final byte[] ROM = Search.rom();
  private static final byte[] XZ = MoreSpecimens.xz(ROM);

  // ---- IMG4 --------------------------------------------------------------------------------

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void lengthsOfAllKinds(int bytes) {
    assertThat(Search.path(Im4pForge.of(bytes, "ibot", ROM))).isEqualTo("apple-im4p: ibot");
  }

  @Test
  void shortPayloads() {
    for (int bytes : new int[] {0, 1}) {
      byte[] payload = Im4pForge.of(bytes, "tiny", new byte[] {1, 2, 3});
      assertThat(new AppleIm4pHandler().open(Slice.of(payload), FixedAllowance.ample()).children())
          .hasSize(1);
    }
  }

  @Test
  void theFirmwareOfMacsHasAHeader() {
    byte[] firmware = Im4pForge.firmware(ROM);
    assertThat(Search.path(firmware)).isEqualTo("apple-im4p: mefi");
    assertThat(Search.path(Search.join(new byte[33], firmware, new byte[9])))
        .isEqualTo("apple-im4p: mefi");
    assertThat(Search.deadEnds(Search.in(firmware))).isEmpty();
  }

  @Test
  void aPayloadThatIsCutOff() {
    byte[] payload = Im4pForge.of(4, "mefi", Search.join(ROM, new byte[500]));
    Extraction found = Search.in(Arrays.copyOf(payload, payload.length - 400));
    assertThat(Search.paths(found)).containsExactly("apple-im4p: mefi");
    assertThat(Search.deadEnds(found)).containsExactly("truncated: mefi");
  }

  @Test
  void whatIsNoPayload() {
    byte[] right = Im4pForge.of(2, "mefi", ROM);
    AppleIm4pHandler handler = new AppleIm4pHandler();
    assertThat(handler.probe(Slice.of(right), 0, FixedAllowance.ample())).isPresent();
    // Tags and lengths of the sequence, the texts, and the bytes.
    for (int[] change :
        new int[][] {
          {0, 0x31},
          {1, 0x80},
          {1, 0x85},
          {4, 0x15},
          {5, 3},
          {6, 'X'},
          {10, 4},
          {11, 5},
          {16, 4},
          {31, 5},
          {32, 0},
          {32, 0x80}
        }) {
      byte[] wrong = right.clone();
      wrong[change[0]] = (byte) change[1];
      assertThat(handler.probe(Slice.of(wrong), 0, FixedAllowance.ample()))
          .as("%d", change[0])
          .isEmpty();
      assertThat(handler.open(Slice.of(wrong), FixedAllowance.ample()).children()).isEmpty();
    }
    for (int length = 0; length < 31; length++) {
      assertThat(handler.probe(Slice.of(right).clamp(0, length), 0, FixedAllowance.ample()))
          .isEmpty();
    }
  }

  // ---- PBZX --------------------------------------------------------------------------------

  @Test
  void chunksAreJoined() {
    byte[] front = Arrays.copyOf(ROM, 700);
    byte[] middle = Arrays.copyOfRange(ROM, 700, 1500);
    byte[] back = Arrays.copyOfRange(ROM, 1500, ROM.length);
    byte[] file =
        PbzxForge.start()
            .stored(new byte[0])
            .xz(MoreSpecimens.xz(front), front.length)
            .stored(middle)
            .xz(MoreSpecimens.xz(back), back.length)
            .build();
    assertThat(Search.path(file)).isEqualTo("apple-pbzx");
    assertThat(Search.deadEnds(Search.in(file))).isEmpty();
    assertThat(
            Search.path(
                Search.join(
                    new byte[50],
                    file,
                    "not a chunk at all".getBytes(java.nio.charset.StandardCharsets.US_ASCII))))
        .isEqualTo("apple-pbzx");
  }

  @Test
  void filesThatAreCutOff() {
    byte[] file = PbzxForge.start().xz(XZ, ROM.length).xz(XZ, ROM.length).build();
    Extraction found = Search.in(Arrays.copyOf(file, file.length - 60));
    assertThat(Search.paths(found)).containsExactly("apple-pbzx");
    assertThat(Search.deadEnds(found)).isNotEmpty().allMatch(end -> end.startsWith("truncated"));
    // The index of .xz is missing alone: all bytes come out, and still it is told.
    byte[] one = PbzxForge.start().xz(XZ, ROM.length).build();
    Extraction tail = Search.in(Arrays.copyOf(one, one.length - 1));
    assertThat(Search.paths(tail)).containsExactly("apple-pbzx");
    assertThat(Search.deadEnds(tail)).hasSize(1);
    // A stored chunk that is cut off is none.
    byte[] stored = PbzxForge.start().xz(XZ, 9).chunk(5000, 5000, ROM).build();
    assertThat(Search.paths(Search.in(stored))).containsExactly("apple-pbzx", "");
    byte[] longer = PbzxForge.start().chunk(1, 50_000, Search.join(XZ, new byte[10])).build();
    assertThat(Search.deadEnds(Search.in(longer))).hasSize(1);
  }

  @Test
  void sizesThatLie() {
    byte[] file = PbzxForge.start().chunk(7, XZ.length, XZ).build();
    assertThat(Search.path(file)).isEqualTo("apple-pbzx");
    for (long packed : new long[] {Long.MIN_VALUE, Long.MAX_VALUE, 0, 3}) {
      byte[] wrong = PbzxForge.start().chunk(ROM.length, packed, XZ).build();
      assertThat(Search.digests(Search.in(wrong))).containsExactly(Search.digest(ROM));
    }
    byte[] nothing = PbzxForge.start().chunk(5, 6, ROM).build();
    assertThat(Search.path(nothing)).isEmpty();
    assertThat(Search.path(Search.join(PbzxForge.start().build(), ROM))).isEmpty();
  }
}
