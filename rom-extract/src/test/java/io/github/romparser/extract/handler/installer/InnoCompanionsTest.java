package io.github.romparser.extract.handler.installer;

import static io.github.romparser.extract.handler.Search.join;
import static io.github.romparser.extract.handler.Search.rom;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.Budget;
import io.github.romparser.extract.ExtractOptions;
import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.Extractor;
import io.github.romparser.extract.FilesBeside;
import io.github.romparser.extract.handler.Search;
import io.github.romparser.extract.spi.Companions;
import io.github.romparser.testdata.InnoEdition;
import io.github.romparser.testdata.InnoForge;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Set-ups of which a part lies beside the program. */
final class InnoCompanionsTest {

  @TempDir private Path folder;

  private static InnoForge forge() {
    return InnoForge.of(InnoEdition.V6_0_0)
        .packingHeader(InnoPackers::lzma1)
        .packing(3, InnoPackers::lzma1)
        .file("{app}\\a.fd", rom(1))
        .stored("{app}\\b.fd", rom(2))
        .file("{app}\\c.fd", rom(3))
        .solid("{app}\\d.fd", rom(4))
        .spanned(3000, 1);
  }

  private static final String[] PATHS = {
    "inno: app/a.fd", "inno: app/b.fd", "inno: app/c.fd", "inno: app/d.fd"
  };

  private Extraction search(Path file) throws IOException {
    return search(file, FilesBeside.of(file));
  }

  private static Extraction search(Path file, Companions companions) throws IOException {
    Slice bytes = Slice.of(Files.readAllBytes(file));
    ExtractOptions options = ExtractOptions.usual().beside(companions);
    Extraction one = Extractor.extract("blob", bytes, options.threads(1));
    assertThat(Extractor.extract("blob", bytes, options.threads(4))).isEqualTo(one);
    return one;
  }

  private Path write(InnoForge forge, String program) throws IOException {
    Files.write(folder.resolve(program), forge.build());
    for (Map.Entry<String, byte[]> slice : forge.slices().entrySet()) {
      Files.write(folder.resolve(slice.getKey()), slice.getValue());
    }
    return folder.resolve(program);
  }

  @Test
  void filesOfTheSameFolder() throws IOException {
    Extraction found = search(write(forge(), "setup.exe"));
    assertThat(Search.paths(found)).containsExactly(PATHS);
    assertThat(found.deadEnds()).isEmpty();
  }

  /** The header says what the set-up was called. */
  @Test
  void programThatWasRenamed() throws IOException {
    assertThat(Search.paths(search(write(forge(), "n1x99ww.exe")))).containsExactly(PATHS);
  }

  @Test
  void headerOfItsOwn() throws IOException {
    Path setup = write(forge().headerApart(), "setup.exe");
    assertThat(Search.paths(search(setup))).containsExactly(PATHS);
    assertThat(Search.paths(search(folder.resolve("setup-0.bin")))).containsExactly(PATHS);
    Files.delete(folder.resolve("setup-0.bin"));
    assertThat(Search.deadEnds(search(setup)))
        .containsExactly("truncated: setup-0.bin is not beside it");
  }

  @Test
  void severalFilesOnADisk() throws IOException {
    assertThat(Search.paths(search(write(forge().spanned(1500, 3), "setup.exe"))))
        .containsExactly(PATHS);
  }

  @Test
  void fileThatIsMissingIsTold() throws IOException {
    Path setup = write(forge(), "setup.exe");
    Files.delete(folder.resolve("setup-3.bin"));
    Extraction found = search(setup);
    assertThat(Search.paths(found)).startsWith("inno: app/a.fd");
    assertThat(Search.deadEnds(found)).contains("truncated: setup-3.bin is not beside it");
    Files.delete(folder.resolve("setup-1.bin"));
    assertThat(Search.deadEnds(search(setup))).contains("truncated: setup-1.bin is not beside it");
    assertThat(Search.deadEnds(search(setup, Companions.NONE)))
        .contains("truncated: setup-1.bin is not beside it");
  }

  @Test
  void fileThatIsNoneIsMissing() throws IOException {
    Path setup = write(forge(), "setup.exe");
    Files.write(folder.resolve("setup-1.bin"), new byte[100]);
    assertThat(Search.deadEnds(search(setup))).contains("truncated: setup-1.bin is not beside it");
  }

  /** Links may lead anywhere. */
  @Test
  void linksAreNotFollowed() throws IOException {
    Path setup = write(forge(), "setup.exe");
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Path slice = folder.resolve("setup-1.bin");
    Files.move(slice, elsewhere.resolve("setup-1.bin"));
    Files.createSymbolicLink(slice, elsewhere.resolve("setup-1.bin"));
    assertThat(Search.deadEnds(search(setup))).contains("truncated: setup-1.bin is not beside it");
  }

  private static byte[] zip(String path, InnoForge forge, String... more) throws IOException {
    byte[] program = forge.build();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(path + "setup.exe"));
      zip.write(program);
      for (Map.Entry<String, byte[]> slice : new TreeMap<>(forge.slices()).entrySet()) {
        zip.putNextEntry(new ZipEntry(path + slice.getKey().toUpperCase(Locale.ROOT)));
        zip.write(slice.getValue());
      }
      for (String name : more) {
        zip.putNextEntry(new ZipEntry(path + name));
        zip.write(1);
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void membersOfTheSameArchive() throws IOException {
    for (String path : new String[] {"", "dir/sub/"}) {
      Extraction found = Search.in(zip(path, forge()));
      assertThat(Search.paths(found))
          .contains(
              "zip: " + path + "setup.exe > inno: app/a.fd",
              "zip: " + path + "setup.exe > inno: app/b.fd",
              "zip: " + path + "setup.exe > inno: app/c.fd",
              "zip: " + path + "setup.exe > inno: app/d.fd");
    }
  }

  /** Two members of one name are nobody's. */
  @Test
  void membersWithTheSameName() throws IOException {
    Extraction found = Search.in(zip("", forge(), "setup-1.bin"));
    assertThat(Search.deadEnds(found)).contains("truncated: setup-1.bin is not beside it");
  }

  /** What was decoded for somebody else counts as decoded. */
  @Test
  void siblingsCountAsDecoded() throws IOException {
    byte[] archive = zip("", forge());
    Budget budget = Budget.usual().bytes(1 << 20, 1 << 20, 14_000);
    Extraction found =
        Extractor.extract(
            "blob", Slice.of(archive), ExtractOptions.usual().threads(1).with(budget));
    assertThat(Search.deadEnds(found)).anyMatch(end -> end.startsWith("limit: more than 14000"));
  }

  /** Such a file without its program gives what begins in it. */
  @Test
  void sliceAlone() {
    InnoForge forge = forge().spanned(1 << 20, 1);
    forge.build();
    byte[] slice = forge.slice("setup-1.bin");
    assertThat(Search.paths(Search.in(slice))).hasSize(4).startsWith("inno-slice chunk 0xc");
    assertThat(Search.in(slice).deadEnds()).isEmpty();
    byte[] spread = forge().build();
    assertThat(spread).isNotEmpty();
    InnoForge cut = forge();
    cut.build();
    assertThat(Search.paths(Search.in(cut.slice("setup-1.bin")))).isNotEmpty();
    assertThat(Search.deadEnds(Search.in(java.util.Arrays.copyOf(slice, slice.length - 100))))
        .anyMatch(end -> end.startsWith("truncated: " + (slice.length - 100) + " of "));
  }

  /** What only looks like a chunk is searched as it stands, and what stands behind a real one. */
  @Test
  void bytesBehindAChunk() {
    byte[] magic = {'z', 'l', 'b', 0x1a};
    for (String start :
        new String[] {"BZh91AY&SY", "x\u009c", "]\0\0\1\0\0", "\10\1\0\7", "\10\u00e0\0\7\0\7]"}) {
      byte[] bytes = start.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
      Extraction found = Search.in(join(magic, bytes, new byte[70], rom(1)));
      assertThat(Search.digests(found)).as(start).contains(Search.digest(rom(1)));
    }
    for (int number = 1; number < 5; number++) {
      byte[] packed = InnoPackers.pack(number, rom(1));
      Extraction found = Search.in(join(magic, packed, new byte[700], rom(2)));
      assertThat(found.roms()).as("method " + number).hasSize(2);
      assertThat(found.deadEnds()).isEmpty();
    }
  }

  @Test
  void loneChunks() {
    byte[] magic = {'z', 'l', 'b', 0x1a};
    byte[] lone =
        join(
            new byte[5],
            magic,
            InnoPackers.lzma2(rom(1)),
            magic,
            InnoPackers.zlib(rom(2)),
            magic,
            InnoPackers.bzip2(rom(3)),
            magic,
            rom(4));
    assertThat(Search.paths(Search.in(lone)))
        .hasSize(4)
        .startsWith("inno-slice chunk 0x5")
        .endsWith("");
  }
}
