package io.github.romparser.acpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.handler.MadeCorpus;
import io.github.romparser.finding.Finding;
import io.github.romparser.finding.FindingCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tables of real machines, and what an independent program found in them. */
class AcpiCorpusTest {

  private static final Pattern ENTRY =
      Pattern.compile(
          "\"offset\": (\\d+),\\s+\"bdf\": \"(\\w+):(\\w+)\\.(\\w+)\",\\s+\"vendor\": \"(\\w+)\","
              + "\\s+\"device\": \"(\\w+)\",\\s+\"subvendor\": \"(\\w+)\",\\s+\"subdevice\":"
              + " \"(\\w+)\",\\s+\"rev\": (\\d+),\\s+\"image_len\": (\\d+),\\s+\"image_head\":"
              + " \"\\w+\",\\s+\"sha256\": \"(\\w+)\"");

  private static Slice read(Path file) throws IOException {
    return Slice.of(Files.readAllBytes(file));
  }

  private static List<Path> files(String part) throws IOException {
    try (Stream<Path> files = Files.list(MadeCorpus.folder().resolve("roms"))) {
      return files.filter(f -> f.getFileName().toString().contains(part)).sorted().toList();
    }
  }

  @Test
  void everyVfctIsAsTheOracleSays() throws IOException {
    int tables = 0;
    try (Stream<Path> all = Files.list(MadeCorpus.folder().resolve("oracle"))) {
      for (Path oracle : all.sorted().toList()) {
        String text = Files.readString(oracle);
        int vfct = text.indexOf("\"vfct\"");
        if (vfct < 0) {
          continue;
        }
        tables++;
        List<String> expected = new ArrayList<>();
        Matcher entry = ENTRY.matcher(text.substring(vfct));
        while (entry.find()) {
          expected.add(
              String.format(
                  Locale.ROOT,
                  "%s 0000:%02x:%02x.%s %s:%s %s:%s %s %s %s",
                  entry.group(1),
                  Integer.parseInt(entry.group(2), 16),
                  Integer.parseInt(entry.group(3), 16),
                  entry.group(4),
                  entry.group(5),
                  entry.group(6),
                  entry.group(7),
                  entry.group(8),
                  entry.group(9),
                  entry.group(10),
                  entry.group(11)));
        }
        String name = oracle.getFileName().toString().replaceFirst("\\.json$", "");
        Vfct read = Vfct.read(read(MadeCorpus.folder().resolve("roms").resolve(name)));
        assertThat(expected).as(name).isNotEmpty();
        assertThat(read.images().stream().map(AcpiCorpusTest::line)).as(name).isEqualTo(expected);
        boolean sum = text.substring(vfct).contains("\"sum8\": \"00\"");
        assertThat(read.table().orElseThrow().checksumValid()).as(name).isEqualTo(sum);
        assertThat(codes(read.findings())).as(name).contains(FindingCode.VFCT_NO_EFI);
      }
    }
    assertThat(tables).isEqualTo(17);
  }

  private static String line(VfctImage image) {
    return String.format(
        Locale.ROOT,
        "%d %s %04x:%04x %04x:%04x %d %d %s",
        image.offset(),
        image.address(),
        image.vendorId(),
        image.deviceId(),
        image.subsystemVendorId(),
        image.subsystemId(),
        image.revision(),
        image.length(),
        image.sha256());
  }

  private static List<FindingCode> codes(List<Finding> findings) {
    return findings.stream().map(Finding::code).toList();
  }

  /** The iMac's table is in the corpus twice: by itself and in the text that it was taken from. */
  @Test
  void acpidumpTextsHoldTheSameImages() throws IOException {
    Path roms = MadeCorpus.folder().resolve("roms");
    Vfct text = Vfct.read(read(roms.resolve("linuxhw__acpidump_iMac17_1.txt")));
    Vfct table = Vfct.read(read(roms.resolve("linuxhw__VFCT_iMac17_1_1414BF.bin")));
    assertThat(text.images().stream().map(AcpiCorpusTest::line))
        .isEqualTo(table.images().stream().map(AcpiCorpusTest::line).toList());
    assertThat(text.table().orElseThrow().bytes().sameBytes(table.table().orElseThrow().bytes()))
        .isTrue();
    Vfct surface = Vfct.read(read(roms.resolve("linux-surface__acpidump.out")));
    assertThat(surface.images()).hasSize(1);
    assertThat(surface.images().get(0).rom()).isPresent();
    assertThat(surface.table().orElseThrow().checksumValid()).isTrue();
  }

  /** Device, region and address of all 12 tables with _ROM, as iasl -d shows them. */
  @Test
  void everyRomMethodIsFoundWithItsMemory() throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path file : files("_ROM_")) {
      AmlScan scan = AmlScanner.scan(AcpiTables.read(read(file)).tables());
      assertThat(scan.roms()).as("%s", file).isEmpty();
      for (RomMethod method : scan.methods()) {
        if (method.origin() instanceof RomOrigin.Empty empty) {
          lines.add(method.path() + " " + empty.region() + " empty");
          continue;
        }
        assertThat(method.origin()).as("%s", file).isInstanceOf(RomOrigin.InMemory.class);
        RomOrigin.InMemory memory = (RomOrigin.InMemory) method.origin();
        String address =
            memory.address().isPresent()
                ? Long.toHexString(memory.address().getAsLong())
                : memory.addressName().orElse("?");
        lines.add(
            String.join(
                " ",
                method.path(),
                memory.region(),
                memory.spaceName(),
                address,
                Long.toHexString(memory.length().orElse(0)),
                Long.toString(memory.offset())));
      }
    }
    assertThat(lines)
        .containsExactly(
            "\\_SB_.PCI0.PEG0.PEGP._ROM \\_SB_.PCI0.PEG0.PEGP.ATRP SystemMemory ffd00000 20000 0",
            "\\_SB_.PCI0.PEGR.GFX0._ROM \\_SB_.PCI0.PEGR.GFX0._ROM.VROM SystemMemory ? 0 0",
            "\\_SB_.PCI0.GP41.IGFX._ROM \\_SB_.PCI0.GP41.IGFX._ROM.ROMS SystemMemory be65a000 d400 0",
            "\\_SB_.PCI0.RP05.PXSX._ROM \\_SB_.PCI0.RP05.PXSX.VBOR SystemMemory 9cf40018 40004 4",
            "\\_SB_.PCI0.RP01.PXSX._ROM \\_SB_.PCI0.RP01.PXSX.VBOR SystemMemory 7cf14018 40004 4",
            "\\_SB_.PCI0.GPP0.PEGP._ROM \\_SB_.PCI0.GPP0.PEGP.NVHM SystemMemory \\NVHA 30400 32",
            "\\_SB_.PCI0.PEG0.PEGP._ROM \\_SB_.PCI0.PEG0.PEGP.VBOR SystemMemory 6ea78018 40004 4",
            "\\_SB_.PCI0.PEG0.PEGP._ROM \\_SB_.PCI0.PEG0.PEGP.NVHM SystemMemory NVHA 30400 1024",
            "\\_SB_.PCI0.PEG0.PEGP._ROM \\_SB_.PCI0.PEG0.PEGP.NVHM SystemMemory NVHA 10400 1024",
            "\\_SB_.PCI0.PEG0.PEGP._ROM \\_SB_.PCI0.PEG0.PEGP.VBOR empty",
            "\\_SB_.PCI0.PEG0.PEGP._ROM \\_SB_.PCI0.PEG0.PEGP.NVHM SystemMemory NVHA 30400 32",
            "\\_SB_.PCI0.GPP0.PEGP._ROM \\_SB_.PCI0.GPP0.PEGP.NVHM SystemMemory \\NVHA 30400 32");
  }

  /** A ROM cut into pieces and put together again is the same ROM, and no border is suspected. */
  @Test
  void realRomsAreNotSuspected() throws IOException {
    int roms = 0;
    for (Path file : files("")) {
      Slice bytes = read(file);
      if (bytes.length() > RomChunks.MOST || !bytes.has(0, 2) || bytes.u16(0) != 0xaa55) {
        continue;
      }
      List<DumpSource.Input> pieces = new ArrayList<>();
      for (int at = 0; at < bytes.length(); at += 0x1000) {
        pieces.add(0, new DumpSource.Input("rom." + at / 0x1000, bytes.clamp(at, 0x1000)));
      }
      RomDump dump = RomChunks.read(pieces, true);
      if (dump.rom().isEmpty() || codes(dump.findings()).contains(FindingCode.DUMP_PREFIX)) {
        continue;
      }
      roms++;
      assertThat(dump.rom().get().bytes().sameBytes(bytes)).as("%s", file).isTrue();
      assertThat(codes(dump.findings()))
          .as("%s", file)
          .doesNotContain(
              FindingCode.DUMP_BORDER,
              FindingCode.DUMP_REPEATED,
              FindingCode.DUMP_HOLE,
              FindingCode.DUMP_OVERLAP,
              FindingCode.DUMP_SIZES);
    }
    assertThat(roms).isGreaterThan(20);
  }
}
