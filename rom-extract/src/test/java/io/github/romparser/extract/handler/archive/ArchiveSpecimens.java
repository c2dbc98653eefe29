package io.github.romparser.extract.handler.archive;

import static io.github.romparser.extract.handler.archive.Search.rom;

import io.github.romparser.extract.handler.Specimen;
import io.github.romparser.testdata.CbfsForge;
import io.github.romparser.testdata.OldZipForge;
import io.github.romparser.testdata.ProgramForge;
import io.github.romparser.testdata.RarForge;
import io.github.romparser.testdata.ZipForge;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.cpio.CpioConstants;
import org.apache.commons.compress.archivers.sevenz.SevenZMethod;
import org.apache.commons.compress.archivers.sevenz.SevenZMethodConfiguration;

/** One small archive of each format or more, with a ROM in it. */
public final class ArchiveSpecimens {

  private ArchiveSpecimens() {}

  /** All of them. */
  public static Stream<Specimen> all() {
    Map<String, byte[]> files = Packer.files("a", rom(1), "b/c", Search.dull(40));
    byte[] solid = Search.join(rom(1), Search.dull(40));
    return Stream.of(
        Specimen.of("zip", "", Packer.zip(false, files)),
        Specimen.of("zip", "stored", Packer.zip(true, files)),
        Specimen.of("zip", "imploded", ZipForge.of("a", 6, 0, OldZipForge.implode(rom(1)), rom(1))),
        Specimen.of("7z", "", Packer.sevenZip(rom(1))),
        Specimen.of(
            "7z",
            "bcj-deflate",
            Packer.sevenZip(
                files,
                new SevenZMethodConfiguration(SevenZMethod.BCJ_X86_FILTER),
                new SevenZMethodConfiguration(SevenZMethod.DEFLATE))),
        Specimen.of(
            "7z",
            "solid",
            SevenZipForge.solid(
                solid,
                SevenZipForge.folder(SevenZipForge.coder(new byte[] {0})),
                new long[] {solid.length},
                new long[] {1024},
                "a",
                "b")),
        Specimen.of("tar", "", Packer.gnuTar(files)),
        Specimen.of("cpio", "", Packer.cpio(CpioConstants.FORMAT_NEW, files)),
        Specimen.of("cpio", "binary", Packer.cpio(CpioConstants.FORMAT_OLD_BINARY, files)),
        Specimen.of("ar", "", Packer.ar(true, Packer.files("a rather long name", rom(1)))),
        Specimen.of("gzip", "", Packer.gzip(rom(1))),
        Specimen.of("bzip2", "", Packer.bzip2(rom(1))),
        Specimen.of("xz", "", Packer.xz(rom(1))),
        Specimen.of("lzma", "", Packer.lzma(rom(1), true)),
        Specimen.of(
            "pe",
            "",
            ProgramForge.start()
                .section(".text", Search.dull(100))
                .resource(10, "rom", rom(1))
                .overlay(rom(2))
                .certificate(Search.dull(20))
                .build()),
        Specimen.of("rar", "4", RarForge.four(false).file("a", 0, false, rom(1)).build()),
        Specimen.of(
            "rar",
            "5",
            RarForge.five(false)
                .file("a", 3, false, Search.dull(30))
                .file("b", 0, false, rom(1))
                .build()),
        Specimen.of(
            "cbfs",
            "",
            CbfsForge.start()
                .file(CbfsForge.OPTION_ROM, "pci10de,1c01.rom", rom(1))
                .file(CbfsForge.OPTION_ROM, "lzma", Packer.lzma(rom(2), true), 1, 1024)
                .file(CbfsForge.OPTION_ROM, "lz4", Lz4Frames.frame(rom(3)), 2, 1024)
                .build()));
  }
}
