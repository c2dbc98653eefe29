package io.github.romparser.extract.handler.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.handler.Hostile;
import io.github.romparser.extract.handler.MadeCorpus;
import io.github.romparser.extract.handler.Search;
import io.github.romparser.extract.spi.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Programs of Insyde that were made after descriptions, whole and broken. */
final class InsydeCorpusTest {

  private static void assertFound(Path folder, String kind, int files) throws IOException {
    int count = 0;
    for (Map.Entry<String, MadeCorpus.Expected> file : MadeCorpus.expected(folder).entrySet()) {
      if (!file.getKey().matches(kind)) {
        continue;
      }
      Extraction found = MadeCorpus.search(folder.resolve(file.getKey()));
      Hostile.search(Files.readAllBytes(folder.resolve(file.getKey())));
      Set<String> digests = MadeCorpus.digests(found);
      assertThat(digests).as(file.getKey()).containsAll(file.getValue().roms());
      digests.removeAll(file.getValue().roms());
      digests.removeAll(file.getValue().may());
      assertThat(digests).as(file.getKey()).isEmpty();
      count++;
    }
    assertThat(count).isEqualTo(files);
  }

  @Test
  void flashPrograms() throws IOException {
    Path folder = MadeCorpus.folder().resolve("made/vendor");
    assertFound(folder, "insyde.*", 3);
    assertThat(Search.paths(MadeCorpus.search(folder.resolve("insyde_iflash.exe"))))
        .anyMatch(path -> path.contains("insyde-iflash: BIOSIMG > fv "))
        .anyMatch(path -> path.endsWith("insyde-iflash: EC_IMG"));
    assertThat(MadeCorpus.search(folder.resolve("insyde_sfx_password.exe")).deadEnds()).isEmpty();
  }

  @Test
  void brokenOnes() throws IOException {
    Path folder = MadeCorpus.folder().resolve("made/vendor");
    assertFound(folder, "hostile/(iflash|isfx).*", 12);
    assertThat(
            MadeCorpus.search(folder.resolve("hostile/isfx_other_password.exe")).deadEnds().stream()
                .map(end -> end.trouble().reason()))
        .containsExactly(Trouble.Reason.PASSWORD);
  }

  @Test
  void selfExtractingPrograms() throws IOException {
    Path folder = MadeCorpus.folder().resolve("made/installers");
    assertFound(folder, "insyde.*|7z-aes.*", 4);
    assertThat(Search.paths(MadeCorpus.search(folder.resolve("insyde-sfx-rot.exe"))))
        .allMatch(path -> path.startsWith("overlay > insyde-sfx > 7z: "));
  }
}
