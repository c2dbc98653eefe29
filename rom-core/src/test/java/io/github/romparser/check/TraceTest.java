package io.github.romparser.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.finding.Finding;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.RomReader;
import io.github.romparser.rom.header.EfiMachine;
import io.github.romparser.testdata.Golden;
import io.github.romparser.testdata.RomForge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every consumer does with a ROM, step by step, and what comes of it, is as the golden text of
 * the layout says ({@code -Dgolden.write=FOLDER} writes them anew).
 */
final class TraceTest {

  /** Its ten thousand images are tried elsewhere. */
  private static final String HUGE = "ten-thousand";

  static Set<String> layouts() {
    Set<String> names = new TreeSet<>(RomForge.names());
    names.remove(HUGE);
    return names;
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void stepsAreAsTheGoldenTextSays(String layout) throws IOException {
    assertGolden("traces/" + layout + ".txt", text(layout));
  }

  static void assertGolden(String name, String text) throws IOException {
    String target = System.getProperty("golden.write", "");
    if (!target.isEmpty()) {
      Path file = Path.of(target).resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }
    assertThat(text).isEqualTo(Golden.text(name).orElse("no golden text " + name));
  }

  private static String text(String layout) {
    RomFile rom = RomReader.read(Slice.of(RomForge.named(layout)));
    CheckInput usual = CheckInput.of(rom);
    List<String> lines = new ArrayList<>(List.of("# as it is"));
    of(usual, lines);
    lines.add("# for a graphics card with other ids");
    of(
        usual.with(
            new PciDevice(
                0x10de,
                0x1c03,
                OptionalInt.of(0x030000),
                OptionalInt.of(0x1462),
                OptionalInt.of(0x3281))),
        lines);
    lines.add("# with Secure Boot, and a ROM BAR of 4096 bytes");
    of(
        new CheckInput(rom, OptionalLong.of(4096), Optional.empty(), EfiMachine.X64, true, true),
        lines);
    return String.join("\n", lines) + "\n";
  }

  private static void of(CheckInput input, List<String> lines) {
    for (Target target : Target.values()) {
      of(target, input, lines);
    }
  }

  /** What one consumer does. */
  static void of(Target target, CheckInput input, List<String> lines) {
    Verdict verdict = Consumer.of(target).check(input);
    lines.add("%s %s".formatted(target.id(), verdict.accepted() ? "takes it" : "refuses it"));
    verdict.image().ifPresent(image -> lines.add("  image #" + image));
    verdict.trace().forEach(step -> lines.add("  | " + step));
    for (Finding finding : verdict.findings()) {
      lines.add(
          "  %s %s at 0x%x, %d bytes"
              .formatted(
                  finding.severity().id(),
                  finding.code().id(),
                  finding.range().offset(),
                  finding.range().length()));
    }
  }
}
