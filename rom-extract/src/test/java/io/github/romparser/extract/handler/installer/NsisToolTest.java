package io.github.romparser.extract.handler.installer;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.handler.Search;
import io.github.romparser.extract.handler.archive.RealTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Installers that makensis makes now, with what makes each method go all its ways. */
final class NsisToolTest {

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource({
    "zlib, false, true",
    "zlib, true, true",
    "bzip2, false, true",
    "bzip2, true, true",
    "lzma, false, true",
    "lzma, true, true",
    "zlib, true, false",
    "lzma, false, false",
    "off, false, true"
  })
  void everyMethod(String method, boolean solid, boolean unicode) throws IOException {
    String tool = RealTools.need("makensis");
    Random random = new Random(1);
    byte[] noise = new byte[200_000];
    random.nextBytes(noise);
    write("noise.bin", noise);
    write("dull.bin", "hello world ".repeat(200_000).getBytes(US_ASCII));
    write("one.rom", Search.rom(1));
    write("two.rom", Search.join(noise, Search.rom(2), noise));
    write("sub/three.rom", Search.rom(3));
    write(
        "sub/deep/four.rom", Search.join("x".repeat(2_000_000).getBytes(US_ASCII), Search.rom(4)));
    String compressor =
        method.equals("off")
            ? "SetCompress off"
            : "SetCompressor " + (solid ? "/SOLID " : "") + method;
    Files.writeString(
        folder.resolve("x.nsi"),
        String.join(
            "\n",
            "Unicode " + unicode,
            compressor,
            "Name x",
            "OutFile x.exe",
            "InstallDir $TEMP\\x",
            "Section",
            "SetOutPath $INSTDIR",
            "File noise.bin",
            "File one.rom",
            "File /oname=other.rom two.rom",
            "File dull.bin",
            "SetOutPath $INSTDIR\\fw",
            "File /r sub",
            "SectionEnd",
            ""));
    RealTools.run(folder, tool, "-V1", "x.nsi");
    Extraction found = Search.in(Files.readAllBytes(folder.resolve("x.exe")));
    assertThat(Search.paths(found))
        .containsExactlyInAnyOrder(
            "nsis: one.rom",
            "nsis: other.rom",
            "nsis: fw/sub/three.rom",
            "nsis: fw/sub/deep/four.rom");
    assertThat(Search.digests(found))
        .containsExactlyInAnyOrder(
            Search.digest(Search.rom(1)),
            Search.digest(Search.rom(2)),
            Search.digest(Search.rom(3)),
            Search.digest(Search.rom(4)));
    assertThat(Search.deadEnds(found)).noneMatch(end -> !end.startsWith("unknown-compression"));
  }

  private void write(String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }
}
