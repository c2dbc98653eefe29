package io.github.romparser.extract.handler.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.FoundRom;
import io.github.romparser.extract.handler.Hostile;
import io.github.romparser.extract.handler.MadeCorpus;
import io.github.romparser.extract.handler.MadeCorpus.Expected;
import io.github.romparser.extract.handler.Search;
import io.github.romparser.extract.spi.Trouble;
import io.github.romparser.rom.RomImage;
import io.github.romparser.sign.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Old BIOSes and updates that were made with known answers, and some that people published. */
final class LegacyCorpusTest {
  private static final Pattern OURS =
      Pattern.compile(
          "(hostile/)?(award|ami8|amibios8|phoenix_(bcp|ffv|loop|fragment|expand|length|truncated)"
              + "|toshiba|apple|pbzx).*");

  private static final Pattern IMAGE =
      Pattern.compile("\\[\\s*(\\d+),\\s*\"([0-9a-f:]+)\",\\s*\"0x00\",\\s*(\\d+),\\s*\"(..)\"");

  private static void assertExpected(String name, Expected expected, Set<String> found) {
    assertThat(found).as(name).containsAll(expected.roms());
    Set<String> beyond = new TreeSet<>(found);
    beyond.removeAll(expected.roms());
    beyond.removeAll(expected.may());
    assertThat(beyond).as(name).isEmpty();
  }

  @Test
  void whatWasMade() throws IOException {
    Path folder = MadeCorpus.folder().resolve("made/vendor");
    int count = 0;
    for (Map.Entry<String, Expected> file : MadeCorpus.expected(folder).entrySet()) {
      String name = file.getKey();
      if (!OURS.matcher(name).matches()) {
        continue;
      }
      count++;
      Path path = folder.resolve(name);
      if (name.startsWith("hostile/")) {
        Extraction found = Hostile.search(Files.readAllBytes(path));
        assertExpected(name, file.getValue(), MadeCorpus.digests(found));
      } else {
        Extraction found = MadeCorpus.search(path);
        assertExpected(name, file.getValue(), MadeCorpus.digests(found));
        assertThat(found.deadEnds()).as(name).isEmpty();
      }
    }
    assertThat(count).isEqualTo(8 + 6 + 6 + 6 + 6 + 6);
  }

  @Test
  void jlhasArchive() throws IOException {
    Path folder = MadeCorpus.folder().resolve("made/installers");
    String name = "lha-lh5.lzh";
    Extraction found = MadeCorpus.search(folder.resolve(name));
    assertThat(MadeCorpus.expected(folder))
        .hasEntrySatisfying(
            name, expected -> assertExpected(name, expected, MadeCorpus.digests(found)));
    assertThat(Search.paths(found)).containsExactly("lha: bios.bin");
  }

  private static List<String> images(FoundRom rom) {
    return rom.rom().chains().stream()
        .flatMap(chain -> chain.images().stream())
        .map(RomImage::bytes)
        .map(Sha256::hex)
        .toList();
  }

  /**
   * Every module with a ROM that lhasa found in a published BIOS comes out of it with its name, its
   * ids and its length. Acer's is the exception: its module is part of a ROM that is whole and sums
   * up, which unpacks it itself; as a file of its own it is found.
   */
  @Test
  void modulesOfAward() throws IOException {
    Path corpus = MadeCorpus.folder();
    int roms = 0;
    try (Stream<Path> files = Files.list(corpus.resolve("embedded"))) {
      for (Path truth : files.sorted().toList()) {
        String name = truth.getFileName().toString().replaceFirst("\\.json$", "");
        Slice bytes = Slice.of(Files.readAllBytes(corpus.resolve("roms").resolve(name)));
        String text = Files.readString(truth);
        Matcher module = Pattern.compile("\\{\\s*\"lha_at\".*?\\n }", Pattern.DOTALL).matcher(text);
        while (module.find()) {
          roms += module(name, module.group(), bytes);
        }
      }
    }
    assertThat(roms).isEqualTo(1 + 3 + 1);
  }

  private static int module(String file, String truth, Slice bytes) {
    Matcher told =
        Pattern.compile(
                "\"lha_at\": (\\d+).*\"name\": \"(.*?)\".*\"sha256\": \"(.*?)\"", Pattern.DOTALL)
            .matcher(truth);
    Matcher image = IMAGE.matcher(truth);
    assertThat(told.find()).isTrue();
    if (!image.find()) {
      return 0;
    }
    boolean acer = file.contains("acer");
    Extraction found =
        Search.in((acer ? bytes.from(Integer.parseInt(told.group(1))) : bytes).toByteArray());
    String path = (acer ? "lha: " : "award: ") + told.group(2);
    FoundRom rom =
        found.roms().stream()
            .filter(r -> r.sources().stream().anyMatch(s -> s.path().contains(path)))
            .findFirst()
            .orElseThrow();
    String ids = String.format(Locale.ROOT, "%04x:%04x", rom.vendorId(), rom.deviceId());
    assertThat(ids).isEqualTo(image.group(2));
    assertThat(rom.bytes().length()).isEqualTo(Integer.parseInt(image.group(3)));
    if (!acer) {
      // The module is the ROM and nothing else; Acer's has something behind it.
      assertThat(images(rom)).containsExactly(told.group(3));
    }
    return 1;
  }

  private static Extraction published(String name) throws IOException {
    return MadeCorpus.search(MadeCorpus.folder().resolve("roms").resolve(name));
  }

  private static List<String> told(Extraction found) {
    List<String> told = new ArrayList<>();
    for (FoundRom rom : found.roms()) {
      List<String> path = rom.sources().get(0).path();
      told.add(
          String.format(
              Locale.ROOT,
              "%04x:%04x %d %s",
              rom.vendorId(),
              rom.deviceId(),
              rom.bytes().length(),
              path.get(path.size() - 1)));
    }
    return told;
  }

  /** A ThinkPad T60: display, network and disk ROMs, which all decompress to what they should. */
  @Test
  void thinkPadT60() throws IOException {
    Extraction found = published("bibanon__factory.bin.t60intel");
    assertThat(told(found))
        .containsExactlyInAnyOrder(
            "1917:1234 21504 phoenix-bcp: type . 0",
            "8086:109a 32256 phoenix-bcp: oprom 8",
            "8086:27a2 65536 phoenix-bcp: oprom 6",
            "1002:71c4 65536 phoenix-bcp: oprom 5",
            "1002:7145 64512 phoenix-bcp: oprom 4",
            "1002:71d4 65024 phoenix-bcp: oprom 3",
            "1002:718d 65536 phoenix-bcp: oprom 2",
            "1002:71c4 65536 phoenix-bcp: oprom 1",
            "1002:7145 65024 phoenix-bcp: oprom 0");
    // One ROM is compressed itself, and marks no last image, so that it is looked into.
    assertThat(found.deadEnds())
        .allMatch(end -> end.trouble().reason() == Trouble.Reason.UNKNOWN_COMPRESSION)
        .hasSize(1);
  }

  /** HP Brio: PhoenixBIOS 4.0 with LZSS. */
  @Test
  void brio() throws IOException {
    Extraction found = published("86box__brio83xx_QHL0700.rom");
    assertThat(told(found)).containsExactly("5333:8901 32768 phoenix-bcp: oprom 0");
    assertThat(found.roms().get(0).rom().chains().get(0).images().get(0).sums().initialization())
        .hasValue(0);
    assertThat(found.deadEnds()).isEmpty();
  }

  /** PC Chips M747: AMIBIOS 6 with two ROMs as they are, and fourteen parts. */
  @Test
  void m747() throws IOException {
    Extraction found = published("86box__m747_990521.rom");
    assertThat(told(found)).hasSize(2).allMatch(text -> text.endsWith(" 0x0"));
    assertThat(found.deadEnds()).isEmpty();
    assertThat(found.parts().stream().filter(part -> part.decoded())).hasSize(12);
  }

  /** Modules, and among them no ROM: that it has an onboard display is in its main module. */
  @Test
  void imagesWithoutRoms() throws IOException {
    Extraction award = published("86box__7sbb_sbb12aa2.bin");
    assertThat(award.roms()).isEmpty();
    assertThat(award.deadEnds()).isEmpty();
    assertThat(award.parts().stream().filter(part -> part.decoded())).hasSize(5);
    assertThat(published("86box__plato_1002AX1P.BI1").roms()).isEmpty();
  }
}
