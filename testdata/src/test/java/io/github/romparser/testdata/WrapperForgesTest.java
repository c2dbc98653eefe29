package io.github.romparser.testdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;

/** Vendors' wrappers and installers, field by field. */
class WrapperForgesTest {
  private static final String GUID = "00112233-4455-6677-8899-aabbccddeeff";
  private static final byte[] DATA = {1, 2, 3, 4, 5};

  private static String text(byte[] bytes, int from, int length) {
    return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
  }

  private static byte[] part(byte[] bytes, int from, int length) {
    return Arrays.copyOfRange(bytes, from, from + length);
  }

  private static int sum16(byte[] bytes) {
    int sum = 0;
    for (int i = 0; i < bytes.length; i++) {
      sum += (bytes[i] & 0xff) << (i % 2 * 8);
    }
    return sum & 0xffff;
  }

  @Test
  void dellSections() throws Exception {
    byte[] section = DellForge.section(DellForge.FIRMWARE, DATA);
    int size = Walk.u32(section, 0);
    assertThat(section).hasSize(32 + size);
    assertThat(Walk.u32(section, 16 + size)).isEqualTo(size);
    for (int at : new int[] {0, 16 + size}) {
      int sum = 0;
      for (int i = 0; i < 16; i++) {
        sum ^= section[at + i];
      }
      assertThat(sum).isZero();
    }
    Inflater inflater = new Inflater();
    inflater.setInput(section, 16, size);
    byte[] inflated = new byte[10];
    assertThat(inflater.inflate(inflated)).isEqualTo(DATA.length);
    inflater.end();
    assertThat(Arrays.copyOf(inflated, 5)).isEqualTo(DATA);
    byte[] thinOs = DellForge.thinOs(0x72, DATA, new byte[16]);
    assertThat(Walk.u32(thinOs, 0)).isEqualTo(0x551372);
    assertThat(Walk.u32(thinOs, 0x10)).isEqualTo(DATA.length);
  }

  @Test
  void dellVolumes() {
    for (int version = 1; version <= 2; version++) {
      byte[] volume = PfsForge.start(version).entry(GUID, DATA, new byte[3]).build();
      int header = version == 1 ? 0x48 : 0x58;
      int payload = header + 5 + 0x100 + 3 + 0x100;
      assertThat(volume).hasSize(32 + payload);
      assertThat(Walk.u32(volume, 12)).isEqualTo(payload);
      assertThat(part(volume, 16 + header, 5)).isEqualTo(DATA);
      CRC32 crc = new CRC32();
      crc.update(volume, 16, payload);
      assertThat(Walk.u32(volume, 16 + payload + 4)).isEqualTo((int) ~crc.getValue());
      assertThat(text(volume, 24 + payload, 8)).isEqualTo("PFS.FTR.");
    }
    byte[] name = PfsForge.name(GUID, "ab");
    assertThat(name).hasSize(0x22 + 4 + 2);
    assertThat(part(name, 0x20, 6)).containsExactly(2, 0, 'a', 0, 'b', 0);
  }

  @Test
  void biosGuard() {
    byte[] block = BiosGuardForge.block("DELL", 0x1234, DATA);
    assertThat(Walk.u32(block, 0x20)).isEqualTo(5);
    assertThat(Walk.u32(block, 0x30 + 0x0c)).isEqualTo(0x1234);
    assertThat(Walk.u32(block, 0x30 + 0x1c)).isEqualTo(5);
    byte[] signed = BiosGuardForge.signed("DELL", DATA, 2, PfatForge.RSA_3072);
    assertThat(signed).hasSize(block.length + 0x30c);
    assertThat(signed[0x14]).isEqualTo((byte) 1);
    assertThat(Walk.u32(signed, block.length)).isEqualTo(2);
    byte[] file = PfatForge.start().file("a", 2, DATA).build();
    int list = Walk.u32(file, 0);
    assertThat(text(file, list - 14, 14)).endsWith("0 /B 3;a\r\n");
    assertThat(file).hasSize(list + 3 * BiosGuardForge.HEADERS + 5);
  }

  @Test
  void amiModules() {
    byte[] file = UcpForge.start().stored("@ROM", DATA).packed("@EC1", DATA, 1).build("@UAF");
    assertThat(sum16(file)).isZero();
    assertThat(Walk.u32(file, 4)).isEqualTo(file.length);
    assertThat(sum16(part(file, 16, 24 + 5))).isZero();
    int second = 16 + 24 + 5;
    assertThat(text(file, second, 4)).isEqualTo("@EC1");
    assertThat(Walk.u32(file, second + 4)).isEqualTo(file.length - second);
    assertThat(Walk.u32(file, second + 0x10)).isEqualTo(file.length - second - 24 + 1);
    assertThat(Walk.u32(file, second + 0x14)).isEqualTo(5);
  }

  @Test
  void programsWithFiles() {
    byte[] program = {'M', 'Z', 0, 0};
    byte[] packer =
        TdkForge.start()
            .file("a", DATA, TdkForge.STORED)
            .file("b", DATA, TdkForge.LZMA)
            .build(program);
    int second = 4 + 0x210 + 0x110;
    assertThat(text(packer, second, 2)).isEqualTo("b\0");
    int place = Walk.u32(packer, second + 0x100);
    assertThat(part(packer, place, 5)).isEqualTo(DATA);
    assertThat(place + 5).isEqualTo(packer.length);
    byte[] portwell = PortwellForge.of(DATA);
    assertThat(Walk.u32(portwell, 0xd0)).isEqualTo(portwell.length - 9);
    assertThat(text(portwell, portwell.length - 9, 4)).isEqualTo("<UU>");
  }

  @Test
  void installers() {
    byte[] program = new byte[1024];
    byte[] file =
        NsisForge.start(NsisForge.Strings.UNICODE)
            .folder("$21\\a")
            .file("b$", DATA)
            .stored(program);
    CRC32 crc = new CRC32();
    crc.update(file, 512, file.length - 516);
    assertThat(Walk.u32(file, file.length - 4)).isEqualTo((int) crc.getValue());
    assertThat(Walk.u32(file, 1024 + 0x18)).isEqualTo(file.length - 1024);
    int header = 1024 + 28 + 4;
    assertThat(Walk.u32(file, header - 4)).isEqualTo(Walk.u32(file, 1024 + 0x14));
    int strings = header + Walk.u32(file, header + 4 + 3 * 8);
    assertThat(part(file, strings, 12))
        .containsExactly(0, 0, 3, 0, 0x95, 0x80, '\\', 0, 'a', 0, 0, 0);
    assertThat(part(file, strings + 12, 8)).containsExactly('b', 0, 4, 0, '$', 0, 0, 0);
    int script = header + Walk.u32(file, header + 4 + 2 * 8);
    assertThat(Walk.u32(file, script)).isEqualTo(11);
    assertThat(Walk.u32(file, script + 28 + 8)).isEqualTo(6);
    byte[] old = NsisForge.start(NsisForge.Strings.OLD).wide().folder("$21").stored(program);
    int wide = 4 + 8 * 12 + 28;
    assertThat(part(old, header + wide, 5)).containsExactly(0, 0xfd, 0x95, 0x80, 0);
  }

  @Test
  void streams() throws Exception {
    Inflater inflater = new Inflater(true);
    inflater.setInput(NsisStreams.storedBlocks(DATA, true));
    byte[] inflated = new byte[10];
    assertThat(inflater.inflate(inflated)).isEqualTo(5);
    inflater.end();
    assertThat(Arrays.copyOf(inflated, 5)).isEqualTo(DATA);
    assertThat(NsisStreams.stored(DATA)).containsExactly(0, 5, 0, 1, 2, 3, 4, 5, 3, 0);
    assertThat(NsisStreams.bzip2(new byte[0])).containsExactly(0x17);
    // A block, the place of its original, and the map of the bytes that there are: only 'a'.
    assertThat(Arrays.copyOf(NsisStreams.bzip2(new byte[] {'a'}), 8))
        .containsExactly(0x31, 0, 0, 0, 0x02, 0, 0x40, 0);
  }
}
