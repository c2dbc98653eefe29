package io.github.romparser.extract.handler.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.handler.Hostile;
import io.github.romparser.extract.handler.MadeCorpus;
import io.github.romparser.extract.handler.Search;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Wrappers of Fujitsu, Sony and Panasonic in the corpus. */
class ObscuredCorpusTest {

  /**
   * The cut is behind the ROM: 22,845 bytes come out, and it ends at 22,704 with a sum of 0, though
   * the list says that it is cut itself.
   */
  private static final String WHOLE_ALL_THE_SAME = "b2ab1b77";

  private static void check(Path folder, String pattern, int files) throws IOException {
    int count = 0;
    for (Map.Entry<String, MadeCorpus.Expected> file : MadeCorpus.expected(folder).entrySet()) {
      String name = file.getKey();
      if (!name.matches(pattern)) {
        continue;
      }
      Extraction found =
          name.startsWith("hostile")
              ? Hostile.search(Files.readAllBytes(folder.resolve(name)))
              : MadeCorpus.search(folder.resolve(name));
      Set<String> digests = MadeCorpus.digests(found);
      assertThat(digests).as(name).containsAll(file.getValue().roms());
      digests.removeAll(file.getValue().roms());
      digests.removeAll(file.getValue().may());
      digests.removeIf(
          digest -> name.endsWith("_truncated.exe") && digest.startsWith(WHOLE_ALL_THE_SAME));
      assertThat(digests).as(name).isEmpty();
      count++;
    }
    assertThat(count).isEqualTo(files);
  }

  @Test
  void made() throws IOException {
    Path made = MadeCorpus.folder().resolve("made");
    check(made.resolve("installers"), "fujitsu.*", 1);
    check(made.resolve("vendor"), "(fujitsu|vaio|panasonic_overlay).*", 4);
  }

  /** One of its two images is in AMI's own wrapping. */
  @Test
  void panasonic() throws IOException {
    Path folder = MadeCorpus.folder().resolve("made/vendor");
    Extraction found = MadeCorpus.search(folder.resolve("panasonic.exe"));
    assertThat(Search.paths(found))
        .anyMatch(path -> path.contains("cab: update.exe/resource RCDATA/101"))
        .contains("overlay > cab: update.exe/resource RCDATA/102");
  }

  @Test
  void hostile() throws IOException {
    check(MadeCorpus.folder().resolve("made/vendor"), "hostile/(fujitsu|panasonic).*", 12);
  }
}
