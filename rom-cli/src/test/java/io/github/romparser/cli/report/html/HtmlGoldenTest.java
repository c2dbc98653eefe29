package io.github.romparser.cli.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.check.Target;
import io.github.romparser.testdata.Golden;
import io.github.romparser.testdata.RomForge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whole pages without their style sheet, which is a file of its own. {@code -Dgolden.write=FOLDER}
 * writes them anew.
 */
class HtmlGoldenTest {

  @ParameterizedTest
  @ValueSource(strings = {"show-nvgi2", "show-isa", "check-truncated", "diff-shadow", "extract"})
  void page(String name) throws IOException {
    String page =
        switch (name) {
          case "show-nvgi2" -> Pages.show("nvgi2.rom", RomForge.named("nvgi2"));
          case "show-isa" -> Pages.show("isa.rom", RomForge.named("isa"));
          case "check-truncated" -> Pages.check("truncated", Target.OVMF, Target.SEABIOS);
          case "diff-shadow" -> Pages.diff("amd-flash", "shadow");
          default -> Pages.extract("update.bin", Pages.update());
        };
    String bare =
        page.replaceFirst("(?s)<style>.*</style>", "<style></style>")
            .replaceFirst("sha256-[A-Za-z0-9+/=]+", "sha256-");
    String file = "html/" + name + ".html";
    String target = System.getProperty("golden.write", "");
    if (!target.isEmpty()) {
      Path path = Path.of(target).resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, bare);
    }
    assertThat(bare).isEqualTo(Golden.text(file).orElse("no golden page " + file));
  }
}
