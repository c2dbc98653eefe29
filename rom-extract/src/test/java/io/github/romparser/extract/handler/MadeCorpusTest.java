package io.github.romparser.extract.handler;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.spi.Trouble;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every container that was made with a known answer gives exactly its ROMs. */
final class MadeCorpusTest {

  /** What there is to say of these. */
  private static final Map<String, String> TROUBLES =
      Map.of(
          "7z-ppmd.7z", "unsupported",
          "7z-aes-headerenc-unknown.7z", "password",
          "zip-aes.zip", "password",
          "inno-561-encrypted.exe", "password",
          "lying-size.cap", "truncated",
          "flash.bin", "unknown-compression",
          "efirom/legacy-odd.rom", "unknown-compression",
          "cab-mszip-folders.cab", "unknown-compression");

  private static final Set<String> NOTHING_COMES_OUT =
      Set.of("7z-ppmd.7z", "7z-aes-headerenc-unknown.7z", "zip-aes.zip", "inno-561-encrypted.exe");

  /** It is cut off behind its ROM, which is whole; the list of answers has none for it. */
  private static final String WHOLE_ALL_THE_SAME = "hostile/panasonic_truncated.exe";

  @ParameterizedTest
  @CsvSource({"uefi, 62", "installers, 48", "vendor, 107"})
  void exactlyItsRoms(String name, int files) throws IOException {
    Path folder = MadeCorpus.folder().resolve("made").resolve(name);
    Map<String, MadeCorpus.Expected> expected = MadeCorpus.expected(folder);
    assertThat(expected).hasSize(files);
    for (Map.Entry<String, MadeCorpus.Expected> file : expected.entrySet()) {
      Extraction found = MadeCorpus.search(folder.resolve(file.getKey()));
      String trouble = TROUBLES.getOrDefault(file.getKey(), "");
      if (!file.getKey().startsWith("hostile/")) {
        assertThat(found.deadEnds().stream().map(end -> end.trouble().reason().id()))
            .as("%s: %s", file.getKey(), found.deadEnds())
            .allMatch(trouble::equals)
            .hasSizeBetween(trouble.isEmpty() ? 0 : 1, 9);
      }
      assertThat(found.deadEnds())
          .noneMatch(end -> end.trouble().reason() == Trouble.Reason.FAILED);
      if (NOTHING_COMES_OUT.contains(file.getKey()) || file.getKey().equals(WHOLE_ALL_THE_SAME)) {
        continue;
      }
      Set<String> digests = new TreeSet<>(MadeCorpus.digests(found));
      assertThat(digests).as(file.getKey()).containsAll(file.getValue().roms());
      digests.removeAll(file.getValue().roms());
      digests.removeAll(file.getValue().may());
      assertThat(digests).as(file.getKey()).isEmpty();
    }
  }
}
