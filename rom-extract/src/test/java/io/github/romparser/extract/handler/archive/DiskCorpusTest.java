package io.github.romparser.extract.handler.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.handler.MadeCorpus;
import io.github.romparser.extract.handler.Search;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Cabinets and disks of the corpus. */
class DiskCorpusTest {

  @Test
  void whatTheFormatsOwnToolsMade() throws IOException {
    Path folder = MadeCorpus.folder().resolve("made/installers");
    int count = 0;
    for (Map.Entry<String, MadeCorpus.Expected> file : MadeCorpus.expected(folder).entrySet()) {
      String name = file.getKey();
      if (!name.matches("(cab|iso|thinkpad)-.*")) {
        continue;
      }
      Extraction found = MadeCorpus.search(folder.resolve(name));
      Set<String> digests = MadeCorpus.digests(found);
      assertThat(digests).as(name).containsAll(file.getValue().roms());
      digests.removeAll(file.getValue().roms());
      digests.removeAll(file.getValue().may());
      assertThat(digests).as(name).isEmpty();
      // One of the members is random bytes.
      assertThat(Search.deadEnds(found))
          .as(name)
          .allMatch(end -> end.startsWith("unknown-compression"));
      count++;
    }
    assertThat(count).isEqualTo(9);
  }

  /** The set-up program inside is another format's: it is reached. */
  @Test
  void aDiskInAnArchive() throws IOException {
    Path folder = MadeCorpus.folder().resolve("made/installers");
    Extraction found = MadeCorpus.search(folder.resolve("deep-zip-iso-inno-7zsfx.zip"));
    assertThat(found.parts())
        .anyMatch(part -> part.provenance().path().contains("iso: BIOS/setup.exe"));
  }
}
