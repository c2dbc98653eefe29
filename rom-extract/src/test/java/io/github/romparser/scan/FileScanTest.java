package io.github.romparser.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.Budget;
import io.github.romparser.extract.ExtractVerdict;
import io.github.romparser.testdata.RomForge;
import io.github.romparser.testdata.ZipForge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class FileScanTest {

  @TempDir private Path folder;

  private static ScanRow scan(String name, byte[] bytes) {
    return FileScan.of(name, Slice.of(bytes), ScanOptions.usual());
  }

  @Test
  void aRomIsLookedAtAsItIs() {
    byte[] rom = RomForge.named("nvgi2");
    ScanRow row = scan("dumps/nvgi2.rom", rom);
    assertThat(row.name()).isEqualTo("dumps/nvgi2.rom");
    assertThat(row.kind()).contains("nvidia-flash");
    assertThat(row.verdict()).isEmpty();
    assertThat(row.findings()).anyMatch(f -> f.code().id().equals("CONTAINER-PREFIX"));
    ScanRom found = row.roms().get(0);
    assertThat(found.path()).containsExactly("nvgi2.rom");
    assertThat(found.offset()).isEqualTo(0x600);
    assertThat(found.vendorId()).isEqualTo(0x10de);
    assertThat(found.deviceId()).isEqualTo(0x0fc6);
    assertThat(found.classCode()).isEqualTo(0x030000);
    assertThat(found.codeTypes()).containsExactly(0, 3, 0xe0, 0x70);
    assertThat(found.places()).isEqualTo(1);
  }

  @Test
  void whatIsNoneIsSearchedUnlessTheOptionsSayNo() {
    byte[] rom = RomForge.named("minimal");
    byte[] zip = ZipForge.of("a.rom", 0, 0, rom, rom);
    ScanRow row = scan("update.zip", zip);
    assertThat(row.verdict()).contains(ExtractVerdict.FOUND);
    assertThat(row.roms())
        .singleElement()
        .satisfies(r -> assertThat(r.path()).containsExactly("update.zip", "zip: a.rom"));
    ScanOptions plain = new ScanOptions(false, 1 << 20, Budget.usual());
    assertThat(FileScan.of("update.zip", Slice.of(zip), plain).verdict()).isEmpty();
  }

  @Test
  void filesThatCannotBeReadHaveARowToo() throws IOException {
    ScanRow none = FileScan.of(folder.resolve("none"), ScanOptions.usual());
    assertThat(none.problem()).contains("No such file");
    assertThat(none.sha256()).isEmpty();
    Path large = Files.write(folder.resolve("large"), new byte[2000]);
    ScanOptions small = new ScanOptions(true, 1000, Budget.usual());
    assertThat(FileScan.of(large, small).problem()).contains("larger than 1000 bytes");
    assertThat(FileScan.of(large, small).size()).isEqualTo(2000);
    assertThat(FileScan.of(folder, ScanOptions.usual()).problem()).contains("Is a directory");
    Path rom = Files.write(folder.resolve("a.rom"), RomForge.named("minimal"));
    assertThat(FileScan.of(rom, ScanOptions.usual()).problem()).isEmpty();
    assertThat(FileScan.of(rom, ScanOptions.usual()).roms()).hasSize(1);
  }

  @Test
  void whatFailsInOneFileIsARowToo() throws IOException {
    Path rom = Files.write(folder.resolve("a.zip"), ZipForge.of("a", 0, 0, BYTES, BYTES));
    Budget broken =
        new Budget(16, 96, 1 << 20, 0, 1 << 20, 1 << 20, 1 << 20, 100, Duration.ofMinutes(1));
    ScanRow row = FileScan.of(rom, new ScanOptions(true, 1 << 20, broken));
    assertThat(row.problem())
        .hasValueSatisfying(why -> assertThat(why).startsWith("internal error: "));
    assertThat(row.size()).isEqualTo(Files.size(rom));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  @Timeout(30)
  void aPipeIsNotOpened() throws IOException, InterruptedException {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    assertThat(FileScan.of(pipe, ScanOptions.usual()).problem()).contains("Not a regular file");
  }

  @Test
  void onlyNamesThatAreNoTextHaveAUri() {
    assertThat(FileScan.uri(folder.resolve("a\nb"))).isEmpty();
    assertThat(FileScan.of(folder.resolve("none"), ScanOptions.usual()).uri()).isEmpty();
  }

  private static final byte[] BYTES = RomForge.named("minimal");
}
