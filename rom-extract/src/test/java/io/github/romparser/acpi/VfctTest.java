package io.github.romparser.acpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.finding.Finding;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.testdata.AcpiLayouts;
import io.github.romparser.testdata.DumpTextForge;
import io.github.romparser.testdata.RomForge;
import io.github.romparser.testdata.VfctForge;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link Vfct} and {@link AcpiTables}: what a table says, and what is left of a damaged one. */
class VfctTest {

  private static final byte[] ROM = RomForge.named("minimal");
  private static final byte[] TABLE =
      VfctForge.start()
          .image(0x13, 2, 0x1002, 0x164e, ROM)
          .image(3, 0, 0x1002, 0x73df, ROM)
          .build();

  private static List<FindingCode> codes(List<Finding> findings) {
    return findings.stream().map(Finding::code).toList();
  }

  @Test
  void everyFieldIsRead() {
    Vfct vfct = Vfct.read(Slice.of(TABLE));
    AcpiTable table = vfct.table().orElseThrow();
    assertThat(table.oemId()).isEqualTo("FORGED");
    assertThat(table.oemTableId()).isEqualTo("TESTDATA");
    assertThat(table.creatorId()).isEqualTo("TEST");
    assertThat(table.revision()).isEqualTo(1);
    assertThat(table.checksumValid()).isTrue();
    assertThat(vfct.images()).hasSize(2);
    VfctImage image = vfct.images().get(0);
    assertThat(image.address()).isEqualTo("0000:13:02.0");
    assertThat(image.vendorId()).isEqualTo(0x1002);
    assertThat(image.deviceId()).isEqualTo(0x164e);
    assertThat(image.subsystemVendorId()).isEqualTo(0x1002);
    assertThat(image.subsystemId()).isEqualTo(0x164e);
    assertThat(image.content().toByteArray()).isEqualTo(ROM);
    assertThat(image.offset()).isEqualTo(76);
    assertThat(image.fileName()).startsWith("1002-164e_").endsWith(".rom").hasSize(22);
    assertThat(vfct.sound()).isTrue();
    assertThat(codes(vfct.findings())).containsExactly(FindingCode.VFCT_NO_EFI);
  }

  /** Nobody has seen one yet, so it must not be denied. */
  @Test
  void anEfiDriverIsSeen() {
    byte[] table =
        VfctForge.start().image(1, 0, 0x1002, 1, RomForge.named("minimal-hybrid")).build();
    assertThat(codes(Vfct.read(Slice.of(table)).findings())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"acpidump", "reg", "reg-8"})
  void textsHoldTheSameTable(String format) {
    Vfct vfct = Vfct.read(Slice.of(DumpTextForge.text(format, TABLE)));
    assertThat(vfct.images()).isEqualTo(Vfct.read(Slice.of(TABLE)).images());
    assertThat(vfct.sound()).isTrue();
  }

  @Test
  void theTableIsFoundAmongOthers() {
    String text =
        DumpTextForge.acpidump(AcpiLayouts.named("ssdt-plain")) + DumpTextForge.acpidump(TABLE);
    Vfct vfct = Vfct.read(Slice.of(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
    assertThat(vfct.images()).hasSize(2);
  }

  @Test
  void cutOffAtEveryByte() {
    for (int length = 0; length < TABLE.length; length++) {
      Vfct vfct = Vfct.read(Slice.of(Arrays.copyOf(TABLE, length)));
      assertThat(vfct.sound()).as("%d", length).isFalse();
      int whole = length >= 76 + 28 + ROM.length ? 1 : 0;
      assertThat(vfct.images().stream().filter(i -> !i.cut()).count()).isEqualTo(whole);
    }
  }

  /** Linux stops there; the bytes are shown all the same. */
  @Test
  void anImageMayGoOnBehindALengthThatIsTooSmall() {
    byte[] table = TABLE.clone();
    table[4] = (byte) (table[4] - 16);
    Vfct vfct = Vfct.read(Slice.of(table));
    assertThat(vfct.images()).hasSize(2).noneMatch(VfctImage::cut);
    assertThat(codes(vfct.findings())).contains(FindingCode.TABLE_LENGTH, FindingCode.TABLE_SUM);
  }

  @Test
  void headersWithoutAnImageArePassedOver() {
    byte[] table = VfctForge.start().image(1, 0, 0x1002, 1, new byte[0]).build();
    assertThat(Vfct.read(Slice.of(table)).images()).isEmpty();
    byte[] behind =
        VfctForge.start().image(1, 0, 0, 0, new byte[0]).image(2, 0, 0x1002, 1, ROM).build();
    assertThat(Vfct.read(Slice.of(behind)).images()).hasSize(1);
  }

  @Test
  void whatIsNoTableIsNone() {
    byte[] unknown = AcpiLayouts.named("ssdt-plain");
    unknown[0] = 'X';
    assertThat(AcpiTable.read(Slice.of(unknown))).isEmpty();
    unknown[9] = (byte) (unknown[9] - ('X' - 'S'));
    assertThat(AcpiTable.read(Slice.of(unknown))).isPresent();
    unknown[0] = 'x';
    assertThat(AcpiTable.read(Slice.of(unknown))).isEmpty();
    byte[] huge = TABLE.clone();
    huge[7] = 0x7f;
    assertThat(AcpiTable.read(Slice.of(huge))).isEmpty();
    huge[7] = 0;
    huge[5] = 0;
    huge[4] = 35;
    assertThat(AcpiTable.read(Slice.of(huge))).isEmpty();
  }
}
