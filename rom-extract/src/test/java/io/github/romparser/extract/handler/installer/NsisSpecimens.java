package io.github.romparser.extract.handler.installer;

import static io.github.romparser.extract.handler.Search.rom;

import io.github.romparser.extract.handler.Specimen;
import io.github.romparser.testdata.NsisForge;
import io.github.romparser.testdata.NsisForge.Strings;
import io.github.romparser.testdata.NsisStreams;
import io.github.romparser.testdata.ProgramForge;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.tukaani.xz.FinishableWrapperOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.LZMAOutputStream;
import org.tukaani.xz.X86Options;

/** Small installers of each kind, each with a ROM. */
public final class NsisSpecimens {

  private NsisSpecimens() {}

  /** All of them. */
  public static Stream<Specimen> all() {
    byte[] program = program();
    return Stream.of(
        Specimen.of("nsis", "deflate", files(Strings.ANSI).apart(program, NsisStreams::stored)),
        Specimen.of(
            "nsis", "deflate-solid", files(Strings.OLD).solid(program, NsisStreams::stored)),
        Specimen.of("nsis", "bzip2", files(Strings.UNICODE).apart(program, NsisStreams::bzip2)),
        Specimen.of("nsis", "bzip2-solid", files(Strings.OLD).solid(program, NsisStreams::bzip2)),
        Specimen.of("nsis", "lzma", files(Strings.ANSI).apart(program, NsisSpecimens::lzma)),
        Specimen.of("nsis", "lzma-solid", files(Strings.ANSI).solid(program, NsisSpecimens::lzma)),
        Specimen.of(
            "nsis", "filtered", files(Strings.UNICODE).solid(program, NsisSpecimens::filtered)),
        Specimen.of("nsis", "stored", files(Strings.UNICODE).wide().stored(program)),
        Specimen.of(
            "nsis", "bare", files(Strings.UNICODE).solid(new byte[0], NsisSpecimens::lzma)));
  }

  static byte[] program() {
    return ProgramForge.start().section(".text", text("some code")).build();
  }

  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** A ROM in a folder, in a variable that is $INSTDIR. */
  static NsisForge files(Strings strings) {
    return NsisForge.start(strings)
        .folder("$21\\fw")
        .file("a.txt", text("nothing at all"))
        .file("bios.rom", rom());
  }

  /** LZMA as NSIS has it. */
  static byte[] lzma(byte[] data) {
    return lzma(data, new byte[0], false);
  }

  /** The same behind a byte that says that nothing was filtered. */
  static byte[] unfiltered(byte[] data) {
    return lzma(data, new byte[] {0}, false);
  }

  /** The same with x86 code filtered. */
  static byte[] filtered(byte[] data) {
    return lzma(data, new byte[] {1}, true);
  }

  private static byte[] lzma(byte[] data, byte[] before, boolean filter) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(before);
    // lc 3, lp 0, pb 2; a dictionary of 8 MiB.
    bytes.writeBytes(new byte[] {0x5d, 0, 0, (byte) 0x80, 0});
    try {
      byte[] content = data;
      if (filter) {
        ByteArrayOutputStream filtered = new ByteArrayOutputStream();
        try (var out =
            new X86Options().getOutputStream(new FinishableWrapperOutputStream(filtered))) {
          out.write(data);
        }
        content = filtered.toByteArray();
      }
      LZMA2Options options = new LZMA2Options(1);
      options.setDictSize(8 << 20);
      try (LZMAOutputStream out = new LZMAOutputStream(bytes, options, true)) {
        out.write(content);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
