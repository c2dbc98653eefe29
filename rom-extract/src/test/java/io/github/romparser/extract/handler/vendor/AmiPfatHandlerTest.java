package io.github.romparser.extract.handler.vendor;

import static io.github.romparser.extract.handler.Search.deadEnds;
import static io.github.romparser.extract.handler.Search.digest;
import static io.github.romparser.extract.handler.Search.digests;
import static io.github.romparser.extract.handler.Search.in;
import static io.github.romparser.extract.handler.Search.join;
import static io.github.romparser.extract.handler.Search.path;
import static io.github.romparser.extract.handler.Search.paths;
import static io.github.romparser.extract.handler.Search.rom;
import static io.github.romparser.extract.handler.vendor.WrapperSpecimens.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.handler.FixedAllowance;
import io.github.romparser.extract.handler.Search;
import io.github.romparser.testdata.BiosGuardForge;
import io.github.romparser.testdata.FfsFileForge;
import io.github.romparser.testdata.PfatForge;
import io.github.romparser.testdata.VolumeForge;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** AMI's files for BIOS Guard: blocks, signatures, and what runs from one file into the next. */
final class AmiPfatHandlerTest {

  private static final byte[] ROM = rom();

  @Test
  void filesByName() {
    Extraction found =
        in(
            PfatForge.start()
                .file("a.bin", 700, ROM)
                .line("this is no line of a file")
                .file("../b;c.bin", 4096, rom(2))
                .line("0 /X 0;empty.bin")
                .bytes(rom(3))
                .build());
    assertThat(paths(found))
        .containsExactly(
            "ami-pfat: a.bin", "ami-pfat: ../b;c.bin", "ami-pfat: behind the last block");
    assertThat(deadEnds(found)).isEmpty();
  }

  @Test
  void signatures() {
    byte[] file =
        PfatForge.start()
            .file("a", 1024, ROM, 1, PfatForge.RSA_2048)
            .file("b", 1024, rom(2), 2, PfatForge.RSA_3072)
            .file("c", 1024, rom(3), 3, PfatForge.RSA_3072)
            .build();
    assertThat(paths(in(file))).containsExactly("ami-pfat: a", "ami-pfat: b", "ami-pfat: c");
    assertThat(deadEnds(in(file))).isEmpty();
  }

  /** The next block is looked for where nothing is known of the signature. */
  @Test
  void signaturesOfAnotherKind() {
    byte[] file = PfatForge.start().file("a", 700, ROM, 9, 400).build();
    assertThat(digests(in(file))).containsExactly(digest(ROM));
    byte[] last = BiosGuardForge.signed(PfatForge.PLATFORM, ROM, 9, 4);
    for (int missing = 0; missing <= 4; missing += 2) {
      byte[] cut = Arrays.copyOf(last, last.length - missing);
      assertThat(path(PfatForge.start().line("1 /B 1;a").bytes(cut).build()))
          .isEqualTo("ami-pfat: a");
    }
  }

  /** A ROM that is in two files is in one part, and not cut in two. */
  @Test
  void aRomRunsOn() {
    byte[] first = join(text("in front of it"), Arrays.copyOf(ROM, 1500));
    byte[] second = join(Arrays.copyOfRange(ROM, 1500, 2048), text("behind it"));
    byte[] file =
        PfatForge.start()
            .file("zero", 4096, rom(5))
            .file("one", 1000, first)
            .file("two", 1000, second)
            .file("three", 1000, rom(2))
            .build();
    assertThat(paths(in(file)))
        .containsExactly("ami-pfat: zero", "ami-pfat: one + two", "ami-pfat: three");
    assertThat(deadEnds(in(file))).isEmpty();
  }

  @Test
  void aVolumeRunsOn() {
    byte[] volume = VolumeForge.ffs2().file(FfsFileForge.raw(Search.FILE, ROM)).build();
    byte[] file =
        PfatForge.start()
            .file("one", 1000, Arrays.copyOf(volume, 100))
            .file("two", 1000, Arrays.copyOfRange(volume, 100, 200))
            .file("three", 1000, Arrays.copyOfRange(volume, 200, volume.length))
            .bytes(rom(2))
            .build();
    assertThat(paths(in(file)))
        .hasSize(2)
        .anyMatch(path -> path.startsWith("ami-pfat: one + two + three > fv "))
        .contains("ami-pfat: behind the last block");
    volume[0x20 + 4] = 1;
    byte[] huge = PfatForge.start().file("one", 1000, volume).file("two", 99, ROM).build();
    assertThat(paths(in(huge))).contains("ami-pfat: two");
  }

  @Test
  void oneInTheOther() {
    byte[] inner = PfatForge.start().file("inner", 1024, ROM).build();
    assertThat(path(PfatForge.start().file("outer", 500, inner).build()))
        .isEqualTo("ami-pfat: outer > ami-pfat: inner");
  }

  @Test
  void blocksThatAreNotThere() {
    byte[] file = PfatForge.start().file("a", 1024, ROM).line("0 /B 7;b").build();
    assertThat(deadEnds(in(file))).containsExactly("truncated: b, 0 of 7 blocks");
    assertThat(digests(in(file))).containsExactly(digest(ROM));
    byte[] whole = PfatForge.start().file("a", 4096, join(ROM, rom(2))).build();
    Extraction cut = in(Arrays.copyOf(whole, whole.length - 1));
    assertThat(deadEnds(cut)).contains("truncated: a, 1 of 1 blocks");
    assertThat(digests(cut)).containsExactly(digest(ROM));
  }

  @Test
  void aListOfAnotherSize() {
    byte[] file = PfatForge.start().file("a", 1024, ROM).claiming(0xffff_ffffL);
    assertThat(deadEnds(in(file))).containsExactly("damaged: a list of 4294967295 bytes");
    assertThat(path(file)).isEqualTo("ami-pfat: a");
    byte[] zero = PfatForge.start().file("a", 1024, ROM).claiming(3);
    assertThat(path(zero)).isEqualTo("ami-pfat: a");
  }

  @Test
  void whatIsNone() {
    byte[] file = PfatForge.start().file("a", 4096, ROM).build();
    int block = file.length - 2048 - BiosGuardForge.HEADERS;
    AmiPfatHandler handler = new AmiPfatHandler();
    // Versions, platform, size of the script (too large, too small), size of the data.
    for (int[] change :
        List.of(
            new int[] {1, 1},
            new int[] {3, 1},
            new int[] {4, 0},
            new int[] {0x1e, 2},
            new int[] {0x1c, 7},
            new int[] {0x1d, 0x70},
            new int[] {0x21, 0})) {
      byte[] changed = file.clone();
      changed[block + change[0]] = (byte) change[1];
      assertThat(handler.probe(Slice.of(changed), 0, FixedAllowance.ample()))
          .as("%d", change[0])
          .isEmpty();
      assertThat(handler.open(Slice.of(changed), FixedAllowance.ample()).children()).isEmpty();
    }
    byte[] title = file.clone();
    title[0x11] = 'B';
    assertThat(handler.probe(Slice.of(title), 0, FixedAllowance.ample())).isEmpty();
    PfatImage image = new PfatImage(handler.info(), List.of());
    assertThat(image.magics()).isEmpty();
    assertThat(image.probe(Slice.of(file), 0, FixedAllowance.ample())).isEmpty();
    assertThat(image.open(Slice.of(file), FixedAllowance.ample()).children()).isEmpty();
  }
}
