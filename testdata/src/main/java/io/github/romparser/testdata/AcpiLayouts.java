package io.github.romparser.testdata;

import static io.github.romparser.testdata.AmlForge.buffer;
import static io.github.romparser.testdata.AmlForge.code;
import static io.github.romparser.testdata.AmlForge.field;
import static io.github.romparser.testdata.AmlForge.join;
import static io.github.romparser.testdata.AmlForge.method;
import static io.github.romparser.testdata.AmlForge.name;
import static io.github.romparser.testdata.AmlForge.number;
import static io.github.romparser.testdata.AmlForge.path;
import static io.github.romparser.testdata.AmlForge.region;
import static io.github.romparser.testdata.AmlForge.scope;
import static io.github.romparser.testdata.AmlForge.string;
import static io.github.romparser.testdata.AmlForge.unit;

import java.util.Arrays;

/** Tables that hand out ROMs in the ways that real ones do. */
public final class AcpiLayouts {
  /** The device that most of the tables are about. */
  public static final String DEVICE = "\\_SB_.PCI0.PEG0.PEGP";

  private static final byte[] RETURN = code(0xA4);
  private static final int PIECE = 262_144;

  private AcpiLayouts() {}

  /** The table of a name. */
  public static byte[] named(String name) {
    return switch (name) {
      case "ssdt-memory" -> memory(number(0x9CF40018L));
      case "ssdt-named-memory" -> memory(path("NVHA"));
      case "ssdt-computed-memory" -> memory(code(0x60));
      case "ssdt-empty" -> empty();
      case "ssdt-embedded" -> embedded(RomForge.named("minimal-hybrid"), 0x300, 2);
      case "ssdt-embedded-cut" -> embedded(RomForge.named("minimal-hybrid"), 0x300, 1);
      case "ssdt-two" -> two();
      case "ssdt-fw-cfg" -> fwCfg();
      case "ssdt-unknown" -> table(method("_ROM", 2, RETURN, code(0x68)));
      case "ssdt-plain" -> table(name("_ADR", number(0)));
      case "ssdt-many" -> many();
      default -> throw new IllegalArgumentException("no table is called " + name);
    };
  }

  private static byte[] table(byte[]... body) {
    return AcpiTableForge.table("SSDT", "FORGED", scope(DEVICE, body));
  }

  /** Fields of 32 KiB behind a size, which is how most laptops do it. */
  private static byte[] memory(byte[] address) {
    return table(
        region("VBOR", 0, address, number(0x40004)),
        field("VBOR", unit("RVBS", 32), unit("VBS1", PIECE), unit("VBS2", PIECE)),
        method("_ROM", 2, RETURN, path("VBS1"), RETURN, path("VBS2")));
  }

  private static byte[] empty() {
    return table(
        region("VBOR", 0, number(0x9AFBDE18L), number(4)),
        field("VBOR", unit("RVBS", 32), unit("VBS1", 0)),
        method("_ROM", 2, RETURN, path("VBS1")));
  }

  /** A ROM in Buffers RP00, RP01, … of which the last may be missing. */
  public static byte[] embedded(byte[] rom, int size, int pieces) {
    byte[] names = new byte[0];
    byte[] code = new byte[0];
    for (int i = 0; i < pieces; i++) {
      int end = i + 1 == pieces ? Math.max(rom.length, (i + 1) * size) : (i + 1) * size;
      byte[] piece = Arrays.copyOfRange(rom, i * size, Math.min(end, rom.length));
      if (i + 1 == pieces && pieces == 1) {
        piece = Arrays.copyOf(rom, size);
      }
      String name = String.format(java.util.Locale.ROOT, "RP%02X", i);
      names = join(names, name(name, buffer(piece)));
      code = join(code, RETURN, path(name));
    }
    return table(names, method("_ROM", 2, code));
  }

  private static byte[] two() {
    return table(
        name("CROM", buffer(RomForge.named("minimal"))),
        name("DROM", buffer(RomForge.named("efi-only"))),
        method("_ROM", 2, RETURN, path("CROM")));
  }

  /** A helper method reads the ports; the ROM method calls it. */
  private static byte[] fwCfg() {
    return table(
        region("FWIO", 1, number(0x510), number(2)),
        field("FWIO", unit("FSEL", 16)),
        field("FWIO", unit("", 8), unit("FDAT", 8)),
        name("FWBI", buffer(new byte[1])),
        method("RINT", 0, code(0x70), path("FDAT"), code(0x60), string("opt/forged/rom")),
        method("_ROM", 2, path("RINT"), RETURN, path("FWBI")));
  }

  /** More names than are taken. */
  private static byte[] many() {
    byte[] one = name("AAAA", code(0));
    byte[] all = new byte[one.length * 200_001];
    for (int i = 0; i < 200_001; i++) {
      System.arraycopy(one, 0, all, i * one.length, one.length);
      int number = i;
      for (int k = 4; k >= 1; k--) {
        all[i * one.length + k] = (byte) ('A' + number % 26);
        number /= 26;
      }
    }
    return AcpiTableForge.table("SSDT", "MANY", all);
  }
}
