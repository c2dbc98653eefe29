package io.github.romparser.rom.header;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.testdata.ConfigUtilityForge;
import io.github.romparser.testdata.FcodeForge;
import io.github.romparser.testdata.IfrForge;
import io.github.romparser.testdata.PcirForge;
import io.github.romparser.testdata.UndiForge;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The structures of fixed layout: every field at its place, and nothing from a piece of one. */
class StructuresTest {

  /** A piece is no structure; the whole one is, also behind other bytes. */
  private static <T> T whole(byte[] bytes, int least, BiFunction<Slice, Long, Optional<T>> read) {
    for (int length = 0; length < least; length++) {
      assertThat(read.apply(Slice.of(Arrays.copyOf(bytes, length)), 0L)).isEmpty();
    }
    assertThat(read.apply(Slice.of(Arrays.copyOf(bytes, least)), 0L)).isPresent();
    byte[] moved = new byte[bytes.length + 3];
    System.arraycopy(bytes, 0, moved, 3, bytes.length);
    return read.apply(Slice.of(moved), 3L).orElseThrow();
  }

  @Test
  void theCommonHeader() {
    byte[] bytes = HexFormat.of().parseHex("55AA" + "00".repeat(0x16) + "EE9900");
    RomHeader header = whole(bytes, 0x1a, RomHeader::read);
    assertThat(header).isEqualTo(new RomHeader(3, RomSignature.PCI, 0x99ee));
    bytes[1] = 0;
    assertThat(RomHeader.read(Slice.of(bytes), 0)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"PCI, 55AA, 55aa", "NVIDIA_77BB, 77BB, 77bb", "NVIDIA_VN, 564E, vn"})
  void theThreeSignatures(RomSignature signature, String bytes, String id) {
    Slice slice = Slice.of(HexFormat.of().parseHex(bytes));
    assertThat(RomSignature.at(slice, 0)).hasValue(signature);
    assertThat(RomSignature.at(slice, 1)).isEmpty();
    assertThat(signature.id()).isEqualTo(id);
    assertThat(slice.u16(0)).isEqualTo(signature.value());
  }

  @Test
  void theDataStructureOfRevision3() {
    byte[] bytes =
        PcirForge.npds()
            .ids(0x10de, 0xfedc)
            .revision3()
            .deviceListAt(0x8040)
            .classCode(0xfe8001)
            .blocks(0xffff)
            .codeRevision(0x9988)
            .type(0xe0)
            .indicator(0x81)
            .maxRuntime(0x8002)
            .configUtilityAt(0x8003)
            .dmtfAt(0x8004)
            .build();
    PciDataStructure data = whole(bytes, 0x18, PciDataStructure::read);
    assertThat(data)
        .isEqualTo(
            new PciDataStructure(
                3,
                DataStructureSignature.NPDS,
                0x10de,
                0xfedc,
                0x8040,
                0x1c,
                3,
                0xfe8001,
                0xffff,
                0x9988,
                0xe0,
                0x81,
                OptionalInt.of(0x8002),
                OptionalInt.of(0x8003),
                OptionalInt.of(0x8004)));
    assertThat(data.imageLength()).isEqualTo(33_553_920);
    assertThat(data.last()).isTrue();
    assertThat(data.range()).isEqualTo(new Range(3, 0x1c));
    assertThat(data.deviceListPointer()).hasValue(0x8040);
  }

  @ParameterizedTest
  @CsvSource({"0x18, false", "0x1b, false", "0x1c, true", "0x20, true"})
  void theLengthAndNotTheRevisionSaysWhichFieldsThereAre(String length, boolean third) {
    byte[] bytes =
        PcirForge.rgis().layout(third ? 0 : 3, Integer.decode(length)).deviceListAt(0x40).build();
    PciDataStructure data =
        PciDataStructure.read(Slice.of(Arrays.copyOf(bytes, 0x20)), 0).orElseThrow();
    assertThat(data.maxRunTimeBlocks().isPresent()).isEqualTo(third);
    assertThat(data.configurationUtilityPointer().isPresent()).isEqualTo(third);
    assertThat(data.dmtfClpPointer().isPresent()).isEqualTo(third);
    assertThat(data.deviceListPointer().isPresent()).isEqualTo(third);
  }

  @Test
  void fieldsOfRevision3ThatTheFileDoesNotHave() {
    byte[] bytes = Arrays.copyOf(PcirForge.pcir().revision3().build(), 0x1b);
    PciDataStructure data = PciDataStructure.read(Slice.of(bytes), 0).orElseThrow();
    assertThat(data.length()).isEqualTo(0x1c);
    assertThat(data.maxRunTimeBlocks()).isEmpty();
    assertThat(data.deviceListPointer()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0x80, true", "0x81, true", "0xff, true", "0x01, false", "0x7f, false", "0, false"})
  void onlyBitSevenMarksTheLastImage(String indicator, boolean last) {
    byte[] bytes = PcirForge.pcir().indicator(Integer.decode(indicator)).build();
    assertThat(PciDataStructure.read(Slice.of(bytes), 0).orElseThrow().last()).isEqualTo(last);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PCIX", "NPDE", "RGI ", "pcir"})
  void otherLettersAreNoDataStructure(String letters) {
    byte[] bytes = PcirForge.pcir().build();
    for (int i = 0; i < 4; i++) {
      bytes[i] = (byte) letters.charAt(i);
    }
    assertThat(PciDataStructure.read(Slice.of(bytes), 0)).isEmpty();
  }

  @Test
  void theEfiHeader() {
    byte[] bytes = HexFormat.of().parseHex("55AA0301F10E00000B0064860100000000000000000050051C00");
    EfiRomHeader header = EfiRomHeader.read(Slice.of(bytes), 0);
    assertThat(header).isEqualTo(new EfiRomHeader(0x103, 0x0ef1, 11, 0x8664, 1, 0x550));
    assertThat(header.signatureValid()).isTrue();
    assertThat(header.initializationLength()).isEqualTo(0x20600);
    bytes[7] = 1;
    assertThat(EfiRomHeader.read(Slice.of(bytes), 0).signature()).isEqualTo(0x0100_0ef1L);
    assertThat(EfiRomHeader.read(Slice.of(bytes), 0).signatureValid()).isFalse();
  }

  @Test
  void theUndiStructure() {
    byte[] bytes = UndiForge.build(0x200, 0x1000, 0x2000, 0x4000);
    UndiHeader header = whole(bytes, 0x16, UndiHeader::read);
    assertThat(header)
        .isEqualTo(new UndiHeader(3, 0x16, 0, 0, 0x020100, 0x200, 0x1000, 0x2000, 0x4000, "PCIR"));
    bytes[0x0a] += (byte) 7;
    assertThat(UndiHeader.read(Slice.of(bytes), 0).orElseThrow().sum()).isEqualTo(7);
    bytes[0] = 'u';
    assertThat(UndiHeader.read(Slice.of(bytes), 0)).isEmpty();
  }

  @Test
  void theConfigurationUtilityHeader() {
    byte[] bytes = ConfigUtilityForge.build(4, "Forged test utility");
    assertThat(whole(bytes, 42, ConfigurationUtilityHeader::read))
        .isEqualTo(new ConfigurationUtilityHeader(3, 4, "Forged test utility", 1));
    Arrays.fill(bytes, 1, 42, (byte) 'x');
    assertThat(ConfigurationUtilityHeader.read(Slice.of(bytes), 0).orElseThrow().name())
        .isEqualTo("x".repeat(40));
    bytes[1] = 0x1f;
    assertThat(ConfigurationUtilityHeader.read(Slice.of(bytes), 0).orElseThrow().name()).isEmpty();
    bytes[1] = 0x7f;
    assertThat(ConfigurationUtilityHeader.read(Slice.of(bytes), 0).orElseThrow().name()).isEmpty();
  }

  @Test
  void theFcodeHeader() {
    byte[] bytes = FcodeForge.build(1, 0x123);
    FcodeHeader header = whole(bytes, 8, FcodeHeader::read);
    int sum = 0;
    for (int i = 8; i < bytes.length; i++) {
      sum += bytes[i] & 0xff;
    }
    assertThat(header).isEqualTo(new FcodeHeader(3, 0xf1, 8, sum & 0xffff, 0x123));
  }

  @ParameterizedTest
  @CsvSource({"F0, start0", "F1, start1", "F2, start2", "F3, start4", "FD, version1"})
  void theStartBytesOfFcode(String start, String name) {
    Slice program = Slice.of(HexFormat.of().parseHex(start + "08123400001000"));
    assertThat(FcodeHeader.read(program, 0).orElseThrow().startName()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"00", "EF", "F4", "FC", "FE", "FF"})
  void otherStartBytes(String start) {
    Slice program = Slice.of(HexFormat.of().parseHex(start + "08123400001000"));
    assertThat(FcodeHeader.read(program, 0)).isEmpty();
  }

  @Test
  void theNotebookHeader() {
    byte[] bytes =
        HexFormat.of().parseHex("564E" + "00".repeat(0x14) + "8000" + "2400" + "80010080" + "FF");
    assertThat(NbsiHeader.read(Slice.of(bytes), 0)).isEqualTo(new NbsiHeader(0x80, 0x8000_0180L));
    assertThat(NbsiHeader.read(Slice.of(bytes).slice(0, 0x1d), 0))
        .isEqualTo(new NbsiHeader(0x80, 0));
  }

  @Test
  void theRomDirectory() {
    byte[] bytes = IfrForge.directory(4, 0x28, 0x9400, 0xffff_ffffL);
    assertThat(whole(bytes, 0x10, RomDirectory::read))
        .isEqualTo(new RomDirectory(3, 4, 0x28, 0x9400, 0xffff_ffffL));
    bytes[3] = 'X';
    assertThat(RomDirectory.read(Slice.of(bytes), 0)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void codeTypesAreFoundByTheirValue(CodeType type) {
    assertThat(CodeType.of(type.value())).hasValue(type);
    assertThat(type.title()).isNotBlank();
  }

  @ParameterizedTest
  @EnumSource
  void machinesAreFoundByTheirValue(EfiMachine machine) {
    assertThat(EfiMachine.of(machine.value())).hasValue(machine);
    assertThat(machine.title()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 0x6f, 0x71, 0xe1, 0xfe, 256, -1})
  void otherValuesAreNotKnown(int value) {
    assertThat(CodeType.of(value)).isEmpty();
    assertThat(EfiMachine.of(value)).isEmpty();
  }
}
