package io.github.romparser.extract.handler.installer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.handler.Search;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.finding.Severity;
import io.github.romparser.testdata.ProgramForge;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class UpxHandlerTest {

  private static byte[] noise(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  private static byte[] program(String first, String second, byte[] overlay) {
    return ProgramForge.start()
        .section(first, noise(300_000))
        .section(second, noise(300_000))
        .overlay(overlay)
        .build();
  }

  private static byte[] dos(String mark, int pages, int last) {
    byte[] bytes = new byte[2048];
    System.arraycopy("MZ".getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, 2);
    bytes[2] = (byte) last;
    bytes[4] = (byte) pages;
    System.arraycopy(mark.getBytes(StandardCharsets.US_ASCII), 0, bytes, 0x55, mark.length());
    return bytes;
  }

  @Test
  void packedSectionsAreToldOnce() {
    Extraction found = Search.in(program("UPX0", "UPX1", new byte[0]));
    assertThat(Search.deadEnds(found))
        .containsExactly("unsupported: UPX, 300032 bytes and 300032 bytes");
    assertThat(found.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo(FindingCode.PACKED_UPX);
              assertThat(finding.severity()).isEqualTo(Severity.ERROR);
              assertThat(finding.advice()).contains("upx -d");
            });
  }

  @Test
  void whatIsBehindTheProgramIsFound() {
    Extraction found = Search.in(program("UPX0", "UPX1", Search.rom()));
    assertThat(Search.paths(found)).containsExactly("overlay");
    assertThat(found.findings())
        .anySatisfy(finding -> assertThat(finding.severity()).isEqualTo(Severity.NOTE));
  }

  @Test
  void oneSectionOfThatNameIsNotEnough() {
    Extraction found = Search.in(program("UPX1", ".text", new byte[0]));
    assertThat(found.findings())
        .extracting(finding -> finding.code())
        .containsExactly(FindingCode.UNKNOWN_INSTALLER);
  }

  @Test
  void programsForDos() {
    byte[] behind = Search.rom();
    Extraction found = Search.in(Search.join(dos("UPX!", 4, 0), behind));
    assertThat(Search.deadEnds(found)).containsExactly("unsupported: UPX, 2048 bytes");
    assertThat(Search.paths(found)).containsExactly("overlay");
    assertThat(Search.deadEnds(Search.in(dos("UPX!", 4, 100))))
        .containsExactly("unsupported: UPX, 1636 bytes");
    assertThat(Search.deadEnds(Search.in(dos("UPX!", 0, 100))))
        .containsExactly("unsupported: UPX, 28 bytes");
    assertThat(Search.in(dos("UPX?", 4, 0)).deadEnds()).isEmpty();
  }

  @Test
  void inTheMidstOfOthersItEndsWhereItSays() {
    byte[] blob = Search.join(new byte[] {1, 2, 3}, dos("UPX!", 2, 0), Search.rom());
    Extraction found = Search.in(blob);
    assertThat(Search.deadEnds(found)).containsExactly("unsupported: UPX, 1024 bytes");
    assertThat(Search.digests(found)).containsExactly(Search.digest(Search.rom()));
  }
}
