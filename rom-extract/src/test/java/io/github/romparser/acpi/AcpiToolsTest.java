package io.github.romparser.acpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.romparser.bytes.Slice;
import io.github.romparser.testdata.AcpiLayouts;
import io.github.romparser.testdata.AcpiTableForge;
import io.github.romparser.testdata.AmlForge;
import io.github.romparser.testdata.RomForge;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the real programs write: iasl, acpiexec (Debian: acpica-tools), xxd, hexdump, od. */
class AcpiToolsTest {

  private static final byte[] ROM = RomForge.named("minimal-hybrid");

  @TempDir private Path folder;

  /** Skips the test if there is no such program, or fails it. */
  private static String need(String name) {
    String path = System.getenv().getOrDefault("PATH", "");
    if (Stream.of(path.split(File.pathSeparator, -1))
        .noneMatch(dir -> Files.isExecutable(Path.of(dir, name)))) {
      if (Boolean.getBoolean("rom.tools.required")) {
        fail("no " + name + ", and -Drom.tools.required=true");
      }
      System.err.println("SKIPPED: no " + name);
      Assumptions.abort("no " + name);
    }
    return name;
  }

  private Slice run(String... command) throws IOException, InterruptedException {
    Path out = folder.resolve("out.txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    process.getOutputStream().close();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      fail(String.join(" ", command) + " does not end");
    }
    return Slice.of(Files.readAllBytes(out));
  }

  private static void assertGivesTheRom(Slice text, byte[] rom, DumpFormat format) {
    RomDump dump = RomChunks.read(List.of(new DumpSource.Input("-", text)), false);
    assertThat(dump.sources().get(0).format()).isEqualTo(format);
    assertThat(dump.rom()).as("%s", dump.findings()).isPresent();
    assertThat(dump.rom().orElseThrow().bytes().toByteArray()).isEqualTo(rom);
  }

  /** Two Buffers, RP00 and RP01, which the source names. */
  @Test
  void theSourceThatIaslWritesIsRead() throws IOException, InterruptedException {
    String iasl = need("iasl");
    Files.write(folder.resolve("ssdt.aml"), AcpiLayouts.named("ssdt-embedded"));
    run(iasl, "-d", "ssdt.aml");
    Slice source = Slice.of(Files.readAllBytes(folder.resolve("ssdt.dsl")));
    assertGivesTheRom(source, ROM, DumpFormat.ASL);
  }

  @Test
  void whatAcpiexecPrintsIsRead() throws IOException, InterruptedException {
    String acpiexec = need("acpiexec");
    byte[] table =
        AcpiTableForge.table(
            "SSDT",
            "T",
            AmlForge.device(
                "\\GPU0",
                AmlForge.name("CROM", AmlForge.buffer(ROM)),
                AmlForge.method("_ROM", 2, AmlForge.code(0xa4), AmlForge.path("CROM"))));
    Files.write(folder.resolve("ssdt.aml"), table);
    Slice out = run(acpiexec, "-b", "evaluate \\GPU0._ROM 0 0x1000", "ssdt.aml");
    assertGivesTheRom(out, ROM, DumpFormat.ACPIEXEC);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xxd rom", "xxd -p rom", "xxd -i rom", "xxd -g 1 rom", "xxd -e rom", "xxd -c 32 rom",
        "hexdump rom", "hexdump -C rom", "od rom", "od -b rom", "od -A x -t x1 rom",
            "od -A d -x rom",
        "od -t x1z rom", "od -v -t x4 rom", "od -A x -t x8 rom"
      })
  void hexDumps(String line) throws IOException, InterruptedException {
    String[] command = line.split(" ", -1);
    need(command[0]);
    byte[] rom = RomForge.named("muxless-laptop");
    Files.write(folder.resolve("rom"), rom);
    boolean list = line.equals("xxd -p rom") || line.equals("xxd -i rom");
    assertGivesTheRom(run(command), rom, list ? DumpFormat.BYTE_LIST : DumpFormat.HEX_DUMP);
  }
}
