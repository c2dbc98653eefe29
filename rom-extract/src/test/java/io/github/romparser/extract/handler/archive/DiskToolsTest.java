package io.github.romparser.extract.handler.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.handler.FixedAllowance;
import io.github.romparser.extract.handler.MadeCorpus;
import io.github.romparser.extract.handler.Search;
import io.github.romparser.extract.spi.Child;
import io.github.romparser.extract.spi.Decoded;
import io.github.romparser.extract.spi.Opened;
import io.github.romparser.sign.Sha256;
import io.github.romparser.testdata.CabForge;
import io.github.romparser.testdata.LzxForge;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Cabinets and disks made by the formats' own programs, and cabinets read by another. Debian: gcab,
 * cabextract, genisoimage, xorriso, dosfstools, mtools.
 */
class DiskToolsTest {
  private static final byte[] ROM = Search.rom();

  @TempDir Path folder = Path.of("");

  private void write(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling("."));
    Files.write(file, bytes);
  }

  private byte[] made(String name, String command) throws IOException {
    RealTools.run(folder, "sh", "-ec", command);
    return Files.readAllBytes(folder.resolve(name));
  }

  private static byte[] code(long seed, int length) {
    Random random = new Random(seed);
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (random.nextInt(20) == 0 ? 0xe8 : i < 90 ? i : bytes[i - 1 - i % 90]);
    }
    return bytes;
  }

  // ---- cabinets ----------------------------------------------------------------------------

  @ParameterizedTest
  @ValueSource(strings = {"-z", ""})
  void gcab(String option) throws IOException {
    RealTools.need("gcab");
    write("files/a.bin", code(1, 100_000));
    write("files/bios.rom", ROM);
    write("files/z.bin", code(2, 50_000));
    byte[] cab = made("o.cab", "cd files; gcab -c -n " + option + " ../o.cab a.bin bios.rom z.bin");
    assertThat(Search.path(cab)).isEqualTo("cab: bios.rom");
    assertThat(Search.in(cab).deadEnds()).isEmpty();
    assertThat(contents(cab)).isEqualTo(extracted("o.cab"));
  }

  /** What cabextract has of cabinets of ours, it has as we have it. */
  @ParameterizedTest
  @ValueSource(ints = {15, 16, 17, 18, 19, 20, 21})
  void cabextractReadsTheSame(int window) throws IOException {
    RealTools.need("cabextract");
    byte[] data = code(window, 300_000);
    byte[] cab =
        CabForge.start()
            .lzx(
                window,
                200_000,
                new LzxForge.Block(LzxForge.VERBATIM, 50_000, 3),
                new LzxForge.Block(LzxForge.UNCOMPRESSED, 20_002, 0),
                new LzxForge.Block(LzxForge.ALIGNED, 70_000, 1))
            .file("one.exe", data)
            .file("two.rom", ROM)
            .lzx(window, 0, new LzxForge.Block(LzxForge.VERBATIM, 10_000, 0))
            .file("three", code(3, 40_000))
            .folder(CabForge.MSZIP)
            .reserve(3)
            .file("four", code(4, 90_000))
            .build();
    write("o.cab", cab);
    Map<String, String> ours = contents(cab);
    assertThat(ours).containsEntry("one.exe", Sha256.hex(Slice.of(data)));
    assertThat(ours).isEqualTo(extracted("o.cab"));
  }

  @Test
  void cabextractReadsTheCorpus() throws IOException {
    Path corpus = MadeCorpus.folder().resolve("made/installers");
    RealTools.need("cabextract");
    try (Stream<Path> files = Files.list(corpus)) {
      List<Path> cabinets = files.filter(f -> f.toString().endsWith(".cab")).toList();
      assertThat(cabinets).hasSizeGreaterThanOrEqualTo(5);
      for (Path cabinet : cabinets) {
        write("o.cab", Files.readAllBytes(cabinet));
        assertThat(contents(Files.readAllBytes(cabinet)))
            .as("%s", cabinet.getFileName())
            .isEqualTo(extracted("o.cab"));
      }
    }
  }

  /** Names and digests of the files that cabextract makes of a cabinet. */
  private Map<String, String> extracted(String name) throws IOException {
    RealTools.need("cabextract");
    RealTools.run(folder, "sh", "-ec", "rm -rf out; cabextract -q -d out " + name);
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(folder.resolve("out"))) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length > 0) {
          files.put(folder.resolve("out").relativize(file).toString(), Sha256.hex(Slice.of(bytes)));
        }
      }
    }
    return files;
  }

  /** The same of ours. */
  private static Map<String, String> contents(byte[] cab) {
    Map<String, String> files = new TreeMap<>();
    FixedAllowance allowance = FixedAllowance.ample();
    Opened opened = new CabHandler().open(Slice.of(cab), allowance);
    for (Child child : opened.children()) {
      Decoded decoded = ((Child.Packed) child.content()).decoder().decode(allowance);
      assertThat(decoded.trouble()).isEmpty();
      for (Child file : child.handler().orElseThrow().open(decoded.bytes(), allowance).children()) {
        Slice bytes = ((Child.Stored) file.content()).bytes();
        files.put(file.step().text().replaceFirst("cab: ", ""), Sha256.hex(bytes));
      }
    }
    return files;
  }

  // ---- disks -------------------------------------------------------------------------------

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12 1440",
        "16 16384",
        "32 40960",
        "12 360 -s 2",
        "16 32768 -s 8",
        "32 80000 -s 1",
        "16 20000 -S 1024"
      })
  void fat(String options) throws IOException {
    RealTools.need("mkfs.fat");
    RealTools.need("mcopy");
    String[] parts = options.split(" ", 3);
    write("filler", code(5, 20_000));
    write("bios.rom", Search.join(code(6, 30_000), ROM, code(7, 20_000)));
    // Between two files that stay, one is taken out, so that the last is in pieces.
    byte[] disk =
        made(
            "o.img",
            "mkfs.fat -C -F "
                + parts[0]
                + (parts.length > 2 ? " " + parts[2] : "")
                + " o.img "
                + parts[1]
                + " >/dev/null; mmd -i o.img '::/A long folder'; mcopy -i o.img filler ::/one;"
                + " mcopy -i o.img filler ::/two; mcopy -i o.img filler ::/three; mdel -i o.img"
                + " ::/two; mcopy -i o.img bios.rom '::/A long folder/My B\u0131OS file.rom'");
    Extraction found = Search.in(disk);
    assertThat(Search.digests(found)).containsExactly(Search.digest(ROM));
    assertThat(Search.paths(found)).hasSize(1);
    assertThat(Search.paths(found).get(0)).startsWith("fat: A long folder/My B").endsWith(".rom");
    assertThat(found.deadEnds()).isEmpty();
  }

  @Test
  void diskWithAPartition() throws IOException {
    RealTools.need("mpartition");
    write("a.rom", ROM);
    write("rc", "drive c: file=\"o.img\" partition=1\n".getBytes(StandardCharsets.US_ASCII));
    byte[] disk =
        made(
            "o.img",
            "truncate -s 8M o.img; export MTOOLSRC=rc; mpartition -I -s 63 -h 16 -t 16 c:;"
                + " mpartition -c -s 63 -h 16 -t 16 c:; mkfs.fat -C p.img 4096"
                + " >/dev/null; mcopy -i p.img a.rom ::/; dd if=p.img of=o.img bs=512 seek=63"
                + " conv=notrunc status=none");
    assertThat(Search.path(disk)).isEqualTo("partition 1 > fat: a.rom");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "genisoimage -quiet -R -o o.iso files",
        "genisoimage -quiet -J -o o.iso files",
        "genisoimage -quiet -R -J -T -o o.iso files",
        "genisoimage -quiet -o o.iso files",
        "xorriso -as mkisofs -quiet -R -J -joliet-long -o o.iso files",
        "xorriso -as mkisofs -quiet -o o.iso files"
      })
  void iso(String command) throws IOException {
    RealTools.need(command.split(" ", 2)[0]);
    String name = "A rather long name of a file that goes on ".repeat(3) + "bios.rom";
    write("files/Sub folder/x/" + name, ROM);
    write("files/filler", code(8, 9000));
    byte[] iso = made("o.iso", command);
    String path = Search.path(iso);
    // xorriso writes names of Rock Ridge unasked.
    if (command.contains("-R") || command.contains("xorriso")) {
      assertThat(path).isEqualTo("iso: Sub folder/x/" + name);
    } else {
      assertThat(path).startsWith(command.contains("-J") ? "iso: Sub folder/x/A r" : "iso: SUB_");
    }
    assertThat(Search.in(iso).deadEnds()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "genisoimage -quiet -R -b b.img -c boot.cat -o o.iso files",
        "xorriso -as mkisofs -quiet -R -b b.img -c boot.cat -o o.iso files",
        "genisoimage -quiet -R -b b.img -c boot.cat -hide b.img -o o.iso files",
        "genisoimage -quiet -R -eltorito-alt-boot -no-emul-boot -b b.img -c boot.cat -hide b.img"
            + " -o o.iso files"
      })
  void elTorito(String command) throws IOException {
    RealTools.need(command.split(" ", 2)[0]);
    RealTools.need("mkfs.fat");
    RealTools.need("mcopy");
    write("a.rom", ROM);
    write("files/other", code(9, 9000));
    byte[] iso =
        made(
            "o.iso",
            "mkfs.fat -C files/b.img 1440 >/dev/null; mcopy -i files/b.img a.rom ::/; " + command);
    boolean hidden = command.contains("-hide");
    assertThat(Search.path(iso))
        .isEqualTo(hidden ? "boot image 1 > fat: a.rom" : "iso: b.img > fat: a.rom");
  }
}
