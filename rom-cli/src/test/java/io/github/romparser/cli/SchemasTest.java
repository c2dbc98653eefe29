package io.github.romparser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.romparser.testdata.RomForge;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.ObjectMapper;

/** Reports that programs read keep to the schemas that ship with the program. */
class SchemasTest {

  @TempDir private Path folder;

  static Set<String> layouts() {
    return RomForge.names();
  }

  private static String run(String... arguments) {
    Run run = Run.of(arguments);
    assertThat(run.out()).as(String.join(" ", arguments) + "\n" + run.err()).isNotEmpty();
    return run.out();
  }

  private static void fits(String json, String... command) {
    List<String> arguments = new ArrayList<>(Arrays.asList(command));
    arguments.add("--schema");
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(run(arguments.toArray(String[]::new)))
                .validate(json, InputFormat.JSON))
        .as(json)
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void of_every_layout(String layout) {
    String rom = Samples.write(folder, layout);
    String other = Samples.write(folder, "minimal");
    fits(run("list", "--json", rom, other), "list");
    fits(run("list", "--json", "--by-content", rom, other, rom), "list");
    fits(run("diff", "--json", rom, rom), "diff");
    fits(run("diff", "--json", other, rom), "diff");
    fits(run("fix", "--json", rom), "fix");
    fits(Run.of("trim", "--json", rom, "-o", folder.resolve("t.rom").toString()).out(), "trim");
    fits(run("snippet", "--json", rom, "--for", "qemu"), "snippet");
    fits(run("export", "--json", rom, "-o", folder.resolve("pieces").toString()), "export");
  }

  @Test
  void of_edits_and_explanations() {
    String rom = Samples.write(folder, "shadow");
    String out = folder.resolve("fixed.rom").toString();
    fits(run("fix", "--json", rom, "--set-last", "-o", out), "fix");
    String text = Samples.write(folder, "text", "no rom".getBytes(StandardCharsets.UTF_8));
    fits(run("trim", "--json", text, "-o", folder.resolve("no.rom").toString()), "trim");
    fits(run("explain", "--json", "romfile \"gpu.rom\" is empty"), "explain");
    fits(run("explain", "--json", "nothing of the kind"), "explain");
    fits(run("snippet", "--json", rom, "--for", "libvirt", "--host", "0000:01:00.0"), "snippet");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "show", "check", "extract", "hash", "list", "diff", "trim", "fix", "wrap", "explain",
        "snippet", "export", "formats"
      })
  void every_command_with_a_report_has_one(String command) {
    Run run = Run.of(command, "--schema");
    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(new ObjectMapper().readTree(run.out()).get("title").asString())
        .startsWith("Report of rom-parser ");
    assertThat(Run.of(command, "--help").out()).contains("--schema");
  }

  @Test
  void the_program_itself_has_that_of_show() {
    assertThat(run("--schema")).isEqualTo(run("show", "--schema"));
    assertThat(Run.of("acpi", "--schema").status()).isEqualTo(ExitStatus.TROUBLE);
  }
}
