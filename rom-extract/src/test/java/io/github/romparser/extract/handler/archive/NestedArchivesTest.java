package io.github.romparser.extract.handler.archive;

import static io.github.romparser.extract.handler.archive.Search.rom;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.ExtractOptions;
import io.github.romparser.extract.spi.Child;
import io.github.romparser.extract.spi.Decoded;
import io.github.romparser.extract.spi.FormatInfo;
import io.github.romparser.extract.spi.Handler;
import io.github.romparser.extract.spi.Opened;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Archives that others hand on, or that lie in each other. */
final class NestedArchivesTest {

  /** A container may be handed on by another, and be none at all. */
  @Test
  void nothingIsOpenedThatIsNothing() {
    for (Handler handler : ExtractOptions.formats()) {
      for (byte[] bytes : new byte[][] {{}, {1}, rom(1), Search.dull(200)}) {
        Opened opened = handler.open(Slice.of(bytes), TestAllowance.ample());
        for (Child child : opened.children()) {
          Child.Packed packed = (Child.Packed) child.content();
          Decoded decoded = packed.decoder().decode(TestAllowance.ample());
          assertThat(decoded.trouble().isPresent() || decoded.bytes().length() == 0).isTrue();
        }
      }
    }
  }

  /** Who opens only what another hands to it is not looked for. */
  @Test
  void thoseThatOnlyOpen() {
    FormatInfo info = new SevenZipHandler().info();
    for (Handler handler : List.of(new SolidBlock(info, List.of()), new PeResources(info, 0, 0))) {
      assertThat(handler.info()).isEqualTo(info);
      assertThat(handler.magics()).isEmpty();
      assertThat(handler.probe(Slice.of(rom(1)), 0, TestAllowance.ample())).isEmpty();
    }
  }

  /** Four deep, each format in another. */
  @Test
  void nested() {
    byte[] tar = Packer.tar(Packer.files("firmware/bios.fd", rom(7)));
    byte[] xz = Packer.xz(tar);
    byte[] zip = Packer.zip(false, Packer.files("update.tar.xz", xz));
    byte[] sevenZip = Packer.sevenZip("inner.zip", zip);
    assertThat(Search.paths(Packer.gzip(sevenZip)))
        .containsExactly("gzip > 7z: inner.zip > zip: update.tar.xz > xz > tar: firmware/bios.fd");
  }
}
