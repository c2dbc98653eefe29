package io.github.romparser.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.rom.RomReader;
import io.github.romparser.testdata.Golden;
import io.github.romparser.testdata.RomForge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every consumer does with a ROM, step by step, and what comes of it, is as the golden text of
 * the layout says ({@code -Dgolden.write=FOLDER} writes them anew).
 */
final class TraceTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "amd-apu",
        "bb77",
        "efi-only",
        "intel-vbt",
        "isa",
        "lsi",
        "maxwell-group",
        "minimal",
        "muxless-laptop",
        "shadow",
        "truncated",
        "turing"
      })
  void stepsAreAsTheGoldenTextSays(String layout) throws IOException {
    String text = text(layout);
    String name = "traces/" + layout + ".txt";
    String target = System.getProperty("golden.write", "");
    if (!target.isEmpty()) {
      Files.createDirectories(Path.of(target).resolve("traces"));
      Files.writeString(Path.of(target).resolve(name), text);
    }
    assertThat(text).isEqualTo(Golden.text(name).orElse("no golden text " + name));
  }

  private static String text(String layout) {
    CheckInput input = CheckInput.of(RomReader.read(Slice.of(RomForge.named(layout))));
    List<String> lines = new ArrayList<>();
    for (Target target : Target.values()) {
      Verdict verdict = Consumer.of(target).check(input);
      lines.add("%s %s".formatted(target.id(), verdict.accepted() ? "takes it" : "refuses it"));
      verdict.image().ifPresent(image -> lines.add("  image #" + image));
      verdict.trace().forEach(step -> lines.add("  | " + step));
      verdict
          .findings()
          .forEach(
              finding ->
                  lines.add(
                      "  %s %s at 0x%x, %d bytes"
                          .formatted(
                              finding.severity().id(),
                              finding.code().id(),
                              finding.range().offset(),
                              finding.range().length())));
    }
    return String.join("\n", lines) + "\n";
  }
}
