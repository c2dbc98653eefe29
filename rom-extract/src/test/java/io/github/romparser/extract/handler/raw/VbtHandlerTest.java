package io.github.romparser.extract.handler.raw;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.ExtractOptions;
import io.github.romparser.extract.ExtractVerdict;
import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.Extractor;
import io.github.romparser.extract.FoundTable;
import io.github.romparser.rom.RomReader;
import io.github.romparser.testdata.RomForge;
import io.github.romparser.vendor.intel.Vbt;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Tables that lie about. */
class VbtHandlerTest {

  private static byte[] table() {
    Slice rom = RomReader.read(Slice.of(RomForge.named("intel-vbt"))).bytes();
    return Vbt.find(rom).orElseThrow().bytes().toByteArray();
  }

  private static Extraction extract(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return Extractor.extract("blob", Slice.of(all.toByteArray()), ExtractOptions.usual());
  }

  private static byte[] filled(int size) {
    byte[] filled = new byte[size];
    Arrays.fill(filled, (byte) 0x5a);
    return filled;
  }

  @Test
  void a_table_is_found_at_its_own_length() {
    byte[] table = table();
    Extraction found = extract(filled(77), table, filled(99), table);
    assertThat(found.tables()).hasSize(1);
    FoundTable vbt = found.tables().get(0);
    assertThat(vbt.bytes().toByteArray()).isEqualTo(table);
    assertThat(vbt.sources()).extracting(s -> s.offset()).containsExactly(77L, 176L + table.length);
    assertThat(vbt.name()).isNotBlank();
    assertThat(found.roms()).isEmpty();
    assertThat(found.verdict()).isEqualTo(ExtractVerdict.NO_ROM);
  }

  @Test
  void the_table_of_a_rom_is_the_roms() {
    Extraction found = extract(filled(9), RomForge.named("intel-vbt"));
    assertThat(found.roms()).hasSize(1);
    assertThat(found.tables()).isEmpty();
  }

  @Test
  void the_mere_characters_are_no_table() {
    Extraction found =
        extract("a driver looks for $VBT and for $VBT ".getBytes(StandardCharsets.US_ASCII));
    assertThat(found.tables()).isEmpty();
    assertThat(found.deadEnds()).isEmpty();
    byte[] table = table();
    for (int length = 0; length < table.length; length += 7) {
      extract(filled(3), Arrays.copyOf(table, length));
    }
  }
}
