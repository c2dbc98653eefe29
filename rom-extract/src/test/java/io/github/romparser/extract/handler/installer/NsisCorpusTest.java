package io.github.romparser.extract.handler.installer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.handler.MadeCorpus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Installers that makensis made, with known answers. */
final class NsisCorpusTest {

  @Test
  void everyRomAndNoOther() throws IOException {
    Path folder = MadeCorpus.folder().resolve("made/installers");
    int count = 0;
    for (Map.Entry<String, MadeCorpus.Expected> file : MadeCorpus.expected(folder).entrySet()) {
      String name = file.getKey();
      if (!name.startsWith("nsis-")) {
        continue;
      }
      Extraction found = MadeCorpus.search(folder.resolve(name));
      assertThat(MadeCorpus.digests(found)).as(name).isEqualTo(file.getValue().roms());
      assertThat(found.deadEnds()).as(name).isEmpty();
      count++;
    }
    assertThat(count).isEqualTo(6);
  }
}
