package io.github.romparser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.testdata.FfsFileForge;
import io.github.romparser.testdata.RomForge;
import io.github.romparser.testdata.SectionForge;
import io.github.romparser.testdata.VolumeForge;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.LZMAOutputStream;
import org.tukaani.xz.XZOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Files of some KiB that would unfold to hundreds of MiB, or for ever: the packaged program, with
 * 512 MiB of heap, stops, says so, and still finds the ROM beside them.
 */
class PackagedBombsIT {

  private static final int ZEROS = 200 << 20;
  private static final String GUID = "11223344-5566-7788-99aa-bbccddeeff00";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"zip", "zip-in-zip", "7z", "xz", "lzma-section", "volumes", "sections"})
  void a_bomb_is_stopped_and_the_rom_beside_it_found(String kind) throws Exception {
    byte[] rom = RomForge.named("muxless-laptop");
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(bomb(kind));
    all.writeBytes(new byte[64]);
    all.writeBytes(rom);
    Path file = Files.write(folder.resolve(kind + ".bin"), all.toByteArray());
    assertThat(Files.size(file)).isLessThan(4 << 20);
    Path out = folder.resolve("out.json");
    Process process =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx512m",
                "-jar",
                System.getProperty("rom.jar"),
                "extract",
                file.toString(),
                "--list",
                "--json")
            .redirectOutput(out.toFile())
            .redirectError(folder.resolve("err.txt").toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(folder.resolve("err.txt")).isEmptyFile();
    assertThat(process.exitValue()).isZero();
    JsonNode report = new ObjectMapper().readTree(Files.readString(out, StandardCharsets.UTF_8));
    assertThat(report.get("roms")).hasSize(1);
    assertThat(report.at("/roms/0/size").asInt()).isEqualTo(rom.length);
    assertThat(report.get("deadEnds")).isNotEmpty();
    for (JsonNode end : report.get("deadEnds")) {
      assertThat(end.get("reason").asString()).isEqualTo("limit");
    }
  }

  private static byte[] bomb(String kind) throws IOException {
    return switch (kind) {
      case "zip" -> zip(PackagedBombsIT::zeros);
      case "zip-in-zip" -> {
        byte[] inner = zip(PackagedBombsIT::zeros);
        yield zip(out -> out.write(inner));
      }
      case "7z" -> sevenZip();
      case "xz" -> {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new XZOutputStream(bytes, new LZMA2Options(0))) {
          zeros(out);
        }
        yield bytes.toByteArray();
      }
      case "lzma-section" -> {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new LZMAOutputStream(bytes, new LZMA2Options(0), ZEROS)) {
          zeros(out);
        }
        yield VolumeForge.ffs2()
            .file(
                FfsFileForge.sections(
                    GUID, SectionForge.packed(SectionForge.LZMA, bytes.toByteArray())))
            .build();
      }
      case "volumes" -> {
        byte[] volume = VolumeForge.ffs2().file(FfsFileForge.raw(GUID, new byte[64])).build();
        for (int i = 0; i < 40; i++) {
          volume =
              VolumeForge.ffs2()
                  .file(FfsFileForge.sections(GUID, SectionForge.of(0x17, volume)))
                  .build();
        }
        yield volume;
      }
      case "sections" -> {
        // Each holds the next, more of them than may lie in each other.
        byte[] section = SectionForge.raw(new byte[16]);
        for (int i = 0; i < 300; i++) {
          section = SectionForge.of(0x03, section);
        }
        yield VolumeForge.ffs2().file(FfsFileForge.sections(GUID, section)).build();
      }
      default -> throw new IllegalArgumentException(kind);
    };
  }

  /** Writes into something that is being packed. */
  private interface Content {
    void write(OutputStream out) throws IOException;
  }

  private static void zeros(OutputStream out) throws IOException {
    byte[] piece = new byte[1 << 20];
    for (int i = 0; i < ZEROS; i += piece.length) {
      out.write(piece);
    }
  }

  private static byte[] zip(Content content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("bomb"));
      content.write(zip);
    }
    return bytes.toByteArray();
  }

  private static byte[] sevenZip() throws IOException {
    SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
    try (SevenZOutputFile archive = new SevenZOutputFile(channel)) {
      SevenZArchiveEntry entry = new SevenZArchiveEntry();
      entry.setName("bomb");
      archive.putArchiveEntry(entry);
      byte[] piece = new byte[1 << 20];
      for (int i = 0; i < ZEROS; i += piece.length) {
        archive.write(piece);
      }
      archive.closeArchiveEntry();
    }
    return Arrays.copyOf(channel.array(), (int) channel.size());
  }
}
