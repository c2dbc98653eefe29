package io.github.romparser.extract.handler.legacy;

import io.github.romparser.extract.handler.Search;
import io.github.romparser.extract.handler.Specimen;
import io.github.romparser.testdata.AmiBiosForge;
import io.github.romparser.testdata.AwardForge;
import io.github.romparser.testdata.LhaForge;
import io.github.romparser.testdata.LzssForge;
import io.github.romparser.testdata.PhoenixForge;
import java.util.stream.Stream;

/** Small BIOSes from before UEFI, and the archives that they are made of. */
public final class LegacySpecimens {

  private LegacySpecimens() {}

  /** At least one of each format. */
  public static Stream<Specimen> all() {
    byte[] one = Search.rom(1);
    byte[] two = Search.rom(2);
    byte[] three = Search.rom(3);
    return Stream.of(
        Specimen.of(
            "lha",
            "",
            LhaForge.archive(
                LhaForge.file("a.rom", one).folder("dir"),
                LhaForge.file("b.rom", two).level(0).stored())),
        Specimen.of(
            "lha",
            "levels",
            LhaForge.archive(
                LhaForge.file("a.rom", one).level(2).headerCrc().folder("dir"),
                LhaForge.file("b.rom", two).level(3).method("-lz5-", LzssForge.pack(two)))),
        Specimen.of(
            "award",
            "",
            AwardForge.size(0x3000)
                .module(LhaForge.file("original.tmp", one))
                .module(LhaForge.file("vga.rom", two).stored())
                .build()),
        Specimen.of(
            "amibios",
            "",
            AmiBiosForge.size(0x3000).packed(0x20, 0x1c01_10deL, one).stored(0x2a, 0, two).build()),
        Specimen.of(
            "phoenix-bcp",
            "",
            PhoenixForge.size(0x4000)
                .module('R', 0, PhoenixForge.LZINT, one)
                .module('D', 1, PhoenixForge.LZSS, two)
                .fragments('R', PhoenixForge.LZINT, three, 900, 700)
                .build()),
        Specimen.of(
            "phoenix-ffv",
            "",
            PhoenixForge.size(0x4000)
                .volume(
                    0x2000,
                    false,
                    true,
                    PhoenixForge.file(2, "_R01", PhoenixForge.packedSection(one)),
                    PhoenixForge.file(1, "vbios.rom", two))
                .build()),
        Specimen.of(
            "phoenix-ffv",
            "guids",
            PhoenixForge.size(0x4000)
                .volume(
                    0x2000,
                    true,
                    false,
                    PhoenixForge.file(2, "_R01", PhoenixForge.packedSection(one)))
                .build()));
  }
}
