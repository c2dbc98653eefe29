package io.github.romparser.extract.handler.installer;

import static io.github.romparser.extract.handler.Search.join;
import static io.github.romparser.extract.handler.Search.rom;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.handler.FixedAllowance;
import io.github.romparser.extract.handler.Search;
import io.github.romparser.testdata.InnoEdition;
import io.github.romparser.testdata.InnoForge;
import io.github.romparser.testdata.ProgramForge;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class InnoHandlerTest {

  private static InnoForge forge(InnoEdition edition) {
    return InnoForge.of(edition).packingHeader(InnoPackers::lzma1).packing(3, InnoPackers::lzma1);
  }

  @ParameterizedTest
  @EnumSource
  void everyLayoutGivesNames(InnoEdition edition) {
    byte[] setup =
        forge(edition)
            .file("{app}\\N1X99WW\\bios.fd", rom(1))
            .stored("{tmp}\\{{x}.rom", rom(2))
            .file("{app}\\readme", new byte[] {1, 2, 3})
            .build();
    Extraction found = Search.in(setup);
    assertThat(Search.paths(found))
        .containsExactly("inno: app/N1X99WW/bios.fd", "inno: tmp/{x.rom");
    assertThat(found.deadEnds()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void everyCompression(int number) {
    for (InnoEdition edition : List.of(InnoEdition.V5_5_7, InnoEdition.V6_3_0)) {
      InnoForge forge =
          InnoForge.of(edition).packing(number, bytes -> InnoPackers.pack(number, bytes));
      byte[] setup =
          forge.file("{app}\\a", rom(1)).solid("{app}\\b", new byte[9]).solid("c", rom(2)).build();
      Extraction found = Search.in(setup);
      assertThat(Search.paths(found)).containsExactly("inno: app/a", "inno: c");
      assertThat(found.deadEnds()).isEmpty();
    }
  }

  /** The ROM lies behind an address that was changed, and has some itself. */
  @ParameterizedTest
  @EnumSource(names = {"V5_1_13", "V5_3_6", "V5_3_9", "V6_4_3"})
  void addressesInProgramsAreChangedBack(InnoEdition edition) {
    byte[] rom = rom(1);
    byte[] program = join(new byte[] {(byte) 0xe8, 0, 1, 0, 0, (byte) 0xe9, -2, -1, -1, -1}, rom);
    for (int number = 0; number < 5; number += 3) {
      int method = number;
      byte[] setup =
          InnoForge.of(edition)
              .packing(method, bytes -> InnoPackers.pack(method, bytes))
              .program("{app}\\flash.exe", program)
              .solid("{app}\\a", rom(2))
              .build();
      Extraction found = Search.in(setup);
      assertThat(Search.paths(found)).containsExactly("inno: app/flash.exe", "inno: app/a");
      assertThat(found.deadEnds()).isEmpty();
    }
    byte[] alone = forge(edition).program("{app}\\flash.exe", program).build();
    assertThat(Search.paths(Search.in(alone))).containsExactly("inno: app/flash.exe");
  }

  @ParameterizedTest
  @EnumSource
  void encryptedSetUpsAreTold(InnoEdition edition) {
    byte[] setup =
        forge(edition).file("{app}\\a", rom(1)).file("{app}\\b", rom(2)).encrypted().build();
    Extraction found = Search.in(setup);
    assertThat(Search.deadEnds(found)).containsExactly("password: Inno Setup, 2 of 2 files");
    assertThat(found.roms()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"V5_1_13", "V5_5_0", "V6_4_0"})
  void wrongHashesAreToldAndTheBytesGiven(InnoEdition edition) {
    byte[] setup =
        forge(edition)
            .file("a", rom(1))
            .file("b", rom(2))
            .solid("c", rom(3))
            .stored("d", rom(4))
            .wrongHashes()
            .build();
    Extraction found = Search.in(setup);
    assertThat(found.roms()).hasSize(4);
    String hash = edition == InnoEdition.V5_1_13 ? "MD5" : "SHA-1";
    String name = edition == InnoEdition.V6_4_0 ? "SHA-256" : hash;
    assertThat(Search.deadEnds(found))
        .containsExactlyInAnyOrder(
            "damaged: a: " + name + " is wrong",
            "damaged: b: " + name + " is wrong",
            "damaged: c: " + name + " is wrong",
            "damaged: d: " + name + " is wrong");
  }

  @ParameterizedTest
  @EnumSource
  void withoutKnowingTheHeaderThereAreNoNames(InnoEdition edition) {
    byte[] setup = forge(edition).file("a", rom(1)).stored("b", rom(2)).oddHeader().build();
    Extraction found = Search.in(setup);
    assertThat(Search.paths(found)).containsExactly("inno: file 1", "inno: file 2");
    assertThat(found.deadEnds()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void compressionIsToldByTheFirstBytes(int number) {
    byte[] setup =
        InnoForge.of(InnoEdition.V6_1_0)
            .packing(number, bytes -> InnoPackers.pack(number, bytes))
            .file("a", rom(1))
            .solid("b", rom(2))
            .oddHeader()
            .build();
    assertThat(Search.paths(Search.in(setup))).containsExactly("inno: file 1", "inno: file 2");
  }

  /** Of a version that nobody knows only the list of data is left, whose length says how it is. */
  @Test
  void layoutOfTheDataIsToldByTheirLength() {
    byte[] setup =
        forge(InnoEdition.V6_4_0)
            .text("Inno Setup Setup Data (9.9.9)")
            .file("a", rom(1))
            .file("b", rom(2))
            .oddHeader()
            .build();
    assertThat(Search.paths(Search.in(setup))).containsExactly("inno: file 1", "inno: file 2");
  }

  @Test
  void programWithoutTableIsSearched() {
    for (InnoEdition edition : List.of(InnoEdition.V5_1_0, InnoEdition.V6_0_0)) {
      byte[] setup = forge(edition).file("{app}\\a", rom(1)).withoutTable().build();
      assertThat(Search.paths(Search.in(setup))).containsExactly("inno: app/a");
    }
  }

  @Test
  void setUpInTheMidstOfOtherBytes() {
    byte[] setup = forge(InnoEdition.V5_5_0).file("{app}\\a", rom(1)).build();
    assertThat(Search.paths(Search.in(join(new byte[77], setup, new byte[9], rom(2)))))
        .containsExactly("inno: app/a", "");
  }

  @Test
  void whatTheProgramHasBesidesIsFound() {
    byte[] setup = forge(InnoEdition.V5_5_0).file("{app}\\a", rom(1)).build();
    assertThat(Search.paths(Search.in(join(setup, rom(2)))))
        .containsExactly("inno: app/a", String.format("0x%x", setup.length));
  }

  @Test
  void otherProgramsAreNone() {
    byte[] program =
        ProgramForge.start().section(".text", rom(1)).resource(10, 11111, rom(2)).build();
    byte[] text = "Inno Setup Setup Data (5.5.0) (u)".getBytes(StandardCharsets.US_ASCII);
    InnoHandler handler = new InnoHandler();
    for (byte[] other :
        List.of(program, join(program, text, new byte[200]), join(text, new byte[200]), text)) {
      assertThat(handler.probe(Slice.of(other), 0, FixedAllowance.ample())).isEmpty();
      assertThat(handler.open(Slice.of(other), FixedAllowance.ample()).children()).isEmpty();
    }
    assertThat(Search.paths(Search.in(program)))
        .containsExactly("section .text", "section .rsrc/resource RCDATA/11111");
  }

  /** The table is believed only with its sum. */
  @Test
  void tableWithAWrongSumIsNone() {
    byte[] setup = forge(InnoEdition.V5_5_0).file("{app}\\a", rom(1)).build();
    int table = Slice.of(setup).indexOf("rDlPtS", 0);
    setup[table + 0x20] ^= 1;
    byte[] moved = join(new byte[3], setup);
    assertThat(new InnoHandler().probe(Slice.of(moved), 3, FixedAllowance.ample())).isEmpty();
  }

  @Test
  void chunkThatIsCutOffIsTold() {
    byte[] setup = forge(InnoEdition.V5_5_0).file("{app}\\a", join(rom(1), new byte[3])).build();
    byte[] changed = setup.clone();
    int chunk = Slice.of(setup).indexOf("zlb\u001a", 0);
    Arrays.fill(changed, chunk + 1500, chunk + 1600, (byte) 0);
    assertThat(Search.deadEnds(Search.in(changed)))
        .hasSize(1)
        .first()
        .asString()
        .contains("damaged");
    changed[chunk] = 0;
    assertThat(Search.deadEnds(Search.in(changed))).contains("damaged: app/a: no chunk at 0");
  }

  @Test
  void damagedHeaderIsTold() {
    byte[] setup = InnoForge.of(InnoEdition.V5_5_0).stored("{app}\\a", rom(1)).build();
    int header = Slice.of(setup).indexOf("Inno Setup Setup Data", 0);
    byte[] changed = setup.clone();
    changed[header + 64 + 9] ^= 1;
    Extraction found = Search.in(changed);
    assertThat(Search.paths(found)).containsExactly("inno: app/a");
    assertThat(Search.deadEnds(found)).containsExactly("damaged: header: CRC-32 is wrong");
  }

  @Test
  void setUpWithoutTheEndOfItsHeader() {
    byte[] setup = forge(InnoEdition.V5_5_0).file("{app}\\a", rom(1)).build();
    int header = Slice.of(setup).indexOf("Inno Setup Setup Data", 0);
    for (int length : new int[] {header + 20, header + 64, header + 80, setup.length - 200}) {
      Extraction found = Search.in(Arrays.copyOf(setup, length));
      assertThat(Search.paths(found))
          .as("" + length)
          .singleElement()
          .asString()
          .contains("inno-slice chunk");
    }
    Extraction whole = Search.in(Arrays.copyOf(setup, setup.length - 5));
    assertThat(Search.deadEnds(whole)).isNotEmpty();
  }

  /** Two entries for the same bytes, or for more than there are. */
  @Test
  void filesThatShareBytesAreGivenOnce() {
    byte[] setup = forge(InnoEdition.V5_5_0).file("{app}\\a", rom(1)).repeatedEntries(3).build();
    Extraction found = Search.in(setup);
    assertThat(Search.paths(found)).containsExactly("inno: app/a");
    assertThat(Search.deadEnds(found))
        .containsExactly("damaged: file 2: overlaps another", "damaged: file 3: overlaps another");
  }
}
