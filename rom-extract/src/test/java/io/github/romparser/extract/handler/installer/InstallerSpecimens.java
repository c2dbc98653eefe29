package io.github.romparser.extract.handler.installer;

import static io.github.romparser.extract.handler.Search.join;
import static io.github.romparser.extract.handler.Search.rom;

import io.github.romparser.extract.handler.SevenZips;
import io.github.romparser.extract.handler.Specimen;
import io.github.romparser.testdata.InnoEdition;
import io.github.romparser.testdata.InnoForge;
import io.github.romparser.testdata.InsydeForge;
import io.github.romparser.testdata.ProgramForge;
import java.util.stream.Stream;

/** Small set-ups and self-extracting programs, with ROMs in them. */
public final class InstallerSpecimens {

  private InstallerSpecimens() {}

  /** All of them. */
  public static Stream<Specimen> all() {
    return Stream.concat(inno(), insyde());
  }

  /** Those of Inno Setup. */
  static Stream<Specimen> inno() {
    return Stream.of(
        Specimen.of(
            "inno",
            "5.5.0",
            InnoForge.of(InnoEdition.V5_5_0)
                .packingHeader(InnoPackers::lzma1)
                .packing(4, InnoPackers::lzma2)
                .solid("{app}\\bios.fd", rom(1))
                .solid("{app}\\b.fd", rom(2))
                .program("{app}\\flash.exe", join(new byte[] {1, (byte) 0xe8, 1, 0, 0, 0}, rom(3)))
                .build()),
        Specimen.of(
            "inno",
            "6.3.0",
            InnoForge.of(InnoEdition.V6_3_0)
                .packingHeader(InnoPackers::lzma1)
                .packing(3, InnoPackers::lzma1)
                .file("{app}\\bios.fd", rom(1))
                .stored("{app}\\b.fd", rom(2))
                .build()),
        Specimen.of(
            "inno",
            "5.1.0",
            InnoForge.of(InnoEdition.V5_1_0)
                .packing(1, InnoPackers::zlib)
                .file("{app}\\bios.fd", rom(1))
                .build()),
        Specimen.of(
            "inno",
            "nameless",
            InnoForge.of(InnoEdition.V6_4_0)
                .packingHeader(InnoPackers::lzma1)
                .packing(2, InnoPackers::bzip2)
                .file("{app}\\bios.fd", rom(1))
                .oddHeader()
                .build()),
        Specimen.of("inno-slice", "", slice()));
  }

  private static byte[] slice() {
    InnoForge forge =
        InnoForge.of(InnoEdition.V6_0_0)
            .packing(3, InnoPackers::lzma1)
            .file("{app}\\bios.fd", rom(1))
            .stored("{app}\\b.fd", rom(2))
            .spanned(1 << 20, 1);
    forge.build();
    return forge.slice("setup-1.bin");
  }

  /** Those of Insyde. */
  static Stream<Specimen> insyde() {
    byte[] plain = InsydeForge.rotate(SevenZips.plain("bios.fd", rom(1)));
    byte[] locked = InsydeForge.rotate(SevenZips.insyde("bios.fd", rom(1)));
    return Stream.of(
        Specimen.of("insyde-sfx", "", plain),
        Specimen.of(
            "insyde-sfx",
            "program",
            ProgramForge.start()
                .section(".text", new byte[300])
                .overlay(join(InsydeForge.text(), locked))
                .build()));
  }
}
