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
import io.github.romparser.testdata.UcpForge;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** AMI's UCP files: modules, names, and what may be wrong. */
final class AmiUcpHandlerTest {

  @Test
  void storedAndPacked() {
    Extraction found =
        in(
            join(
                text("a program with @UAF in it "),
                UcpForge.start()
                    .stored("@ROM", rom())
                    .packed("@EC1", rom(2))
                    .packed("@EC2", rom(3), 1)
                    .stored("@VER", new byte[0])
                    .build("@UAF")));
    assertThat(paths(found)).containsExactly("ami-ucp: @ROM", "ami-ucp: @EC1", "ami-ucp: @EC2");
    assertThat(deadEnds(found)).isEmpty();
  }

  @Test
  void names() {
    String list = "@ROM:\\fw\\bios.rom\r\nno name\r\n@EC1:\r\n@R01: a b.bin \r\n@ROM:second\r\n";
    for (boolean packed : new boolean[] {true, false}) {
      UcpForge forge =
          UcpForge.start().stored("@ROM", rom()).stored("@EC1", rom(2)).stored("@R01", rom(3));
      byte[] file =
          (packed ? forge.packed("@NAL", text(list)) : forge.stored("@NAL", text(list)))
              .build("@HPU");
      assertThat(paths(in(file)))
          .containsExactly("ami-ucp: fw/bios.rom", "ami-ucp: @EC1", "ami-ucp: a b.bin");
    }
  }

  /** A list of names is some lines; what says it is a megabyte is searched, but not read. */
  @Test
  void namesThatAreTooLong() {
    byte[] list = Arrays.copyOf(text("@ROM:a\r\n"), 70_000);
    byte[] file = UcpForge.start().stored("@ROM", rom()).stored("@NAL", list).build("@UAF");
    assertThat(path(file)).isEqualTo("ami-ucp: @ROM");
    byte[] lying =
        UcpForge.start()
            .stored("@ROM", rom())
            .module("@NAL", 4, 1 << 20, text("none"), 28)
            .build("@UAF");
    assertThat(path(lying)).isEqualTo("ami-ucp: @ROM");
  }

  @Test
  void oneInTheOther() {
    byte[] inner = UcpForge.start().stored("@R01", rom()).build("@UAF");
    assertThat(path(UcpForge.start().packed("@AMI", inner).build("@HPU")))
        .isEqualTo("ami-ucp: @AMI > ami-ucp: @R01");
  }

  @Test
  void wrongChecksum() {
    byte[] file = UcpForge.start().stored("@ROM", rom()).build("@UAF");
    file[8] ^= 1;
    assertThat(deadEnds(in(file))).containsExactly("damaged: UCP checksum is wrong");
    assertThat(path(file)).isEqualTo("ami-ucp: @ROM");
  }

  /** A byte too many counts for itself. */
  @Test
  void oddSize() {
    byte[] file = UcpForge.start().stored("@ROM", join(rom(), new byte[] {7})).build("@UAF");
    assertThat(deadEnds(in(file))).isEmpty();
  }

  @Test
  void cutOff() {
    byte[] file = UcpForge.start().stored("@ROM", rom()).packed("@EC1", rom(2)).build("@UAF");
    Extraction found = in(Arrays.copyOf(file, file.length - 100));
    assertThat(digests(found)).containsExactly(digest(rom()));
    assertThat(deadEnds(found))
        .containsExactlyInAnyOrder(
            "truncated: a UCP file of "
                + file.length
                + " bytes, of which "
                + (file.length - 100)
                + " are here",
            "truncated: @EC1, a module of " + (file.length - 16 - 24 - 2048) + " bytes",
            "truncated: EFI 1.1, size beyond input");
  }

  /** What cannot be unpacked is searched as it is. */
  @Test
  void packedThatIsNot() {
    byte[] file = UcpForge.start().module("@ROM", 2048, 4096, rom(), 24 + 2048).build("@UAF");
    Extraction found = in(file);
    assertThat(digests(found)).containsExactly(digest(rom()));
    assertThat(deadEnds(found)).hasSize(1).allMatch(end -> end.contains("EFI 1.1"));
    byte[] nothing = UcpForge.start().module("@ROM", 1, 2, new byte[0], 24).build("@UAF");
    assertThat(deadEnds(in(nothing))).isEmpty();
  }

  @Test
  void sizesThatCannotBe() {
    byte[] zero =
        UcpForge.start()
            .stored("@ROM", rom())
            .module("@BAD", 4, 4, text("zzzz"), 0)
            .stored("@EC1", rom(2))
            .build("@UAF");
    Extraction found = in(zero);
    assertThat(paths(found)).containsExactly("ami-ucp: @ROM", "ami-ucp: @EC1");
    assertThat(digests(found)).containsExactly(digest(rom()), digest(rom(2)));
    assertThat(deadEnds(found)).containsExactly("damaged: @BAD, a module of 0 bytes");
    byte[] huge = UcpForge.start().module("@BAD", 2048, 2048, rom(), 0xffff_fff0L).build("@UAF");
    assertThat(digests(in(huge))).containsExactly(digest(rom()));
    byte[] claims = UcpForge.start().packed("@ROM", rom()).build("@UAF");
    Arrays.fill(claims, 16 + 0x14, 16 + 0x18, (byte) 0xff);
    assertThat(deadEnds(in(claims))).anyMatch(end -> end.startsWith("limit: "));
  }

  @Test
  void whatIsNone() {
    byte[] file = UcpForge.start().stored("@ROM", rom()).build("@UAF");
    byte[] module = file.clone();
    module[16] = 'R';
    byte[] letters = file.clone();
    letters[18] = ' ';
    byte[] brackets = file.clone();
    brackets[18] = '{';
    byte[] small = file.clone();
    Arrays.fill(small, 4, 8, (byte) 0);
    AmiUcpHandler handler = new AmiUcpHandler();
    for (byte[] bytes :
        new byte[][] {module, letters, brackets, small, Arrays.copyOf(file, 31), rom()}) {
      assertThat(handler.probe(Slice.of(bytes), 0, FixedAllowance.ample())).isEmpty();
    }
    assertThat(handler.open(Slice.of(rom()), FixedAllowance.ample()).structure()).isEmpty();
  }
}
