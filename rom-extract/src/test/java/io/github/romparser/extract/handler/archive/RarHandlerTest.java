package io.github.romparser.extract.handler.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.handler.Search;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.testdata.RarForge;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RarHandlerTest {

  private static RarForge forge(boolean five) {
    return five ? RarForge.five(false) : RarForge.four(false);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void storedFilesAreThere(boolean five) {
    byte[] archive =
        forge(five)
            .file("text", RarForge.STORED, false, new byte[] {1, 2, 3})
            .file(five ? "bios/a.fd" : "bios\\a.fd", RarForge.STORED, false, Search.rom())
            .build();
    assertThat(Search.path(archive)).isEqualTo("rar: bios/a.fd");
    assertThat(Search.in(archive).deadEnds()).isEmpty();
    byte[] within = Search.join(new byte[100], archive, new byte[] {1, 2, 3});
    assertThat(Search.path(within)).isEqualTo("rar: bios/a.fd");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void compressedFilesAreNamed(boolean five) {
    RarForge forge = forge(five);
    for (int i = 0; i < 5; i++) {
      forge.file("file" + i, 3, false, new byte[] {1, 2, (byte) i});
    }
    Extraction found = Search.in(forge.file("a", RarForge.STORED, false, Search.rom()).build());
    assertThat(Search.deadEnds(found))
        .containsExactly("unsupported: RAR compression, 5 files: file0, file1, file2, file3, ...");
    assertThat(found.findings())
        .extracting(finding -> finding.code())
        .containsExactly(FindingCode.RAR_ARCHIVE);
    assertThat(Search.in(forge(five).file("one", 1, false, new byte[9]).build()).deadEnds())
        .singleElement()
        .satisfies(end -> assertThat(end.trouble().detail()).endsWith("1 file: one"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void passwordsAreTold(boolean five) {
    byte[] file =
        forge(five)
            .file("secret", RarForge.STORED, true, Search.rom())
            .file("open", RarForge.STORED, false, new byte[] {1})
            .build();
    assertThat(Search.deadEnds(Search.in(file))).containsExactly("password: 1 file: secret");
    byte[] all = (five ? RarForge.five(true) : RarForge.four(true)).build();
    assertThat(Search.deadEnds(Search.in(Search.join(all, new byte[] {1, 2, 3, 4, 5, 6, 7}))))
        .containsExactly("password: names too");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void cutOffTheRestIsSearched(boolean five) {
    byte[] archive =
        forge(five)
            .file("a", RarForge.STORED, false, Search.rom())
            .file("b", RarForge.STORED, false, Search.rom(0x1c8e))
            .build();
    Extraction found = Search.in(Arrays.copyOf(archive, archive.length - 1000));
    assertThat(Search.digests(found)).containsExactly(Search.digest(Search.rom()));
    assertThat(Search.deadEnds(found)).contains("truncated: it ends within the archive");
  }

  @Test
  void onlyTheMarkIsNothing() {
    for (byte[] archive : new byte[][] {forge(true).build(), forge(false).build()}) {
      assertThat(Search.in(Arrays.copyOf(archive, 8)).deadEnds()).isEmpty();
    }
  }

  @Test
  void largeFilesHaveLargeSizes() {
    byte[] archive = RarForge.four(false).file("ab_______", 0, false, Search.rom()).build();
    int file = 20;
    archive[file + 4] |= 0x01; // LARGE: the name's first eight characters are upper halves now
    assertThat(Search.deadEnds(Search.in(archive)))
        .containsExactly("truncated: it ends within the archive");
    assertThat(Search.digests(Search.in(archive))).containsExactly(Search.digest(Search.rom()));
  }

  @Test
  void headersThatLieEndTheWalk() {
    byte[] five = RarForge.five(false).file("name", 0, false, Search.rom()).build();
    for (int at = 8; at < 60; at++) {
      for (int value : new int[] {0, 0x7f, 0x80, 0xff}) {
        byte[] changed = five.clone();
        changed[at] = (byte) value;
        assertThat(Search.in(changed, 1).deadEnds())
            .noneMatch(end -> end.trouble().reason().id().equals("failed"));
      }
    }
  }
}
