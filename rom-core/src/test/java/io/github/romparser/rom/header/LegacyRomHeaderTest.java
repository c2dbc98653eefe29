package io.github.romparser.rom.header;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LegacyRomHeaderTest {
  private static LegacyRomHeader entry(String hex) {
    byte[] bytes = new byte[0x1c];
    byte[] entry = HexFormat.of().parseHex(hex);
    System.arraycopy(entry, 0, bytes, 3, entry.length);
    return LegacyRomHeader.read(Slice.of(bytes), 0);
  }

  /** A displacement counts from the byte behind the instruction, and addresses have 16 bits. */
  @ParameterizedTest
  @CsvSource({
    "EB00, 0x5",
    "EB3B, 0x40",
    "EB7F, 0x84",
    "EBFE, 0x3",
    "EB80, 0xff85",
    "E90000, 0x6",
    "E97A12, 0x1280",
    "E9FDFF, 0x3",
    "E90080, 0x8006",
    "E8FA00, 0x100",
    "E8FAFF, 0x0",
    "E8F9FF, 0xffff"
  })
  void jumpsAndCallsLeadSomewhere(String code, String target) {
    assertThat(entry(code).entryTarget()).hasValue(Integer.decode(target));
  }

  @ParameterizedTest
  @ValueSource(strings = {"00000000", "CB000000", "EA001000", "9A001000", "FFE00000", "90EB3B00"})
  void otherCodeLeadsNowhere(String code) {
    assertThat(entry(code).entryTarget()).isEmpty();
  }

  @Test
  void fieldsAreAtTheirPlaces() {
    byte[] bytes =
        HexFormat.of()
            .parseHex(
                "0000" + "55AA40EB4B3734" + "00".repeat(0x0f) + "6000" + "1C00" + "8001" + "00");
    LegacyRomHeader header = LegacyRomHeader.read(Slice.of(bytes), 2);
    assertThat(header).isEqualTo(new LegacyRomHeader(0x40, 0xeb4b_3734L, 0x60, 0x180));
    assertThat(header.initializationLength()).isEqualTo(0x8000);
  }

  @Test
  void aHeaderWithoutTheLastPointer() {
    for (int length = 0x1a; length < 0x1c; length++) {
      byte[] bytes = new byte[length];
      bytes[length - 1] = 1;
      assertThat(LegacyRomHeader.read(Slice.of(bytes), 0).pnpPointer()).isZero();
    }
  }
}
