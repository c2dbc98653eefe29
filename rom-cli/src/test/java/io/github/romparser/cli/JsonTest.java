package io.github.romparser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.romparser.testdata.RomCase;
import io.github.romparser.testdata.RomForge;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The JSON report of {@code show}: its schema, and the names that programs go by. */
class JsonTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Run.of("--schema").out());

  @TempDir private Path folder;

  static Set<String> layouts() {
    return RomForge.names();
  }

  static Stream<RomCase> cases() {
    return RomCase.all().stream();
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void every_layout_fits_the_schema(String layout) {
    assertThat(errors(Run.with(RomForge.named(layout), "--json", "-").out())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void every_case_fits_the_schema(RomCase romCase) {
    assertThat(errors(Run.with(romCase.bytes(), "--json", "-").out())).isEmpty();
  }

  @Test
  void damaged_files_fit_the_schema() {
    Random random = new Random(7);
    byte[] whole = RomForge.named("turing");
    for (int i = 0; i < 200; i++) {
      byte[] bytes = java.util.Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
      for (int k = 0; k < 20; k++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      assertThat(errors(Run.with(bytes, "--json", "-").out())).isEmpty();
    }
  }

  @Test
  void the_schema_refuses_what_is_no_report() {
    assertThat(errors("{}")).isNotEmpty();
    assertThat(errors("{\"schemaVersion\": 2}")).isNotEmpty();
    String report = Run.with(RomForge.named("minimal"), "--json", "-").out();
    assertThat(errors(report.replace("\"endReason\": \"last\"", "\"endReason\": \"done\"")))
        .isNotEmpty();
    assertThat(errors(report.replaceFirst("\"vendorId\": \"", "\"vendorId\": \"X"))).isNotEmpty();
  }

  @Test
  void one_file_is_one_object_and_several_are_a_list() {
    String first = Samples.write(folder, "minimal");
    String second = Samples.write(folder, "truncated");
    JsonNode one = JSON.readTree(Run.of("--json", first).out());
    assertThat(one.propertyNames())
        .containsExactly(
            "schemaVersion", "file", "prefix", "chains", "isaRom", "gaps", "trailing", "findings");
    Run several = Run.of("--format", "json", first, folder + "/missing", second);
    assertThat(several.status()).isEqualTo(2);
    assertThat(errors(several.out())).isEmpty();
    JsonNode list = JSON.readTree(several.out());
    assertThat(list.get("schemaVersion").asInt()).isEqualTo(1);
    assertThat(list.get("files")).hasSize(2);
    assertThat(Run.of("--json", folder + "/missing").out()).isEmpty();
  }

  @Test
  void the_report_is_the_same_every_time() {
    byte[] bytes = RomForge.named("turing-nvgi3");
    assertThat(Run.with(bytes, "--json", "-")).isEqualTo(Run.with(bytes, "--json", "-"));
  }

  @Test
  void an_nvidia_flash_image_has_its_values_under_the_promised_names() {
    JsonNode report = JSON.readTree(Run.with(RomForge.named("turing-nvgi3"), "--json", "-").out());
    assertThat(report.at("/file/kind").asString()).isEqualTo("nvidia-flash");
    assertThat(report.at("/file/size").asInt()).isEqualTo(65536);
    assertThat(report.at("/prefix/kind").asString()).isEqualTo("nvgi");
    assertThat(report.at("/prefix/length").asInt()).isEqualTo(0x1600);
    JsonNode chain = report.at("/chains/0");
    assertThat(chain.get("offset").asInt()).isEqualTo(0x1600);
    assertThat(chain.get("end").asInt()).isEqualTo(0x5600);
    assertThat(chain.at("/walks/pci").toString())
        .isEqualTo("{\"images\":[0,1],\"endReason\":\"last\",\"end\":15872}");
    assertThat(chain.at("/walks/vendor").toString())
        .isEqualTo("{\"images\":[0,1,2,3,4],\"endReason\":\"last\",\"end\":22016}");
    JsonNode legacy = chain.at("/images/0");
    assertThat(legacy.get("signature").asString()).isEqualTo("55aa");
    assertThat(legacy.get("vendorId").asString()).isEqualTo("10de");
    assertThat(legacy.get("classCode").asString()).isEqualTo("030000");
    assertThat(legacy.get("codeType").asInt()).isZero();
    assertThat(legacy.get("indicator").asInt()).isZero();
    assertThat(legacy.get("last").asBoolean()).isFalse();
    assertThat(legacy.get("pciLength").asInt()).isEqualTo(0x1800);
    assertThat(legacy.get("vendorLength").asInt()).isEqualTo(0x1800);
    assertThat(legacy.get("initLength").asInt()).isEqualTo(0x1800);
    assertThat(legacy.get("checksums").toString())
        .isEqualTo("{\"pciLength\":0,\"vendorLength\":0,\"initLength\":0}");
    assertThat(legacy.get("efi").isNull()).isTrue();
    assertThat(legacy.at("/npde/last").asBoolean()).isFalse();
    JsonNode efi = chain.at("/images/1/efi");
    assertThat(efi.get("signatureValid").asBoolean()).isTrue();
    assertThat(efi.get("machine").asString()).isEqualTo("8664");
    assertThat(efi.get("subsystem").asInt()).isEqualTo(11);
    assertThat(efi.get("compression").asInt()).isEqualTo(1);
    assertThat(efi.get("originalSize").asInt()).isPositive();
    assertThat(chain.at("/images/2/signature").asString()).isEqualTo("vn");
    assertThat(chain.at("/images/2/dataStructure/signature").asString()).isEqualTo("NPDS");
    assertThat(report.at("/chains/1/copyOf").asInt()).isZero();
    assertThat(report.at("/trailing/fill").asString()).isEqualTo("ff");
    List<String> codes =
        StreamSupport.stream(report.get("findings").spliterator(), false)
            .map(finding -> finding.get("code").asString())
            .toList();
    assertThat(codes)
        .containsExactly(
            "CONTAINER-PREFIX", "ROM-TWICE", "NV-SUBSYS", "NV-EXT", "NV-EXT", "TRAILING");
  }

  private static List<Error> errors(String json) {
    return SCHEMA.validate(json, InputFormat.JSON);
  }
}
