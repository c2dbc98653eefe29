package io.github.romparser.testdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class InsydeForgeTest {

  @Test
  void imageStandsBehindItsHeader() {
    byte[] image = InsydeForge.image("_BIOSIMG", new byte[] {1, 2, 3});
    assertThat(image)
        .hasSize(0x1b)
        .startsWith("$_IFLASH_BIOSIMG".getBytes(StandardCharsets.US_ASCII));
    assertThat(image[0x10]).isEqualTo((byte) 3);
    assertThat(image[0x14]).isEqualTo((byte) 3);
    assertThat(image).endsWith(1, 2, 3);
  }

  @Test
  void bytesAreRotatedLeft() {
    assertThat(InsydeForge.rotate(new byte[] {0x37, (byte) 0xbc, (byte) 0x80}))
        .containsExactly(0x6e, 0x79, 0x01);
  }
}
