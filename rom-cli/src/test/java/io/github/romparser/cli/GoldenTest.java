package io.github.romparser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.testdata.Golden;
import io.github.romparser.testdata.RomForge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whole screens, word for word, so that a change of what people read is seen in a review. {@code
 * -Dgolden.write=FOLDER} writes them anew.
 */
class GoldenTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "amd-three, text",
    "turing-nvgi3, text",
    "shadow, text",
    "truncated, text",
    "isa, text",
    "lsi, text",
    "vfct, text",
    "ipxe, verbose",
    "maxwell-group, verbose",
    "ampere-nvgi3, verbose",
    "fcode, verbose",
    "config-utility, verbose",
    "amd-flash, json",
    "muxless-laptop, json",
    "turing, classic"
  })
  void screen(String layout, String format) throws IOException {
    String noNames = Samples.write(folder, "pci.ids", new byte[0]);
    String option = format.equals("verbose") ? "-v" : "--format=" + format;
    String screen =
        Run.with(RomForge.named(layout), option, "--pci-ids", noNames, "-")
            .out()
            .replace(System.lineSeparator(), "\n");
    String name = "show-" + layout + "-" + format + ".txt";
    String target = System.getProperty("golden.write", "");
    if (!target.isEmpty()) {
      Files.writeString(Path.of(target).resolve(name), screen);
    }
    assertThat(screen).isEqualTo(Golden.text(name).orElse("no golden text " + name));
  }
}
