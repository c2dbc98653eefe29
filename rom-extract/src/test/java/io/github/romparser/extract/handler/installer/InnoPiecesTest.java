package io.github.romparser.extract.handler.installer;

import static io.github.romparser.extract.handler.Search.join;
import static io.github.romparser.extract.handler.Search.rom;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.handler.FixedAllowance;
import io.github.romparser.extract.handler.Search;
import io.github.romparser.testdata.InnoEdition;
import io.github.romparser.testdata.InnoForge;
import io.github.romparser.testdata.ProgramForge;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What set-ups are made of. */
final class InnoPiecesTest {
  private static final int TABLE = 64;

  /** The table of 6.5, with places of eight bytes. */
  private static byte[] wide(long size, long header, long data) {
    ByteBuffer table = ByteBuffer.allocate(TABLE).order(ByteOrder.LITTLE_ENDIAN);
    byte[] magic = {'r', 'D', 'l', 'P', 't', 'S', -51, -26, -41, '{', 11, '*'};
    table.put(magic).putInt(2).putLong(size).putLong(0).putLong(0).putLong(header).putLong(data);
    CRC32 crc = new CRC32();
    crc.update(table.array(), 0, TABLE - 4);
    return table.putInt(TABLE - 4, (int) crc.getValue()).array();
  }

  private static byte[] program(byte[] table) {
    return ProgramForge.start().section(".text", new byte[9]).resource(10, 11111, table).build();
  }

  @Test
  void tableWithWidePlaces() {
    byte[] narrow = InnoForge.of(InnoEdition.V6_4_3).stored("{app}\\a", rom(1)).build();
    Slice bytes = Slice.of(narrow);
    int data = bytes.indexOf("zlb\u001a", 0);
    int header = bytes.indexOf(InnoVersion.TEXT, data);
    byte[] tail = Arrays.copyOfRange(narrow, data, narrow.length);
    long start = program(new byte[TABLE]).length;
    byte[] setup = join(program(wide(0, start + header - data, start)), tail);
    byte[] moved = join(new byte[5], setup);
    assertThat(Search.paths(Search.in(moved))).containsExactly("inno: app/a");
    byte[] absurd = join(new byte[5], program(wide(-1, start + header - data, start)), tail);
    assertThat(new InnoHandler().probe(Slice.of(absurd), 5, FixedAllowance.ample())).isEmpty();
  }

  /** First slice, last slice, chunk, offset, size, stored, and whether that can be. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 0, 0, 0, true",
    "1, 2, 3, 4, 5, 6, true",
    "2, 1, 3, 4, 5, 6, false",
    "1, 10000, 3, 4, 5, 6, false",
    "1, 2, -1, 4, 5, 6, false",
    "1, 2, 3, -1, 5, 6, false",
    "1, 2, 3, 4, -1, 6, false",
    "1, 2, 3, 4, 5, -1, false",
    "1, 2, 3, 4, 5, 9223372036854775807, false",
  })
  void placesHaveToMakeSense(
      long first, long last, long chunk, long offset, long size, long stored, boolean sane) {
    Slice hash = Slice.of(new byte[20]);
    InnoData entry =
        new InnoData(0, first, last, chunk, offset, size, stored, hash, false, false, false);
    assertThat(entry.sane()).isEqualTo(sane);
  }

  @Test
  void entriesWithoutPlacesAreTold() {
    byte[] setup = InnoForge.of(InnoEdition.V5_5_0).stored("a", rom(1)).stored("b", rom(2)).build();
    int size = rom().length;
    // The list of data is not packed; the second size of each entry is that of the chunk.
    Slice bytes = Slice.of(setup);
    int list = setup.length - 2 * 74;
    assertThat(bytes.u32(list + 20L)).isEqualTo(size);
    setup[list + 27] = -1;
    assertThat(Search.deadEnds(Search.in(setup)))
        .contains("damaged: list of data: CRC-32 is wrong", "damaged: 1 files without places");
  }

  @Test
  void versionsAreReadAsTheyAreWritten() {
    for (String text :
        List.of("Inno Setup Setup Data (5.5.7) (U)", "Inno Setup Setup Data (6.4.0.1)")) {
      byte[] id = Arrays.copyOf(text.getBytes(StandardCharsets.US_ASCII), 64);
      InnoVersion version = InnoVersion.read(Slice.of(id)).orElseThrow();
      assertThat(version.unicode()).isTrue();
      assertThat(text).contains("(" + version.text() + ")");
      assertThat(InnoVersion.read(Slice.of(id).slice(0, 63))).isEmpty();
    }
    byte[] other =
        Arrays.copyOf("Inno Setup Setup Data (x)".getBytes(StandardCharsets.US_ASCII), 64);
    assertThat(InnoVersion.read(Slice.of(other))).isEmpty();
    byte[] huge =
        Arrays.copyOf(
            "Inno Setup Setup Data (99999999999.0.1)".getBytes(StandardCharsets.US_ASCII), 64);
    assertThat(InnoVersion.read(Slice.of(huge)).orElseThrow().from(6, 6, 1)).isTrue();
  }

  @Test
  void filesOfAChunkAreNotLookedFor() {
    InnoFiles files = new InnoFiles(InnoHandler.INFO, List.of());
    assertThat(files.magics()).isEmpty();
    assertThat(files.info()).isEqualTo(InnoHandler.INFO);
    assertThat(files.probe(Slice.of(rom(1)), 0, FixedAllowance.ample())).isEmpty();
    assertThat(files.open(Slice.of(rom(1)), FixedAllowance.ample()).children()).isEmpty();
  }
}
