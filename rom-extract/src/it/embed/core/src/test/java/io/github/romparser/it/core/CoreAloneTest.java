package io.github.romparser.it.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.romparser.bytes.ByteInput;
import io.github.romparser.check.CheckInput;
import io.github.romparser.check.Consumer;
import io.github.romparser.check.Target;
import io.github.romparser.check.Verdict;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.RomReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** rom-core without BouncyCastle and without annotations: one jar and Java. */
class CoreAloneTest {

  private static RomFile sample(String name) throws IOException {
    return RomReader.read(ByteInput.of(Path.of(System.getProperty("samples"), name)).read());
  }

  @Test
  void nothingElseIsThere() {
    for (String name :
        List.of(
            "org.bouncycastle.cert.X509CertificateHolder", "org.jspecify.annotations.Nullable")) {
      assertThrows(ClassNotFoundException.class, () -> Class.forName(name), name);
    }
  }

  @Test
  void romsAreReadAndCheckedWithoutBouncyCastle() throws IOException {
    RomFile rom = sample("signed-driver.rom");
    assertEquals(1, rom.chains().size());
    for (Target target : Target.values()) {
      Verdict verdict = Consumer.of(target).check(CheckInput.of(rom));
      assertEquals(target, verdict.target());
    }
    Verdict ovmf = Consumer.of(Target.OVMF).check(CheckInput.of(rom));
    assertTrue(ovmf.accepted(), ovmf.trace().toString());
    assertTrue(
        ovmf.findings().stream().anyMatch(f -> f.code() == FindingCode.SIG_UNCHECKED),
        ovmf.findings().toString());
  }
}
