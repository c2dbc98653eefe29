package io.github.romparser.extract.handler.installer;

import static io.github.romparser.extract.handler.Search.join;
import static io.github.romparser.extract.handler.Search.rom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.handler.Hostile;
import io.github.romparser.extract.handler.Search;
import io.github.romparser.extract.handler.Specimen;
import io.github.romparser.testdata.NsisForge;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Installers that are cut off, changed, or made to waste time and memory. */
final class HostileNsisTest {

  private static final Duration MOST_TIME = Duration.ofSeconds(10);

  @ParameterizedTest
  @MethodSource("io.github.romparser.extract.handler.installer.NsisSpecimens#all")
  void cutAnywhere(Specimen specimen) {
    Hostile.cutAnywhere(specimen);
  }

  @ParameterizedTest
  @MethodSource("io.github.romparser.extract.handler.installer.NsisSpecimens#all")
  void changedAnywhere(Specimen specimen) {
    Hostile.changedAnywhere(specimen);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0010\0\0\0\u0000\u0001\0\0",
        "\u0010\0\0\0\u0000\u0000\u0008\0",
        "\u0010\0\0\0\u0000\u0000\u0008\0]\0\0\u0080\0\0\0",
        "\u0010\0\0\0\u0000\u0000\u0008\u00001\0\0\0\u00ff\u00ff"
      })
  void thousandsOfFalseMagics(String sizes) {
    byte[] blob = new byte[1 << 19];
    byte[] header =
        ("\0\0\0\0\u00ef\u00be\u00ad\u00deNullsoftInst" + sizes)
            .getBytes(StandardCharsets.ISO_8859_1);
    for (int at = 0; at + 64 < blob.length; at += 64) {
      System.arraycopy(header, 0, blob, at, header.length);
    }
    Extraction found = assertTimeout(MOST_TIME, () -> Hostile.search(join(blob, rom())));
    assertThat(Search.digests(found)).contains(Search.digest(rom()));
  }

  /** Empty items without end, and a script that writes each file a thousand times. */
  @Test
  void manyItemsAndInstructions() {
    NsisForge forge = NsisForge.start(NsisForge.Strings.UNICODE);
    for (int i = 0; i < 20_000; i++) {
      forge.file(new byte[0]).instruction(20, 0, 1, 0).instruction(11, 2, 1);
    }
    byte[] installer = forge.file("a", rom()).stored(NsisSpecimens.program());
    Extraction found = assertTimeout(MOST_TIME, () -> Hostile.search(installer));
    assertThat(Search.digests(found)).containsExactly(Search.digest(rom()));
  }
}
