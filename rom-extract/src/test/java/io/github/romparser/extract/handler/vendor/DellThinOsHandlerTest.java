package io.github.romparser.extract.handler.vendor;

import static io.github.romparser.extract.handler.Search.deadEnds;
import static io.github.romparser.extract.handler.Search.digest;
import static io.github.romparser.extract.handler.Search.digests;
import static io.github.romparser.extract.handler.Search.in;
import static io.github.romparser.extract.handler.Search.join;
import static io.github.romparser.extract.handler.Search.paths;
import static io.github.romparser.extract.handler.Search.rom;
import static io.github.romparser.extract.handler.vendor.WrapperSpecimens.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.handler.FixedAllowance;
import io.github.romparser.testdata.DellForge;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Packages for ThinOS. */
final class DellThinOsHandlerTest {

  private static final byte[] NO_SUM = new byte[16];

  private static byte[] md5(byte[] data) throws Exception {
    return MessageDigest.getInstance("MD5").digest(data);
  }

  private static byte[] xz(byte[] data) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (XZOutputStream out = new XZOutputStream(bytes, new LZMA2Options(1))) {
      out.write(data);
    }
    return bytes.toByteArray();
  }

  @Test
  void rawAndPacked() throws Exception {
    byte[] packed = xz(rom(2));
    Extraction found =
        in(
            join(
                text("a header"),
                DellForge.thinOs(0x73, rom(), NO_SUM),
                DellForge.thinOs(0x72, packed, md5(packed))));
    assertThat(paths(found))
        .containsExactly("dell-thinos: section 73", "dell-thinos: section 72 > xz");
    assertThat(deadEnds(found)).isEmpty();
  }

  @Test
  void wrongSum() throws Exception {
    Extraction found = in(DellForge.thinOs(0x72, rom(), md5(rom(2))));
    assertThat(deadEnds(found)).containsExactly("damaged: MD5 is wrong");
    assertThat(digests(found)).containsExactly(digest(rom()));
  }

  /** Only what is packed is taken for a section when it is cut. */
  @Test
  void cutOff() throws Exception {
    byte[] packed = DellForge.thinOs(0x72, xz(join(rom(), rom(2))), NO_SUM);
    assertThat(deadEnds(in(Arrays.copyOf(packed, packed.length - 40))))
        .anyMatch(end -> end.startsWith("truncated: a section of "));
    byte[] raw = DellForge.thinOs(0x72, rom(), NO_SUM);
    assertThat(
            new DellThinOsHandler()
                .probe(Slice.of(Arrays.copyOf(raw, raw.length - 1)), 0, FixedAllowance.ample()))
        .isEmpty();
  }

  @Test
  void whatIsNone() {
    byte[] section = DellForge.thinOs(0x72, rom(), NO_SUM);
    DellThinOsHandler handler = new DellThinOsHandler();
    for (int at : new int[] {4, 8, 12, 0x14, 0x18, 0x1c}) {
      byte[] changed = section.clone();
      changed[at] = 1;
      assertThat(handler.probe(Slice.of(changed), 0, FixedAllowance.ample())).isEmpty();
    }
    assertThat(handler.probe(Slice.of(section), 0, FixedAllowance.ample())).isPresent();
    assertThat(handler.probe(Slice.of(join(section, rom())), 0, FixedAllowance.ample())).isEmpty();
    byte[] number = section.clone();
    number[0] = 0x71;
    assertThat(handler.probe(Slice.of(number), 0, FixedAllowance.ample())).isEmpty();
    byte[] empty = DellForge.thinOs(0x72, new byte[0], NO_SUM);
    assertThat(handler.probe(Slice.of(empty), 0, FixedAllowance.ample())).isEmpty();
    assertThat(handler.open(Slice.of(empty), FixedAllowance.ample()).children()).isEmpty();
    byte[] start = Arrays.copyOf(section, 0x2f);
    assertThat(handler.probe(Slice.of(start), 0, FixedAllowance.ample())).isEmpty();
    assertThat(handler.open(Slice.of(start), FixedAllowance.ample()).structure()).isEmpty();
  }
}
