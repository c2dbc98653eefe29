package io.github.romparser.cli.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.cli.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every real ROM, chain by chain and image by image, against an independent walker. */
class CorpusTest {

  @Test
  void every_file_is_read_as_the_oracle_reads_it() {
    Corpus corpus = Corpus.get();
    SoftAssertions softly = new SoftAssertions();
    int images = 0;
    for (Path rom : corpus.roms()) {
      JsonNode report = Corpus.parse(Run.of("--json", rom.toString()).out());
      JsonNode oracle = corpus.oracle(rom);
      List<String> expected = oracleLines(oracle);
      softly.assertThat(reportLines(report)).as(rom.getFileName().toString()).isEqualTo(expected);
      images += expected.size();
    }
    softly.assertAll();
    assertThat(images).isGreaterThan(200);
  }

  @Test
  void classic_prints_what_the_c_program_prints() {
    Corpus corpus = Corpus.get();
    SoftAssertions softly = new SoftAssertions();
    int ended = 0;
    for (Path rom : corpus.roms()) {
      Corpus.Classic classic = corpus.classic(rom);
      if (classic.status().equals("0")) {
        ended++;
      }
      if (!classic.text().contains("Invalid PCIR signature")) {
        // Of a wrong signature the program prints raw bytes, which no text can hold.
        softly
            .assertThat(Run.of("--format", "classic", rom.toString()).out())
            .as(rom.getFileName().toString())
            .isEqualTo(classic.text());
      }
    }
    softly.assertAll();
    assertThat(ended).isGreaterThan(50);
  }

  private static List<String> oracleLines(JsonNode oracle) {
    List<String> lines = new ArrayList<>();
    lines.add("file " + oracle.get("size") + " " + oracle.get("sha256").asString());
    for (JsonNode chain : oracle.get("chains")) {
      List<Long> places = new ArrayList<>();
      for (JsonNode image : chain.get("images")) {
        places.add(image.get("offset").asLong());
        JsonNode npde = image.get("npde");
        JsonNode efi = image.get("efi");
        lines.add(
            String.join(
                " ",
                "image",
                image.get("offset").asString(),
                image.get("sig").asString().toLowerCase(Locale.ROOT),
                image.get("ds").asString(),
                Long.toString(image.get("offset").asLong() + image.get("ds_rel").asLong()),
                image.get("ds_len").asString(),
                image.get("ds_rev").asString(),
                image.get("vendor").asString(),
                image.get("device").asString(),
                ids(image.get("devlist")),
                image.get("cls").asString(),
                Integer.toString(Integer.parseInt(image.get("code_rev").asString(), 16)),
                Integer.toString(Integer.decode(image.get("type").asString())),
                Integer.toString(Integer.decode(image.get("indicator").asString())),
                image.get("last").asString(),
                image.get("length").asString(),
                npde.isNull()
                    ? "-"
                    : npde.get("offset").asString()
                        + "/"
                        + Integer.decode(npde.get("rev").asString())
                        + "/"
                        + npde.get("len").asString()
                        + "/"
                        + npde.get("sub_len512").asLong() * 512
                        + "/"
                        + image.get("eff_last").asString(),
                sum(image.get("sum8_step")),
                image.get("sum8_init") == null ? "-" : sum(image.get("sum8_init")),
                efi == null
                    ? "-"
                    : efi.get("init512").asLong() * 512
                        + "/"
                        + efi.get("sig").asString().equals("00000ef1")
                        + "/"
                        + efi.get("subsystem").asString()
                        + "/"
                        + efi.get("machine").asString()
                        + "/"
                        + efi.get("compression").asString()
                        + "/"
                        + (image.get("offset").asLong() + efi.get("image_off").asLong())
                        + "/"
                        + (efi.get("compression").asInt() == 1
                            ? efi.get("comp_size").asString()
                                + "/"
                                + efi.get("orig_size").asString()
                            : "null/null"),
                image.get("sha256").asString()));
      }
      lines.add(
          "vendor walk "
              + places
              + " "
              + reason(chain.get("end_reason").asString())
              + " "
              + chain.get("end"));
      List<Long> pci = new ArrayList<>();
      chain.get("pcir_walk").get("images").forEach(i -> pci.add(i.get("offset").asLong()));
      lines.add(
          "pci walk "
              + pci
              + " "
              + reason(chain.get("pcir_walk").get("end_reason").asString())
              + " "
              + chain.get("pcir_walk").get("end"));
    }
    if (!oracle.get("chains").isEmpty()) {
      lines.add("prefix " + oracle.get("leading_bytes").asString());
      String fill = oracle.get("trailing_fill").asString();
      lines.add(
          "trailing "
              + oracle.get("trailing_bytes").asString()
              + " "
              + (fill.startsWith("all_")
                  ? fill.substring(4)
                  : fill.replaceFirst("mixed.*", "data")));
    }
    JsonNode isa = oracle.get("isa");
    if (isa != null) {
      lines.add("isa " + isa.get("init512").asLong() * 512);
    }
    return lines;
  }

  private static String reason(String reason) {
    if (reason.startsWith("no_image_at_next")) {
      return "no-image";
    }
    return reason.startsWith("eof") ? "end-of-file" : reason;
  }

  private static String sum(JsonNode hex) {
    return Integer.toString(Integer.parseInt(hex.asString(), 16));
  }

  private static String ids(JsonNode list) {
    List<String> ids = new ArrayList<>();
    if (list != null) {
      list.forEach(id -> ids.add(id.asString()));
    }
    return ids.toString();
  }

  private static List<String> reportLines(JsonNode report) {
    List<String> lines = new ArrayList<>();
    JsonNode file = report.get("file");
    lines.add("file " + file.get("size") + " " + file.get("sha256").asString());
    for (JsonNode chain : report.get("chains")) {
      for (JsonNode image : chain.get("images")) {
        JsonNode npde = image.get("npde");
        JsonNode efi = image.get("efi");
        JsonNode sums = image.get("checksums");
        JsonNode data = image.get("dataStructure");
        lines.add(
            String.join(
                " ",
                "image",
                image.get("offset").asString(),
                image.get("signature").asString(),
                data.get("signature").asString(),
                data.get("offset").asString(),
                data.get("length").asString(),
                data.get("revision").asString(),
                image.get("vendorId").asString(),
                image.get("deviceId").asString(),
                ids(image.get("deviceList")),
                image.get("classCode").asString(),
                image.get("codeRevision").asString(),
                image.get("codeType").asString(),
                image.get("indicator").asString(),
                image.get("last").asString(),
                image.get("pciLength").asString(),
                npde.isNull()
                    ? "-"
                    : npde.get("offset").asString()
                        + "/"
                        + npde.get("revision").asString()
                        + "/"
                        + npde.get("length").asString()
                        + "/"
                        + npde.get("subImageLength").asString()
                        + "/"
                        + npde.get("last").asString(),
                (image.get("vendorLength").isNull()
                        ? sums.get("pciLength")
                        : sums.get("vendorLength"))
                    .asString(),
                image.get("codeType").asInt() == 0 ? sums.get("initLength").asString() : "-",
                efi.isNull()
                    ? "-"
                    : image.get("initLength").asString()
                        + "/"
                        + efi.get("signatureValid").asString()
                        + "/"
                        + efi.get("subsystem").asString()
                        + "/"
                        + efi.get("machine").asString()
                        + "/"
                        + efi.get("compression").asString()
                        + "/"
                        + efi.get("imageOffset").asString()
                        + "/"
                        + efi.get("compressedSize")
                        + "/"
                        + efi.get("originalSize"),
                image.get("sha256").asString()));
      }
      lines.add("vendor walk " + walk(chain, "vendor"));
      lines.add("pci walk " + walk(chain, "pci"));
    }
    if (!report.get("chains").isEmpty()) {
      JsonNode prefix = report.get("prefix");
      JsonNode trailing = report.get("trailing");
      lines.add("prefix " + (prefix.isNull() ? "0" : prefix.get("length").asString()));
      lines.add(
          "trailing "
              + (trailing.isNull()
                  ? "0 none"
                  : trailing.get("length").asString() + " " + trailing.get("fill").asString()));
    }
    JsonNode isa = report.get("isaRom");
    if (!isa.isNull()) {
      lines.add("isa " + isa.get("length"));
    }
    return lines;
  }

  private static String walk(JsonNode chain, String name) {
    JsonNode walk = chain.get("walks").get(name);
    List<Long> places = new ArrayList<>();
    walk.get("images")
        .forEach(i -> places.add(chain.get("images").get(i.asInt()).get("offset").asLong()));
    return places + " " + walk.get("endReason").asString() + " " + walk.get("end");
  }
}
