package io.github.romparser.extract.handler.vendor;

import static io.github.romparser.extract.handler.Search.deadEnds;
import static io.github.romparser.extract.handler.Search.digest;
import static io.github.romparser.extract.handler.Search.digests;
import static io.github.romparser.extract.handler.Search.in;
import static io.github.romparser.extract.handler.Search.join;
import static io.github.romparser.extract.handler.Search.path;
import static io.github.romparser.extract.handler.Search.paths;
import static io.github.romparser.extract.handler.Search.rom;
import static io.github.romparser.extract.handler.vendor.WrapperSpecimens.BIOS;
import static io.github.romparser.extract.handler.vendor.WrapperSpecimens.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.handler.FixedAllowance;
import io.github.romparser.testdata.BiosGuardForge;
import io.github.romparser.testdata.DellForge;
import io.github.romparser.testdata.PfsForge;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PFS volumes: entries, names, checksums, and images in blocks. */
final class DellPfsHandlerTest {

  private static final String OTHER = "11111111-2222-3333-4444-555555555555";

  private static byte[] block(long offset, byte[] data) {
    return BiosGuardForge.block("DELL_PLATFORM", offset, data);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void entriesWithNames(int version) {
    byte[] names =
        join(
            PfsForge.name(BIOS, "System BIOS"),
            PfsForge.name(OTHER, ""),
            PfsForge.name(BIOS, "Two"));
    Extraction found =
        in(
            PfsForge.start(version)
                .entry(PfsForge.NAMES, names)
                .entry(BIOS, rom(1))
                .entry(BIOS, rom(2))
                .entry(BIOS, rom(3))
                .entry(OTHER, rom(4))
                .entry("3c880bb7-ed58-4d5c-a9ae-db3aeeaf86d0", rom(5))
                .build());
    assertThat(paths(found))
        .containsExactly(
            "dell-pfs: System BIOS 1.1A.3",
            "dell-pfs: Two 1.1A.3",
            "dell-pfs: Two 1.1A.3",
            "dell-pfs: 1.1A.3",
            "dell-pfs: signatures");
    assertThat(deadEnds(found)).isEmpty();
  }

  @Test
  void entriesWithoutNames() {
    assertThat(path(PfsForge.start(1).entry(OTHER, text("a")).entry(BIOS, rom()).build()))
        .isEqualTo("dell-pfs: entry 2 1.1A.3");
    byte[] model = text("VendorName=Dell;Model=XPS 15 9560,END");
    assertThat(path(PfsForge.start(1).entry(PfsForge.MODEL, model).entry(BIOS, rom()).build()))
        .isEqualTo("dell-pfs: XPS 15 9560 entry 2 1.1A.3");
    byte[] longer = text("Model=" + "x".repeat(200));
    assertThat(path(PfsForge.start(1).entry(PfsForge.MODEL, longer).entry(BIOS, rom()).build()))
        .isEqualTo("dell-pfs: " + "x".repeat(128) + " entry 2 1.1A.3");
  }

  /** What says it is names, and is not, is searched. */
  @Test
  void namesThatAreNone() {
    byte[] name = PfsForge.name(BIOS, "x");
    for (byte[] info : new byte[][] {rom(), join(name, rom())}) {
      assertThat(path(PfsForge.start(1).entry(PfsForge.NAMES, info).build()))
          .isEqualTo("dell-pfs: entry 1 1.1A.3");
    }
    byte[] cut = join(name, rom(), name);
    cut[cut.length - name.length + 0x20] = 100;
    assertThat(digests(in(PfsForge.start(1).entry(PfsForge.NAMES, cut).build())))
        .containsExactly(digest(rom()));
    assertThat(path(PfsForge.start(1).entry(PfsForge.MODEL, rom()).build()))
        .isEqualTo("dell-pfs: entry 1 1.1A.3");
  }

  @Test
  void volumesInVolumes() {
    byte[] inner = PfsForge.start(2).entry(BIOS, rom()).build();
    byte[] wrapped = PfsForge.start(1).entry(BIOS, inner).build();
    byte[] section = DellForge.section(DellForge.FIRMWARE, wrapped);
    byte[] named = PfsForge.metadata("XPS.exe", "1.2");
    assertThat(path(PfsForge.start(1).entry(PfsForge.NESTED, section, named).build()))
        .isEqualTo(
            "dell-pfs: XPS.exe 1.2 > dell-hdr: FIRMWARE > dell-pfs: entry 1 1.1A.3"
                + " > dell-pfs: entry 1 1.1A.3");
    byte[] unnamed = PfsForge.metadata("", "");
    byte[] names = PfsForge.name(PfsForge.NESTED, "Combined");
    byte[] outer =
        PfsForge.start(1)
            .entry(PfsForge.NESTED, inner, unnamed)
            .entry(PfsForge.NAMES, names)
            .build();
    assertThat(path(outer)).isEqualTo("dell-pfs: Combined 1.1A.3 > dell-pfs: entry 1 1.1A.3");
  }

  @Test
  void blocksMakeAnImage() {
    byte[] rom = rom();
    byte[] blocks =
        PfsForge.start(1)
            .entry(OTHER, block(0x9000, text("the last")))
            .entry(OTHER, block(0x1400, Arrays.copyOfRange(rom, 1024, 2048)))
            .entry(OTHER, block(0x1000, Arrays.copyOf(rom, 1024)))
            .build();
    byte[] volume =
        PfsForge.start(1)
            .entry(BIOS, blocks)
            .entry(PfsForge.NAMES, PfsForge.name(BIOS, "System BIOS with BIOS Guard"))
            .build();
    assertThat(path(volume)).isEqualTo("dell-pfs: System BIOS with BIOS Guard 1.1A.3/flash image");
    assertThat(deadEnds(in(volume))).isEmpty();
    assertThat(path(blocks)).isEqualTo("flash image");
  }

  /** Metadata says the place, the script says another. */
  @Test
  void metadataKnowsBetter() {
    byte[] rom = rom();
    byte[] first = block(0x400, Arrays.copyOf(rom, 1024));
    byte[] second = block(0, Arrays.copyOfRange(rom, 1024, 2048));
    assertThat(
            path(
                PfsForge.start(1)
                    .entry(OTHER, first, PfsForge.place(0xff00_0000L, 0, 1024))
                    .entry(OTHER, second, PfsForge.place(0xff00_0400L, 0x400, 1024))
                    .build()))
        .isEqualTo("flash image");
  }

  /** Two blocks for one place: by their addresses, one behind the other. */
  @Test
  void blocksForOnePlace() {
    byte[] rom = rom();
    byte[] first = block(0, Arrays.copyOf(rom, 1024));
    byte[] second = block(0, Arrays.copyOfRange(rom, 1024, 2048));
    assertThat(
            path(
                PfsForge.start(1)
                    .entry(OTHER, second, PfsForge.place(0xffa4_0000L, 0, 1024))
                    .entry(OTHER, first, PfsForge.place(0xff04_0000L, 0, 1024))
                    .build()))
        .isEqualTo("flash image");
  }

  @Test
  void aPlaceBeyondAnyChip() {
    Extraction found =
        in(
            PfsForge.start(1)
                .entry(OTHER, block(0, rom()))
                .entry(OTHER, block(0xffff_0000L, rom(2)))
                .build());
    assertThat(digests(found)).containsExactly(digest(rom()), digest(rom(2)));
    assertThat(deadEnds(found))
        .containsExactly("limit: 4294899712 bytes between two BIOS Guard blocks were left out");
  }

  @Test
  void aBlockThatIsCut() {
    byte[] block = block(0, join(rom(), rom(2)));
    byte[] cut = Arrays.copyOf(block, block.length - 1);
    Extraction found = in(PfsForge.start(1).entry(OTHER, cut).build());
    assertThat(deadEnds(found)).contains("truncated: a BIOS Guard block of 4096 bytes");
    assertThat(digests(found)).containsExactly(digest(rom()));
  }

  /** Blocks of other makers are in files of other makers. */
  @Test
  void blocksOfOthers() {
    byte[] block = BiosGuardForge.block("OTHER", 0, rom());
    assertThat(path(PfsForge.start(1).entry(OTHER, block).build()))
        .isEqualTo("dell-pfs: entry 1 1.1A.3");
  }

  @Test
  void checksumsAndSizes() {
    byte[] volume = PfsForge.start(1).entry(BIOS, rom()).build();
    byte[] changed = volume.clone();
    changed[changed.length - 12] ^= 1;
    assertThat(deadEnds(in(changed))).containsExactly("damaged: PFS checksum is wrong");
    assertThat(digests(in(changed))).containsExactly(digest(rom()));
    byte[] size = volume.clone();
    size[size.length - 16] ^= 1;
    assertThat(deadEnds(in(size)))
        .containsExactly("damaged: PFS header and footer have different sizes");
    Extraction cut = in(Arrays.copyOf(volume, volume.length - 16 - 0x101));
    assertThat(deadEnds(cut)).hasSize(3).allMatch(end -> end.startsWith("truncated: "));
    byte[] noFooter = Arrays.copyOf(volume, volume.length - 16);
    assertThat(deadEnds(in(join(noFooter, text("something else behind it")))))
        .containsExactly("truncated: a PFS volume of 2376 bytes without its end");
    assertThat(digests(in(noFooter))).containsExactly(digest(rom()));
  }

  @Test
  void unknownVersions() {
    byte[] volume = PfsForge.start(1).entry(BIOS, rom()).build();
    byte[] entry = volume.clone();
    entry[16 + 0x10] = 9;
    assertThat(deadEnds(in(entry)))
        .containsExactly(
            "damaged: PFS checksum is wrong", "damaged: PFS entry 1 of unknown version");
    assertThat(digests(in(entry))).containsExactly(digest(rom()));
    byte[] header = volume.clone();
    header[8] = 3;
    assertThat(deadEnds(in(header))).containsExactly("unsupported: PFS volume of version 3");
    assertThat(digests(in(header))).containsExactly(digest(rom()));
  }

  @Test
  void whatIsNone() {
    byte[] volume = PfsForge.start(1).entry(BIOS, rom()).build();
    byte[] noFooter = Arrays.copyOf(volume, volume.length - 16);
    byte[] version = noFooter.clone();
    version[8] = 0;
    byte[] entry = noFooter.clone();
    entry[16 + 0x10] = 0;
    DellPfsHandler handler = new DellPfsHandler();
    for (byte[] bytes : new byte[][] {Arrays.copyOf(volume, 15), version, entry}) {
      assertThat(handler.probe(Slice.of(bytes), 0, FixedAllowance.ample())).isEmpty();
    }
    assertThat(handler.open(Slice.of(rom()), FixedAllowance.ample()).troubles()).isEmpty();
  }
}
