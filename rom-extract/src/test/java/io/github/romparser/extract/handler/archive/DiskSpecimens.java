package io.github.romparser.extract.handler.archive;

import io.github.romparser.extract.handler.Search;
import io.github.romparser.extract.handler.Specimen;
import io.github.romparser.testdata.CabForge;
import io.github.romparser.testdata.FatForge;
import io.github.romparser.testdata.IsoForge;
import io.github.romparser.testdata.LzxForge;
import io.github.romparser.testdata.MbrForge;
import java.util.stream.Stream;

/** Cabinets and disks with ROMs in them. */
public final class DiskSpecimens {

  private DiskSpecimens() {}

  /** One of each kind. */
  public static Stream<Specimen> all() {
    byte[] rom = Search.rom(1);
    byte[] fat = FatForge.of(12).file("BIOS/a long name.rom", rom).build();
    return Stream.of(
        Specimen.of("cab", "stored", CabForge.of(CabForge.STORED).file("a\\b.rom", rom).build()),
        Specimen.of(
            "cab",
            "mszip",
            CabForge.of(CabForge.MSZIP)
                .reserve(6)
                .file("readme", new byte[40])
                .file("b.rom", rom)
                .folder(CabForge.MSZIP)
                .file("c.rom", Search.rom(2))
                .build()),
        Specimen.of(
            "cab",
            "lzx",
            CabForge.start()
                .lzx(
                    16,
                    3000,
                    new LzxForge.Block(LzxForge.VERBATIM, 500, 2),
                    new LzxForge.Block(LzxForge.UNCOMPRESSED, 301, 0),
                    new LzxForge.Block(LzxForge.ALIGNED, 500, 0))
                .file("a.rom", rom)
                .file("b", new byte[500])
                .build()),
        Specimen.of(
            "cab",
            "set",
            CabForge.start()
                .previous("1.cab")
                .next("3.cab")
                .folder(CabForge.MSZIP)
                .file("x", new byte[40])
                .entry("y", 80, 0, CabFile.FROM_PREVIOUS)
                .folder(CabForge.STORED)
                .file("a.rom", rom)
                .entry("z", 90_000, rom.length, CabFile.TO_NEXT)
                .build()),
        Specimen.of("fat", "12", fat),
        Specimen.of("fat", "fragmented", FatForge.of(12).fragmented("A.ROM", rom).build()),
        Specimen.of("fat", "32", FatForge.of(32).unnamed().file("x/y/A.ROM", rom).build()),
        Specimen.of("mbr", "", MbrForge.of(rom, fat)),
        Specimen.of("mbr", "logical", MbrForge.logical(rom, Search.rom(2))),
        Specimen.of("mbr", "gpt", MbrForge.gpt(rom, Search.rom(2))),
        Specimen.of(
            "iso",
            "plain",
            IsoForge.start().file("bios/flash.rom", rom).file("a.txt", new byte[9]).build()),
        Specimen.of(
            "iso",
            "names",
            IsoForge.start()
                .joliet()
                .rockRidge()
                .file("a file.rom", rom)
                .boot(IsoForge.HARD_DISK, 1, MbrForge.of(Search.rom(2)))
                .boot(IsoForge.NO_EMULATION, 4, fat)
                .build()));
  }
}
