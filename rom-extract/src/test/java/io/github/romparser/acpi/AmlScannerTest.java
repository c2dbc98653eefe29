package io.github.romparser.acpi;

import static io.github.romparser.testdata.AmlForge.buffer;
import static io.github.romparser.testdata.AmlForge.code;
import static io.github.romparser.testdata.AmlForge.device;
import static io.github.romparser.testdata.AmlForge.field;
import static io.github.romparser.testdata.AmlForge.join;
import static io.github.romparser.testdata.AmlForge.method;
import static io.github.romparser.testdata.AmlForge.name;
import static io.github.romparser.testdata.AmlForge.number;
import static io.github.romparser.testdata.AmlForge.path;
import static io.github.romparser.testdata.AmlForge.region;
import static io.github.romparser.testdata.AmlForge.scope;
import static io.github.romparser.testdata.AmlForge.sized;
import static io.github.romparser.testdata.AmlForge.string;
import static io.github.romparser.testdata.AmlForge.unit;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.testdata.AcpiLayouts;
import io.github.romparser.testdata.AcpiTableForge;
import io.github.romparser.testdata.RomForge;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** {@link AmlScanner}: devices, regions and Buffers, in whatever code they stand. */
class AmlScannerTest {

  private static final byte[] HYBRID = RomForge.named("minimal-hybrid");

  private static AmlScan scan(byte[]... tables) {
    List<AcpiTable> all = new ArrayList<>();
    for (byte[] table : tables) {
      all.addAll(AcpiTables.read(Slice.of(table)).tables());
    }
    return AmlScanner.scan(all);
  }

  private static byte[] ssdt(byte[]... body) {
    return AcpiTableForge.table("SSDT", "T", body);
  }

  private static RomMethod only(AmlScan scan) {
    assertThat(scan.methods()).hasSize(1);
    return scan.methods().get(0);
  }

  @Test
  void aRegionOfMemory() {
    RomMethod method = only(scan(AcpiLayouts.named("ssdt-memory")));
    assertThat(method.path()).isEqualTo("\\_SB_.PCI0.PEG0.PEGP._ROM");
    assertThat(method.device()).isEqualTo(AcpiLayouts.DEVICE);
    assertThat(method.arguments()).isEqualTo(2);
    assertThat(method.origin())
        .isEqualTo(
            new RomOrigin.InMemory(
                AcpiLayouts.DEVICE + ".VBOR",
                0,
                OptionalLong.of(0x9CF40018L),
                Optional.empty(),
                OptionalLong.of(0x40004),
                4));
    RomOrigin.InMemory named =
        (RomOrigin.InMemory) only(scan(AcpiLayouts.named("ssdt-named-memory"))).origin();
    assertThat(named.address()).isEmpty();
    assertThat(named.addressName()).hasValue("NVHA");
    assertThat(named.spaceName()).isEqualTo("SystemMemory");
    RomOrigin.InMemory computed =
        (RomOrigin.InMemory) only(scan(AcpiLayouts.named("ssdt-computed-memory"))).origin();
    assertThat(computed.addressName()).isEmpty();
    assertThat(computed.length()).hasValue(0x40004);
  }

  /** The address may be a Name of another table, or be put together from numbers. */
  @Test
  void anAddressOfAnotherTable() {
    byte[] names = ssdt(name("\\NVHA", number(0xAABBCCDD00L)));
    RomOrigin.InMemory memory =
        (RomOrigin.InMemory) only(scan(AcpiLayouts.named("ssdt-named-memory"), names)).origin();
    assertThat(memory.address()).hasValue(0xAABBCCDD00L);
    assertThat(memory.addressName()).hasValue("\\NVHA");
    for (int[] operator :
        new int[][] {
          {0x72, 0x1010},
          {0x74, 0xff0},
          {0x77, 0x10000},
          {0x79, 0x10000000},
          {0x7a, 0},
          {0x7b, 0},
          {0x7d, 0x1010}
        }) {
      byte[] sum = join(code(operator[0]), number(0x1000), number(0x10), code(0));
      byte[] table =
          ssdt(
              device(
                  "\\GPU0",
                  region("RRRR", 2, sum, number(0x8000)),
                  field(
                      "RRRR",
                      code(1, 0, 0),
                      code(3, 0, 0, 0),
                      code(2),
                      path("GPIO"),
                      code(2),
                      buffer(new byte[3]),
                      unit("", 64),
                      unit("DATA", 8192)),
                  method("ATRM", 2, path("DATA"))));
      RomOrigin.InMemory found = (RomOrigin.InMemory) only(scan(table)).origin();
      long expected = operator[0] == 0x79 ? 0x1000L << 16 : operator[1];
      assertThat(found.address()).as("%x", operator[0]).hasValue(expected);
      assertThat(found.offset()).isEqualTo(8);
      assertThat(found.spaceName()).isEqualTo("PCI_Config");
    }
  }

  @Test
  void buffersAreJoinedOverTables() {
    byte[] first = ssdt(scope("\\_SB_.GPU0", name("RP00", buffer(Arrays.copyOf(HYBRID, 0x300)))));
    byte[] second =
        ssdt(
            scope(
                "\\_SB_.GPU0",
                name("RP01", buffer(0x300, Arrays.copyOfRange(HYBRID, 0x300, 0x600)))));
    byte[] method =
        ssdt(
            device(
                "\\_SB_.GPU0",
                method("GETB", 0, path("RP00"), path("RP01")),
                method("_ROM", 2, path("GETB"))));
    AmlScan scan = scan(method, second, first);
    assertThat(scan.roms()).hasSize(1);
    EmbeddedRom rom = scan.roms().get(0);
    assertThat(rom.bytes().toByteArray()).isEqualTo(HYBRID);
    assertThat(rom.pieces()).containsExactly("\\_SB_.GPU0.RP00", "\\_SB_.GPU0.RP01");
    assertThat(rom.table()).isEqualTo(2);
    assertThat(rom.missing()).isZero();
    assertThat(rom.fileName()).startsWith("8086-10d3_");
    assertThat(only(scan).origin()).isEqualTo(new RomOrigin.InTable(0));
    assertThat(scan.findings()).isEmpty();
    EmbeddedRom cut = scan(first).roms().get(0);
    assertThat(cut.missing()).isEqualTo(0x300);
  }

  /** VBS1 to VBS10 would be sorted wrongly as text. */
  @Test
  void numbersOfPiecesCount() {
    byte[] names = new byte[0];
    for (int i = 11; i >= 0; i--) {
      byte[] piece = Arrays.copyOfRange(HYBRID, i * 128, i * 128 + 128);
      names = join(names, name("RB" + (i + 1), buffer(piece)));
    }
    assertThat(scan(ssdt(names)).roms().get(0).bytes().toByteArray()).isEqualTo(HYBRID);
  }

  @Test
  void aBufferWithoutNameAndOneWithZeros() {
    byte[] rom = RomForge.named("minimal");
    assertThat(scan(ssdt(method("X", 0, code(0xa4), buffer(rom)))).roms().get(0).path()).isEmpty();
    byte[] zeros = HYBRID.clone();
    Arrays.fill(zeros, 0x500, 0x600, (byte) 0);
    byte[] table = ssdt(name("CROM", buffer(0x600, Arrays.copyOf(zeros, 0x500))));
    assertThat(scan(table).roms().get(0).bytes().toByteArray()).isEqualTo(zeros);
  }

  @Test
  void fwCfgHasTheNameOfItsFile() {
    assertThat(only(scan(AcpiLayouts.named("ssdt-fw-cfg"))).origin())
        .isEqualTo(new RomOrigin.FwCfg(Optional.of("opt/forged/rom")));
    assertThat(only(scan(AcpiLayouts.named("ssdt-unknown"))).origin())
        .isEqualTo(new RomOrigin.Unknown());
    assertThat(only(scan(AcpiLayouts.named("ssdt-empty"))).origin())
        .isEqualTo(new RomOrigin.Empty(AcpiLayouts.DEVICE + ".VBOR"));
  }

  /** Everything else that AML has in front of the method. */
  @Test
  void otherCodeIsPassedOver() {
    byte[] before =
        join(
            code(0x15),
            path("\\_SB_.PCI0"),
            code(6, 0), // External
            code(0x5b, 0x01),
            path("MUTX"),
            code(0), // Mutex
            code(0x5b, 0x02),
            path("EVNT"), // Event
            sized(code(0x5b, 0x83), path("CPU0"), code(1, 2, 3, 4, 5, 6)), // Processor
            sized(code(0x5b, 0x84), path("PWR0"), code(0, 0, 0)), // PowerResource
            sized(code(0x5b, 0x85), path("THM0")),
            sized(code(0x5b, 0x86), path("INDX"), path("DATA"), code(0), unit("IDX0", 8)),
            sized(code(0x5b, 0x87), path("RRRR"), path("BANK"), code(0, 0), unit("BNK0", 8)),
            code(0x5b, 0x88),
            path("TBLR"),
            string("OEM1"),
            string(""),
            string(""),
            name("PKG0", sized(code(0x12), code(3), string("x"), number(0x1234), number(-5))),
            name("VARP", sized(code(0x13), number(1), code(0xff))),
            name("STRG", string("\u007f")),
            method(
                "ACQU",
                0,
                code(0x5b, 0x23),
                path("MUTX"),
                code(0xff, 0xff),
                code(0x5b, 0x23, 0x60, 0x10, 0x10),
                code(0x5b, 0x32, 1, 2, 3, 4, 5),
                sized(code(0xa0), code(0x93, 0x68, 0x00), sized(code(0xa1), code(0xa3)))),
            code(0xfe, 0xfd));
    AmlScan scan =
        scan(
            join(
                ssdt(
                    before,
                    scope("^\\".substring(1) + "_SB_.GPU0", method("_ROM", 2, code(0xa4, 0x68))))));
    assertThat(only(scan).device()).isEqualTo("\\_SB_.GPU0");
  }

  @Test
  void relativeNamesAndParents() {
    byte[] table =
        ssdt(
            scope(
                "\\_SB_",
                region("REG0", 0, number(0x1000), number(0x2000)),
                device(
                    "PCI0",
                    scope("^REG1"),
                    device(
                        "GPU0",
                        field("^^REG0", unit("DATA", 0x8000)),
                        method("_ROM", 2, path("^DATA"), path("DATA"))))));
    RomOrigin.InMemory memory = (RomOrigin.InMemory) only(scan(table)).origin();
    assertThat(memory.region()).isEqualTo("\\_SB_.REG0");
  }
}
