package io.github.romparser.extract.handler.vendor;

import static io.github.romparser.extract.handler.Search.join;
import static io.github.romparser.extract.handler.Search.rom;

import io.github.romparser.extract.handler.Specimen;
import io.github.romparser.testdata.InsydeForge;
import io.github.romparser.testdata.ProgramForge;
import java.util.stream.Stream;

/** Small flash programs of Insyde, with ROMs in them. */
public final class InsydeSpecimens {

  private InsydeSpecimens() {}

  /** All of them. */
  public static Stream<Specimen> all() {
    byte[] images =
        join(
            InsydeForge.image("_BIOSIMG", join(new byte[64], rom(1), new byte[9])),
            InsydeForge.image("_EC_IMG_", rom(2)));
    return Stream.of(
        Specimen.of("insyde-iflash", "", images),
        Specimen.of(
            "insyde-iflash",
            "program",
            ProgramForge.start().section(".text", new byte[600]).overlay(images).build()));
  }
}
