package io.github.romparser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.romparser.extract.ExtractOptions;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What the command line promises for {@code formats}. */
class FormatsCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void every_format_is_told() {
    Run run = Run.of("formats");
    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
    List<String> titles =
        run.out().lines().filter(line -> line.matches("[a-z0-9-]+: .*\\(.*\\)")).toList();
    assertThat(titles).hasSize(ExtractOptions.formats().size());
    assertThat(titles.stream().map(title -> title.substring(0, title.indexOf(':')))).isSorted();
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 100);
    assertThat(run.out()).contains("proved on: ").contains(" formats: ").endsWith("only.\n");
  }

  @Test
  void words_choose() {
    Run run = Run.of("formats", "Insyde", "nothing-is-called-so", "UPX");
    assertThat(run.out()).contains("7z: ", "upx: ").doesNotContain("gzip: ");
    Run one = Run.of("formats", "upx");
    assertThat(one.status()).isZero();
    assertThat(one.out()).startsWith("upx: ").contains("    not: ").contains("\n1 format: ");
    Run none = Run.of("formats", "nothing-is-called-so");
    assertThat(none.status()).isEqualTo(ExitStatus.NO);
    assertThat(none.out()).isEmpty();
    assertThat(none.err()).contains("nothing-is-called-so").hasLineCount(1);
  }

  @Test
  void json_keeps_to_its_schema() {
    String json = Run.of("formats", "--json").out();
    JsonNode document = JSON.readTree(json);
    assertThat(document.get("schemaVersion").asInt()).isEqualTo(1);
    assertThat(document.get("formats")).hasSize(ExtractOptions.formats().size());
    assertThat(document.get("formats").findValuesAsString("id")).isSorted().contains("7z", "pe");
    String schema = Run.of("formats", "--schema").out();
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema)
                .validate(json, InputFormat.JSON))
        .isEmpty();
  }

  @Test
  void markdown_is_a_table() {
    List<String> lines =
        Run.of("formats", "--format", "markdown", "7z", "gzip").out().lines().toList();
    assertThat(lines).hasSizeGreaterThanOrEqualTo(4);
    assertThat(lines)
        .allMatch(line -> line.replace("\\|", "").chars().filter(c -> c == '|').count() == 6);
    assertThat(lines.get(2)).contains("| 7").contains("|");
    assertThat(String.join("", lines)).contains("| — |");
  }
}
