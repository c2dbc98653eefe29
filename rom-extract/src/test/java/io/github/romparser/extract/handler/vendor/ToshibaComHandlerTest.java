package io.github.romparser.extract.handler.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.codec.BoundedOutput;
import io.github.romparser.extract.handler.FixedAllowance;
import io.github.romparser.extract.handler.Search;
import io.github.romparser.testdata.ToshibaForge;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** BIOS updates of Toshiba. */
final class ToshibaComHandlerTest {
  private static final byte[] ROM = Search.rom();
  private static final String PATH = "toshiba-com: BIOS V1.00";

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void headersOfAllVersions(int version) {
    for (byte[] update :
        List.of(ToshibaForge.packed(version, ROM), ToshibaForge.stored(version, ROM))) {
      assertThat(Search.path(update)).isEqualTo(PATH);
      assertThat(Search.deadEnds(Search.in(update))).isEmpty();
    }
  }

  @Test
  void anUpdateWithoutAVersion() {
    byte[] update = ToshibaForge.packed(2, ROM);
    Arrays.fill(update, 0x0b, 0x1b, (byte) 0);
    assertThat(Search.path(update)).isEqualTo("toshiba-com");
  }

  @Test
  void outputsOfSeveralHeadersAreJoined() {
    byte[] front = Arrays.copyOf(ROM, 1000);
    byte[] back = Arrays.copyOfRange(ROM, 1000, ROM.length);
    for (byte[] first : List.of(ToshibaForge.packed(1, front), ToshibaForge.stored(1, front))) {
      byte[] update = Search.join(first, new byte[99], ToshibaForge.packed(0, back));
      assertThat(Search.path(update)).isEqualTo(PATH);
    }
  }

  @Test
  void updatesAreFoundAnywhere() {
    byte[] update = Search.join(new byte[77], ToshibaForge.packed(2, ROM), ROM);
    assertThat(Search.paths(Search.in(update))).containsExactly(PATH, "");
  }

  @Test
  void runsTakeNoBits() {
    byte[] runs = Search.join(ToshibaForge.run('x', 70_000), ToshibaForge.run('y', 3));
    BoundedOutput out = new BoundedOutput(FixedAllowance.ample());
    ToshibaStream.Run run =
        ToshibaStream.into(Slice.of(Search.join(runs, new byte[1])), out, FixedAllowance.ample());
    assertThat(run).isEqualTo(new ToshibaStream.Run(ToshibaStream.Ending.DONE, runs.length));
    assertThat(out.toSlice().latin1(0, 70_003)).isEqualTo("x".repeat(70_000) + "yyy");
  }

  @Test
  void countsOfNothingMakeProgress() {
    byte[] stream = Search.join(ToshibaForge.run('x', 0), ToshibaForge.stream(ROM));
    byte[] update = ToshibaForge.with(2, true, stream, ROM.length);
    assertThat(Search.path(update)).isEqualTo(PATH);
    assertThat(Search.deadEnds(Search.in(update))).isEmpty();
  }

  @Test
  void whatIsCutOffComesAsFarAsItGoes() {
    byte[] content = Search.join(ROM, new byte[9000]);
    byte[] update = ToshibaForge.packed(2, content);
    Extraction found = Search.in(Arrays.copyOf(update, update.length - 5000));
    assertThat(Search.paths(found)).containsExactly(PATH);
    assertThat(Search.deadEnds(found)).hasSize(1).first().asString().startsWith("truncated: Huff");
    // In the head of a block, in its tree, and in the first code.
    for (int length : new int[] {0x202, 0x206, 0x340}) {
      Extraction cut = Search.in(Arrays.copyOf(update, length));
      assertThat(Search.deadEnds(cut)).hasSize(1).first().asString().startsWith("truncated: Huff");
    }
    // Without the byte at the end nothing is missing but that.
    byte[] stream = ToshibaForge.stream(ROM);
    byte[] endless =
        ToshibaForge.with(2, true, Arrays.copyOf(stream, stream.length - 1), ROM.length);
    assertThat(Search.deadEnds(Search.in(endless))).isEmpty();
  }

  @Test
  void whatIsWrongIsTold() {
    byte[] stream = ToshibaForge.stream(ROM);
    byte[] end = stream.clone();
    end[end.length - 1] = 7;
    assertThat(Search.deadEnds(Search.in(ToshibaForge.with(2, true, end, ROM.length))))
        .containsExactly("damaged: Huffman, 2048 bytes were decoded");
    byte[] size = ToshibaForge.with(2, true, stream, 50_000);
    assertThat(Search.path(size)).isEqualTo(PATH);
    assertThat(Search.deadEnds(Search.in(size))).hasSize(1).first().asString().contains("2048 of");
    byte[] packed = ToshibaForge.claiming(2, true, stream, 0xffff_ffffL, ROM.length);
    assertThat(Search.path(packed)).isEqualTo(PATH);
    assertThat(Search.deadEnds(Search.in(packed))).hasSize(1);
    byte[] tree = new byte[300];
    Arrays.fill(tree, 4, 300, (byte) 0xff);
    tree[0] = 1;
    tree[3] = 9;
    assertThat(Search.deadEnds(Search.in(ToshibaForge.with(2, true, tree, 9))))
        .containsExactly("damaged: Huffman, 0 bytes were decoded");
  }

  @Test
  void outputsThatAreTooLargeEnd() {
    byte[] runs = ToshibaForge.run('x', 0xff_ffff);
    byte[] all = Search.join(runs, runs, runs, runs, runs, runs, runs);
    Extraction found = Search.in(ToshibaForge.with(2, true, all, 0));
    assertThat(Search.deadEnds(found)).hasSize(1).first().asString().startsWith("limit: Huffman");
  }

  @Test
  void whatIsNoHeader() {
    byte[] right = ToshibaForge.packed(2, ROM);
    for (int[] change : new int[][] {{0, 1}, {1, 1}, {2, 3}, {3, 'b'}, {0x1b, 2}, {0x200, 2}}) {
      byte[] wrong = right.clone();
      wrong[change[0]] = (byte) change[1];
      assertThat(ToshibaHeader.read(Slice.of(wrong), 0)).isEmpty();
    }
    assertThat(ToshibaHeader.read(Slice.of(right), 0)).isPresent();
    assertThat(ToshibaHeader.read(Slice.of(right).clamp(0, 0xff), 0)).isEmpty();
    assertThat(ToshibaHeader.read(Slice.of(right).clamp(0, 0x200), 0)).isEmpty();
    byte[] nothing = right.clone();
    Arrays.fill(nothing, 0x24, 0x28, (byte) 0);
    assertThat(ToshibaHeader.read(Slice.of(nothing), 0)).isEmpty();
    assertThat(
            new ToshibaComHandler().open(Slice.of(new byte[9]), FixedAllowance.ample()).children())
        .isEmpty();
  }

  @Property(tries = 200)
  void whatWasPackedComesOut(@ForAll byte[] content) {
    BoundedOutput out = new BoundedOutput(FixedAllowance.ample());
    Slice stream = Slice.of(ToshibaForge.stream(content));
    assertThat(ToshibaStream.into(stream, out, FixedAllowance.ample()).ending())
        .isEqualTo(ToshibaStream.Ending.DONE);
    assertThat(out.toSlice()).isEqualTo(Slice.of(content));
  }

  @Property(tries = 500)
  void anyBytesEnd(@ForAll byte[] bytes, @ForAll @IntRange(max = 3) int count) {
    byte[] stream = Search.join(new byte[] {1, 0, (byte) count, 7}, bytes);
    FixedAllowance allowance = new FixedAllowance(1000);
    BoundedOutput out = new BoundedOutput(allowance);
    ToshibaStream.Run run = ToshibaStream.into(Slice.of(stream), out, allowance);
    assertThat(run.consumed()).isBetween(0L, (long) stream.length);
    assertThat(out.length()).isLessThanOrEqualTo(1000);
  }
}
