package io.github.romparser.extract.handler.archive;

import static io.github.romparser.extract.handler.archive.Search.rom;

import io.github.romparser.bytes.Slice;
import io.github.romparser.testdata.CbfsForge;
import io.github.romparser.testdata.OldZipForge;
import io.github.romparser.testdata.ProgramForge;
import io.github.romparser.testdata.ZipForge;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.cpio.CpioConstants;
import org.apache.commons.compress.archivers.sevenz.SevenZMethod;
import org.apache.commons.compress.archivers.sevenz.SevenZMethodConfiguration;

/** One small archive of each format, with a ROM in it. */
final class Specimens {

  /** An archive and what to call it. */
  record Specimen(String name, Slice content) {
    Specimen(String name, byte[] bytes) {
      this(name, Slice.of(bytes));
    }

    /** A copy of its bytes. */
    byte[] bytes() {
      return content.toByteArray();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private Specimens() {}

  static Stream<Specimen> all() {
    Map<String, byte[]> files = Packer.files("a", rom(1), "b/c", Search.dull(40));
    byte[] solid = Search.join(rom(1), Search.dull(40));
    return Stream.of(
        new Specimen("zip", Packer.zip(false, files)),
        new Specimen("zip-stored", Packer.zip(true, files)),
        new Specimen("zip-imploded", ZipForge.of("a", 6, 0, OldZipForge.implode(rom(1)), rom(1))),
        new Specimen("7z", Packer.sevenZip(rom(1))),
        new Specimen(
            "7z-bcj-deflate",
            Packer.sevenZip(
                files,
                new SevenZMethodConfiguration(SevenZMethod.BCJ_X86_FILTER),
                new SevenZMethodConfiguration(SevenZMethod.DEFLATE))),
        new Specimen(
            "7z-solid",
            SevenZipForge.solid(
                solid,
                SevenZipForge.folder(SevenZipForge.coder(new byte[] {0})),
                new long[] {solid.length},
                new long[] {1024},
                "a",
                "b")),
        new Specimen("tar", Packer.gnuTar(files)),
        new Specimen("cpio", Packer.cpio(CpioConstants.FORMAT_NEW, files)),
        new Specimen("cpio-binary", Packer.cpio(CpioConstants.FORMAT_OLD_BINARY, files)),
        new Specimen("ar", Packer.ar(true, Packer.files("a rather long name", rom(1)))),
        new Specimen("gzip", Packer.gzip(rom(1))),
        new Specimen("bzip2", Packer.bzip2(rom(1))),
        new Specimen("xz", Packer.xz(rom(1))),
        new Specimen("lzma", Packer.lzma(rom(1), true)),
        new Specimen(
            "pe",
            ProgramForge.start()
                .section(".text", Search.dull(100))
                .resource(10, "rom", rom(1))
                .overlay(rom(2))
                .certificate(Search.dull(20))
                .build()),
        new Specimen(
            "cbfs",
            CbfsForge.start()
                .file(CbfsForge.OPTION_ROM, "pci10de,1c01.rom", rom(1))
                .file(CbfsForge.OPTION_ROM, "lzma", Packer.lzma(rom(2), true), 1, 1024)
                .file(CbfsForge.OPTION_ROM, "lz4", Lz4Frames.frame(rom(3)), 2, 1024)
                .build()));
  }
}
