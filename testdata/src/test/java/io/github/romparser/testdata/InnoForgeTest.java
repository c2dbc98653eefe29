package io.github.romparser.testdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class InnoForgeTest {

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @EnumSource
  void programHasChunksAndAHeader(InnoEdition edition) {
    byte[] setup = InnoForge.of(edition).stored("{app}\\a", new byte[] {1, 2, 3}).build();
    assertThat(text(setup)).startsWith("MZ").contains("zlb\u001a\1\2\3" + edition.header());
  }

  @Test
  void dataCanLieBesideIt() {
    InnoForge forge = InnoForge.of(InnoEdition.V6_0_0).stored("a", new byte[100]).spanned(60, 1);
    assertThat(text(forge.build())).doesNotContain("zlb\u001a");
    assertThat(forge.slices()).containsOnlyKeys("setup-1.bin", "setup-2.bin", "setup-3.bin");
    assertThat(forge.slice("setup-1.bin")).hasSize(60);
    assertThat(text(forge.slice("setup-3.bin"))).startsWith("idska32\u001a\u0014\0\0\0");
    assertThat(forge.slice("setup-3.bin")).hasSize(20);
    forge.spanned(60, 2).headerApart().build();
    assertThat(forge.slices())
        .containsOnlyKeys("setup-1a.bin", "setup-1b.bin", "setup-2a.bin", "setup-0.bin");
  }

  @Test
  void addressesCountFromTheStart() {
    byte[] program = {0, (byte) 0xe8, 1, 0, 0, 0, (byte) 0xe9, -1, -1, -1, -1, 7};
    assertThat(InnoCalls.change(program, 1))
        .containsExactly(0, 0xe8, 7, 0, 0, 0, 0xe9, 10, 0, 0, 0, 7);
    assertThat(InnoCalls.change(program, 2))
        .containsExactly(0, 0xe8, 7, 0, 0, 0, 0xe9, 10, 0, 0, 0xff, 7);
    assertThat(InnoCalls.change(program, 3))
        .containsExactly(0, 0xe8, 7, 0, 0, 0, 0xe9, 10, 0, 0, 0, 7);
  }
}
