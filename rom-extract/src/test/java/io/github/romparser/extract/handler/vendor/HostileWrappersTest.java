package io.github.romparser.extract.handler.vendor;

import static io.github.romparser.extract.handler.Search.join;
import static io.github.romparser.extract.handler.Search.rom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.handler.Hostile;
import io.github.romparser.extract.handler.Search;
import io.github.romparser.extract.handler.Specimen;
import io.github.romparser.testdata.BiosGuardForge;
import io.github.romparser.testdata.PfatForge;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrappers that are cut off, changed, or made to waste time and memory. */
final class HostileWrappersTest {

  private static final Duration MOST_TIME = Duration.ofSeconds(10);
  private static final int BLOB = 1 << 19;

  @ParameterizedTest
  @MethodSource("io.github.romparser.extract.handler.vendor.WrapperSpecimens#all")
  void cutAnywhere(Specimen specimen) {
    Hostile.cutAnywhere(specimen);
  }

  @ParameterizedTest
  @MethodSource("io.github.romparser.extract.handler.vendor.WrapperSpecimens#all")
  void changedAnywhere(Specimen specimen) {
    Hostile.changedAnywhere(specimen);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\0\0\u0001\0\u00aa\u00ee\u00aav\u001b\u00ec\u00bb \u00f1\u00e6Q\0",
        "\0\0\u0001\0\u00aa\u00ee\u00aav\u001b\u00ec\u00bb \u00f1\u00e6Q\0x\u009c",
        "PFS.HDR.\u0001\0\0\0\0\0\u0001\0",
        "r\u0013U\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\u0001\0\0\0\0\0\0\0\0\0\0\0\0\0",
        "s\u0013U\0",
        "@UAF\0\0\u0004\0\0\0\u0001\0\0\0\0\0@ROM\0\0\u0001\0",
        "@HPU\0\0\u0004\0\0\0\u0001\0\0\0\0\0@ROM\u0018\0\0\0",
        "\0\0\u0001\0\0\0\0\0_AMIPFAT\0AMI_BIOS_GUARD_FLASH_CONFIGURATIONS",
        "$PACK\0\0\0",
        "<UU>"
      })
  void thousandsOfFalseMagics(String magic) {
    byte[] blob = new byte[BLOB];
    byte[] bytes = magic.getBytes(StandardCharsets.ISO_8859_1);
    Random random = new Random(3);
    for (int at = 0; at + 64 < blob.length; at += 64) {
      System.arraycopy(bytes, 0, blob, at, bytes.length);
      blob[at + 60] = (byte) random.nextInt();
    }
    ends(blob);
  }

  /** Every program may have files behind it, and each of these says it is one. */
  @ParameterizedTest
  @ValueSource(strings = {"$PACK\0\0\0", "<UU>", "\0"})
  void thousandsOfPrograms(String behind) {
    byte[] blob = new byte[BLOB];
    byte[] program = join(WrapperSpecimens.program(), behind.getBytes(StandardCharsets.ISO_8859_1));
    for (int at = 1; at + program.length < blob.length; at += 1024) {
      System.arraycopy(program, 0, blob, at, Math.min(1024, program.length));
    }
    ends(blob);
  }

  /** Blocks in a list that has a line for each of thousands of files. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1_000_000})
  void listsOfFiles(int blocks) {
    PfatForge forge = PfatForge.start();
    for (int i = 0; i < 4000; i++) {
      forge.line("0 /B " + blocks + ";a");
    }
    for (int i = 0; i < 1000; i++) {
      forge.bytes(BiosGuardForge.block(PfatForge.PLATFORM, 0, new byte[] {1}));
    }
    ends(forge.build());
  }

  private static void ends(byte[] blob) {
    Extraction found = assertTimeout(MOST_TIME, () -> Hostile.search(join(blob, rom())));
    assertThat(Search.digests(found)).contains(Search.digest(rom()));
  }
}
