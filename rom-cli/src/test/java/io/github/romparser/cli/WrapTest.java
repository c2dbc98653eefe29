package io.github.romparser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.testdata.PeForge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line promises for {@code wrap}. */
class WrapTest {

  @TempDir private Path folder;

  private String out() {
    return folder.resolve("out.rom").toString();
  }

  private String driver() {
    return Samples.write(folder, "x64.efi", PeForge.x64().build());
  }

  @Test
  void a_driver() throws IOException {
    Run run = Run.of("wrap", driver(), "--device", "1002:1640", "-o", out());
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(0);
    assertThat(run.out())
        .contains("Image #0: driver 1 for x64, 1,024 bytes, not compressed")
        .contains("The driver of image #0 is not signed.")
        .contains("  #0 EFI driver, 1002:1640, class 030000, x64 boot service driver");
    assertThat(Files.size(Path.of(out()))).isEqualTo(0x600);
    assertThat(Run.of(out()).status()).isEqualTo(0);
  }

  @Test
  void drivers_and_a_legacy_image() {
    String arm = Samples.write(folder, "aa64.efi", PeForge.aa64().build());
    String legacy = Samples.write(folder, "minimal");
    Run run =
        Run.of(
            "wrap",
            driver(),
            arm,
            "--legacy",
            legacy,
            "--device",
            "8086:10d3,10d4",
            "-o",
            out(),
            "--class",
            "020000");
    assertThat(run.status()).isEqualTo(0);
    assertThat(run.out())
        .contains("  #0 x86 legacy BIOS, 8086:10d3, class 020000, checksum good\n")
        .contains("  #1 EFI driver, 8086:10d3 and 2 more, class 020000, x64")
        .contains("  #2 EFI driver, 8086:10d3 and 2 more, class 020000, AArch64");
  }

  @Test
  void compressed_drivers() throws IOException {
    Run run = Run.of("wrap", driver(), "--compress", "--device", "1002:1640", "-o", out());
    assertThat(run.status()).isEqualTo(0);
    assertThat(run.out())
        .containsPattern("Image #0: driver 1 for x64, 1,024 bytes compressed to [0-9]+ bytes")
        .contains("x64 boot service driver, compressed, not signed, LAST");
    assertThat(Run.of(out()).status()).isEqualTo(0);
    assertThat(Run.of("check", out()).out()).contains("ovmf");
    byte[] first = Files.readAllBytes(Path.of(out()));
    Run again =
        Run.of("wrap", driver(), "--compress", "--device", "1002:1640", "-o", out(), "--force");
    assertThat(again.out()).isEqualTo(run.out());
    assertThat(Files.readAllBytes(Path.of(out()))).isEqualTo(first);
  }

  @Test
  void refusals_are_status_1() {
    String application = Samples.write(folder, "app.efi", PeForge.x64().subsystem(10).build());
    Run run = Run.of("wrap", application, "--device", "1002:1640", "-o", out());
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("EFI application");
    Run odd = Run.of("wrap", driver(), "--device", "03ea:0668", "-o", out());
    assertThat(odd.status()).isEqualTo(1);
    assertThat(odd.err()).contains("03ea:0668 is the decimal way to write 1002:1640");
    assertThat(Path.of(out())).doesNotExist();
    assertThat(
            Run.of("wrap", driver(), "--device", "03ea:0668", "--allow-odd-id", "-o", out())
                .status())
        .isEqualTo(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1002", "1002:", "1002:1640,", "1002:0x1640", "1002:1640,1002:1641"})
  void ids_are_hexadecimal(String ids) {
    Run run = Run.of("wrap", driver(), "--device", ids, "-o", out());
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).startsWith("rom-parser: --device " + ids + ": not an id;");
  }

  @Test
  void wrong_usage() {
    assertThat(Run.of("wrap", driver(), "-o", out()).err()).contains("--device");
    assertThat(Run.of("wrap", "--device", "1002:1640", "-o", out()).status()).isEqualTo(2);
    Run twice = Run.of("wrap", "-", "-", "--device", "1002:1640", "-o", out());
    assertThat(twice.status()).isEqualTo(2);
    assertThat(twice.err()).startsWith("rom-parser: standard input can be read only once");
    Run code = Run.of("wrap", driver(), "--device", "1002:1640", "--class", "3", "-o", out());
    assertThat(code.status()).isEqualTo(2);
    assertThat(code.err()).startsWith("rom-parser: --class 3: not a class code");
    Run same = Run.of("wrap", driver(), "--device", "1002:1640", "-o", driver(), "--force");
    assertThat(same.status()).isEqualTo(2);
    assertThat(same.err()).contains("never changed in place");
    Run help = Run.of("wrap", "--help");
    assertThat(help.status()).isEqualTo(0);
    assertThat(help.out().lines()).allMatch(line -> line.length() <= 80);
  }
}
