package io.github.romparser.extract.handler.installer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.handler.Search;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.testdata.ProgramForge;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InstallShieldHandlerTest {

  private static byte[] cabinet(int generation, int descriptor, int length) {
    return ByteBuffer.allocate(0x200)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("ISc(".getBytes(StandardCharsets.US_ASCII))
        .put(new byte[] {0x0c, 0x60, 0, (byte) generation})
        .putInt(0)
        .putInt(descriptor)
        .putInt(length)
        .put((byte) 1)
        .array();
  }

  private static byte[] stream(String mark, int files, int type) {
    return ByteBuffer.allocate(0x100)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put((mark + "\0").getBytes(StandardCharsets.US_ASCII))
        .putShort((short) files)
        .putInt(type)
        .put((byte) 1)
        .array();
  }

  @Test
  void cabinetsAreTold() {
    Extraction found = Search.in(cabinet(1, 0x100, 0x20));
    assertThat(Search.deadEnds(found)).containsExactly("unsupported: cabinet");
    assertThat(found.findings())
        .extracting(finding -> finding.code())
        .containsExactly(FindingCode.INSTALLSHIELD);
  }

  @ParameterizedTest
  @CsvSource({"0, 256, 1", "5, 256, 1", "1, 8, 0", "1, 512, 1"})
  void othersAreNot(int generation, int descriptor, int length) {
    assertThat(Search.in(cabinet(generation, descriptor, length)).deadEnds()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"InstallShield", "ISSetupStream"})
  void whatSetupProgramsCarry(String mark) {
    byte[] setup =
        ProgramForge.start()
            .section(".text", new byte[] {1})
            .overlay(Search.join(stream(mark, 3, 2), Search.rom()))
            .build();
    Extraction found = Search.in(setup);
    assertThat(Search.deadEnds(found))
        .containsExactly("unsupported: 3 files behind a setup program");
    assertThat(Search.digests(found)).containsExactly(Search.digest(Search.rom()));
  }

  @ParameterizedTest
  @CsvSource({"0, 2", "4097, 2", "3, 5"})
  void textsAreNot(int files, int type) {
    assertThat(Search.in(stream("InstallShield", files, type)).deadEnds()).isEmpty();
  }

  @Test
  void cutOffItIsNothing() {
    byte[] stream = stream("InstallShield", 3, 2);
    assertThat(Search.in(Arrays.copyOf(stream, 0x2d)).deadEnds()).isEmpty();
    assertThat(Search.in(Arrays.copyOf(cabinet(1, 0, 0), 0x13)).deadEnds()).isEmpty();
  }
}
