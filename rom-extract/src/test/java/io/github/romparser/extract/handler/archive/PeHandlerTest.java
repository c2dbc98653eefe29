package io.github.romparser.extract.handler.archive;

import static io.github.romparser.extract.handler.archive.Search.join;
import static io.github.romparser.extract.handler.archive.Search.rom;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Found;
import io.github.romparser.testdata.PeForge;
import io.github.romparser.testdata.ProgramForge;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PeHandlerTest {
  private static final int HEADER = 0x80;
  private static final int SECTIONS = HEADER + 0x18 + 0xf0;
  private static final int RESOURCES = HEADER + 0x18 + 0x70 + 2 * 8;

  private static final byte[] PROGRAM =
      ProgramForge.start()
          .section(".text", join(Search.dull(100), rom(1)))
          .resource(10, 101, rom(2))
          .resource("BIN", "the rom", join(Search.dull(8), rom(3)))
          .resource(16, 1, Search.dull(60))
          .overlay(join(Search.dull(16), rom(4)))
          .certificate(Search.dull(700))
          .build();

  private static void put32(byte[] bytes, int at, long value) {
    for (int i = 0; i < 4; i++) {
      bytes[at + i] = (byte) (value >>> (8 * i));
    }
  }

  @Test
  void sectionsResourcesAndOverlay() {
    Extraction found = Search.of(PROGRAM);
    assertThat(Search.paths(found))
        .containsExactly(
            "section .text",
            "section .rsrc/resource RCDATA/101",
            "section .rsrc/resource BIN/the rom",
            "overlay");
    assertThat(found.deadEnds()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 11, 12})
  void programsForEfi(int subsystem) {
    byte[] program = ProgramForge.start().subsystem(subsystem).section(".data", rom(1)).build();
    assertThat(Search.paths(program)).containsExactly("section .data");
    assertThat(Search.of(PeForge.x64().build()).parts().size()).isGreaterThan(1);
  }

  /** At the start of bytes all of them are the program's; in the midst it ends with its own. */
  @Test
  void theEndOfAProgram() {
    PeHandler handler = new PeHandler();
    Allowance ample = TestAllowance.ample();
    byte[] plain =
        ProgramForge.start().section(".text", rom(1)).certificate(Search.dull(60)).build();
    byte[] blob = join(plain, rom(2));
    assertThat(handler.probe(Slice.of(blob), 0, ample).map(Found::end))
        .contains((long) blob.length);
    byte[] behind = join(Search.dull(10), blob);
    assertThat(handler.probe(Slice.of(behind), 10, ample).map(Found::end))
        .contains(10L + plain.length);
    assertThat(Search.paths(behind)).containsExactly("program 0xa/section .text", "");
  }

  @Test
  void whatIsHiddenBehindTheCertificateIsFound() {
    byte[] blob = join(PROGRAM, rom(5));
    assertThat(Search.paths(blob)).last().isEqualTo("overlay");
    assertThat(Search.numbers(Search.of(blob))).containsExactly(1, 2, 3, 4, 5);
    // A directory that claims everything behind the sections is believed no further than its
    // certificates go.
    byte[] lying = PROGRAM.clone();
    put32(lying, HEADER + 0x18 + 0x70 + 4 * 8 + 4, 1L << 31);
    assertThat(Search.numbers(Search.of(join(lying, rom(5))))).containsExactly(1, 2, 3, 4, 5);
    put32(lying, HEADER + 0x18 + 0x70 + 4 * 8, 0x400);
    assertThat(Search.numbers(Search.of(lying))).containsExactly(1, 2, 3, 4);
  }

  @Test
  void whatIsNoProgram() {
    for (int[] wrong :
        new int[][] {
          {HEADER, 0}, {HEADER + 4, 0x65}, {HEADER + 7, 1}, {HEADER + 0x18, 0}, {0x3f, 0x7f}
        }) {
      byte[] bad = PROGRAM.clone();
      bad[wrong[0]] = (byte) wrong[1];
      assertThat(new PeHandler().probe(Slice.of(bad), 0, TestAllowance.ample())).isEmpty();
    }
    byte[] text = Arrays.copyOf("MZ".getBytes(StandardCharsets.UTF_8), 70);
    assertThat(new PeHandler().probe(Slice.of(text), 0, TestAllowance.ample())).isEmpty();
    assertThat(new PeHandler().probe(Slice.of(text), 40, TestAllowance.ample())).isEmpty();
    assertThat(new PeHandler().open(Slice.of(text), TestAllowance.ample()).children()).isEmpty();
  }

  /** Ninety-six sections that each claim the whole file. */
  @Test
  void sectionsThatOverlapAreSearchedOnce() {
    ProgramForge forge = ProgramForge.start();
    for (int i = 0; i < 7; i++) {
      forge.section("s" + i, Search.dull(512));
    }
    byte[] program = forge.overlay(rom(1)).build();
    for (int i = 0; i < 7; i++) {
      put32(program, SECTIONS + i * 0x28 + 0x10, 0xffff_ffffL);
      put32(program, SECTIONS + i * 0x28 + 0x14, 0x200 + i);
    }
    Extraction found = Search.of(program);
    assertThat(Search.numbers(found)).containsExactly(1);
    assertThat(found.parts().size()).isLessThan(10);
  }

  private static byte[] withRoot(byte[] folder) {
    byte[] program = ProgramForge.start().resource(10, 101, join(folder, rom(1))).build();
    int file = (int) Slice.of(program).u32(SECTIONS + 0x14);
    byte[] section = Arrays.copyOfRange(program, file, program.length);
    int at = Slice.of(section).indexOf("FOLDER", 0);
    // The folder stands in the data of the only resource, and becomes the root.
    put32(program, RESOURCES, Slice.of(program).u32(SECTIONS + 0x0c) + at);
    return program;
  }

  @Test
  void aFolderThatHoldsItself() {
    byte[] program = ProgramForge.start().resource(10, 101, rom(1)).build();
    int root = (int) Slice.of(program).u32(SECTIONS + 0x14);
    // Type, name and language all lead back to the root.
    put32(program, root + 16 + 4, 0x8000_0000L);
    assertThat(Search.numbers(Search.of(program))).containsExactly(1);
    // More entries than there are bytes.
    program[root + 0x0e] = -1;
    program[root + 0x0f] = -1;
    assertThat(Search.numbers(Search.of(program))).containsExactly(1);
  }

  @Test
  void aRootInTheMidstOfData() {
    byte[] program = withRoot("FOLDER".repeat(8).getBytes(StandardCharsets.UTF_8));
    assertThat(Search.numbers(Search.of(program))).containsExactly(1);
  }

  @Test
  void resourcesOutsideOfTheirSectionAndInEachOther() {
    byte[] program = ProgramForge.start().resource(10, 1, rom(1)).resource(10, 2, rom(2)).build();
    int root = (int) Slice.of(program).u32(SECTIONS + 0x14);
    int leaves = root + 16 + 2 * 8 + 2 * 24 + 2 * 24;
    byte[] outside = program.clone();
    put32(outside, leaves, 0x10);
    assertThat(Search.numbers(Search.of(outside))).containsExactlyInAnyOrder(1, 2);
    byte[] same = program.clone();
    System.arraycopy(same, leaves, same, leaves + 16, 16);
    assertThat(Search.numbers(Search.of(same))).containsExactlyInAnyOrder(1, 2);
    byte[] noName = program.clone();
    put32(noName, root + 16, 0xffff_fff0L);
    assertThat(Search.paths(noName)).first().asString().contains("resource ?/1");
    byte[] noLeaf = program.clone();
    put32(noLeaf, leaves - 4, 0x7fff_0000L);
    assertThat(Search.numbers(Search.of(noLeaf))).containsExactlyInAnyOrder(1, 2);
  }

  /** A language is told only where there is a choice. */
  @Test
  void twoLanguages() {
    byte[] program = ProgramForge.start().resource(10, 1, rom(1)).resource(10, 2, rom(2)).build();
    int root = (int) Slice.of(program).u32(SECTIONS + 0x14);
    int languages = root + 16 + 2 * 8 + 2 * 24;
    // The first folder of languages is 24 bytes long; the one behind it becomes its second entry.
    byte[] wide = program.clone();
    wide[languages + 0x0e] = 2;
    assertThat(Search.paths(wide)).first().asString().endsWith("resource RCDATA/1/1033");
  }
}
