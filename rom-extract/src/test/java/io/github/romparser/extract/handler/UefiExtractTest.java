package io.github.romparser.extract.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.ExtractVerdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** UEFIExtract itself on real firmware: Debian's OVMF, which holds no option ROM. */
class UefiExtractTest {
  private static final Path OVMF = Path.of("/usr/share/OVMF");

  @ParameterizedTest
  @ValueSource(strings = {"OVMF_CODE_4M.fd", "OVMF_CODE.secboot.fd"})
  void leavesAreThoseOfUefiExtract(String name, @TempDir Path room)
      throws IOException, InterruptedException {
    Path image = OVMF.resolve(name);
    need(image, "package ovmf is not installed");
    need(Path.of("/usr/bin/UEFIExtract"), "package uefitool-cli is not installed");
    Recorder.Recorded ours = Recorder.search(Slice.of(Files.readAllBytes(image)));
    List<UefiExtractTree.Body> theirs = UefiExtractTree.run(image, room);
    assertThat(theirs.size()).isGreaterThan(400);
    UefiExtractTree.compare(name, ours.leaves(), theirs, 0);
  }

  @Test
  void ovmfHoldsNoRom() throws IOException {
    for (String name : List.of("OVMF_CODE.fd", "OVMF_CODE_4M.fd", "OVMF_VARS.fd")) {
      Path image = OVMF.resolve(name);
      need(image, "package ovmf is not installed");
      assertThat(Search.in(Files.readAllBytes(image)).verdict())
          .as(name)
          .isEqualTo(ExtractVerdict.NO_ROM);
    }
  }

  private static void need(Path file, String message) {
    if (Files.exists(file)) {
      return;
    }
    if (Boolean.getBoolean("rom.tools.required")) {
      fail(message);
    }
    System.err.println("SKIPPED: " + message);
    Assumptions.abort(message);
  }
}
