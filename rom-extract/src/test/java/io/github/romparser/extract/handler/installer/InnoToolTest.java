package io.github.romparser.extract.handler.installer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.FilesBeside;
import io.github.romparser.extract.handler.FixedAllowance;
import io.github.romparser.extract.handler.MadeCorpus;
import io.github.romparser.extract.handler.Search;
import io.github.romparser.extract.handler.archive.RealTools;
import io.github.romparser.extract.spi.Child;
import io.github.romparser.extract.spi.Opened;
import io.github.romparser.sign.Sha256;
import io.github.romparser.testdata.InnoEdition;
import io.github.romparser.testdata.InnoForge;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Names and contents are those that innoextract finds (Debian: innoextract, 1.9). */
final class InnoToolTest {

  @TempDir private Path folder;

  /** What innoextract unpacks: names, and digests of the contents. */
  private Map<String, String> unpacked(Path setup) throws IOException {
    Path out = Files.createTempDirectory(folder, "out");
    RealTools.run(
        folder, RealTools.need("innoextract"), "-e", "-s", "-d", out.toString(), setup.toString());
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(out)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(out.relativize(file).toString(), Sha256.hex(Slice.of(Files.readAllBytes(file))));
      }
    }
    return files;
  }

  /** What we unpack. */
  private static Map<String, String> own(Path setup) throws IOException {
    Slice bytes = Slice.of(Files.readAllBytes(setup));
    Map<String, String> files = new TreeMap<>();
    collect(new InnoHandler().open(bytes, FilesBeside.of(setup), FixedAllowance.ample()), files);
    return files;
  }

  private static void collect(Opened opened, Map<String, String> files) {
    assertThat(opened.troubles()).isEmpty();
    for (Child child : opened.children()) {
      Slice bytes =
          child.content() instanceof Child.Packed packed
              ? packed.decoder().decode(FixedAllowance.ample()).bytes()
              : ((Child.Stored) child.content()).bytes();
      if (child.handler().isPresent()) {
        collect(child.handler().get().open(bytes, FixedAllowance.ample()), files);
      } else {
        files.put(child.step().fileName().orElseThrow(), Sha256.hex(bytes));
      }
    }
  }

  private static byte[] program() {
    byte[] call = {(byte) 0xe8, 5, 0, 0, 0, (byte) 0xe9, -9, -1, -1, -1};
    return Search.join(call, Search.rom(5), call, call);
  }

  /** The forge's layouts are read by somebody else too; 1.9 knows none after 6.1. */
  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"V6_3_0", "V6_4_0", "V6_4_3"})
  void whatTheForgeMakes(InnoEdition edition) throws IOException {
    RealTools.need("innoextract");
    for (int number = 0; number < 5; number++) {
      int method = number;
      if (method == 4 && edition.compareTo(InnoEdition.V5_3_9) < 0) {
        continue;
      }
      Path setup = folder.resolve("setup.exe");
      Files.write(
          setup,
          InnoForge.of(edition)
              .packingHeader(InnoPackers::lzma1)
              .packing(method, bytes -> InnoPackers.pack(method, bytes))
              .file("{app}\\a.fd", Search.rom(1))
              .solid("{app}\\dir\\b.fd", Search.rom(2))
              .program("{app}\\flash.exe", program())
              .stored("{tmp}\\c.fd", Search.rom(3))
              .build());
      assertThat(own(setup)).as("method " + method).hasSize(4).isEqualTo(unpacked(setup));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"V5_1_0", "V5_5_7", "V6_0_0"})
  void whatLiesBesideIt(InnoEdition edition) throws IOException {
    RealTools.need("innoextract");
    for (int perDisk = 1; perDisk < 3; perDisk++) {
      InnoForge forge =
          InnoForge.of(edition)
              .packing(3, InnoPackers::lzma1)
              .file("{app}\\a.fd", Search.rom(1))
              .solid("{app}\\b.fd", Search.rom(2))
              .stored("{app}\\c.fd", Search.rom(3))
              .spanned(1000, perDisk);
      Path setup = folder.resolve("setup.exe");
      Files.write(setup, forge.build());
      for (Map.Entry<String, byte[]> slice : forge.slices().entrySet()) {
        Files.write(folder.resolve(slice.getKey()), slice.getValue());
      }
      assertThat(own(setup)).hasSize(3).isEqualTo(unpacked(setup));
    }
  }

  @Test
  void whatTheCompilerMade() throws IOException {
    Path made = MadeCorpus.folder().resolve("made/installers");
    RealTools.need("innoextract");
    for (String name :
        List.of(
            "inno-556u-lzma2-solid.exe",
            "inno-559-bzip-nonsolid.exe",
            "inno-559-lzma-nocompression-flag.exe",
            "inno-559-zip-solid.exe",
            "inno-561-none.exe",
            "inno-602-lzma2-solid-nested7z.zip")) {
      Path setup = folder.resolve(name);
      if (name.endsWith(".zip")) {
        try (ZipFile zip = new ZipFile(made.resolve(name).toFile());
            InputStream in = zip.getInputStream(zip.getEntry("setup.exe"))) {
          Files.copy(in, setup);
        }
      } else {
        Files.copy(made.resolve(name), setup);
      }
      assertThat(own(setup)).as(name).hasSize(3).isEqualTo(unpacked(setup));
    }
  }
}
