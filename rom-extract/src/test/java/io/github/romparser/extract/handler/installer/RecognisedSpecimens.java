package io.github.romparser.extract.handler.installer;

import io.github.romparser.extract.handler.Search;
import io.github.romparser.extract.handler.Specimen;
import io.github.romparser.testdata.ProgramForge;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Small specimens of what is recognised and not unpacked, with a ROM beside it. */
public final class RecognisedSpecimens {

  private RecognisedSpecimens() {}

  /** All of them. */
  public static Stream<Specimen> all() {
    byte[] cabinet = new byte[64];
    byte[] head = "ISc(\f`\0\1".getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(head, 0, cabinet, 0, head.length);
    cabinet[13] = 2;
    return Stream.of(
        Specimen.of(
            "upx",
            "",
            ProgramForge.start()
                .section("UPX0", new byte[] {1})
                .section("UPX1", new byte[] {2})
                .overlay(Search.rom())
                .build()),
        Specimen.of("installshield", "", Search.join(cabinet, Search.rom())));
  }
}
