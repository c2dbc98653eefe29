package io.github.romparser.testdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesTest {
  @Test
  void samplesAreWrittenByName(@TempDir Path directory) throws Exception {
    Path target = directory.resolve("a/b");
    Samples.main(new String[] {target.toString()});
    for (String name : RomForge.names()) {
      assertThat(target.resolve(name + ".rom")).exists();
    }
    assertThat(Files.readAllBytes(target.resolve("minimal.rom")))
        .isEqualTo(RomForge.named("minimal"));
    assertThatIllegalArgumentException().isThrownBy(() -> Samples.main(new String[0]));
  }

  @Test
  void goldenTextsAreReadWhole() {
    assertThat(Golden.text("example.txt")).contains("A golden text.\n");
    assertThat(Golden.text("no-such.txt")).isEmpty();
  }
}
