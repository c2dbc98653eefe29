package io.github.romparser.testdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Disks and cabinets have their fields where the specifications say. */
class DiskForgesTest {
  private static final byte[] DATA = Noise.of(3, 70_000);

  @Test
  void cabinets() {
    byte[] cab = CabForge.of(CabForge.STORED).reserve(2).next("2").file("a", DATA).build();
    assertThat(Walk.ascii(cab, 0, 4)).isEqualTo("MSCF");
    assertThat(Walk.u32(cab, 8)).isEqualTo(cab.length);
    assertThat(Walk.u16(cab, 26)).isEqualTo(1);
    assertThat(Walk.u16(cab, 28)).isEqualTo(1);
    assertThat(Walk.u16(cab, 30)).isEqualTo(6);
    int folder = 36 + 4 + 2 + "2\0disk\0".length();
    int data = Walk.u32(cab, folder);
    assertThat(Walk.u16(cab, folder + 4)).isEqualTo(3);
    assertThat(Walk.ascii(cab, Walk.u32(cab, 16) + 16, 1)).isEqualTo("a");
    assertThat(Walk.u16(cab, data + 4)).isEqualTo(32_768);
    assertThat(Walk.u16(cab, data + 6)).isEqualTo(32_768);
    assertThat(cab[data + 10]).isEqualTo(DATA[0]);
    byte[] mszip = CabForge.of(CabForge.MSZIP).withoutSums().file("a", DATA).build();
    assertThat(Walk.ascii(mszip, Walk.u32(mszip, 36) + 8, 2)).isEqualTo("CK");
    assertThat(Walk.u32(mszip, Walk.u32(mszip, 36))).isZero();
  }

  @Test
  void framesOfLzx() {
    List<LzxForge.Block> plan = List.of(new LzxForge.Block(LzxForge.UNCOMPRESSED, 70_000, 0));
    List<byte[]> frames = LzxForge.pack(DATA, 15, 0, plan);
    assertThat(frames).hasSize(3);
    // One bit, three, twenty-four, up to a word; three offsets; then the bytes.
    assertThat(frames.get(0)).hasSize(4 + 12 + 32_768);
    assertThat(Walk.u32(frames.get(0), 4)).isEqualTo(1);
    assertThat(frames.get(1)).hasSize(32_768);
  }

  @Test
  void chunksOfLznt1() {
    byte[] packed = Lznt1Forge.pack(new byte[4097]);
    assertThat(Walk.u16(packed, 0) & 0xf000).isEqualTo(0xb000);
    int second = (Walk.u16(packed, 0) & 0xfff) + 3;
    assertThat(Walk.u16(packed, second)).isEqualTo(0x3000);
    assertThat(packed).hasSize(second + 3);
  }

  @Test
  void fileSystems() {
    for (int kind : new int[] {12, 16, 32}) {
      FatForge forge = FatForge.of(kind).file("d/a", new byte[600]).fragmented("b", DATA);
      byte[] disk = forge.build();
      assertThat(Walk.u16(disk, 0x1fe)).isEqualTo(0xaa55);
      assertThat(disk[512] & 0xff).isEqualTo(0xf8);
      assertThat(forge.cluster("b")).isGreaterThan(forge.cluster("d/a"));
      assertThat(forge.cluster("nothing")).isZero();
    }
    byte[] iso = IsoForge.start().file("a", DATA).boot(IsoForge.NO_EMULATION, 4, DATA).build();
    assertThat(Walk.ascii(iso, 0x8001, 5)).isEqualTo("CD001");
    assertThat(Walk.u32(iso, 0x8000 + 80)).isEqualTo(iso.length / 2048);
    assertThat(Walk.ascii(iso, 0x8800 + 7, 8)).isEqualTo("EL TORIT");
    int catalog = Walk.u32(iso, 0x8800 + 0x47) * 2048;
    assertThat(iso[Walk.u32(iso, catalog + 40) * 2048]).isEqualTo(DATA[0]);
  }

  @Test
  void partitions() {
    byte[] disk = MbrForge.of(DATA, new byte[5]);
    int entry = 0x1be;
    assertThat(disk[Walk.u32(disk, entry + 8) * 512]).isEqualTo(DATA[0]);
    assertThat(Walk.u32(disk, entry + 24)).isEqualTo(8 + Walk.u32(disk, entry + 12));
    byte[] logical = MbrForge.logical(DATA, DATA);
    int table = Walk.u32(logical, entry + 8) * 512;
    assertThat(logical[table + Walk.u32(logical, table + entry + 8) * 512]).isEqualTo(DATA[0]);
    byte[] gpt = MbrForge.gpt(DATA);
    assertThat(Walk.ascii(gpt, 512, 8)).isEqualTo("EFI PART");
    assertThat(gpt[Walk.u32(gpt, 1024 + 0x20) * 512]).isEqualTo(DATA[0]);
  }

  @Test
  void wrappers() {
    byte[] fujitsu = ObscuredForge.fujitsu(new byte[] {1});
    assertThat(Walk.ascii(fujitsu, 0, 10)).isEqualTo("FjSfxBinay");
    assertThat(fujitsu[10]).isEqualTo((byte) 0xfe);
    assertThat(ObscuredForge.vaio(new byte[] {1})).endsWith((byte) 0, (byte) 0xfe);
    byte[] program = ObscuredForge.panasonic("Text", ObscuredForge.packed(DATA, 9)).build();
    assertThat(new String(program, StandardCharsets.UTF_16LE)).contains("FileDescription");
  }
}
