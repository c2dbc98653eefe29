package io.github.romparser.vendor.intel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.finding.Finding;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.rom.LegacyImage;
import io.github.romparser.rom.RomReader;
import io.github.romparser.testdata.RomForge;
import io.github.romparser.testdata.VbtForge;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a video BIOS table says. */
final class VbtTest {

  private static Vbt read(byte[] bytes) {
    return Vbt.read(Slice.of(bytes)).orElseThrow();
  }

  private static LegacyImage image(String name) {
    return (LegacyImage)
        RomReader.read(Slice.of(RomForge.named(name))).chains().get(0).images().get(0);
  }

  @Test
  void inAnImage() {
    IntelTables tables = IntelTables.read(image("intel-vbt")).orElseThrow();
    Vbt vbt = tables.vbt();
    assertThat(tables.findings()).isEmpty();
    assertThat(vbt.header())
        .isEqualTo(
            new VbtHeader(
                0xAB0,
                "FORGED",
                100,
                48,
                0x16B,
                vbt.bytes().u8(0x1A),
                48,
                List.of(0L, 0L, 0L, 0L)));
    assertThat(vbt.bytes().offset()).isEqualTo(0xAB0);
    assertThat(vbt.bytes().length()).isEqualTo(0x16B);
    assertThat(vbt.bdb()).hasValue(new BdbHeader(0xAE0, 221, 22, 0x16B - 48));
    assertThat(vbt.blocks())
        .containsExactly(
            new BdbBlock(254, 0xAF9, 80),
            new BdbBlock(1, 0xB4C, 5),
            new BdbBlock(2, 0xB54, 122),
            new BdbBlock(53, 0xBD1, 0x40),
            new BdbBlock(43, 0xC14, 7));
    assertThat(vbt.blocks(43)).hasSize(1);
    assertThat(vbt.blocks(44)).isEmpty();
    assertThat(vbt.build()).hasValue(new VbiosBuild("1234", "Forged test video BIOS"));
    assertThat(vbt.sum()).hasValue(0);
  }

  @Test
  void outputs() {
    GeneralDefinitions definitions = read(VbtForge.laptop().build()).definitions().orElseThrow();
    assertThat(definitions)
        .isEqualTo(
            new GeneralDefinitions(
                2,
                4,
                0,
                39,
                List.of(
                    new ChildDevice(
                        8, 0x1806, 10, Optional.of(DvoPort.DP_A), 0, OptionalInt.of(0x40)),
                    new ChildDevice(
                        4, 0x68C6, 7, Optional.of(DvoPort.DP_B), 5, OptionalInt.of(0x10)),
                    new ChildDevice(0, 0, 0, Optional.of(DvoPort.HDMI_A), 0, OptionalInt.of(0)))));
    ChildDevice panel = definitions.children().get(0);
    assertThat(panel.used()).isTrue();
    assertThat(panel.internal()).isTrue();
    assertThat(panel.displayPort()).isTrue();
    assertThat(panel.hdmi()).isFalse();
    assertThat(panel.auxLetter()).hasValue('A');
    assertThat(definitions.children().get(1).internal()).isFalse();
    assertThat(definitions.children().get(1).auxLetter()).hasValue('B');
    assertThat(definitions.children().get(2).used()).isFalse();
    assertThat(definitions.children().get(2).auxLetter()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"60D2, true, false", "60D6, true, true", "68C6, false, true", "0001, false, false"})
  void kindsOfOutputs(String type, boolean hdmi, boolean displayPort) {
    ChildDevice child =
        read(VbtForge.start().child(4, Integer.parseInt(type, 16), 1, 4, 0x90).outputs().build())
            .definitions()
            .orElseThrow()
            .children()
            .get(0);
    assertThat(child.hdmi()).isEqualTo(hdmi);
    assertThat(child.displayPort()).isEqualTo(displayPort);
    assertThat(child.auxLetter()).hasValue('I');
  }

  /** Before version 155 the numbers of ports mean something else. */
  @Test
  void oldPorts() {
    byte[] bytes = VbtForge.laptop().platform("OLD", 154).build();
    assertThat(read(bytes).definitions().orElseThrow().children().get(0).port()).isEmpty();
    assertThat(read(bytes).definitions().orElseThrow().children().get(0).dvoPort()).isEqualTo(10);
  }

  @ParameterizedTest
  @EnumSource
  void portsHaveTheirNumbers(DvoPort port) {
    assertThat(DvoPort.of(port.value())).hasValue(port);
    assertThat(port.name()).isEqualTo(port.title().replace('-', '_'));
  }

  @Test
  void portsThatAreNotKnown() {
    assertThat(DvoPort.of(25)).isEmpty();
    assertThat(DvoPort.of(-1)).isEmpty();
  }

  @Test
  void namesOfBlocks() {
    assertThat(new BdbBlock(27, 0, 0).name()).isEqualTo("eDP");
    assertThat(new BdbBlock(200, 0, 0).name()).isEmpty();
  }

  /** An entry of 20 bytes has no AUX channel, a shorter one is none. */
  @ParameterizedTest
  @CsvSource({"33, 3, true", "26, 4, true", "25, 4, false", "20, 5, false", "19, 0, false"})
  void lengthsOfOutputs(int size, int children, boolean aux) {
    byte[] data = new byte[5 + 117];
    data[4] = (byte) size;
    Vbt vbt = read(VbtForge.start().block(2, data).build());
    List<ChildDevice> found = vbt.definitions().orElseThrow().children();
    assertThat(found.size()).isGreaterThanOrEqualTo(children);
    assertThat(found).allSatisfy(c -> assertThat(c.auxChannel().isPresent()).isEqualTo(aux));
    assertThat(vbt.findings()).hasSize(children == 0 ? 1 : 0);
  }

  @Test
  void outputsHaveABound() {
    byte[] data = new byte[5 + 200 * 20];
    data[4] = 20;
    assertThat(read(VbtForge.start().block(2, data).build()).definitions().orElseThrow().children())
        .hasSize(GeneralDefinitions.MOST);
  }

  /** A block 53 of version 2, or one too short for a large size, has 16 bits. */
  @Test
  void theSizeOfBlock53() {
    byte[] old = new byte[9];
    old[0] = 2;
    byte[] tiny = {3, 9};
    Vbt vbt = read(VbtForge.start().block(53, old).block(1, new byte[5]).block(53, tiny).build());
    assertThat(vbt.blocks()).extracting(BdbBlock::size).containsExactly(9L, 5L, 2L);
  }

  @Test
  void noBlocksAtAll() {
    Vbt vbt = read(VbtForge.start().build());
    assertThat(vbt.blocks()).isEmpty();
    assertThat(vbt.build()).isEmpty();
    assertThat(vbt.definitions()).isEmpty();
    assertThat(vbt.findings()).isEmpty();
  }

  @Test
  void aPrivateBlockWithoutNumber() {
    assertThat(read(VbtForge.start().block(254, new byte[12]).build()).build()).isEmpty();
    assertThat(read(VbtForge.start().block(254, new byte[3]).build()).build()).isEmpty();
  }

  @Test
  void aCutTableHasNoSum() {
    byte[] whole = VbtForge.laptop().build();
    Vbt vbt = read(Arrays.copyOf(whole, whole.length - 1));
    assertThat(vbt.sum()).isEmpty();
    assertThat(vbt.findings())
        .extracting(Finding::code)
        .containsExactly(FindingCode.VBT_CUT, FindingCode.VBT_BLOCK);
    assertThat(vbt.findings().get(0).message())
        .isEqualTo(
            "The video BIOS table at 0x0 gives its own length as 286 bytes, and there are 285"
                + " bytes.");
  }

  @Test
  void whatFollowsIsNotPartOfTheTable() {
    byte[] whole = VbtForge.laptop().build();
    Vbt vbt = read(Arrays.copyOf(whole, whole.length + 100));
    assertThat(vbt.bytes().toByteArray()).isEqualTo(whole);
    assertThat(vbt.findings()).isEmpty();
  }

  @Test
  void noTable() {
    assertThat(Vbt.read(Slice.of(new byte[100]))).isEmpty();
    assertThat(Vbt.read(Slice.of(Arrays.copyOf(VbtForge.laptop().build(), 47)))).isEmpty();
    assertThat(IntelTables.read(image("seavga"))).isEmpty();
  }

  /** The signature in code comes before the table. */
  @Test
  void theSignatureInCode() {
    byte[] table = VbtForge.laptop().build();
    byte[] image = new byte[0x400];
    System.arraycopy(new byte[] {'$', 'V', 'B', 'T'}, 0, image, 0x20, 4);
    System.arraycopy(table, 0, image, 0x101, table.length);
    assertThat(Vbt.find(Slice.of(image)).orElseThrow().header().offset()).isEqualTo(0x101);
    // Where no table follows, the first place is told with what is wrong there.
    Vbt code = Vbt.find(Slice.of(image).slice(0, 0x100)).orElseThrow();
    assertThat(code.header().offset()).isEqualTo(0x20);
    assertThat(code.bdb()).isEmpty();
    assertThat(Vbt.find(Slice.of(image).slice(0, 0x24))).isEmpty();
  }

  @Test
  void signaturesWithoutEnd() {
    byte[] image = new byte[0x10000];
    for (int at = 0; at < image.length; at += 4) {
      System.arraycopy(new byte[] {'$', 'V', 'B', 'T'}, 0, image, at, 4);
    }
    assertThat(Vbt.find(Slice.of(image)).orElseThrow().header().offset()).isZero();
  }
}
