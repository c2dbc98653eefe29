package io.github.romparser.rom.header;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.testdata.IfrForge;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IfrHeaderTest {
  private static byte[] flash(int version) {
    return IfrForge.version(version).subsystem(0x1028, 0x06d9).before(new byte[0x100]);
  }

  private static IfrHeader read(byte[] bytes) {
    return IfrHeader.read(Slice.of(bytes), 0).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void theFirstVersionsHoldThePlaceBehindTheFixedData(int version) {
    assertThat(read(flash(version)))
        .isEqualTo(
            new IfrHeader(
                0, version, 0x10, 0x200, 0x1028, 0x06d9, Optional.empty(), OptionalLong.of(0x400)));
  }

  @Test
  void version3LeadsOverTheFlashStatusToADirectory() {
    assertThat(read(flash(3)))
        .isEqualTo(
            new IfrHeader(
                0,
                3,
                0x10,
                0x200,
                0x1028,
                0x06d9,
                Optional.of(new RomDirectory(0x1400, 2, 0x20, 0x1600, 0x100)),
                OptionalLong.of(0x1600)));
  }

  @Test
  void placesCountFromTheHeader() {
    byte[] moved = new byte[0x2000];
    System.arraycopy(flash(3), 0, moved, 0x100, flash(3).length);
    IfrHeader header = IfrHeader.read(Slice.of(moved), 0x100).orElseThrow();
    assertThat(header.offset()).isEqualTo(0x100);
    assertThat(header.romOffset()).hasValue(0x1600);
    assertThat(header.directory().orElseThrow().offset()).isEqualTo(0x1500);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4, 0xff})
  void otherVersionsAreNotKnown(int version) {
    byte[] bytes = flash(1);
    bytes[5] = (byte) version;
    assertThat(read(bytes).version()).isEqualTo(version);
    assertThat(read(bytes).romOffset()).isEmpty();
    assertThat(read(bytes).directory()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0x13, false", "0x17, false", "0x18, true"})
  void theFileMayEndBeforeThePlace(String length, boolean known) {
    byte[] bytes = Arrays.copyOf(flash(1), Integer.decode(length));
    assertThat(read(bytes).romOffset().isPresent()).isEqualTo(known);
  }

  @ParameterizedTest
  @CsvSource({"0x203, false", "0x204, false", "0x140f, false", "0x1410, true"})
  void theFileMayEndBeforeTheDirectory(String length, boolean known) {
    byte[] bytes = Arrays.copyOf(flash(3), Integer.decode(length));
    assertThat(read(bytes).romOffset().isPresent()).isEqualTo(known);
  }

  @Test
  void theFlashStatusMayLeadAnywhere() {
    byte[] bytes = flash(3);
    Arrays.fill(bytes, 0x200, 0x204, (byte) 0xff);
    assertThat(read(bytes).romOffset()).isEmpty();
  }

  @Test
  void onlyTheBitsOfTheSizesCount() {
    byte[] bytes = flash(1);
    bytes[6] = (byte) 0xff;
    bytes[7] = (byte) 0xff;
    Arrays.fill(bytes, 8, 12, (byte) 0xff);
    assertThat(read(bytes).fixedSize()).isEqualTo(0x7fff);
    assertThat(read(bytes).totalSize()).isEqualTo(0xf_ffff);
    assertThat(read(bytes).romOffset()).isEmpty();
  }

  @Test
  void aPieceIsNoHeader() {
    assertThat(IfrHeader.read(Slice.of(Arrays.copyOf(flash(1), 15)), 0)).isEmpty();
    assertThat(IfrHeader.read(Slice.of(new byte[16]), 0)).isEmpty();
    assertThat(IfrHeader.read(Slice.of(flash(1)), 1)).isEmpty();
  }
}
