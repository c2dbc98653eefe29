package io.github.romparser.extract.handler.vendor;

import io.github.romparser.extract.handler.Search;
import io.github.romparser.extract.handler.Specimen;
import io.github.romparser.testdata.Im4pForge;
import io.github.romparser.testdata.PbzxForge;
import io.github.romparser.testdata.ToshibaForge;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Small updates of Toshiba and Apple. */
public final class MoreSpecimens {

  private MoreSpecimens() {}

  /** An .xz file. */
  static byte[] xz(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XZOutputStream xz = new XZOutputStream(out, new LZMA2Options(1))) {
      xz.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** At least one of each format. */
  public static Stream<Specimen> all() {
    byte[] one = Search.rom(1);
    byte[] two = Search.rom(2);
    return Stream.of(
        Specimen.of("toshiba-com", "", ToshibaForge.packed(2, one)),
        Specimen.of(
            "toshiba-com",
            "two",
            Search.join(ToshibaForge.packed(1, one), ToshibaForge.stored(0, two))),
        Specimen.of("apple-im4p", "", Im4pForge.firmware(one)),
        Specimen.of("apple-im4p", "other", Im4pForge.of(2, "ibot", one)),
        Specimen.of(
            "apple-pbzx",
            "",
            PbzxForge.start().xz(xz(one), one.length).stored(two).xz(xz(two), 9).build()));
  }
}
