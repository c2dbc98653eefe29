package io.github.romparser.extract.handler.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.handler.FixedAllowance;
import io.github.romparser.extract.handler.Hostile;
import io.github.romparser.extract.handler.Search;
import io.github.romparser.extract.handler.Specimen;
import io.github.romparser.extract.handler.archive.ProgramResources;
import io.github.romparser.extract.spi.Handler;
import io.github.romparser.testdata.CabForge;
import io.github.romparser.testdata.ObscuredForge;
import io.github.romparser.testdata.ProgramForge;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Inverted cabinets, bare EFI streams and packed resources. */
class ObscuredHandlersTest {
  private static final byte[] ROM = Search.rom();
  private static final byte[] CAB = CabForge.of(CabForge.MSZIP).file("bios.rom", ROM).build();

  static Stream<Specimen> specimens() {
    return ObscuredSpecimens.all();
  }

  @ParameterizedTest
  @MethodSource("specimens")
  void cutAnywhere(Specimen specimen) {
    Hostile.cutAnywhere(specimen);
  }

  @ParameterizedTest
  @MethodSource("specimens")
  void changedAnywhere(Specimen specimen) {
    Hostile.changedAnywhere(specimen);
  }

  private static byte[] program(byte[] overlay) {
    return ProgramForge.start().section(".text", new byte[99]).overlay(overlay).build();
  }

  // ---- inverted cabinets -------------------------------------------------------------------

  @Test
  void fujitsu() {
    assertThat(Search.path(program(ObscuredForge.fujitsu(CAB))))
        .isEqualTo("overlay > fujitsu-sfx > cab: bios.rom");
    byte[] behind = Search.join(new byte[] {1, 2}, ObscuredForge.fujitsu(CAB), new byte[] {3, 4});
    assertThat(Search.path(behind)).isEqualTo("fujitsu-sfx > cab: bios.rom");
    byte[] other = ObscuredForge.fujitsu(CAB);
    // No cabinet's version.
    other[10 + 25] = 0;
    assertThat(Search.in(other).roms()).isEmpty();
  }

  @Test
  void vaio() {
    byte[] update = program(ObscuredForge.vaio(CAB));
    assertThat(Search.path(update)).isEqualTo("overlay > inverted cab > cab: bios.rom");
    assertThat(Search.in(update).parts())
        .anyMatch(part -> part.format().filter("vaio"::equals).isPresent());
  }

  @Test
  void settingsOfOthers() {
    VaioHandler handler = new VaioHandler();
    for (String text :
        List.of("[Setting]\r\nTitle=a\r\n", "[Setting]\r\nA=1\r\n\0\nUseVAIOCheck=1\r\n")) {
      Slice bytes = Slice.of(text.getBytes(StandardCharsets.US_ASCII));
      assertThat(handler.probe(bytes, 0, FixedAllowance.ample())).isEmpty();
    }
    String own = "[Setting]\r\n\tA=1\r\nExtractPathByUser=1\r\n";
    Slice bytes = Slice.of((own + "\0\0").getBytes(StandardCharsets.US_ASCII));
    assertThat(handler.probe(bytes, 0, FixedAllowance.ample()).orElseThrow().end())
        .isEqualTo(own.length());
  }

  @Test
  void theCabinetIsCutOff() {
    byte[] cab =
        CabForge.of(CabForge.STORED).file("a.rom", ROM).file("b", new byte[90_000]).build();
    byte[] cut = Arrays.copyOf(ObscuredForge.fujitsu(cab), 40_000);
    assertThat(Search.path(cut)).isEqualTo("fujitsu-sfx > cab: a.rom");
    assertThat(Search.deadEnds(Search.in(cut)))
        .containsExactly("truncated: cabinet, folder 0, block 1 of 3", "truncated: b");
  }

  // ---- bare streams ------------------------------------------------------------------------

  @Test
  void upc() {
    byte[] upc = ObscuredSpecimens.upc(Search.join(new byte[5000], ROM));
    assertThat(Search.path(upc)).isEqualTo("fujitsu-upc");
    // Shorter or longer than it says it is none.
    for (byte[] other :
        List.of(Arrays.copyOf(upc, upc.length - 1), Search.join(upc, new byte[1]))) {
      assertThat(Search.in(other).roms()).isEmpty();
    }
    FujitsuUpcHandler handler = new FujitsuUpcHandler();
    int[][] changes = {{0, 1}, {7, 1}, {4, 0, 5, 0}, {8, 0, 9, 0}};
    for (int[] change : changes) {
      byte[] other = upc.clone();
      for (int i = 0; i < change.length; i += 2) {
        other[change[i]] = (byte) change[i + 1];
      }
      assertThat(handler.probe(Slice.of(other), 0, FixedAllowance.ample())).isEmpty();
    }
    byte[] among = Search.join(new byte[1], upc);
    assertThat(handler.probe(Slice.of(among), 1, FixedAllowance.ample())).isEmpty();
    byte[] damaged = upc.clone();
    Arrays.fill(damaged, 10, 30, (byte) 0xff);
    assertThat(handler.probe(Slice.of(damaged), 0, FixedAllowance.ample())).isEmpty();
    // It may be anything else, so what is in it is searched.
    byte[] chance = Search.join(new byte[] {4, 9, 0, 0, 5, 9, 0, 0}, ROM, new byte[0x104]);
    chance = Arrays.copyOf(chance, 0x904 + 8);
    assertThat(Search.digests(Search.in(chance))).containsExactly(Search.digest(ROM));
  }

  // ---- packed resources --------------------------------------------------------------------

  @ParameterizedTest
  @ValueSource(strings = {"Bios Update", "UNPACK UTILITY", " BIOS update "})
  void panasonic(String description) {
    byte[] packed = ObscuredForge.packed(ROM, ROM.length);
    byte[] program =
        ObscuredForge.panasonic(description, new byte[20], packed).overlay(Search.rom(2)).build();
    assertThat(Search.paths(Search.in(program)))
        .hasSize(2)
        .contains("resource RCDATA/102")
        .anyMatch(path -> path.startsWith("0x"));
    byte[] among = Search.join(new byte[] {9}, program);
    assertThat(Search.paths(Search.in(among))).contains("program 0x1/resource RCDATA/102");
  }

  @Test
  void programsOfOthers() {
    byte[] packed = ObscuredForge.packed(ROM, ROM.length);
    PanasonicHandler handler = new PanasonicHandler();
    List<byte[]> others =
        List.of(
            ObscuredForge.panasonic("BIOS Flasher", packed).build(),
            ObscuredForge.panasonic("BIOS Update", new byte[30]).build(),
            ObscuredForge.panasonic("BIOS Update").build(),
            ProgramForge.start().section("a", new byte[9]).resource(10, 1, packed).build(),
            ProgramForge.start().resource(16, 1, new byte[9]).resource(10, 1, packed).build(),
            program(packed),
            packed);
    for (byte[] other : others) {
      assertThat(handler.probe(Slice.of(other), 0, FixedAllowance.ample())).isEmpty();
    }
    assertThat(handler.open(Slice.of(ROM), FixedAllowance.ample()).children()).isEmpty();
  }

  @Test
  void sizesAndStreamsThatLie() {
    byte[] stream = ObscuredForge.packed(ROM, 0xffff_ffffL);
    Extraction found = Search.in(ObscuredForge.panasonic("BIOS Update", stream).build());
    assertThat(Search.digests(found)).containsExactly(Search.digest(ROM));
    assertThat(Search.deadEnds(found))
        .containsExactly("truncated: LZNT1, " + ROM.length + " of 4294967295 bytes");
    byte[] one = ObscuredForge.packed(ROM, ROM.length);
    byte[] shared = ObscuredForge.panasonic("BIOS Update", one, one).build();
    // Both resources are the same bytes: they are decoded once.
    ProgramResources.Resource first = resources(shared).get(0);
    ProgramResources.Resource second = resources(shared).get(1);
    for (int i = 0; i + 4 < shared.length; i++) {
      long address = second.bytes().offset() - 0x600 + 0x2000;
      if (Slice.of(shared).u32(i) == address) {
        shared[i] -= (byte) (second.bytes().offset() - first.bytes().offset());
        shared[i + 1] -=
            (byte) (((shared[i] & 0xff) + second.bytes().offset() - first.bytes().offset()) >> 8);
        break;
      }
    }
    assertThat(Search.in(shared).roms()).hasSize(1);
  }

  private static List<ProgramResources.Resource> resources(byte[] program) {
    Slice bytes = Slice.of(program);
    var layout = io.github.romparser.extract.handler.archive.PeLayout.read(bytes).orElseThrow();
    return ProgramResources.of(bytes, layout, ProgramResources.RCDATA);
  }

  @Test
  void resourcesWithNames() {
    byte[] packed = ObscuredForge.packed(ROM, ROM.length);
    byte[] program = ObscuredForge.panasonic("BIOS Update").resource(10, "IMAGE", packed).build();
    assertThat(Search.path(program)).startsWith("resource RCDATA/");
  }

  // ---- many of them ------------------------------------------------------------------------

  static Stream<Arguments> traps() {
    byte[] inverted = ObscuredForge.inverted(CAB);
    byte[] endless = Arrays.copyOf(inverted, 60);
    endless[10] = 0;
    endless[11] = (byte) 0x80;
    byte[] program =
        Arrays.copyOf(
            ObscuredForge.panasonic("BIOS Update", ObscuredForge.packed(new byte[40], 99)).build(),
            2048);
    return Stream.of(
        Arguments.of("inverted", inverted),
        Arguments.of("endless", endless),
        Arguments.of(
            "marks", Search.join("FjSfxBinay".getBytes(StandardCharsets.US_ASCII), endless)),
        Arguments.of(
            "settings", "[Setting]\r\nUseVAIOCheck=\r\n".getBytes(StandardCharsets.US_ASCII)),
        Arguments.of("programs", program));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("traps")
  void thousandsOfThem(String name, byte[] piece) {
    byte[] many = new byte[1 << 19];
    for (int at = 0; at + piece.length <= many.length; at += piece.length) {
      System.arraycopy(piece, 0, many, at, piece.length);
    }
    byte[] blob = Search.join(many, Search.rom());
    Extraction found = assertTimeout(Duration.ofSeconds(10), () -> Hostile.search(blob));
    assertThat(Search.digests(found)).as(name).contains(Search.digest(Search.rom()));
  }

  @Test
  void nothingIsOpenedThatIsNothing() {
    for (Handler handler :
        List.of(new FujitsuSfxHandler(), new FujitsuUpcHandler(), new VaioHandler())) {
      assertThat(handler.open(Slice.of(new byte[7]), FixedAllowance.ample()).children()).isEmpty();
      assertThat(handler.probe(Slice.of(new byte[70]), 0, FixedAllowance.ample())).isEmpty();
      assertThat(handler.info().references()).isNotEmpty();
    }
  }
}
