package io.github.romparser.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.extract.handler.FixedAllowance;
import io.github.romparser.extract.spi.Companions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FilesBesideTest {

  @TempDir private Path folder;
  private Companions companions = Companions.NONE;

  @BeforeEach
  void write() throws IOException {
    Files.write(folder.resolve("Setup-1.bin"), new byte[] {1, 2, 3});
    Files.createDirectory(folder.resolve("inner"));
    Files.write(folder.resolve("inner").resolve("x"), new byte[] {4});
    companions = FilesBeside.of(folder.resolve("setup.exe"));
  }

  private boolean has(String name) {
    return companions.find(name, FixedAllowance.ample()).isPresent();
  }

  @Test
  void plainFilesInWhateverCase() {
    assertThat(companions.name()).isEqualTo("setup.exe");
    assertThat(has("Setup-1.bin")).isTrue();
    assertThat(has("SETUP-1.BIN")).isTrue();
    assertThat(has("setup-2.bin")).isFalse();
    assertThat(companions.find("Setup-1.bin", FixedAllowance.ample()).orElseThrow().u8(2))
        .isEqualTo(3);
  }

  @Test
  void nothingOutsideOfTheFolder() {
    Companions inner = FilesBeside.of(folder.resolve("inner").resolve("setup.exe"));
    for (String name :
        new String[] {
          "../Setup-1.bin",
          "..",
          ".",
          "",
          folder.resolve("Setup-1.bin").toString(),
          "..\\Setup-1.bin",
          "C:Setup-1.bin",
          "a\0b",
          "x".repeat(256)
        }) {
      assertThat(inner.find(name, FixedAllowance.ample())).as(name).isEmpty();
    }
    assertThat(has("inner/x")).isFalse();
    assertThat(has("inner")).isFalse();
  }

  @Test
  void whatIsTooLargeIsNotThere() {
    assertThat(companions.find("Setup-1.bin", new FixedAllowance(2))).isEmpty();
    assertThat(companions.find("Setup-1.bin", new FixedAllowance(3))).isPresent();
  }

  @Test
  void firstOfSeveralInTheAlphabet() throws IOException {
    Files.write(folder.resolve("SETUP-1.bin"), new byte[] {9});
    assertThat(companions.find("setup-1.BIN", FixedAllowance.ample()).orElseThrow().u8(0))
        .isEqualTo(9);
  }

  @Test
  void folderThatIsNotThere() {
    Companions nowhere = FilesBeside.of(folder.resolve("no").resolve("setup.exe"));
    assertThat(nowhere.find("a", FixedAllowance.ample())).isEmpty();
    assertThat(FilesBeside.of(Path.of("/"))).isSameAs(Companions.NONE);
    assertThat(Companions.NONE.name()).isEmpty();
    assertThat(Companions.NONE.find("a", FixedAllowance.ample())).isEmpty();
  }
}
