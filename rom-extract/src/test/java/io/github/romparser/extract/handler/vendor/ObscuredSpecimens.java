package io.github.romparser.extract.handler.vendor;

import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.EfiCompressor;
import io.github.romparser.efi.EfiDecompressor.Variant;
import io.github.romparser.extract.handler.Search;
import io.github.romparser.extract.handler.Specimen;
import io.github.romparser.testdata.CabForge;
import io.github.romparser.testdata.ObscuredForge;
import io.github.romparser.testdata.ProgramForge;
import java.util.stream.Stream;

/** Wrappers of Fujitsu, Sony and Panasonic with ROMs in them. */
public final class ObscuredSpecimens {

  private ObscuredSpecimens() {}

  /** One of each kind. */
  public static Stream<Specimen> all() {
    byte[] rom = Search.rom(1);
    byte[] cab = CabForge.of(CabForge.MSZIP).file("bios.rom", rom).build();
    return Stream.of(
        Specimen.of(
            "fujitsu-sfx",
            "",
            ProgramForge.start()
                .section(".text", new byte[64])
                .overlay(ObscuredForge.fujitsu(cab))
                .build()),
        Specimen.of("fujitsu-upc", "", upc(Search.join(new byte[600], rom))),
        Specimen.of("vaio", "", ObscuredForge.vaio(cab)),
        Specimen.of("vaio", "cab", ObscuredForge.inverted(cab)),
        Specimen.of(
            "panasonic",
            "",
            ObscuredForge.panasonic(
                    "Bios Update",
                    ObscuredForge.packed(rom, rom.length),
                    ObscuredForge.packed(Search.rom(2), rom.length))
                .build()));
  }

  /** A bare stream of EFI 1.1 compression. */
  static byte[] upc(byte[] bytes) {
    return EfiCompressor.compress(Slice.of(bytes), Variant.EFI_1_1).toByteArray();
  }
}
