package io.github.romparser.extract.handler;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.DeadEnd;
import io.github.romparser.extract.ExtractOptions;
import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.Extractor;
import io.github.romparser.extract.FoundRom;
import io.github.romparser.extract.Source;
import io.github.romparser.sign.Sha256;
import io.github.romparser.testdata.ImageForge;
import io.github.romparser.testdata.RomForge;
import java.io.ByteArrayOutputStream;
import java.util.List;

/** Searches bytes with every format that there is. */
public final class Search {

  /** GUID of a file that nobody knows. */
  public static final String FILE = "11223344-5566-7788-99aa-bbccddeeff00";

  private Search() {}

  /** A ROM of 2 KiB. */
  public static byte[] rom() {
    return rom(0x1c8d);
  }

  /** A ROM of 2 KiB for a device. */
  public static byte[] rom(int device) {
    return RomForge.start()
        .image(ImageForge.legacy(4, 0x10de, device).classCode(0x030000).seed(device).last())
        .build();
  }

  /** The digest under which a ROM is found. */
  public static String digest(byte[] rom) {
    return Sha256.hex(Slice.of(rom));
  }

  /** Searches with one thread and again with four, which must not make a difference. */
  public static Extraction in(byte[] bytes) {
    Extraction one = in(bytes, 1);
    assertThat(in(bytes, 4)).isEqualTo(one);
    return one;
  }

  /** Searches with so many threads. */
  public static Extraction in(byte[] bytes, int threads) {
    return Extractor.extract("blob", Slice.of(bytes), ExtractOptions.usual().threads(threads));
  }

  /** The digests of all ROMs. */
  public static List<String> digests(Extraction extraction) {
    return extraction.roms().stream().map(FoundRom::sha256).toList();
  }

  /** The ways to all ROMs, without the name of the file. */
  public static List<String> paths(Extraction extraction) {
    return extraction.roms().stream()
        .flatMap(rom -> rom.sources().stream())
        .map(Source::path)
        .map(path -> String.join(" > ", path.subList(1, path.size())))
        .toList();
  }

  /** The only way to the only ROM, which has to be the one that was hidden. */
  public static String path(byte[] bytes) {
    Extraction extraction = in(bytes);
    assertThat(digests(extraction)).containsExactly(digest(rom()));
    assertThat(paths(extraction)).hasSize(1);
    return paths(extraction).get(0);
  }

  /** Reasons and details of all dead ends. */
  public static List<String> deadEnds(Extraction extraction) {
    return extraction.deadEnds().stream()
        .map(DeadEnd::trouble)
        .map(trouble -> trouble.reason().id() + ": " + trouble.detail())
        .toList();
  }

  /** Pieces one behind the other. */
  public static byte[] join(byte[]... pieces) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] piece : pieces) {
      out.writeBytes(piece);
    }
    return out.toByteArray();
  }
}
