package io.github.romparser.extract.handler.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.handler.Search;
import io.github.romparser.testdata.LhaForge;
import io.github.romparser.testdata.LzssForge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that jlha makes, and what lhasa says of those that are made here. */
final class LhaRealToolsTest {
  @TempDir Path folder = Path.of("");

  /** Text-like bytes, that compress. */
  private static byte[] words(int size) {
    byte[] words = new byte[size];
    Random random = new Random(size);
    for (int i = 0; i < size; i++) {
      words[i] = (byte) ('a' + random.nextInt(1 + random.nextInt(20)));
    }
    return words;
  }

  @Test
  void jlhaMakesThem() throws IOException {
    String tool = RealTools.need("jlha");
    Files.createDirectory(folder.resolve("sub"));
    byte[] large = Search.join(words(300_000), Search.rom(1), words(90_000));
    Files.write(folder.resolve("sub/large.bin"), large);
    Files.write(folder.resolve("small.bin"), Search.rom(2));
    Files.write(folder.resolve("empty"), new byte[0]);
    RealTools.run(folder, tool, "a", "made.lzh", "sub", "small.bin", "empty");
    byte[] archive = Files.readAllBytes(folder.resolve("made.lzh"));
    assertThat(archive.length).isLessThan(large.length);
    Extraction found = Search.in(archive);
    assertThat(Search.paths(found))
        .containsExactlyInAnyOrder("lha: sub/large.bin", "lha: small.bin");
    assertThat(found.deadEnds()).isEmpty();
  }

  /** From level 2 on lhasa wants the header's own CRC. */
  private static LhaForge file(String name, byte[] content, int level) {
    LhaForge file = LhaForge.file(name, content).level(level);
    return level > 1 ? file.headerCrc() : file;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void lhasaReadsThem(int level) throws IOException {
    String tool = RealTools.need("lha");
    byte[] content = Search.join(words(5000), new byte[900], Search.rom(3));
    byte[] lz5 = LzssForge.pack(content);
    Files.write(
        folder.resolve("made.lzh"),
        LhaForge.archive(
            file("a.bin", content, level),
            file("b.bin", content, level).stored(),
            file("c.bin", content, level).method("-lz5-", lz5)));
    RealTools.run(folder, tool, "xq", "made.lzh");
    for (String name : new String[] {"a.bin", "b.bin", "c.bin"}) {
      assertThat(Files.readAllBytes(folder.resolve(name))).isEqualTo(content);
    }
    Extraction found = Search.in(Files.readAllBytes(folder.resolve("made.lzh")));
    assertThat(Search.paths(found)).containsExactly("lha: a.bin", "lha: b.bin", "lha: c.bin");
    assertThat(found.deadEnds()).isEmpty();
  }
}
