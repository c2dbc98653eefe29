package io.github.romparser.extract.handler.installer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.testdata.InnoCalls;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class CallFilterTest {

  /** Bytes of which many are calls, and many addresses small. */
  private static byte[] program(int seed, int length) {
    byte[] choice = {(byte) 0xe8, (byte) 0xe9, 0, -1, 1, 0x7f, (byte) 0x80, 3};
    Random random = new Random(seed);
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = choice[random.nextInt(choice.length)];
    }
    return bytes;
  }

  @Property(tries = 300)
  void undoesWhatWasDone(
      @ForAll int seed,
      @ForAll @IntRange(max = 140_000) int length,
      @ForAll @IntRange(min = 2, max = 3) int way) {
    byte[] program = program(seed, length);
    byte[] changed = InnoCalls.change(program, way);
    (way == 2 ? CallFilter.LOW_BITS : CallFilter.FLIPPED).undo(changed);
    assertThat(changed).isEqualTo(program);
  }

  /** An address that the end cuts off is changed by nobody but the old decoder. */
  @Property(tries = 100)
  void undoesAllBits(@ForAll int seed, @ForAll @IntRange(max = 70_000) int length) {
    byte[] program = program(seed, length + 5);
    for (int i = length; i < program.length; i++) {
      program[i] = 0;
    }
    byte[] changed = InnoCalls.change(program, 1);
    CallFilter.ALL_BITS.undo(changed);
    assertThat(changed).isEqualTo(program);
  }

  @Test
  void addressThatIsCutOff() {
    byte[] bytes = {0, (byte) 0xe8, 9, 0};
    byte[] low = bytes.clone();
    CallFilter.FLIPPED.undo(low);
    assertThat(low).isEqualTo(bytes);
    CallFilter.ALL_BITS.undo(bytes);
    assertThat(bytes).containsExactly(0, 0xe8, 3, 0);
  }

  @Test
  void nothingIsDoneToOtherFiles() {
    byte[] bytes = program(1, 100);
    byte[] same = bytes.clone();
    CallFilter.NONE.undo(same);
    assertThat(same).isEqualTo(bytes);
  }

  @Test
  void variantOfEachVersion() {
    assertThat(CallFilter.of(new InnoVersion(InnoVersion.of(5, 1, 13, 0), false)))
        .isEqualTo(CallFilter.ALL_BITS);
    assertThat(CallFilter.of(new InnoVersion(InnoVersion.of(5, 2, 0, 0), false)))
        .isEqualTo(CallFilter.LOW_BITS);
    assertThat(CallFilter.of(new InnoVersion(InnoVersion.of(5, 3, 9, 0), false)))
        .isEqualTo(CallFilter.FLIPPED);
  }
}
