package io.github.romparser.extract.handler.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.handler.Hostile;
import io.github.romparser.extract.handler.MadeCorpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Vendors' wrappers that were made after descriptions, with known answers. */
final class WrapperCorpusTest {

  private static final Pattern MINE =
      Pattern.compile("(dell_|ami_|phoenix_tdk|portwell).*|hostile/(dell|ucp|pfat|tdk)_.*");

  @Test
  void everyRomAndNoOther() throws IOException {
    Path folder = MadeCorpus.folder().resolve("made/vendor");
    int count = 0;
    for (Map.Entry<String, MadeCorpus.Expected> file : MadeCorpus.expected(folder).entrySet()) {
      String name = file.getKey();
      if (!MINE.matcher(name).matches()) {
        continue;
      }
      boolean hostile = name.startsWith("hostile/");
      Extraction found =
          hostile
              ? Hostile.search(Files.readAllBytes(folder.resolve(name)))
              : MadeCorpus.search(folder.resolve(name));
      Set<String> digests = MadeCorpus.digests(found);
      assertThat(digests).as(name).containsAll(file.getValue().roms());
      Set<String> allowed = new TreeSet<>(file.getValue().roms());
      allowed.addAll(file.getValue().may());
      assertThat(allowed).as(name).containsAll(digests);
      if (!hostile) {
        assertThat(found.deadEnds()).as(name).isEmpty();
      }
      count++;
    }
    assertThat(count).isEqualTo(36);
  }
}
