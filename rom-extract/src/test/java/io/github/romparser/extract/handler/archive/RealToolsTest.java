package io.github.romparser.extract.handler.archive;

import static io.github.romparser.extract.handler.archive.Search.join;
import static io.github.romparser.extract.handler.archive.Search.rom;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.spi.Trouble;
import io.github.romparser.testdata.ProgramForge;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives made by the formats' own programs. */
final class RealToolsTest {
  @TempDir Path folder = Path.of("");

  @BeforeEach
  void files() throws IOException {
    Files.createDirectory(folder.resolve("sub"));
    Files.write(folder.resolve("a.bin"), join(Search.dull(40_000), rom(1)));
    Files.write(folder.resolve("sub/b.bin"), join(rom(2), Search.dull(90_000)));
    Files.write(folder.resolve("empty"), new byte[0]);
    Files.write(
        folder.resolve("flash.exe"),
        ProgramForge.start()
            .section(".text", code())
            .resource(10, 1, rom(3))
            .overlay(rom(4))
            .build());
  }

  /** Calls and jumps among other bytes, for the filters. */
  private static byte[] code() {
    byte[] code = Search.dull(30_000);
    for (int i = 0; i + 6 < code.length; i += 50) {
      code[i] = (byte) (i % 100 == 0 ? 0xe8 : 0xe9);
      code[i + 3] = 0;
      code[i + 4] = (byte) (i % 200 == 0 ? 0 : 0xff);
      code[i + 20] = 0x0f;
      code[i + 21] = (byte) 0x84;
    }
    return code;
  }

  private byte[] made(String name, String... command) throws IOException {
    RealTools.run(folder, command);
    return Files.readAllBytes(folder.resolve(name));
  }

  private static void assertAll(byte[] archive, String format) {
    Extraction found = Search.of(archive);
    assertThat(Search.paths(found))
        .containsExactlyInAnyOrder(
            format + "a.bin",
            format + "sub/b.bin",
            format + "flash.exe/section .rsrc/resource RCDATA/1",
            format + "flash.exe/overlay");
    assertThat(found.deadEnds()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-mx=9",
        "-m0=LZMA",
        "-m0=LZMA -mx=1 -ms=off",
        "-m0=LZMA2 -ms=on -mf=off",
        "-m0=Deflate",
        "-m0=Deflate64",
        "-m0=BZip2",
        "-m0=Copy",
        "-m0=LZMA -mf=BCJ2",
        "-mf=BCJ2 -mx=9",
        "-mf=ARM64",
        "-mf=Delta:4",
        "-mf=SPARC",
        "-mhc=off"
      })
  void sevenZip(String options) throws IOException {
    String tool = RealTools.need("7zz", "7z", "7za");
    String command = tool + " a -t7z " + options + " o.7z a.bin sub flash.exe empty";
    byte[] archive = made("o.7z", command.split(" ", -1));
    assertAll(archive, "7z: ");
    // Behind the stub of a self-extracting archive.
    byte[] sfx =
        ProgramForge.start()
            .section(".text", Search.dull(3000))
            .overlay(
                join(
                    ";!@Install@!UTF-8!\r\n;!@InstallEnd@!\r\n".getBytes(StandardCharsets.UTF_8),
                    archive))
            .build();
    assertThat(Search.paths(sfx)).hasSize(4).allMatch(path -> path.startsWith("overlay > 7z: "));
  }

  @Test
  void sevenZipThatIsEncryptedOrUnsupported() throws IOException {
    String tool = RealTools.need("7zz", "7z", "7za");
    for (String option : List.of("-mhe=off", "-mhe=on")) {
      byte[] archive =
          made("o" + option + ".7z", tool, "a", "-psecret", option, "o" + option + ".7z", "a.bin");
      Extraction found = Search.of(archive);
      assertThat(Search.reasons(found)).containsOnly(Trouble.Reason.PASSWORD);
      assertThat(found.roms()).isEmpty();
    }
    byte[] ppmd = made("p.7z", tool, "a", "-m0=PPMd", "p.7z", "a.bin");
    assertThat(Search.reasons(Search.of(ppmd))).containsExactly(Trouble.Reason.UNSUPPORTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-mm=Copy", "-mm=Deflate", "-mm=Deflate64", "-mm=BZip2", "-mm=LZMA", "-mm=xz"})
  void zipBySevenZip(String method) throws IOException {
    String tool = RealTools.need("7zz", "7z", "7za");
    String command = tool + " a -tzip " + method + " o.zip a.bin sub flash.exe empty";
    assertAll(made("o.zip", command.split(" ", -1)), "zip: ");
  }

  @Test
  void zipThatIsEncrypted() throws IOException {
    String tool = RealTools.need("7zz", "7z", "7za");
    for (String method : List.of("AES256", "ZipCrypto")) {
      byte[] archive =
          made(
              method + ".zip",
              tool,
              "a",
              "-tzip",
              "-psecret",
              "-mem=" + method,
              method + ".zip",
              "a.bin");
      assertThat(Search.reasons(Search.of(archive))).containsExactly(Trouble.Reason.PASSWORD);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-9", "-0", "-fd"})
  void zip(String option) throws IOException {
    String command = RealTools.need("zip") + " -qr " + option + " o.zip a.bin sub flash.exe empty";
    byte[] archive = made("o.zip", command.split(" ", -1));
    assertAll(archive, "zip: ");
    byte[] sfx = ProgramForge.start().section(".text", Search.dull(900)).overlay(archive).build();
    Files.write(folder.resolve("sfx.exe"), sfx);
    // Offsets count from the start of the program now.
    assertThat(Search.paths(made("sfx.exe", "zip", "-qA", "sfx.exe"))).hasSize(4);
  }

  @Test
  void zipFromAPipe() throws IOException {
    RealTools.need("zip");
    byte[] archive = made("o.zip", "sh", "-c", "zip -qr - a.bin sub flash.exe empty | cat > o.zip");
    assertAll(archive, "zip: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gnu", "oldgnu", "pax", "posix", "ustar"})
  void tar(String format) throws IOException {
    RealTools.need("tar");
    String command = "tar --format=" + format + " -cf o.tar a.bin sub flash.exe empty";
    assertAll(made("o.tar", command.split(" ", -1)), "tar: ");
  }

  @Test
  void sparseFilesInTar() throws IOException {
    RealTools.need("tar");
    RealTools.run(
        folder, "sh", "-c", "truncate -s 1M s.bin; cat sub/b.bin >> s.bin; truncate -s 3M s.bin");
    byte[] archive =
        made("o.tar", "tar", "--format=oldgnu", "-S", "-cf", "o.tar", "s.bin", "a.bin");
    assertThat(Search.paths(archive)).containsExactlyInAnyOrder("tar: s.bin", "tar: a.bin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"newc", "crc", "odc", "bin"})
  void cpio(String format) throws IOException {
    RealTools.need("cpio");
    byte[] archive =
        made(
            "o.cpio",
            "sh",
            "-c",
            "find a.bin sub flash.exe empty | cpio --quiet -o -H " + format + " > o.cpio");
    assertAll(archive, "cpio: ");
  }

  @Test
  void ar() throws IOException {
    RealTools.need("ar");
    byte[] archive = made("o.a", "ar", "rc", "o.a", "a.bin", "flash.exe", "sub/b.bin");
    assertThat(Search.paths(archive)).hasSize(4).contains("ar: a.bin", "ar: b.bin");
    RealTools.run(folder, "cp", "a.bin", "a-name-of-more-than-sixteen.bin");
    byte[] longer = made("l.a", "ar", "rc", "l.a", "a-name-of-more-than-sixteen.bin");
    assertThat(Search.paths(longer)).containsExactly("ar: a-name-of-more-than-sixteen.bin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gzip -9",
        "gzip -n",
        "bzip2",
        "bzip2 -1",
        "xz",
        "xz -0",
        "xz --check=none",
        "xz --x86 --lzma2",
        "xz --delta --lzma2",
        "xz --block-size=20000",
        "xz -T2",
        "lzma",
        "lzma -1"
      })
  void compressed(String command) throws IOException {
    String tool = command.split(" ", 2)[0];
    RealTools.need(tool);
    byte[] packed = made("o", "sh", "-c", command + " -c flash.exe > o");
    assertThat(Search.paths(packed))
        .containsExactly(
            tool.equals("gzip") && !command.contains("-n")
                ? "gzip: flash.exe/section .rsrc/resource RCDATA/1"
                : tool + "/section .rsrc/resource RCDATA/1",
            tool.equals("gzip") && !command.contains("-n")
                ? "gzip: flash.exe/overlay"
                : tool + "/overlay");
    assertThat(Search.numbers(Search.of(join(packed, Search.dull(8), rom(9))))).contains(3, 4, 9);
  }

  /** Four deep, by four programs. */
  @Test
  void nested() throws IOException {
    RealTools.need("tar");
    RealTools.need("xz");
    RealTools.need("zip");
    String tool = RealTools.need("7zz", "7z", "7za");
    RealTools.run(folder, "tar", "-cf", "o.tar", "a.bin", "flash.exe");
    RealTools.run(folder, "xz", "o.tar");
    RealTools.run(folder, "zip", "-q", "o.zip", "o.tar.xz");
    assertThat(Search.paths(made("o.7z", tool, "a", "o.7z", "o.zip")))
        .contains("7z: o.zip > zip: o.tar.xz > xz > tar: a.bin");
  }
}
