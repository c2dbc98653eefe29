package io.github.romparser.it.embed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.romparser.bytes.ByteInput;
import io.github.romparser.check.CheckInput;
import io.github.romparser.check.Consumer;
import io.github.romparser.check.Target;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.rom.RomReader;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** That these tests run where the build says that they do. */
class SurroundingsTest {

  @Test
  void theBuildKnowsWhereItRunsThem() throws IOException {
    boolean named = RomListing.class.getModule().isNamed();
    assertEquals(named, RomReader.class.getModule().isNamed());
    CheckInput signed =
        CheckInput.of(RomReader.read(ByteInput.of(Samples.path("signed-driver.rom")).read()));
    boolean unchecked =
        Consumer.of(Target.OVMF).check(signed).findings().stream()
            .anyMatch(finding -> finding.code() == FindingCode.SIG_UNCHECKED);
    assertEquals(
        System.getProperty("expected"),
        (named ? "modules" : "class path") + (unchecked ? ", no signatures" : ", signatures"));
  }
}
