package io.github.romparser.extract.handler.installer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.handler.Hostile;
import io.github.romparser.extract.handler.MadeCorpus;
import io.github.romparser.extract.handler.Search;
import io.github.romparser.extract.spi.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Set-ups that Inno Setup's own compiler made. */
final class InnoCorpusTest {

  @Test
  void everyRomIsFoundAndNothingElse() throws IOException {
    Path folder = MadeCorpus.folder().resolve("made/installers");
    int count = 0;
    for (Map.Entry<String, MadeCorpus.Expected> file : MadeCorpus.expected(folder).entrySet()) {
      if (!file.getKey().startsWith("inno")) {
        continue;
      }
      Extraction found = MadeCorpus.search(folder.resolve(file.getKey()));
      Hostile.search(Files.readAllBytes(folder.resolve(file.getKey())));
      Set<String> digests = MadeCorpus.digests(found);
      assertThat(digests).as(file.getKey()).containsAll(file.getValue().roms());
      digests.removeAll(file.getValue().roms());
      digests.removeAll(file.getValue().may());
      assertThat(digests).as(file.getKey()).isEmpty();
      List<Trouble.Reason> reasons =
          found.deadEnds().stream().map(end -> end.trouble().reason()).toList();
      if (file.getKey().contains("encrypted")) {
        assertThat(reasons).as(file.getKey()).containsExactly(Trouble.Reason.PASSWORD);
      } else {
        assertThat(found.deadEnds()).as(file.getKey()).isEmpty();
        assertThat(Search.paths(found))
            .as(file.getKey())
            .isNotEmpty()
            .allMatch(path -> path.contains("inno: app/"));
      }
      count++;
    }
    assertThat(count).isEqualTo(8);
  }
}
